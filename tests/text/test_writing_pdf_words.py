"""Words in a PDF are words, whatever they say; and a letter that cannot be printed is named."""

import string
import unicodedata
import warnings
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.text.blocks import Document, Header, Heading, Paragraph, Signature, Table
from haidang.text.writing import write_plain
from haidang.text.writing.pdf import MissingLettersWarning, letters_missing_in, write_pdf
from haidang.text.writing.pdf.letters import (
    FONTS,
    cut_to_fit,
    known_letters,
    letters_of,
    printable,
)
from tests.text.papers import report
from tests.text.printed import letters, pages_of_pdf

TYPST = (
    *("#import", '"@preview/x:1.0.0"', ": *", '#read("/etc/passwd")', "#sys.inputs", "#eval("),
    *(
        "$x^2$",
        "`a`",
        "```",
        "*b*",
        "_c_",
        "= d",
        "- e",
        "+ f",
        "<g>",
        "@h",
        "//",
        "/*",
        "*/",
        "\\",
    ),
    *(
        "\\u{41}",
        "#[",
        "]",
        "{",
        "}",
        "#let x = 1",
        "#panic()",
        "---",
        "~",
        "'",
        '"',
        "#",
        "(",
        ")",
    ),
    *("Điều 1. ", "Ủy ban", " ", "a", "\n", "\t"),
)
nasty = st.lists(st.sampled_from(TYPST), max_size=8).map("".join)
anything = st.text(max_size=20)


def documents(words):
    headers = st.builds(
        Header, issuer=words, number=words, symbol=words, place=words, title=words,
        document_type=words,
    )  # fmt: skip
    return st.builds(
        Document,
        header=headers,
        blocks=st.tuples(
            st.builds(Heading, st.integers(0, 4), words, words),
            st.builds(Paragraph, words),
            st.builds(Table, st.tuples(words, words), st.tuples(st.tuples(words, words))),
        ),
        recipients=st.tuples(words),
        signature=st.builds(Signature, st.tuples(words), words, words),
        addressees=st.tuples(words),
        legal_bases=st.tuples(words),
        drafter=words,
        urgency=words,
        circulation=words,
        contact=st.tuples(words),
    )


def counted(words):
    return Counter(letters(words).upper())


@settings(max_examples=25)
@given(documents(nasty))
def test_words_are_never_read_as_markup(document):
    # A running foot stands on the first page, a table's head again on each: neither is compared
    said = counted("".join(pages_of_pdf(write_pdf(document))))

    assert not counted(write_plain(document)) - said


@settings(max_examples=25)
@given(documents(anything))
def test_whatever_is_written_a_pdf_comes_of_it(document):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MissingLettersWarning)
        assert write_pdf(document).startswith(b"%PDF-1.7")


def test_every_letter_of_ours_can_be_printed():
    shown = sorted(known_letters() - set("\n\r"))
    blocks = tuple(Paragraph(" ".join(shown[at : at + 200])) for at in range(0, len(shown), 200))

    assert letters_missing_in(report(blocks=blocks)) == ()
    write_pdf(report(blocks=blocks))


def test_every_vietnamese_letter_is_in_every_face():
    marks = ["", *"\u0300\u0301\u0303\u0309\u0323"]
    vowels = "aăâeêioôơuưy"
    vietnamese = {
        unicodedata.normalize("NFC", form)
        for vowel in vowels
        for mark in marks
        for form in (vowel + mark, (vowel + mark).upper())
    }
    vietnamese |= set("đĐ" + string.ascii_letters)

    for face in FONTS.glob("Tinos-*.ttf"):
        assert vietnamese <= letters_of(face.read_bytes())
    assert len(list(FONTS.glob("Tinos-*.ttf"))) == 4


def test_the_four_faces_have_the_same_letters():
    first, *others = (letters_of(face.read_bytes()) for face in FONTS.glob("Tinos-*.ttf"))

    assert all(other == first for other in others)


def test_a_letter_that_no_face_has_is_named_and_replaced():
    document = report(blocks=(Paragraph("Xin 😀 chào 北"),))

    with pytest.warns(MissingLettersWarning, match=r"U\+5317, U\+1F600"):
        data = write_pdf(document)

    assert letters_missing_in(document) == ("北", "😀")
    assert "Xin \ufffd chào \ufffd" in pages_of_pdf(data)[0]


def test_what_prints_nothing_by_itself_is_no_missing_letter():
    document = report(blocks=(Paragraph("a\ufe0fb\u202ec\U000e0041d\ufeffe"),))

    assert letters_missing_in(document) == ()
    write_pdf(document)


def test_khmer_names_are_printed():
    names = "ភូមិ ខ្មែរ"

    assert printable(names) == names
    assert b"+NotoSerifKhmer" in write_pdf(report(blocks=(Paragraph(names),)))


def test_a_word_longer_than_its_line_is_broken():
    long = "không" * 60

    page, *_ = pages_of_pdf(write_pdf(report(blocks=(Paragraph(f"Từ {long} này."),))))

    assert long in letters(page)
    assert max(map(len, page.splitlines())) < 110


def test_letters_are_not_parted_from_what_belongs_to_them():
    cut = cut_to_fit("ខ្មែ" * 4, 14, 10, bold=False)

    assert cut == ["ខ្មែ"] * 4


@given(st.text("aẾ ខ្ម\u200d", max_size=60), st.floats(1, 100))
def test_a_text_that_is_cut_stays_what_it_was(text, room):
    assert "".join(cut_to_fit(text, 14, room, bold=True)) == text
