"""Headings and what is attached, read by rules: marks, run-in titles, neighbours, appendices."""

import pytest

from haidang.text.understanding.paper.attached import annex_heading
from haidang.text.understanding.paper.markers import Rank, marker_of
from tests.text.plans import reading_of


def sections(*lines):
    reading = reading_of("\n".join(["KẾ HOẠCH", "Tuyên truyền", *lines]))
    return [(section.label, section.title) for section in reading.sections]


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("I- MỤC ĐÍCH", Rank.ROMAN),
        ("II – NỘI DUNG", Rank.ROMAN),
        ("1- Ban Tuyên giáo", Rank.NUMBER),
        ("2-9 là Quốc khánh", Rank.NONE),
        ("3 - Chi nhánh miền Bắc", Rank.NONE),
    ],
)
def test_the_party_closes_its_marks_with_a_dash(words, rank):
    assert marker_of(words).rank is rank


def test_a_run_in_unit_is_a_heading_beside_headings():
    found = sections(
        "I. TỔ CHỨC THỰC HIỆN",
        "1. Công an xã",
        "- Tuần tra ban đêm.",
        "2. Trạm Y tế xã: Chuẩn bị thuốc.",
        "3. Các Bộ: Quốc phòng, Công an phối hợp.",
    )

    assert found == [("I", "TỔ CHỨC THỰC HIỆN"), ("1", "Công an xã"), ("2", "Trạm Y tế xã")]


def test_a_heading_may_stand_over_a_list_that_counts_again():
    found = sections("I. MỤC ĐÍCH", "1. Mục đích.", "1. Làm cho Nhân dân hiểu rõ.", "2. Yêu cầu:")

    assert found == [("I", "MỤC ĐÍCH"), ("1", "Mục đích.")]


def test_run_in_units_alone_are_a_list():
    found = sections(
        "I. PHÂN CÔNG",
        "1. Công an xã: Tuần tra ban đêm.",
        "2. Trạm Y tế xã: Chuẩn bị thuốc.",
    )

    assert found == [("I", "PHÂN CÔNG")]


def test_numbered_facts_are_headings_and_dashed_ones_are_not():
    found = sections(
        "II. HỘI THI",
        "1. Lực lượng tham gia: Dân quân, Công an xã.",
        "2. Nội dung thi",
        "2.1. Thời gian: Từ ngày 01/6/2025.",
        "2.2. Địa điểm: Sân vận động.",
        "- Thời gian: cả ngày.",
    )

    assert found == [
        ("II", "HỘI THI"),
        ("1", "Lực lượng tham gia"),
        ("2", "Nội dung thi"),
        ("2.1", "Thời gian"),
        ("2.2", "Địa điểm"),
    ]


def test_a_purpose_and_a_requirement_may_run_into_their_text():
    found = sections("1. Mục đích: Nâng cao nhận thức.", "2. Yêu cầu: Nội dung ngắn gọn.")

    assert found == [("1", "Mục đích"), ("2", "Yêu cầu")]


def test_events_are_no_departments():
    assert sections("1. Các vụ cháy, nổ trong năm: Không.") == [("1", "Các vụ cháy, nổ trong năm")]
    assert sections("1. Các vụ thuộc Bộ: Báo cáo.") == []


def test_a_sentence_before_the_closing_words_is_no_heading():
    found = sections(
        "Điều 1. Tổ chức thực hiện",
        "1. Ủy ban nhân dân triển khai thực hiện.",
        "2. Thường trực Hội đồng nhân dân giám sát việc thực hiện.",
        "Nghị quyết này có hiệu lực từ ngày thông qua./.",
    )

    assert found == [("Điều 1", "Tổ chức thực hiện")]


def test_a_hyphenated_name_broken_over_lines_is_one_paragraph():
    found = sections(
        "Thực hiện Kế hoạch của Sở Lao động",
        "- Thương binh và Xã hội tại Tờ trình số 3/TTr-SLĐ ngày 01/02/2024, xây dựng như",
        "sau:",
        "I. MỤC ĐÍCH",
        "Nâng cao nhận thức cho người dân về an toàn, vệ sinh lao động trong mùa mưa",
        "bão năm nay.",
    )

    assert found == [("I", "MỤC ĐÍCH")]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("PHỤ LỤC", ("PHỤ LỤC", "")),
        ("PHỤ LỤC SỐ 01", ("PHỤ LỤC SỐ 01", "")),
        ("Phụ lục 1A: Danh mục", ("Phụ lục 1A", "Danh mục")),
        ("PHỤ LỤC I - DANH MỤC", ("PHỤ LỤC I", "DANH MỤC")),
        ("PHỤ LỤC DANH MỤC NHIỆM VỤ", ("PHỤ LỤC", "DANH MỤC NHIỆM VỤ")),
        ("Phụ lục kèm theo Thông tư này", None),
        ("Danh mục", None),
    ],
)
def test_the_heading_of_an_appendix(words, parts):
    assert annex_heading(words) == parts


