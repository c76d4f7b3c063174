"""What an announcer says: laws by reading back, sentences as they stand in real papers."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.broadcast.speaking import estimated_seconds, spoken_form, syllables, unsure_of
from haidang.broadcast.speaking.lengths import experience_of
from haidang.broadcast.speaking.numbers import MOST, decimal, whole
from haidang.broadcast.speaking.roman import value_of, written
from tests.broadcast.speaking.read_back import number

AMOUNTS = st.integers(0, 10**7) | st.integers(0, MOST - 1)


def dotted(n):
    return f"{n:,}".replace(",", ".")


@given(AMOUNTS)
def test_a_number_is_read_back(n):
    assert number(whole(n)) == n


@given(AMOUNTS)
def test_a_number_with_dots_is_read_back(n):
    assert number(spoken_form(dotted(n))) == n


@given(st.integers(0, 10**6), st.integers(1, 99))
def test_what_follows_the_comma_is_read_back(before, after):
    head, _, tail = decimal(str(before), f"{after:02d}").partition(" phẩy ")
    assert number(head) == before
    zeros = tail.startswith("không ") and after < 10
    assert zeros == (after < 10)
    assert number(tail.removeprefix("không ")) == after


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_a_day_is_read_back(day):
    said = spoken_form(f"{day:%d/%m/%Y}").removeprefix("ngày ")
    d, _, rest = said.partition(" tháng ")
    m, _, y = rest.partition(" năm ")
    assert (number(y), number(m), number(d)) == (day.year, day.month, day.day)


@given(st.integers(0, 24), st.integers(1, 59))
def test_a_time_is_read_back(hour, minute):
    for words in (f"{hour}h{minute:02d}", f"{hour:02d}:{minute:02d}", f"{hour}g{minute:02d}"):
        h, _, m = spoken_form(words).partition(" giờ ")
        assert (number(h), number(m)) == (hour, minute)


@given(st.integers(1, 399))
def test_a_roman_numeral_is_read_back(n):
    assert value_of(written(n)) == n
    assert number(spoken_form(f"khóa {written(n)}").removeprefix("khóa ")) == n


@given(st.text(max_size=200))
def test_whatever_was_written_is_said_without_digits_outside_of_marks(words):
    said = spoken_form(words)
    bare = said
    for mark in unsure_of(said):
        bare = bare.replace(f"[?{mark}]", "")
    assert not any(letter in "0123456789" for letter in bare)


@given(st.text("0123456789.,/-: hgkm%xã\n", max_size=60))
def test_saying_it_again_changes_nothing(words):
    said = spoken_form(words)
    assert spoken_form(said) == said


SAID = {
    "15.000 tấn": "mười lăm nghìn tấn",
    "87,2 %": "tám mươi bảy phẩy hai phần trăm",
    "7h30": "bảy giờ ba mươi",
    "từ 7h-8h30": "từ bảy giờ đến tám giờ ba mươi",
    "Kế hoạch số 99/KH-UBND": "Kế hoạch số chín mươi chín của Ủy ban nhân dân",
    "số 244/BC-UBND": "số hai trăm bốn mươi tư, Báo cáo của Ủy ban nhân dân",
    "Luật số 83/2025/QH15": "Luật số tám mươi ba năm hai nghìn không trăm hai mươi lăm của Quốc hội"
    " khóa mười lăm",
    "Công văn 4135/UBND-KT": "Công văn bốn nghìn một trăm ba mươi lăm của Ủy ban nhân dân",
    "Quyết định số 866/QĐ-TTg": "Quyết định số tám trăm sáu mươi sáu của Thủ tướng Chính phủ",
    "1-5 người": "một đến năm người",
    "lễ 30/4-1/5": "lễ ngày ba mươi tháng tư đến ngày một tháng năm",
    "từ ngày 01-10/12": "từ ngày một đến ngày mười tháng mười hai",
    "tháng 4, thứ 4": "tháng tư, thứ tư",
    "điện thoại 0294 3855 123": "điện thoại không hai chín bốn, ba tám năm năm, một hai ba",
    "gọi 113": "gọi một một ba",
    "120 km²": "một trăm hai mươi ki-lô-mét vuông",
    "8.000 đ/kg": "tám nghìn đồng một ki-lô-gam",
    "10.000 USD": "mười nghìn đô la Mỹ",
    "lần thứ XIV": "lần thứ mười bốn",
    "lần thứ I": "lần thứ nhất",
    "quý IV/2024": "quý bốn năm hai nghìn không trăm hai mươi tư",
    "I. TÌNH HÌNH": "một. TÌNH HÌNH",
    "15/17 xã": "mười lăm trên mười bảy xã",
    "2/3 số hộ": "hai phần ba số hộ",
    "giai đoạn 2026-2031": "giai đoạn hai nghìn không trăm hai mươi sáu đến hai nghìn không trăm"
    " ba mươi mốt",
    "ở QL53, TP. Trà Vinh": "ở quốc lộ năm mươi ba, thành phố Trà Vinh",
    "theo UBND.": "theo Ủy ban nhân dân.",
    "xem Facebook": "xem Phây-búc",
    "-5°C": "âm năm độ C",
    "$100": "một trăm đô la",
    "08h00": "tám giờ",
}


@pytest.mark.parametrize(("written", "said"), SAID.items())
def test_it_is_said(written, said):
    assert spoken_form(written) == said


@pytest.mark.parametrize(
    "written",
    "4.5|1,234|30/02/2024|31/13/2024|25h61|1500000|www.mylong.vn|XYZW|Washington|7g|1-5|2/3".split(
        "|"
    ),
)
def test_what_no_rule_is_sure_of_is_marked(written):
    assert unsure_of(spoken_form(written)) == [written]


def test_khmer_stays_and_its_numbers_are_marked():
    assert spoken_form("ថ្ងៃទី ២៥ 11", "km") == "ថ្ងៃទី [?២៥] [?11]"
    assert syllables("ថ្ងៃទី", "km") > 0


def test_experience_corrects_the_length():
    words = "bà con chú ý. " * 30
    plain = estimated_seconds(words)
    assert 20 < plain < 60
    assert experience_of([(1, 1), (2, 1)]) is None
    assert experience_of([(11, 10), (12, 10), (13, 10), (90, 10)]) == 1.2
    assert estimated_seconds(words, experience=1.2) == pytest.approx(plain * 1.2)
