"""Two documents compared: header to appendix, line by line, cell by cell."""

from dataclasses import replace

from haidang.text.blocks import Heading, Paragraph, Signature
from haidang.text.compare import Kind, compare
from tests.text.comparing import REPORT, bare, edited, with_blocks


def told(one, other):
    return [
        (str(change.kind), change.place, "".join(part.text for part in change.words))
        for change in compare(one, other).changes
    ]


def test_a_document_is_the_same_as_itself_and_as_its_file():
    assert compare(REPORT, REPORT).is_empty
    assert compare(REPORT, bare(REPORT)).changes == ()
    assert compare(REPORT, REPORT).same == 19


def test_every_kind_of_change_is_named_with_its_place():
    one, two, three, four, *others = REPORT.blocks
    blocks = (one, two, Heading(2, "1", "Điều hành"), three, *others[:3], four, *others[4:])

    comparison = compare(REPORT, with_blocks(REPORT, *blocks))

    assert told(REPORT, with_blocks(REPORT, *blocks)) == [
        ("added", "mục I.1, tên mục", "Điều hành"),
        ("removed", "mục II, tên mục", "ĐÁNH GIÁ CHUNG"),
        (
            "moved",
            "mục I.2, đoạn 2",
            "Đã tổ chức 21 buổi nói chuyện, với 1.032 lượt người dự",
        ),
    ]
    assert [comparison.count(kind) for kind in Kind] == [0, 0, 1, 1, 1]
    assert [change.kind.word for change in comparison.changes] == ["thêm", "bỏ", "chuyển chỗ"]


def test_cells_are_named_by_row_and_column_and_rows_come_and_go():
    appendix = REPORT.appendices[0]
    table = appendix.blocks[0]
    rows = (table.rows[0], (*table.rows[1][:4], "22"), ("3.4", "Khmer", "1", "2", "3"))
    changed = replace(appendix, blocks=(replace(table, rows=rows), appendix.blocks[1]))

    assert told(REPORT, replace(REPORT, appendices=(changed,))) == [
        ("changed", "Phụ lục, bảng 1, hàng 2 “Số buổi”, cột “Tổng”", "2122"),
        (
            "removed",
            "Phụ lục, bảng 1, hàng 3 “Lượt người dự”",
            "3.2 | Lượt người dự | 412* | 620 | 1.032",
        ),
        ("added", "Phụ lục, bảng 1, hàng 3 “Khmer”", "3.4 | Khmer | 1 | 2 | 3"),
    ]


def test_a_column_that_came_in_changes_its_rows():
    appendix = REPORT.appendices[0]
    table = appendix.blocks[0]
    wide = replace(
        table, columns=(*table.columns, "Ước"), rows=tuple((*row, "") for row in table.rows)
    )
    changed = replace(appendix, blocks=(wide, appendix.blocks[1]))

    found = compare(REPORT, replace(REPORT, appendices=(changed,))).changes

    assert {change.kind for change in found} == {Kind.CHANGED}
    assert len(found) == 4


def test_header_signature_lists_and_titles_of_appendices_are_compared():
    other = replace(
        REPORT,
        header=replace(REPORT.header, number="5", superior="UBND TỈNH"),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH"),
        cosigners=(Signature(title="THƯ KÝ"),),
        recipients=("Lưu: VT, Phòng VH&TT",),
        appendices=(replace(REPORT.appendices[0], title="SỐ LIỆU"),),
        below=(Paragraph("Xác nhận của cơ quan."),),
    )

    assert [(kind, place) for kind, place, _ in told(REPORT, other)] == [
        ("added", "cơ quan chủ quản"),
        ("added", "số văn bản"),
        ("changed", "thẩm quyền ký"),
        ("changed", "chức vụ người ký"),
        ("changed", "tiêu đề phụ lục"),
        ("added", "chức vụ người ký"),
        ("removed", "nơi nhận, dòng 1"),
        ("added", "dưới chữ ký, đoạn 1"),
    ]


def test_capitals_are_a_change_in_the_text_and_none_where_all_is_printed_in_capitals():
    assert compare(REPORT, edited(REPORT, "KẾT QUẢ THỰC HIỆN", "Kết quả thực hiện")).is_empty
    assert len(compare(REPORT, edited(REPORT, "Phát thanh", "PHÁT THANH")).changes) == 1
