"""Where a paragraph is cut in two: what a later clause must have of its own."""

import pytest

from haidang.text.understanding.duties.actors import Voice
from haidang.text.understanding.duties.clauses import cuts_of
from tests.text.plans import reading_of

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
        "đồng thời, báo cáo UBND huyện trước ngày 15/3/2026.",
    ],
)
def test_a_clause_with_a_date_or_rhythm_of_its_own_is_apart(later):
    cuts = cuts_of(FIRST + later, 0, None, VOICE)

    assert [(FIRST + later)[cut.start : cut.end] for cut in cuts] == [FIRST, later]


def test_each_of_two_dates_has_its_duty():
    text = "Rà soát các hộ trước ngày 01/3/2026; gửi danh sách trước ngày 15/3/2026."

    assert [text[cut.start : cut.end][:2] for cut in cuts_of(text, 0, None, VOICE)] == [
        "Rà",
        "gử",
    ]


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "hoàn thành trong tháng 6/2026.",
        FIRST + "xây dựng kế hoạch, xong trước ngày 15/3/2026.",
        FIRST + "xử lý dứt điểm các vi phạm xong trong quý II năm 2026.",
        FIRST + "tổng kết và định kỳ báo cáo.",
        FIRST + "danh sách gửi trước ngày 15/3/2026.",
        "Theo dõi; gửi danh sách trước ngày 15/3/2026.",
    ],
)
def test_a_clause_whose_date_is_of_the_whole_or_that_tells_little_is_not(text):
    assert len(cuts_of(text, 0, None, VOICE)) == 1


@pytest.mark.parametrize(
    ("later", "count"),
    [
        ("Công bố kết quả 6 tháng một lần.", 2),
        ("Thường xuyên tăng cường tuần tra.", 1),
        ("Trong tháng 10 trình UBND xã.", 1),
        ("Trong tháng 10 trình UBND xã ban hành quy chế.", 2),
        ("Trong tháng 10 trình dự thảo quy chế.", 2),
    ],
)
def test_a_later_sentence_is_apart_where_it_says_how_often_or_what_until_when(later, count):
    assert len(cuts_of("Duy trì đường dây nóng của xã. " + later, 0, None, VOICE)) == count


HEAD = "ỦY BAN NHÂN DÂN\nXÃ MỸ LONG\nSố: 5/UBND\nMỹ Long, ngày 02 tháng 3 năm 2026\n"
END = "\nNơi nhận:\n- Lưu: VT.\n"


def told(body):
    return [(duty.text, duty.unit) for duty in reading_of(HEAD + body + END).duties]


def test_what_an_opening_guides_others_to_do_holds_for_all_its_sections():
    body = (
        "Kính gửi: Các trường.\nCăn cứ Quyết định số 7/QĐ-UBND ngày 02/02/2026 của UBND tỉnh, "
        "UBND xã hướng dẫn các trường thực hiện một số nội dung sau:\nI. Tổ chức dạy và học\n"
        "1. Thời gian: 7 giờ 00.\n2. Tổ chức dạy bù các buổi nghỉ.\n3. Không dạy thêm.\n"
    )

    assert told(body) == [("Tổ chức dạy bù các buổi nghỉ.", None), ("Không dạy thêm.", None)]


def test_a_section_of_other_matters_holds_duties_and_one_on_size_holds_none():
    body = (
        "KẾ HOẠCH\nTuyên truyền năm 2026\nII. NHIỆM VỤ\n1. Quy mô: Tổ chức tại các ấp.\n"
        "2. Tuyên truyền:\n- Treo băng rôn.\nIII. CÁC NỘI DUNG KHÁC\n"
        "1. Phòng Nội vụ theo dõi.\n2. Giao Trạm Y tế kiểm tra.\n"
    )

    assert told(body) == [
        ("Treo băng rôn.", None),
        ("Phòng Nội vụ theo dõi.", "Phòng Nội vụ"),
        ("Giao Trạm Y tế kiểm tra.", "Trạm Y tế"),
    ]


def test_a_unit_that_is_assigned_heads_a_section_beside_others():
    body = (
        "KẾ HOẠCH\nTuyên truyền năm 2026\nIII. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế:\n"
        "- Treo băng rôn.\n2. Giao Trạm Y tế: Tăng cường kiểm tra.\n"
        "3. UB MTTQ Việt Nam xã, Hội Nông dân xã\n- Vận động hội viên.\n"
    )

    assert [section.title for section in reading_of(HEAD + body + END).sections][1:] == [
        "Phòng Y tế:",
        "Giao Trạm Y tế",
        "UB MTTQ Việt Nam xã, Hội Nông dân xã",
    ]
    assert told(body)[-1] == ("Vận động hội viên.", "UB MTTQ Việt Nam xã, Hội Nông dân xã")


def test_a_body_that_meets_and_a_person_who_looks_after_places_are_units():
    body = (
        "KẾ HOẠCH\nTuyên truyền năm 2026\nIII. TỔ CHỨC THỰC HIỆN\n"
        "1. BCĐ họp định kỳ 6 tháng một lần.\n2. Phó Chủ tịch phụ trách theo dõi ấp Một; "
        "Phó Chủ tịch Hội đồng phụ trách các ấp còn lại.\n"
    )

    assert told(body) == [
        ("BCĐ họp định kỳ 6 tháng một lần.", "BCĐ"),
        ("Phó Chủ tịch phụ trách theo dõi ấp Một;", "Phó Chủ tịch"),
        ("Phó Chủ tịch Hội đồng phụ trách các ấp còn lại.", "Phó Chủ tịch Hội đồng"),
    ]


def test_a_run_in_title_of_a_section_of_tasks_is_a_heading():
    body = (
        "KẾ HOẠCH\nTuyên truyền năm 2026\n1. Mục tiêu: Mọi người đều biết.\n"
        "2. Tổ chức thực hiện: Phòng Y tế theo dõi.\n"
    )

    sections = reading_of(HEAD + body + END).sections
    assert [section.title for section in sections] == ["Mục tiêu", "Tổ chức thực hiện"]
    assert told(body) == [("Phòng Y tế theo dõi.", "Phòng Y tế")]
