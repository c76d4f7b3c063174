"""A stamp is found wherever a file can hold words, and a file that speaks of secrets is read."""

import pytest

from haidang.text.reading import read_source, secrecy_mark_of
from tests.text import secrecy_files as files

pytestmark = pytest.mark.promise("N19")
STAMPED = {
    f"{kind}: {name}": data
    for kind, made in (
        ("docx", files.stamped_docx()),
        ("html", files.stamped_html()),
        ("pdf", files.stamped_pdf()),
    )
    for name, data in made.items()
}
INNOCENT = {
    f"{kind}: {name}": data
    for kind, made in (("docx", files.innocent_docx()), ("html", files.innocent_html()))
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
