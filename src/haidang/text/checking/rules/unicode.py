"""The letters themselves: Unicode in its composed form, no old tables, one way to set tones."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import partial

from lxml import etree

from haidang.text.checking.finding import Flaw, Severity
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage
from haidang.text.layout.page import PAGE_ARTICLE
from haidang.text.reading.package import W

_TONE_ARTICLE = "Thông lệ; NĐ 30/2020 không quy định"
_OLDER = re.compile(r"(?:[òóỏõọ][ae]|(?<![qQ])[ùúủũụ]y)\b", re.IGNORECASE)
_NEWER = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])\b", re.IGNORECASE)
_WORD_END = re.compile(r"\w+$")


def unicode_flaws(paper: Paper) -> Iterator[Flaw]:
    """Letters that are not what they look like, and tones set in two ways."""
    for passage in paper.passages:
        yield from _form(passage)
        if any(run.raw != run.words for run in passage.runs):
            found = "bảng mã cũ (TCVN3 hoặc VNI)"
            due = "Unicode theo TCVN 6909:2001"
            yield Flaw("old-letters", PAGE_ARTICLE, "text", found, due, (passage,))
    yield from _tones(paper.passages)


def _form(passage: Passage) -> Iterator[Flaw]:
    raw = "".join(run.raw for run in passage.runs) or passage.words
    if raw.isascii() or unicodedata.is_normalized("NFC", raw):
        return
    found, due = "chữ và dấu rời nhau (Unicode tổ hợp)", "Unicode dựng sẵn"
    mends = tuple(partial(_compose, passage.node) for _ in passage.runs[:1])
    yield Flaw("unicode-form", PAGE_ARTICLE, "text", found, due, (passage,), mends=mends)


def _compose(paragraph: etree._Element) -> None:
    """Compose the letters; a mark that begins a piece of text joins the letter before it."""
    before: etree._Element | None = None
    for element in paragraph.iter(f"{W}t"):
        text = element.text or ""
        if before is not None and text and unicodedata.combining(text[0]):
            marks = re.match(r"[\u0300-\u036f]+", text)
            count = marks.end() if marks else 0
            before.text = unicodedata.normalize("NFC", (before.text or "") + text[:count])
            text = text[count:]
        element.text = unicodedata.normalize("NFC", text)
        before = element if text else before


def _tones(passages: list[Passage]) -> Iterator[Flaw]:
    older: Counter[str] = Counter()
    newer: Counter[str] = Counter()
    for passage in passages:
        if not passage.words.isascii():
            words = unicodedata.normalize("NFC", passage.words)
            older.update(_words_with(_OLDER, words))
            newer.update(_words_with(_NEWER, words))
    if not older or not newer:
        return
    few, wanted = (older, "hoà, uỷ") if older.total() < newer.total() else (newer, "hòa, ủy")
    where = tuple(p for p in passages if any(word in p.words for word in few))
    shown = ", ".join(word for word, _ in few.most_common(4))
    due = f"đặt dấu như phần lớn văn bản: {wanted}"
    advice = Severity.ADVICE
    yield Flaw("tone-placement", _TONE_ARTICLE, "text", shown, due, where, severity=advice)


def _words_with(rime: re.Pattern[str], text: str) -> Iterator[str]:
    for found in rime.finditer(text):
        word = _WORD_END.search(text, max(found.start() - 8, 0), found.end())
        yield word[0] if word else found[0]
