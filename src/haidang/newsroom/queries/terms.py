"""How names and contested words are to be written, and where a translation does otherwise."""

import re
from collections.abc import Mapping

from bs4 import BeautifulSoup
from django.db.models import Q, QuerySet

from haidang.newsroom.models import Term
from haidang.newsroom.segments import Segment
from haidang.orgs.models import Unit


def terms_for(unit: Unit) -> QuerySet[Term]:
    """The words that hold for a unit: its authority's own, and those of the authorities above."""
    parts = unit.seat.path.strip("/").split("/")
    paths = [f"/{'/'.join(parts[:stop])}/" for stop in range(1, len(parts) + 1)]
    holds = Q(unit__path__in=paths) | Q(unit__acts_for=unit.seat) | Q(unit=unit)
    found = Term.objects.filter(holds, is_retired=False)
    return found.select_related("unit", "owner__unit").order_by("vi", "pk")


def plain(segment: str) -> str:
    """A segment without its marks."""
    return BeautifulSoup(segment, "html.parser").get_text()


def is_in(word: str, text: str) -> bool:
    """Whether a text has a word, whole and in small or large letters; Khmer has no word's ends."""
    if re.search(r"[\u1780-\u17ff]", word):
        return word.replace("\u200b", "") in text.replace("\u200b", "")
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def terms_against(terms: list[Term], original: str, words: str, language: str) -> list[Term]:
    """The terms that an original segment has and its translation does not write as agreed."""
    before, after = plain(original), plain(words)
    return [
        term
        for term in terms
        if (agreed := getattr(term, language))
        and is_in(term.vi, before)
        and not is_in(agreed, after)
    ]


def contested_against(unit: Unit, said: Mapping[Segment, str], language: str) -> list[Term]:
    """The contested words that a translation does not write as their owner decided."""
    terms = list(terms_for(unit).filter(is_contested=True))
    found = [
        term
        for segment, words in said.items()
        for term in terms_against(terms, segment.data, words, language)
    ]
    return list(dict.fromkeys(found))
