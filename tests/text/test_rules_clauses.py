"""Where a paragraph is cut in two: what a later clause must have of its own."""

import pytest

from haidang.text.understanding.actors import Voice
from haidang.text.understanding.clauses import cuts_of

VOICE = Voice("ỦY BAN NHÂN DÂN TỈNH X")
FIRST = "Rà soát danh sách hộ nghèo, hộ cận nghèo của các ấp; "


@pytest.mark.parametrize(
    "later",
    [
        "gửi danh sách về Phòng Y tế trước ngày 15/3/2026.",
        "tổ chức 02 buổi tập huấn trong tháng 6/2026.",
        "báo cáo kết quả hằng quý về Phòng Y tế.",
        "thường xuyên kiểm tra các điểm bán hàng.",
        "định kỳ 03 giờ/lần báo cáo mực nước.",
    ],
)
def test_a_clause_with_a_date_or_rhythm_of_its_own_is_apart(later):
    cuts = cuts_of(FIRST + later, 0, None, VOICE)

    assert [(FIRST + later)[cut.begin : cut.end] for cut in cuts] == [FIRST, later]


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "hoàn thành trong tháng 6/2026.",
        FIRST + "xây dựng kế hoạch, xong trước ngày 15/3/2026.",
        FIRST + "xử lý dứt điểm các vi phạm xong trong quý II năm 2026.",
        FIRST + "tổng kết và định kỳ báo cáo.",
        FIRST + "danh sách gửi trước ngày 15/3/2026.",
        "Rà soát các hộ trước ngày 01/3/2026; gửi danh sách trước ngày 15/3/2026.",
        "Theo dõi; gửi danh sách trước ngày 15/3/2026.",
    ],
)
def test_a_clause_whose_date_is_of_the_whole_or_that_tells_little_is_not(text):
    assert len(cuts_of(text, 0, None, VOICE)) == 1
