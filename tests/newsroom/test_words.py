"""The portal's own words: every one has its English, and no Khmer goes out unsigned."""

import gettext
import re
from pathlib import Path

import pytest

from haidang.newsroom import section_words

ROOMS = Path(__file__).resolve().parents[2] / "src/haidang"
LOCALE = ROOMS / "newsroom/locale"
ENTRY = re.compile(r'((?:^#.*\n)*)^msgid "(.+)"\nmsgstr "(.*)"$', re.MULTILINE)


def entries(language):
    """Comment, word and translation of each entry of a catalogue as it was written."""
    return ENTRY.findall((LOCALE / language / "LC_MESSAGES/django.po").read_text())


def compiled(language):
    with (LOCALE / language / "LC_MESSAGES/django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def words_of_the_portal():
    pages = "".join(path.read_text() for path in (ROOMS / "web/templates/newsroom").rglob("*.html"))
    named = (table for name, table in vars(section_words).items() if name.isupper())
    shown = {word for table in named if isinstance(table, dict) for word in table.values()}
    return set(re.findall(r'{% (?:plain_)?word "([^"]+)"', pages)) | shown


@pytest.mark.parametrize("language", ["en", "km"])
def test_catalogues_hold_the_words_of_the_portal(language):
    assert {word for _, word, _ in entries(language)} == words_of_the_portal()


@pytest.mark.parametrize("language", ["en", "km"])
def test_what_runs_is_what_is_written(language):
    said = compiled(language)

    assert [said.gettext(word) for _, word, _ in entries(language)] == [
        translation or word for _, word, translation in entries(language)
    ]


def test_every_word_has_its_english():
    assert [word for _, word, translation in entries("en") if not translation] == []


def test_khmer_words_name_who_signed_them_off():
    unsigned = [
        word
        for comment, word, translation in entries("km")
        if translation and "# signed off by " not in comment
    ]

    assert unsigned == []
