"""The samples: the founding plan says the same words as text, as .docx and as PDF."""

import importlib.util
import re
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from haidang.text.writing import write_docx, write_plain
from haidang.text.writing.pdf import write_pdf

SAMPLES = Path(__file__).parents[2] / "samples"
LETTERHEAD = "ỦYBANNHÂNDÂNHUYỆNCẦUNGANGCỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAMĐộclập-Tựdo-Hạnhphúc"


@pytest.fixture(scope="module")
def plan():
    """The founding plan as blocks."""
    spec = importlib.util.spec_from_file_location("make_samples", SAMPLES / "make_samples.py")
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    return maker.founding_plan(text())


def text():
    return (SAMPLES / "99-KH-UBND.txt").read_text(encoding="utf-8")


def letters(words):
    """The letters without white space and marks, for lines break elsewhere on paper."""
    return re.sub(r"[\s*]", "", unicodedata.normalize("NFC", words))


def test_the_plan_as_blocks_says_every_word_of_its_text(plan):
    assert letters(write_plain(plan)) == LETTERHEAD + letters(text())


# Where this fails after a change of the layout, run samples/make_samples.py
def test_the_docx_is_what_the_writer_makes_of_the_text(plan):
    assert (SAMPLES / "99-KH-UBND.docx").read_bytes() == write_docx(plan)


def test_the_pdf_is_what_the_writer_makes_of_the_text(plan):
    assert (SAMPLES / "99-KH-UBND.pdf").read_bytes() == write_pdf(plan)


def test_the_pdf_says_the_same_words():
    with pypdfium2.PdfDocument(SAMPLES / "99-KH-UBND.pdf") as pdf:
        pages = [page.get_textpage().get_text_bounded().split("\n", 1) for page in pdf]

    numbers = [first.strip() for first, _ in pages[1:]]
    body = "".join(
        rest if index else "\n".join(page) for index, page in enumerate(pages) for rest in page[1:]
    )
    assert numbers == ["2", "3", "4"]
    assert sorted(letters(body)) == sorted(LETTERHEAD + letters(text()))
