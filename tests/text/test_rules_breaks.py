"""Where paragraphs of wrapped text end: room on a line, bold, capitals, words that wait."""

import pytest

from haidang.text.blocks import Source
from haidang.text.understanding.paper.lines import lines_of
from haidang.text.understanding.paper.paragraphs import paragraphs_of
from haidang.text.understanding.paper.wraps import hangs, joins

PROSE = (
    "Ủy ban nhân dân xã chỉ đạo các ấp tuyên truyền sâu rộng trong nhân\n"
    "dân về biển, đảo; vận động ngư dân khai thác đúng vùng, treo cờ trên\n"
    "tàu; phối hợp với Đồn Biên phòng tuần tra, bảo vệ mốc giới ở cửa\n"
    "biển trong cả năm.\n"
)


def paragraphs(text):
    return [p.text for p in paragraphs_of(text, lines_of(Source(text, "txt")))]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("2. Trung tâm Văn hóa và Thể thao huyện", "Phối hợp tổ chức hội thi."),
        ("1. Bố cục", "Dự thảo gồm 03 Điều, cụ thể:"),
        ("1.4. Giao Phòng Kinh tế", "Theo dõi, đôn đốc các ấp thực hiện."),
        ("II. NỘI DUNG, TIẾN ĐỘ, PHÂN CÔNG TRÁCH NHIỆM THỰC HIỆN", "Các nội dung dưới đây"),
        ("**3. Tham quan mô hình truyền thanh thông minh ở các xã, phường**", "Tham mưu họp."),
    ],
)
def test_a_heading_ends_where_the_next_word_had_room(heading, words):
    found = paragraphs(f"{PROSE}{heading}\n{words}\n{PROSE}")

    assert found[1] == heading.replace("**", "")
    assert found[2].startswith(words[:8])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2. Ủy ban nhân dân các", "Thị trấn: báo cáo."),
        ("1. Giao Sở", "Văn hóa, Thể thao và Du lịch tổ chức hội thi."),
        ("8. Đài Truyền hình, Đài Tiếng nói Việt", "Nam, các cơ quan báo chí đưa tin."),
        ("4. Trong giai đoạn 2026", "- 2030, mở 05 lớp."),
        ("b) Triển khai đề án ứng dụng", "AI trong công tác dịch thuật, xuất bản của xã."),
    ],
)
def test_a_name_or_a_sentence_goes_on_below(first, second):
    found = paragraphs(f"{PROSE}{first}\n{second}\n{PROSE}")

    assert found[1] == f"{first} {second}"


@pytest.mark.parametrize(
    ("before", "words", "answer"),
    [
        ("Giao Sở", "Nội vụ", True),
        ("theo đề nghị của", "Phòng Kinh tế", True),
        ("Trung tâm huyện", "Vị Thủy", True),
        ("Trung tâm huyện", "Tổ chức hội thi", False),
        ("1. Bố cục", "Dự thảo", False),
    ],
)
def test_some_words_wait_for_others(before, words, answer):
    assert hangs(before, words) is answer


def test_a_hyphen_within_a_name_is_no_bullet():
    assert joins("Sở Lao động", "- Thương binh và Xã hội")
    assert joins("phát triển kinh tế", "- xã hội")
    assert not joins("Phòng Tư pháp", "- Chủ trì rà soát")
    assert not joins("", "- Kinh tế - xã hội của xã")


def test_a_stroke_at_the_edge_of_a_page_is_no_bullet():
    long = "Xử lý nghiêm, kịp thời các trường hợp học sinh, sinh viên vi phạm Luật"

    assert (
        paragraphs(f"{long}\n- giao thông đường bộ.\n{PROSE}")[0]
        == f"{long} - giao thông đường bộ."
    )


def test_a_table_without_a_blank_line_ends_at_a_heading():
    lines = lines_of(Source("1 | Ấp Một | 5\n2 | Ấp Hai\nPHỤ LỤC\nDANH MỤC\n", "txt"))

    assert [(line.words, line.cell is None) for line in lines][-2:] == [
        ("PHỤ LỤC", True),
        ("DANH MỤC", True),
    ]


def test_a_framed_table_ends_with_its_last_row():
    lines = lines_of(Source("| TT | Tên |\n| 1 | Ấp Một |\n3. Tổ chức thực hiện\n", "txt"))

    assert [line.cell for line in lines] == [(1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2), None]


def test_words_in_columns_are_no_part_of_the_heading_above():
    page = PROSE.replace("Ủy ban", "     Ủy ban")
    found = paragraphs(f"{page}     2. Phân công trực\n TT    Họ và tên     Thời gian\n{page}")

    assert found[1:3] == ["2. Phân công trực", "TT Họ và tên Thời gian"]


def test_where_lines_go_on_at_the_edge_an_indent_begins_a_paragraph():
    page = PROSE.replace("Ủy ban", "       Ủy ban")
    name = "2. Bộ Chỉ huy Quân sự tỉnh (Ban Chỉ huy Bộ đội Biên phòng)"
    found = paragraphs(f"{page}       {name}\n       Chỉ đạo các đồn tuần tra.\n{page}")

    assert found[1:3] == [name, "Chỉ đạo các đồn tuần tra."]


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("II. CHỈ TIÊU NĂM 2026", "- 100% ấp có loa truyền thanh.", False),
        ("Tuyên truyền biển, đảo trong nhân dân các ấp giai đoạn 2026", "- 2030 và sau đó.", True),
    ],
)
def test_a_share_below_a_year_is_an_item_and_a_later_year_goes_on(first, second, together):
    found = paragraphs(f"{PROSE}{first}\n{second}\n{PROSE}")

    assert (f"{first} {second}" in found, second in found) == (together, not together)
