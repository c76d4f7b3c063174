"""What our writer writes, our reader reads back; and reading what was read changes nothing."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from haidang.text import Unreadable, read
from haidang.text.blocks import Document, Header, Heading, Paragraph, Signature, Table
from haidang.text.writing import write_docx, write_html, write_plain
from tests.text.broken import LINES, SHAPES

WRITERS = {
    "docx": write_docx,
    "html": lambda document: write_html(document).encode(),
    "txt": lambda document: write_plain(document).encode(),
}
VOCABULARY = (
    "thông tin tuyên truyền biển đảo quê hương nhân dân vùng ven loa truyền thanh buổi sinh hoạt "
    "hình ảnh bài viết du lịch lễ hội truyền thống làng nghề thủy sản học sinh thanh niên cơ sở"
).split()
ROMAN = ["I", "II", "III", "IV", "V"]

words = st.lists(st.sampled_from(VOCABULARY), min_size=3, max_size=25).map(
    lambda chosen: " ".join(chosen).capitalize()
)
short = st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=7).map(
    lambda chosen: " ".join(chosen).capitalize()
)
sentences = st.lists(words, min_size=1, max_size=3).map(lambda said: ". ".join(said) + ".")
paragraphs = st.builds(Paragraph, sentences, st.booleans())
tables = st.builds(
    Table,
    st.just(("STT", "Nội dung", "Ghi chú")),
    st.lists(st.tuples(st.integers(1, 99).map(str), short, short), min_size=1, max_size=3).map(
        tuple
    ),
)


@st.composite
def sections(draw):
    """A body of headings to three levels, each with something under it."""
    blocks = []
    for one in ROMAN[: draw(st.integers(1, 4))]:
        blocks.append(Heading(1, one, draw(short)))
        blocks += draw(st.lists(paragraphs, max_size=2))
        for two in range(1, draw(st.integers(1, 3))):
            blocks.append(Heading(2, str(two), draw(short)))
            blocks += draw(st.lists(paragraphs, min_size=1, max_size=2))
            for three in "abc"[: draw(st.sampled_from([0, 0, 2, 3]))]:
                blocks += [Heading(3, three, draw(short)), draw(paragraphs)]
        blocks.append(draw(paragraphs))
        blocks += draw(st.lists(tables, max_size=1))
    return tuple(blocks)


headers = st.builds(
    Header,
    superior=st.none(),
    issuer=st.sampled_from(["Ủy ban nhân dân xã Đảo Xanh", "Ủy ban nhân dân tỉnh Đảo Xanh"]),
    number=st.none() | st.integers(1, 9999).map("{:02}".format),
    symbol=st.sampled_from(["KH-UBND", "BC-UBND"]),
    place=st.just("Đảo Xanh"),
    date=st.sampled_from(["2026", "2026-03", "2026-01-05", "2025-12-31"]),
    document_type=st.sampled_from(["Kế hoạch", "Báo cáo", "Chương trình", "Thông báo"]),
    title=short.map("Thực hiện {} năm 2026".format),
)
documents = st.builds(
    Document,
    header=headers,
    blocks=sections(),
    recipients=st.sampled_from(
        [
            ("UBND tỉnh (b/c)", "Các ấp", "Lưu: VT"),
            ("Như trên", "CT, các PCT UBND xã", "Lưu: VT, VHXH"),
        ]
    ),
    signature=st.sampled_from(
        [
            Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Họ Và Tên"),
            Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", None),
        ]
    ),
    legal_bases=st.sampled_from(
        [(), ("Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ",)]
    ),
)


def alike(text):
    return re.sub(r"\W+", " ", text).casefold().split()


@pytest.mark.promise("N1")
@pytest.mark.parametrize("kind", WRITERS)
@given(document=documents)
def test_a_written_document_is_read_back(kind, document):
    """Văn bản do Hải Đăng viết ra (docx, html, txt) đọc lại được nguyên: thể thức, mục, lời."""
    reading = read(WRITERS[kind](document))

    header = document.header
    assert alike(reading.header.issuer) == alike(header.issuer)
    assert (reading.header.number, reading.header.symbol) == (header.number, header.symbol)
    assert (reading.header.place, reading.header.date) == (header.place, header.date)
    assert (reading.header.document_type, reading.header.title) == (
        header.document_type,
        header.title,
    )
    assert [(s.level, s.label, alike(s.title)) for s in reading.sections] == [
        (block.level, block.label, alike(block.title))
        for block in document.blocks
        if isinstance(block, Heading)
    ]
    assert (reading.recipients, reading.signature) == (document.recipients, document.signature)
    assert len(reading.legal_bases) == len(document.legal_bases)
    assert_in_order(alike(reading.text), document)


def assert_in_order(words_read, document):
    """Every word of every block stands in the text that was read, in its order."""
    there = iter(words_read)
    for block in document.blocks:
        said = (
            [block.text]
            if isinstance(block, Paragraph)
            else [block.title]
            if isinstance(block, Heading)
            else [cell for row in block.rows for cell in row]
        )
        for word in (word for part in said for word in alike(part)):
            assert word in there, word


def read_or_none(data):
    try:
        return read(data)
    except Unreadable:
        return None


@pytest.mark.promise("N1")
@given(st.sampled_from(SHAPES) | st.lists(st.sampled_from(LINES), max_size=30).map("\n".join))
def test_reading_what_was_read_changes_nothing(text):
    """Đọc lại chữ đã đọc: cùng chữ, cùng cách hiểu."""
    reading = read_or_none(text.encode())
    assume(reading)

    assert read(reading.text.encode()) == reading


@pytest.mark.parametrize("kind", WRITERS)
@given(document=documents)
def test_the_words_of_a_file_read_alone_say_the_same(kind, document):
    reading = read(WRITERS[kind](document))

    again = read(reading.text.encode())

    assert (again.text, again.header) == (reading.text, reading.header)
    assert (again.recipients, again.signature) == (reading.recipients, reading.signature)
    assert [(s.label, s.title) for s in again.sections] == [
        (s.label, s.title) for s in reading.sections
    ]


@given(st.text(max_size=200))
def test_any_text_that_was_read_is_read_alike(text):
    reading = read_or_none(text.encode())
    assume(reading and not any("Bảng mã" in warning for warning in reading.warnings))

    assert read(reading.text.encode()) == reading
