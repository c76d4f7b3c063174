"""The preview's pages: full but not over-full, cut where Word would cut, nothing lost."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from haidang.text.blocks import Appendix, Heading, Paragraph, Table
from haidang.text.layout.page import Margins
from haidang.text.layout.widths import MM_PER_PT
from haidang.text.writing.grids import Grid
from haidang.text.writing.lines import Columns, Line
from haidang.text.writing.pages import pages_of, stack_height
from haidang.text.writing.rows import wrapped
from haidang.text.writing.sheets import sheets_of
from tests.text.papers import PROSE, report

LENGTHS = st.lists(st.integers(1, 260), max_size=12)


def sheet_of(*blocks):
    return sheets_of(report(blocks=blocks, appendices=()), Margins())[0]


def words_of(items):
    return " ".join(item.text.strip() for item in items if isinstance(item, Line))


@given(LENGTHS)
def test_pages_are_never_over_full_and_say_every_word_once(lengths):
    blocks = [Paragraph(" ".join([f"chữ{n}"] * length)) for n, length in enumerate(lengths)]
    sheet = sheet_of(*blocks)

    pages = pages_of(sheet)

    assert words_of(chain.from_iterable(pages)) == words_of(sheet.items)
    full = sheet.page.text_height / MM_PER_PT
    assert all(stack_height(page, sheet.page.text_width) <= full + 1e-6 for page in pages)


@given(LENGTHS)
def test_no_line_of_a_paragraph_stands_alone(lengths):
    sheet = sheet_of(*(Paragraph(" ".join(["chữ"] * length)) for length in lengths))

    for page in pages_of(sheet):
        for item in page:
            if isinstance(item, Line) and not (item.begins and item.ends):
                assert len(wrapped(item, sheet.page.text_width)) >= 2


@given(st.integers(0, 60))
def test_a_heading_never_ends_a_page(lines):
    blocks = [Paragraph("một dòng")] * lines + [Heading(1, "I", "Đề mục"), Paragraph(PROSE * 3)]

    for page in pages_of(sheet_of(*blocks)):
        assert not (isinstance(page[-1], Line) and page[-1].component.outline)


@given(st.integers(0, 60))
def test_the_signature_never_stands_alone_on_a_page(lines):
    *_, last = pages_of(sheet_of(*[Paragraph("một dòng")] * lines, Paragraph("hết")))

    assert isinstance(last[-1], Columns)
    assert isinstance(last[-2], Line)
    assert last[-2].text == "hết./."


def test_headings_without_end_still_make_pages():
    pages = pages_of(sheet_of(*[Heading(1, "I", "Đề mục")] * 200))

    assert sum(isinstance(item, Line) and item.component.outline == 1
               for page in pages for item in page) == 200  # fmt: skip


def test_a_long_table_repeats_its_header_and_keeps_its_rows_whole():
    rows = tuple((str(number), PROSE) for number in range(120))
    table = Appendix("Phụ lục", "Bảng", "", (Table(("TT", "Việc"), rows),))

    pages = pages_of(sheets_of(report(appendices=(table,)), Margins())[1])

    grids = [item for page in pages for item in page if isinstance(item, Grid)]
    assert len(grids) == len(pages) > 3
    assert len({grid.head for grid in grids}) == 1
    numbers = [row[0][0].text for grid in grids for row in grid.rows]
    assert numbers == [str(number) for number in range(120)]


@given(st.integers(0, 40))
def test_the_header_of_a_table_never_stands_without_a_row(lines):
    table = Table(("TT", "Việc"), tuple((str(number), PROSE) for number in range(20)))

    pages = pages_of(sheet_of(*[Paragraph("một dòng")] * lines, table))

    grids = [item for page in pages for item in page if isinstance(item, Grid)]
    assert all(grid.rows for grid in grids)
    assert sum(len(grid.rows) for grid in grids) == 20
