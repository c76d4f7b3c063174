"""Word documents: paragraphs, tables, numbers that Word makes, changes as accepted."""

import io
import zipfile

import pytest

from haidang.text import Unreadable, read
from haidang.text.reading import read_source
from tests.text.files import MC, W, cell, docx, p, table

NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
<w:lvl w:ilvl="4"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%5)"/></w:lvl>
<w:lvl w:ilvl="5"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%6."/></w:lvl>
<w:lvl w:ilvl="6"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
STYLES = f"""<w:styles {W}><w:style w:styleId="Muc"><w:pPr><w:numPr><w:ilvl w:val="3"/>
<w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>"""


def numbered(words, level):
    return p(
        words,
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr></w:pPr>',
    )


def test_paragraphs_and_cells_keep_their_places():
    source = read_source(
        docx(
            table([cell(p("UBND XÃ A"), p("Số: 1/KH-UBND")), cell(p("CỘNG HÒA"))])
            + p("")
            + p("KẾ HOẠCH")
        )
    )

    assert source.text == "UBND XÃ A\nSố: 1/KH-UBND | CỘNG HÒA\n\n\nKẾ HOẠCH\n"
    assert [(place.where, place.cell) for place in source.places] == [
        ("bảng 1, hàng 1, ô 1", (1, 1, 1)),
        ("bảng 1, hàng 1, ô 1", (1, 1, 1)),
        ("bảng 1, hàng 1, ô 2", (1, 1, 2)),
        ("đoạn 5", None),
    ]
    assert [source.text[place.start : place.end] for place in source.places] == [
        "UBND XÃ A",
        "Số: 1/KH-UBND",
        "CỘNG HÒA",
        "KẾ HOẠCH",
    ]


def test_the_numbers_that_word_makes_are_written_out():
    body = [numbered("Mục", 0), numbered("Một", 1), numbered("Hai", 1), numbered("Điểm", 2)]
    body += [numbered("Gạch", 3), numbered("Mục nữa", 0), numbered("Lại một", 1)]
    body += [numbered("La mã", 4), numbered("Chữ hoa", 5), numbered("Trơn", 6)]
    body += [p("Theo kiểu", '<w:pPr><w:pStyle w:val="Muc"/></w:pPr>')]
    body += [p("Không số", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')]

    source = read_source(docx("".join(body), numbering=NUMBERING, styles=STYLES))

    assert source.text.splitlines() == [
        "I. Mục",
        "1. Một",
        "2. Hai",
        "a) Điểm",
        "- Gạch",
        "II. Mục nữa",
        "1. Lại một",
        "(i) La mã",
        "A. Chữ hoa",
        "Trơn",
        "- Theo kiểu",
        "Không số",
    ]


def test_tracked_changes_are_read_as_accepted():
    body = (
        "<w:p><w:r><w:t>Giao </w:t></w:r><w:ins><w:r><w:t>Sở A</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>Sở B</w:delText></w:r></w:del><w:r><w:tab/><w:t>rà</w:t>"
        "<w:noBreakHyphen/><w:br/><w:t>soát</w:t></w:r></w:p>"
    )

    assert read_source(docx(body)).text == "Giao Sở A\trà-\nsoát\n"


def test_text_boxes_are_read_once():
    box = f"<w:txbxContent>{p('Trong hộp')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>Ngoài</w:t><mc:AlternateContent {MC}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert read_source(docx(body)).text == "Ngoài\nTrong hộp\n"


def test_merged_and_nested_cells_are_read_once():
    wide = '<w:gridSpan w:val="2"/>'
    begun, gone_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        [cell(p("A"), properties=wide), cell(p("B"), properties=begun)],
        [cell(p("C")), cell(table([cell(p("trong"))])), cell(p("B"), properties=gone_on)],
    )

    source = read_source(docx(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"))

    assert [(source.text[x.start : x.end], x.cell) for x in source.places] == [
        ("A", (1, 1, 1)),
        ("B", (1, 1, 3)),
        ("C", (1, 2, 1)),
        ("trong", (1, 2, 2)),
    ]


def test_a_table_of_duties_is_read_with_its_second_header_row():
    head = ("TT", "Tên nhiệm vụ", "Sở, ngành chủ trì tham mưu", "Đơn vị phối hợp thực hiện")
    rows = [
        [cell(p(words)) for words in (*head, "Thời gian thực hiện")],
        [cell(p(words)) for words in ("", "(1)", "(2)", "(3)", "(4)")],
        [
            cell(p(words))
            for words in ("1", "Rà soát loa.", "Sở A", "Các xã; Sở B", "Xong trong Quý II/2026")
        ],
        [
            cell(p("2")),
            cell(p("In tờ rơi.")),
            cell(p("Sở A"), p("Sở C")),
            cell(),
            cell(p("Hàng năm")),
        ],
    ]
    body = p("KẾ HOẠCH") + p("Tuyên truyền") + p("Nội dung xong./.") + p("Nơi nhận:")
    body += p("Phụ lục") + p("DANH MỤC NHIỆM VỤ") + table(*rows)

    duties = read(docx(body)).duties

    assert [(d.label, d.text, d.unit, d.coordinate, d.recurrence) for d in duties] == [
        ("Phụ lục.1", "Rà soát loa.", "Sở A", ("Các xã", "Sở B"), None),
        ("Phụ lục.2", "In tờ rơi.", "Sở A; Sở C", (), "Hàng năm"),
    ]
    assert duties[0].lead == "Sở A"
    assert (duties[0].deadline.phrase, duties[0].deadline.due_on) == (
        "Xong trong Quý II/2026",
        "2026-06-30",
    )


def _zip(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return made.getvalue()


ENTITIES = (
    f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document '
    f"{W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_zip(other="x"), "archive"),
        (_zip(word__document="<broken"), "broken"),
        (_zip(word__document=f"<w:document {W}/>"), "broken"),
        (_zip(word__document=" " * 5_000_000), "zip-bomb"),
        (docx(p("x"))[:200], "broken"),
        (docx(p("")), "empty"),
        (_zip(word__document=ENTITIES), "empty"),
    ],
)
def test_what_is_no_word_document_is_refused_by_name(data, code):
    with pytest.raises(Unreadable) as refused:
        read_source(data)

    assert refused.value.code == code


def test_a_locked_part_is_refused():
    data = bytearray(docx(p("x")))
    for start in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[start] |= 1

    with pytest.raises(Unreadable) as refused:
        read_source(bytes(data))

    assert refused.value.code == "password"
