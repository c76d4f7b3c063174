"""Quantities as they are written, and numbers that are none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.understanding.targets.measures import is_money
from haidang.text.understanding.targets.quantities import number_as_written, quantities_in

READ = [
    # words, number, upper, measure, bound
    ("100%", "100", None, "%", "exactly"),
    ("12,5 %", "12.5", None, "%", "exactly"),
    ("12.5%", "12.5", None, "%", "exactly"),
    ("ít nhất 80% hộ", "80", None, "%", "at-least"),
    ("không dưới 80 phần trăm", "80", None, "%", "at-least"),
    ("≥ 30% hợp tác xã", "30", None, "%", "at-least"),
    ("từ 80% trở lên", "80", None, "%", "at-least"),
    ("từ 05 mô hình", "5", None, "mô hình", "at-least"),
    ("từ 10-15% hộ", "10", "15", "%", "exactly"),
    ("từ 3 đến 5 mô hình", "3", "5", "mô hình", "exactly"),
    ("trên 50.000 lượt người", "50000", None, "lượt người", "above"),
    ("dưới 3%", "3", None, "%", "below"),
    ("không quá 2 vụ/năm", "2", None, "vụ/năm", "at-most"),
    ("tối thiểu 02 lần/năm", "2", None, "lần/năm", "at-least"),
    ("tối thiểu là 03 bài mỗi tháng", "3", None, "bài/tháng", "at-least"),
    ("02 (hai) lớp tập huấn", "2", None, "lớp tập huấn", "exactly"),
    ("ít nhất một mô hình", "1", None, "mô hình", "at-least"),
    ("1,5 triệu lượt khách", "1500000", None, "lượt khách", "exactly"),
    ("500 tỷ đồng", "500000000000", None, "đồng", "exactly"),
    ("1.234.567,89 tấn", "1234567.89", None, "tấn", "exactly"),
    ("30 phút/ngày", "30", None, "phút/ngày", "exactly"),
    ("30m2 sàn", "30", None, "m2", "exactly"),
    ("5 xã trở xuống", "5", None, "xã", "at-most"),
    ("50 tỷ lệ", "50", None, None, "exactly"),
]
NONE = [
    "ngày 30/4/2025", "số 12/KH-UBND", "Kết luận số 57-KL/TW", "sóng 5G", "24/7", "trong 03 ngày",
    "trong 05 năm", "18 tuổi", "một số xã", "hai bên", "", "I4", "v2.1.3",
    "999999999999 tỷ đồng",
]  # fmt: skip


def all_in(words):
    return list(quantities_in(words, 0, len(words)))


@pytest.mark.parametrize(("words", "number", "upper", "measure", "bound"), READ)
def test_a_quantity_is_read(words, number, upper, measure, bound):
    (quantity,) = all_in(words)

    assert (quantity.number, quantity.upper) == (Decimal(number), upper and Decimal(upper))
    assert str(quantity.number) == number
    assert (quantity.measure, quantity.bound) == (measure, bound)
    assert words[quantity.at].isdigit() or words[quantity.at :].startswith("một")


@pytest.mark.parametrize("words", NONE)
def test_a_number_that_names_dates_or_lasts_is_none(words):
    assert all_in(words) == []


@pytest.mark.parametrize("words", ["khoảng 20 buổi", "gần 500 người", "1,500 người"])
def test_a_quantity_may_be_doubtful(words):
    assert [quantity.is_doubtful for quantity in all_in(words)] == [True]


def test_money_is_known_by_its_measure():
    money = [quantity.measure for quantity in all_in("5 triệu đồng, 3 nghìn USD, 7 đồng/người")]

    assert [is_money(measure) for measure in money] == [True, True, True]
    assert not is_money("đồng chí")


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_a_number_written_the_vietnamese_way_is_read_back(whole, hundredths):
    grouped = f"{whole:,}".replace(",", ".")

    assert number_as_written(f"{grouped},{hundredths:02}") == whole + Decimal(hundredths) / 100
    assert number_as_written(grouped) == whole


@given(st.text(max_size=80) | st.text("0123456789.,%-–/ từđến≥<triệu", max_size=80))
def test_any_text_has_quantities_within_it(words):
    for quantity in all_in(words):
        assert 0 <= quantity.start <= quantity.at < quantity.end <= len(words)
        assert quantity.number >= 0
