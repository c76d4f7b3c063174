"""Tables of duties: heads over two rows, cells over several rows, group rows."""

import pytest

from haidang.text.blocks import Source
from haidang.text.reading.docx import read_docx
from haidang.text.reading.html import read_html
from haidang.text.understanding import understand
from tests.text.files import cell, docx, p, table

TITLE = "ỦY BAN NHÂN DÂN XÃ MỸ LONG|Số: 5/KH-UBND|KẾ HOẠCH|Tuyên truyền năm 2026|I. NHIỆM VỤ"
ABOVE = '<w:vMerge w:val="restart"/>'
BELOW = "<w:vMerge/>"


def wide(columns):
    return f'<w:gridSpan w:val="{columns}"/>'


def duties_of(*rows):
    made = table(*[[cell(p(words), properties=how) for words, how in row] for row in rows])
    body = "".join(map(p, TITLE.split("|"))) + made + p("Nơi nhận:") + p("- Lưu: VT.")
    return understand(read_docx(docx(body))).duties


def row(*words):
    return [(word, "") for word in words]


def told(duties):
    return [
        (duty.unit, duty.lead, duty.coordinate, duty.deadline.phrase if duty.deadline else None)
        for duty in duties
    ]


def test_a_second_header_row_says_who_leads_and_who_helps():
    duties = duties_of(
        [("STT", ABOVE), ("Nhiệm vụ", ABOVE), ("Trách nhiệm", wide(2)), ("Thời hạn", ABOVE)],
        [("", BELOW), ("", BELOW), ("Chủ trì", ""), ("Phối hợp", ""), ("", BELOW)],
        row("I", "THÔNG TIN", "", "", ""),
        row("1", "In tờ gấp", "Công an xã", "Các ấp; Hội Nông dân", "Quý II/2026"),
    )

    assert told(duties) == [("Công an xã", "Công an xã", ("Các ấp", "Hội Nông dân"), "Quý II/2026")]
    assert duties[0].label == "I.1"


@pytest.mark.parametrize("head", ["Đơn vị thực hiện", "Đơn vị", "Phân công", "Người phụ trách"])
def test_who_does_it_leads_only_where_the_head_says_so(head):
    duties = duties_of(
        row("TT", "Nội dung công việc", head, "Thời gian"),
        row("(1)", "(2)", "(3)", "(4)"),
        row("1", "Treo băng rôn", "Đoàn Thanh niên", "Tháng 5/2026"),
    )

    assert told(duties) == [("Đoàn Thanh niên", None, (), "Tháng 5/2026")]


def test_a_cell_over_several_rows_speaks_for_each_and_an_empty_one_for_none():
    duties = duties_of(
        row("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn"),
        [("1", ""), ("Viết kịch bản", ""), ("Phòng Y tế", ABOVE), ("Các ấp", ABOVE), ("Quý I", "")],
        [("2", ""), ("Mời khách", ""), ("", BELOW), ("", BELOW), ("", "")],
        row("3", "Dọn hội trường", "Công an xã", "", ""),
    )

    assert [(unit, mates) for unit, _, mates, _ in told(duties)] == [
        ("Phòng Y tế", ("Các ấp",)),
        ("Phòng Y tế", ("Các ấp",)),
        ("Công an xã", ()),
    ]
    assert [phrase for *_, phrase in told(duties)] == ["Quý I", None, None]


def test_a_table_without_doers_holds_no_duties():
    assert not duties_of(
        row("TT", "Nội dung", "Kinh phí", "Ghi chú"), row("1", "In tờ gấp", "5.000", "")
    )


def test_in_a_page_a_cell_over_several_rows_moves_the_columns_after_it():
    page = (
        "<p>KẾ HOẠCH</p><p>I. NHIỆM VỤ</p><table>"
        "<tr><th>STT<th>Nội dung<th>Chủ trì<th>Thời hạn</tr>"
        "<tr><td>1<td>Viết bài<td rowspan=2>Phòng Y tế<td>Quý I</tr>"
        "<tr><td>2<td>Phát bài<td>Quý II</tr></table>"
    )
    source = read_html(page.encode())

    assert source.reached == ((1, 3, 3),)
    assert told(understand(source).duties) == [
        ("Phòng Y tế", "Phòng Y tế", (), "Quý I"),
        ("Phòng Y tế", "Phòng Y tế", (), "Quý II"),
    ]


def test_in_plain_text_a_second_header_row_begins_at_the_left_edge():
    text = (
        "KẾ HOẠCH\nTuyên truyền\nI. NHIỆM VỤ\n"
        "STT | Nhiệm vụ | Đơn vị thực hiện | Thời hạn\n"
        "Chủ trì | Phối hợp\n"
        "1 | In tờ gấp | Công an xã | Các ấp | Quý II/2026\n"
        "Nơi nhận:\n- Lưu: VT.\n"
    )

    assert told(understand(Source(text, "txt")).duties) == [
        ("Công an xã", "Công an xã", ("Các ấp",), "Quý II/2026")
    ]
