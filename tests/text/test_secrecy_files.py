"""A stamp is found wherever a file can hold words, and a file that speaks of secrets is read."""

import pytest

from haidang.text.reading import read_source, secrecy_mark_of
from haidang.text.reading.beside import words_beside
from tests.text import secrecy_files as files
from tests.text.secrecy_pages import innocent_pages, stamped_pages

pytestmark = pytest.mark.promise("N19")
STAMPED = {
    f"{kind}: {name}": data
    for kind, made in (
        ("docx", files.stamped_docx()),
        ("html", files.stamped_html()),
        ("pdf", files.stamped_pdf()),
        ("pages", stamped_pages()),
    )
    for name, data in made.items()
}
INNOCENT = {
    f"{kind}: {name}": data
    for kind, made in (
        ("docx", files.innocent_docx()),
        ("html", files.innocent_html()),
        ("pages", innocent_pages()),
    )
    for name, data in made.items()
}


def mark_of(data):
    return secrecy_mark_of(data, read_source(data).text)


@pytest.mark.parametrize("name", STAMPED)
def test_a_stamp_is_found_wherever_a_file_can_hold_words(name):
    assert mark_of(STAMPED[name]) is not None


@pytest.mark.parametrize("name", INNOCENT)
def test_a_file_that_speaks_of_secrets_is_read(name):
    assert mark_of(INNOCENT[name]) is None


def test_a_page_in_letters_of_its_own_or_of_no_name_is_looked_at():
    page = '<meta charset="{}"><!-- MÂ\u0323T --><p>a</p>'

    assert words_beside(page.format("windows-1258").encode("cp1258"), "a") == "MẬT"
    assert "T" in words_beside(page.format("none").encode(), "a")
    assert words_beside(b"<", "") == ""


def test_what_is_no_package_and_no_page_has_nothing_beside_it():
    assert words_beside(b"%PDF-1.4 broken") == ""
    assert words_beside(b"plain") == ""
    assert words_beside(b"{\\rtf1 never read}") == ""
