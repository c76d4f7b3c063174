"""Every format says the same words: the .docx and the preview those of the plain text."""

import html
import io
import re
import unicodedata

import docx
from docx.table import Table as DocxTable
from docx.table import _Cell as DocxCell
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.blocks import Appendix, Document, Header, Heading, Paragraph, Signature, Table
from haidang.text.writing import write_docx, write_html, write_plain
from tests.text.papers import report

LETTERS = st.characters(exclude_categories=["Cs"]) | st.sampled_from("aăđ *[]|./;-\n\t<&\x00\x0b")
WORDS = st.text(LETTERS, max_size=40)
MARKED = st.one_of(WORDS, WORDS.map("**{}**".format), WORDS.map("a [[1.032|/so/{}]] b".format))
MAYBE = st.none() | WORDS
TABLES = st.integers(1, 4).flatmap(
    lambda wide: st.builds(
        Table,
        columns=st.tuples(*[MARKED] * wide),
        rows=st.lists(st.tuples(*[MARKED] * wide), max_size=3).map(tuple),
        numeric=st.frozensets(st.integers(0, wide)),
        strong_rows=st.frozensets(st.integers(0, 3)),
        whole_rows=st.frozensets(st.integers(0, 3), max_size=1),
    )
)
LABELS = ["I", "2", "1.2", "a", "", "Điều 3", "CHƯƠNG II", "Mục 1", "Phần thứ nhất"]
BLOCKS = st.lists(
    st.builds(Heading, st.integers(0, 4), st.sampled_from(LABELS), MARKED)
    | st.builds(Paragraph, MARKED, st.booleans())
    | TABLES,
    max_size=5,
).map(tuple)
LISTS = st.lists(WORDS, max_size=3).map(tuple)
HEADERS = st.builds(
    Header, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, st.sampled_from([None, "2024", "2024-02-09"]),
    MAYBE | st.sampled_from(["Công văn", "Công điện", "Biên bản", "Thư công"]), MAYBE,
)  # fmt: skip
APPENDICES = st.builds(
    Appendix, WORDS | st.just("Quy chế"), WORDS, WORDS, BLOCKS, st.booleans(), MAYBE
)
SIGNATURES = st.builds(Signature, LISTS, MAYBE, MAYBE)
DOCUMENTS = st.builds(
    Document, HEADERS, BLOCKS, LISTS, SIGNATURES, LISTS, LISTS,
    st.lists(APPENDICES, max_size=1).map(tuple), MAYBE,
    acting=MAYBE, urgency=st.sampled_from([None, "KHẨN"]), circulation=MAYBE,
    cosigners=st.lists(SIGNATURES, max_size=4).map(tuple), below=BLOCKS,
)  # fmt: skip


def docx_lines(data):
    """The text of a .docx as Word shows it: a paragraph a line, cells of a bordered row by tabs."""
    lines = []
    for item in docx.Document(io.BytesIO(data)).iter_inner_content():
        if not isinstance(item, DocxTable):
            lines.append(item.text)
        elif item.style.name == "Bảng có kẻ":
            lines += ["\t".join(map(words_of_cell, row._tr.tc_lst)) for row in item.rows]
        else:
            lines += [p.text for row in item.rows for cell in row.cells for p in cell.paragraphs]
    return [line for line in lines if line.strip()]


def words_of_cell(cell):
    """A row knows the cells of every column; of those that reach over several each is one."""
    return " ".join(DocxCell(cell, None).text.split("\n"))


BEGINS = re.compile(r"<article[^>]*><div[^>]*><table[^>]*>(<colgroup>.*?</thead>)")
ENDS = re.compile(r"(<colgroup>(?:(?!<colgroup>).)*?</thead>)(?:(?!<colgroup>).)*</table></div>$")


def without_repeated_headers(markup):
    """A table that ends a page and goes on at the top of the next one has its header there too."""
    pages = markup.split("</article>")
    for at in range(len(pages) - 1, 0, -1):
        begins, ended = BEGINS.search(pages[at]), ENDS.search(pages[at - 1])
        if begins and ended and begins[1] == ended[1]:
            pages[at] = pages[at].replace(begins[1], "", 1)
    return "".join(pages)


def words_of_page(markup):
    """What a reader sees of the preview, without page numbers and headers of tables repeated."""
    markup = re.sub(r'<p class="paper-page-number">\d+</p>', "", markup)
    markup = without_repeated_headers(markup)
    text = html.unescape(re.sub(r"<[^>]*>", "\n", markup))
    return "".join(text.split())


@given(DOCUMENTS)
def test_the_docx_says_the_words_of_the_plain_text(document):
    assert docx_lines(write_docx(document)) == write_plain(document).split("\n")[:-1]


@given(DOCUMENTS)
def test_the_preview_says_the_words_of_the_plain_text(document):
    assert words_of_page(write_html(document)) == "".join(write_plain(document).split())


@given(DOCUMENTS)
def test_the_same_document_is_written_the_same_again(document):
    assert write_docx(document) == write_docx(document)


def test_words_typed_in_another_unicode_form_are_written_in_nfc():
    title = unicodedata.normalize("NFD", "Hội diễn ở Cầu Ngang")

    plain = write_plain(report(blocks=(Heading(1, "I", title),)))

    assert unicodedata.is_normalized("NFC", plain)
    assert "I. HỘI DIỄN Ở CẦU NGANG./." in plain.splitlines()


def test_a_report_in_plain_text_reads_as_the_paper_does():
    lines = write_plain(report()).splitlines()

    assert lines[:6] == [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN CẦU NGANG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:       /BC-UBND",
        "Cầu Ngang, ngày        tháng 11 năm 2024",
    ]
    assert "Mười lăm xã, thị trấn phát 1.032 tin, bài với 412 giờ." in lines
    assert lines[-1] == "\t".join(["", "Tổng cộng", *["1.032"] * 14])
