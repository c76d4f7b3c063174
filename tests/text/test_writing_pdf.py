"""The PDF: the decree's page, tagged, archival, in our own faces, the same bytes each time."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from PIL import ImageOps

from haidang.text.blocks import Appendix, Document, Header, Heading, Paragraph, Signature, Table
from haidang.text.layout import DateError
from haidang.text.layout.page import Margins
from haidang.text.writing import UnevenTableError, write_plain
from haidang.text.writing.pdf import NotDrawnError, write_pdf
from haidang.text.writing.pdf.typesetter import typeset
from tests.text.papers import report
from tests.text.printed import letters, lines_of_pdf, pages_of_pdf, said_in

ANOTHER = Appendix("Phụ lục II", "Việc", "(Kèm theo)", (Paragraph("Một việc. " * 400),))


@pytest.fixture(scope="module")
def written():
    return write_pdf(report())


def outline(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return [(item.level, item.get_title()) for item in pdf.get_toc()]


def test_it_says_the_words_of_every_other_format_in_their_order(written):
    assert said_in(pages_of_pdf(written)) == letters(write_plain(report()))


def test_pages_are_numbered_but_for_the_first_and_anew_in_each_appendix():
    document = report(blocks=report().blocks * 2, appendices=(ANOTHER, ANOTHER))

    tops = [page[0] for page in lines_of_pdf(write_pdf(document))]

    assert tops == [
        "ỦY BAN NHÂN DÂN", "2", "3", "4", "5", "Phụ lục II", "2", "Phụ lục II", "2"
    ]  # fmt: skip


def test_an_appendix_may_lie_on_its_side(written):
    with pypdfium2.PdfDocument(written) as pdf:
        sizes = [tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in pdf]

    assert sizes == [(210, 297)] * 3 + [(297, 210)]


def test_margins_are_those_asked_for():
    wide = Margins(top=25, left=35, right=20, bottom=25)
    document = report(blocks=(Paragraph("Một việc đã làm xong. " * 30),) * 12, appendices=())

    with pypdfium2.PdfDocument(write_pdf(document, wide)) as pdf:
        picture = pdf[1].render(scale=2 * 25.4 / 72).to_pil()
    ink = ImageOps.invert(picture.convert("L")).crop((0, 2 * 20, 2 * 210, 2 * 297)).getbbox()
    left, top, right, bottom = (at / 2 for at in ink)

    assert (left, right) == pytest.approx((35, 190), abs=0.6)
    assert 25 <= top + 20 < 28
    assert 262 < bottom + 20 <= 272


def test_it_is_archival_tagged_and_says_its_language(written):
    for mark in (
        b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A<",
        b"<pdfuaid:part>1<",
        b"/Lang(vi-VN)",
        b"/Marked true",
        b"/DisplayDocTitle true",
        b"/GTS_PDFA1",
    ):
        assert mark in written


def test_it_has_title_author_and_the_day_of_the_document():
    header = replace(report().header, date="2024-11-25")

    with pypdfium2.PdfDocument(write_pdf(report(header=header))) as pdf:
        said = pdf.get_metadata_dict()

    assert said["Title"] == "Báo cáo Kết quả công tác thông tin đối ngoại năm 2024"
    assert said["Author"] == "Ủy ban nhân dân huyện Cầu Ngang"
    assert said["CreationDate"] == said["ModDate"] == "D:20241125000000Z"


@pytest.mark.parametrize("date", [None, "2024-11", "2024-02-31"])
def test_without_a_day_the_clock_is_not_asked(date):
    header = replace(report().header, date=date)

    with pypdfium2.PdfDocument(write_pdf(report(header=header))) as pdf:
        assert pdf.get_metadata_dict()["CreationDate"] == "D:19800101000000Z"


def test_headings_stand_in_the_outline(written):
    assert outline(written)[:5] == [
        (0, "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH"),
        (0, "II. KẾT QUẢ THỰC HIỆN"),
        (1, "1. Phát thanh và trang thông tin điện tử"),
        (2, "a) Trạm Truyền thanh xã, thị trấn"),
        (2, "b) Trang thông tin điện tử"),
    ]


def test_no_level_of_the_outline_is_skipped():
    blocks = (Heading(3, "a", "Một"), Heading(1, "I", "Hai"), Heading(3, "a", "Ba"))

    assert [level for level, _ in outline(write_pdf(report(blocks=blocks)))] == [0, 0, 1, 0]


def test_only_our_own_faces_are_in_it(written):
    names = set(re.findall(rb"/FontName/[A-Z]{6}\+([\w-]+)", written))

    assert names == {b"Tinos", b"Tinos-Bold", b"Tinos-Italic", b"Tinos-BoldItalic"}
    assert written.count(b"/FontFile2") == 4


def test_a_figure_is_printed_alone():
    words = pages_of_pdf(write_pdf(report(blocks=(Paragraph("có **[[412|/so/7]]** tin"),))))[0]

    assert "có 412 tin" in words


@pytest.mark.promise("N9")
def test_equal_documents_give_equal_bytes(written):
    """Hai văn bản như nhau cho bản PDF giống nhau từng byte, khác nhau thì khác."""
    assert write_pdf(report()) == written
    assert write_pdf(report(recipients=("UBND xã",))) != written


def test_an_empty_document_is_a_page():
    assert len(pages_of_pdf(write_pdf(Document(Header(), (), (), Signature())))) == 1


def test_what_no_writer_can_write_is_refused_by_name():
    with pytest.raises(UnevenTableError, match="Hàng 1"):
        write_pdf(report(blocks=(Table(("A", "B"), (("1",),)),)))
    with pytest.raises(DateError, match="31/02"):
        write_pdf(report(header=Header(date="31/02")))


def test_what_the_typesetter_cannot_draw_is_refused_by_name():
    with pytest.raises(NotDrawnError, match="Không dựng được PDF"):
        typeset("{}")
