"""Large and crooked documents: everything in them is printed, nothing runs off the page."""

import pypdfium2
import pytest

from haidang.text.blocks import Heading, Paragraph, Table
from haidang.text.writing.pdf import write_pdf
from tests.text.papers import PROSE, report
from tests.text.printed import pages_of_pdf, said_in

LONG = "dàidằngdặc. " * 1200  # one word each: a page never ends within it


def printed(*blocks, **fields):
    return pages_of_pdf(write_pdf(report(blocks=blocks, appendices=(), **fields)))


def test_a_table_of_two_thousand_rows_has_its_head_on_each_page():
    rows = tuple((str(number), f"Việc thứ {number}") for number in range(2000))

    pages = printed(Table(("TT", "Tên việc"), rows))

    assert len(pages) > 40
    assert all("TT Tên việc" in " ".join(page.split()) for page in pages[:-1])
    assert "Việc thứ 1999" in pages[-1]


@pytest.mark.parametrize(
    "table",
    [
        Table(("TT", "Nội dung"), (("1", LONG), ("2", "ngắn"))),
        Table(("TT", "Nội dung"), (("1", f"một\n{LONG}\nhai"),)),
        Table(("TT", LONG), (("1", "a"), ("2", "b"))),
    ],
)
def test_a_row_higher_than_a_page_goes_on_overleaf(table):
    pages = printed(table)

    assert len(pages) >= 3
    assert said_in(pages).count("dàidằngdặc.") == 1200


def test_a_row_that_fits_on_a_page_is_not_cut():
    rows = tuple((str(number), PROSE) for number in range(1, 30))

    pages = printed(Table(("TT", "Nội dung"), rows))

    for page in pages:
        assert page.count("Ủy ban nhân dân huyện") == page.count("hình ảnh địa phương.")


def test_lists_and_headings_longer_than_a_page_go_on_overleaf():
    many = tuple(f"Cơ quan thứ {number}" for number in range(150))
    pages = printed(Heading(1, "I", LONG), recipients=many, legal_bases=many)

    said = said_in(pages)
    assert said.count("DÀIDẰNGDẶC.") == 1200
    assert said.count("Cơquanthứ") == 300


def test_headings_without_text_between_them_fill_pages():
    headings = tuple(Heading(2, str(number), "Đầu đề") for number in range(1, 121))

    pages = printed(*headings)

    assert sum(page.count("Đầu đề") for page in pages) == 120
    assert len(pages) < 8


def test_three_hundred_pages_are_written():
    blocks = tuple(Paragraph(f"{number}. {PROSE * 2}") for number in range(1900))

    with pypdfium2.PdfDocument(write_pdf(report(blocks=blocks, appendices=()))) as pdf:
        assert len(pdf) > 300
        ends = [pdf[at].get_textpage().get_text_bounded() for at in (len(pdf) - 2, len(pdf) - 1)]

    assert "1899." in "".join(ends)


def test_a_table_without_rows_or_columns_is_left_out_or_a_head():
    (bare,) = printed(Table((), ()))
    (head,) = printed(Table(("TT", "Tên việc"), ()))

    assert "Tên việc" not in bare
    assert "Tên việc" in head


def test_more_columns_than_fit_are_broken_into_letters():
    columns = tuple(f"Cột {number}" for number in range(60))

    page, *_ = printed(Table(columns, (columns,)))

    assert said_in([page]).count("Cột") == 120


def test_a_frame_wider_than_the_page_holds_its_words():
    page, *_ = printed(circulation="LƯU HÀNH NỘI BỘ " * 30)

    assert said_in([page]).count("LƯUHÀNHNỘIBỘ") == 30


def test_a_row_that_fits_a_page_only_without_the_head_of_the_table_is_cut():
    high = "dàidằngdặc. " * 130

    pages = printed(Table(("TT", "Nội dung " * 40), (("1", high),) * 3), Paragraph("Hết"))

    assert said_in(pages).count("dàidằngdặc.") == 3 * 130
