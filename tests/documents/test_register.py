"""What the register prints of a document, how symbols are made, and how words are found."""

import doctest

import pytest

from haidang.documents import folding, symbols
from haidang.documents.enums import Priority
from haidang.documents.register import line_of
from haidang.documents.symbols import symbol_of
from haidang.text.blocks import Document, Header, Signature
from tests.makers.documents import letter


def test_the_examples_of_the_docstrings_hold():
    for module in (symbols, folding):
        assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("document_type", "symbol"),
    [
        ("kế hoạch", "KH-UBND"),
        ("quy định", "QyĐ-UBND"),
        ("công văn", "UBND-VX"),
        ("thư công", "UBND-VX"),
    ],
)
def test_symbol_of(document_type, symbol):
    assert symbol_of(document_type, "UBND", "VX") == symbol


def test_line_of_reads_the_columns_off_the_document():
    line = line_of(letter(), copies=9, pages=2, note=" Gấp ")

    assert (line.symbol, line.document_type) == ("BC-UBND", "Báo cáo")
    assert line.recipients.splitlines() == [
        "Ủy ban nhân dân tỉnh Thử",
        "CT, các PCT UBND huyện",
    ]
    assert (line.filed_with, line.copies, line.pages, line.note) == (
        "VT, VHTT (05 bản)",
        9,
        2,
        "Gấp",
    )


def test_line_of_takes_copies_from_box_12_and_urgency_from_box_10():
    bare = Document(
        Header(title="Việc thử"), (), (), Signature(), drafter="PL.(300)", urgency="Hỏa tốc"
    )

    line = line_of(bare)

    assert (line.document_type, line.copies, line.priority) == ("Công văn", 300, Priority.EXPRESS)
    assert (line.filed_with, line.signer) == ("VT", "")