SIGNED = "Thực hiện tốt./.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n\nHọ Và Tên\n\n"


def test_a_list_behind_the_signature_is_headed_above_its_note():
    found = sections(
        "I. MỤC ĐÍCH",
        SIGNED + "DANH SÁCH",
        "Thành viên Tổ công tác",
        "(Kèm theo Kế hoạch số 5/KH-UBND ngày 01/02/2025)",
        "1. Chủ tịch UBND xã",
    )

    assert found[-1] == ("", "DANH SÁCH Thành viên Tổ công tác")


def test_a_list_behind_the_signature_needs_no_note():
    found = sections(
        "I. MỤC ĐÍCH", SIGNED + "DANH MỤC NHIỆM VỤ", "I. THÔNG TIN", "1. Mở chuyên mục"
    )

    assert found[1:] == [("", "DANH MỤC NHIỆM VỤ"), ("I", "THÔNG TIN")]


UNNAMED = "Thực hiện tốt./.\nNơi nhận:\n- Các ấp;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n"


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        (("QUY CHẾ", "Phối hợp", "(Kèm theo Quyết định số 5/QĐ-UBND)"), ("", "QUY CHẾ Phối hợp")),
        (
            ("CHỈ SỐ THI ĐUA", "Của các ấp", "(Kèm theo Kế hoạch)"),
            ("", "CHỈ SỐ THI ĐUA Của các ấp"),
        ),
        (("(Kèm theo Kế hoạch số 5/KH-UBND)",), ("", None)),
        (("Phụ lục 1", "DANH MỤC", "(Kèm theo Kế hoạch)"), ("Phụ lục 1", "DANH MỤC")),
    ],
)
def test_what_is_attached_begins_above_its_note(lines, section):
    found = sections("I. MỤC ĐÍCH", UNNAMED + "\n".join(lines), "1. Chủ tịch UBND xã")

    assert found[1] == section


def test_a_heading_in_capitals_may_run_into_its_text():
    found = sections("I. KINH PHÍ: Sử dụng ngân sách xã.", "II. THỜI GIAN", "Cả năm.")

    assert found == [("I", "KINH PHÍ"), ("II", "THỜI GIAN")]


def test_a_fact_beside_headings_is_one_though_the_next_speaks_of_it():
    found = sections(
        "II. GIÁM SÁT",
        "1. Nội dung: Việc thực hiện chính sách trợ giúp.",
        "2. Đối tượng: Ủy ban nhân dân các xã.",
        "3. Phạm vi: Từ năm 2022 đến năm 2024.",
    )

    assert [label for label, _ in found] == ["II", "1", "2", "3"]


@pytest.mark.parametrize("mark", ["→", "o", "➢", "✓", "\uf0d8"])
def test_a_word_processors_bullets_are_marks(mark):
    assert marker_of(f"{mark} Lập danh sách").rank is Rank.BULLET
    assert marker_of(f"{mark}").rank is Rank.NONE


def test_items_that_count_with_a_bracket_stand_under_one_that_counts_with_a_dot():
    lines = (
        "III. TỔ CHỨC THỰC HIỆN\n1. Trạm Y tế xã\n1) Chuẩn bị thuốc.\n2) Phun khử khuẩn.\n"
        "2. Công an xã\ni. Tuần tra ban đêm.\nii. Lập danh sách.\n"
    )
    duties = reading_of(f"KẾ HOẠCH\nTuyên truyền\n{lines}").duties

    assert [(duty.label, duty.unit) for duty in duties] == [
        ("III.1.1", "Trạm Y tế xã"),
        ("III.1.2", "Trạm Y tế xã"),
        ("III.2.i", "Công an xã"),
        ("III.2.ii", "Công an xã"),
    ]


def test_bracketed_numbers_alone_count_sections():
    found = sections("I. NHIỆM VỤ", "1) Công an xã", "- Tuần tra.", "2) Trạm Y tế", "- Trực.")

    assert found == [("I", "NHIỆM VỤ"), ("1", "Công an xã"), ("2", "Trạm Y tế")]
