"""Targets: what a plan promises, with quantity, measure, bound, scope and year; nothing else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.understanding.paper.kinds import Kind
from haidang.text.understanding.targets.promised import Frame, is_target, targets_in
from haidang.text.understanding.words.folded import fold

PROMISED = [
    # words, quantity, measure, bound, scope, year
    ("100% các xã, phường bố trí công chức", 100, "%", "exactly", "các xã, phường", 2024),
    ("Ít nhất 80% hộ Khmer nghe đài", 80, "%", "at-least", "hộ Khmer", 2024),
    ("Đến hết năm 2030: có ≥ 60% hộ sử dụng mạng", 60, "%", "at-least", "hộ", 2030),
    ("Giai đoạn 2026 - 2030 đạt 90% ấp có loa", 90, "%", "exactly", "ấp", 2030),
    ("Tỷ lệ ấp có loa đạt 95%", 95, "%", "exactly", "Tỷ lệ ấp có loa", 2024),
    ("Giảm tỷ lệ hộ nghèo xuống dưới 3%", 3, "%", "below", "tỷ lệ hộ nghèo", 2024),
    ("Giảm 10% số vụ so với năm 2023", -10, "%", "change", "năm 2023", 2024),
    ("Lượt truy cập tăng 1,5 lần so với năm 2023", "1.5", "lần", "change", "năm 2023", 2024),
    ("Tăng thêm 20 cụm loa trong năm 2025", 20, "cụm loa", "change", None, 2025),
    ("Nâng số cụm loa lên 60 cụm loa", 60, "cụm loa", "exactly", None, 2024),
    ("Trên 50.000 lượt người được tuyên truyền", 50000, "lượt người", "above", None, 2024),
    ("Mỗi xã tổ chức tối thiểu 02 buổi/năm", 2, "buổi/năm", "at-least", "Mỗi xã", 2024),
    (
        "Mỗi huyện, thị đoàn đảm nhận ít nhất 01 công trình",
        1,
        "công trình",
        "at-least",
        "Mỗi huyện, thị đoàn",
        2024,
    ),
    ("Có 12 nghệ nhân ưu tú được vinh danh", 12, "nghệ nhân ưu tú", "exactly", None, 2024),
    ("Thu ngân sách đạt trên 500 tỷ đồng", 5 * 10**11, "đồng", "above", None, 2024),
]
NOT_PROMISED = [
    "Thực hiện Nghị quyết 57, Điều 4, quý 4 năm 2024, ngày 30/4.",
    "Kinh phí thực hiện là 500 triệu đồng.",
    "Hoàn thành trong 05 ngày làm việc.",
    "Hiện nay có 70% số ấp có loa.",
    "Năm 2023 đã đạt 95% kế hoạch.",
    "Nhiệm kỳ 2021 - 2026.",
    "Nâng cao chất lượng tin, bài.",
    "Đối với ấp có từ 100 hộ trở lên.",
]


def targets_of(words, frame):
    return targets_in(fold(words, [(0, len(words))]), 0, len(words), frame)


@pytest.mark.parametrize(("words", "quantity", "measure", "bound", "scope", "year"), PROMISED)
def test_a_section_of_targets_promises_quantities(words, quantity, measure, bound, scope, year):
    (target,) = targets_of(words, Frame(Kind.TARGET, 2024))

    assert (target.quantity, target.measure) == (Decimal(quantity), measure)
    assert (target.bound, target.scope, target.year) == (bound, scope, year)
    assert words[target.start : target.end] == target.text == words


@pytest.mark.parametrize("words", NOT_PROMISED)
def test_what_is_no_promise_is_no_target(words):
    assert targets_of(words, Frame(Kind.TARGET, 2024)) == []


def test_a_sentence_may_promise_several_things():
    words = "Tỷ lệ hộ nghèo giảm 1,5%, ấp có loa đạt 95%, trong đó từ 3 đến 5 mô hình mới."

    targets = targets_of(words, Frame(Kind.TARGET))

    assert [(t.text, t.quantity, t.upper) for t in targets] == [
        ("Tỷ lệ hộ nghèo giảm 1,5%", Decimal("-1.5"), None),
        ("ấp có loa đạt 95%", 95, None),
        ("trong đó từ 3 đến 5 mô hình mới.", 3, 5),
    ]


def test_two_quantities_without_a_comma_share_their_words():
    words = "Mở 02 lớp tập huấn cho 60 cộng tác viên"

    targets = targets_of(words, Frame(Kind.TARGET))

    assert [(t.text, t.quantity, t.measure) for t in targets] == [
        (words, 2, "lớp tập huấn"),
        (words, 60, "cộng tác viên"),
    ]


def test_the_commas_of_a_list_of_units_part_no_targets():
    words = "100% xã, phường, khu phố có ít nhất 01 chuyên mục, 95% hộ, 05 ấp có loa."

    targets = targets_of(words, Frame(Kind.TARGET))

    assert [(t.text, t.quantity, t.measure, t.scope) for t in targets] == [
        ("100% xã, phường, khu phố có ít nhất 01 chuyên mục", 100, "%", "xã, phường, khu phố"),
        ("100% xã, phường, khu phố có ít nhất 01 chuyên mục", 1, "chuyên mục", None),
        ("95% hộ", 95, "%", "hộ"),
        ("05 ấp có loa.", 5, "ấp", None),
    ]


@pytest.mark.parametrize(
    ("words", "kind", "certainty"),
    [
        ("Phấn đấu ít nhất 60% học sinh lớp 5 biết bơi", Kind.TASK, "high"),
        ("nhằm đạt mục tiêu phủ sóng 100% ấp", Kind.PURPOSE, "high"),
        ("Tổ chức ít nhất 02 buổi tuyên truyền", Kind.TASK, "low"),
        ("Đăng 10 tin, bài/tháng", Kind.DIRECTION, "low"),
        ("a) 100% ấp có loa", Kind.REQUIREMENT, "low"),
        ("Bảo đảm 100% ấp có loa", Kind.DIRECTION, "low"),
        ("Phấn đấu khoảng 20 buổi văn nghệ", Kind.TASK, "low"),
        ("Tổ chức 02 buổi tuyên truyền", Kind.TASK, None),
        ("Ủng hộ 100% ý kiến", Kind.TASK, None),
        ("Tổ chức ít nhất 02 buổi tuyên truyền", Kind.FACTS, None),
        ("Phấn đấu đạt 100%", Kind.RESULTS, None),
        ("Phấn đấu đạt 100%", Kind.FORM, None),
        ("Phấn đấu đạt 500 triệu đồng", Kind.FUNDING, None),
    ],
)
def test_elsewhere_a_sentence_must_promise(words, kind, certainty):
    assert [t.certainty for t in targets_of(words, Frame(kind))] == (
        [certainty] if certainty else []
    )


def test_a_report_promises_only_where_it_looks_ahead():
    words = "Phấn đấu 100% ấp có loa"

    assert targets_of(words, Frame(Kind.OTHER, is_report=True)) == []
    assert len(targets_of(words, Frame(Kind.DIRECTION, is_report=True))) == 1


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("100% các xã có đài", True),
        ("ít nhất 3 tin", True),
        ("Nâng cao chất lượng", False),
        ("Quý 4", False),
    ],
)
def test_words_state_a_target_or_not(words, answer):
    assert is_target(words) is answer


pieces = st.lists(
    st.sampled_from(
        "phấn đấu|đạt|ít nhất|trên|từ|đến|tăng|giảm|so với|100%|1,5|50.000|tỷ|đồng|năm 2024|hộ|xã|"
        ",|;|%|2021-2026|đã|có|tỷ lệ|mỗi xã|lượt người|/năm|trở lên|999999999999|không".split("|")
    ),
    max_size=14,
).map(" ".join)


@given(pieces, st.sampled_from(Kind), st.booleans())
def test_targets_stand_where_they_say(words, kind, is_report):
    for target in targets_of(words, Frame(kind, 2024, is_report)):
        assert words[target.start : target.end] == target.text
        assert abs(target.quantity) < 10**18
        assert target.measure
        assert (target.quantity < 0) <= (target.bound == "change")
