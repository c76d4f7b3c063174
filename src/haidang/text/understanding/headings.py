"""Which paragraphs are headings, and where a heading that runs into its text ends."""

import re

from haidang.text.understanding.attributes import CONTENT_LABEL, attribute_of
from haidang.text.understanding.letters import compiled
from haidang.text.understanding.markers import Rank
from haidang.text.understanding.paragraphs import Paragraph
from haidang.text.understanding.nouns import UNIT
from haidang.text.understanding.titles import unit_of_heading
from haidang.text.understanding.units import subject_of
from haidang.text.understanding.verbs import begins_with_verb
from haidang.text.understanding.zones import is_capitals

_RUN_IN = compiled(r"(?P<title>[^:;]{2,260}?)\s*:\s+(?P<rest>\S)")
_ASSIGNS = compiled(r"(?:Giao|Yêu cầu|Phân công)\b", re.IGNORECASE)
_TIME_FIRST = compiled(r"(?:Đến|Trước|Trong|Từ|Năm|Giai đoạn|Phấn đấu)\b|\d", re.IGNORECASE)
_NEW_SENTENCE = compiled(r"\.\s+[A-Z]")
_CLAUSE = re.compile(r"(?:như|gồm|là|sau|đó)$|\s(?:vẫn|đang|sẽ)\s")
_PERSON = compiled(r"(?:Ông|Bà|Đồng chí|Đ/c)\b")


def heading_cut(paragraph: Paragraph, after: Paragraph | None) -> tuple[str | None, int] | None:
    """Title and the offset at which the section's own text begins; None where it is no heading."""
    rank, words, begin = paragraph.marker.rank, paragraph.words, paragraph.marker.end
    whole = len(paragraph.text)
    if rank <= Rank.GROUP:
        return (words or None), whole
    if rank in (Rank.CAPITAL, Rank.ROMAN):
        run_in = _RUN_IN.match(words)
        if run_in and is_capitals(run_in["title"]) and not is_capitals(words):
            return run_in["title"], begin + run_in.start("rest")
        return (words, whole) if len(words) < 300 else None
    if rank is Rank.ARTICLE:
        return _article_cut(words, begin, whole, after)
    if rank not in (Rank.NUMBER, Rank.NUMBER_2, Rank.NUMBER_3, Rank.LETTER):
        return None
    return _numbered_cut(paragraph, after, words, begin, whole)


def _article_cut(
    words: str, begin: int, whole: int, after: Paragraph | None
) -> tuple[str | None, int]:
    has_items = after is not None and Rank.NUMBER <= after.marker.rank <= Rank.PLUS
    titled = (
        len(words) < 120
        and not words.endswith((".", "./.", ":"))
        and (has_items or after is not None)
    )
    if titled and not subject_of(words):
        return words, whole
    return None, begin


def _numbered_cut(
    paragraph: Paragraph, after: Paragraph | None, words: str, begin: int, whole: int
) -> tuple[str | None, int] | None:
    rank = paragraph.marker.rank
    run_in = _RUN_IN.match(words)
    label = CONTENT_LABEL.match(words)
    if attribute_of(paragraph) or (label and begins_with_verb(words[label.end() :])):
        return None
    if run_in and _is_run_in_title(run_in["title"], rank):
        return run_in["title"], begin + run_in.start("rest")
    if (
        after is None
        or words.endswith((";", "./.", ",", "!", "?"))
        or after.text.startswith("Trên đây là")
    ):
        return None
    under = after.marker.rank > rank or after.cell is not None
    if not under or len(words.split()) > 60:
        return None
    if after.marker.rank is Rank.NONE and after.cell is None and words.endswith("."):
        return (words, whole) if len(words) < 90 and unit_of_heading(words) else None
    if words.endswith(":"):
        return (
            None
            if _ASSIGNS.match(words) and subject_of(_after_assigning(words))
            else (words, whole)
        )
    if rank is Rank.NUMBER:
        if words.endswith(".") and subject_of(words) and attribute_of(after) is None:
            return None
        return words, whole
    if words.endswith(".") or ";" in words or (begins_with_verb(words) and attribute_of(after)):
        return None
    return words, whole


def _after_assigning(words: str) -> str:
    return words.split(" ", 1)[1] if " " in words else ""


def _is_run_in_title(title: str, rank: Rank) -> bool:
    if _NEW_SENTENCE.search(title) or len(title.split()) > 45:
        return False
    if (
        _CLAUSE.search(title)
        or _ASSIGNS.match(title)
        or _PERSON.match(title)
        or begins_with_verb(title)
        or _TIME_FIRST.match(title)
    ):
        return False
    return not (UNIT.match(title) and not title.startswith("Đối với")) and rank <= Rank.LETTER


def is_title_below(paragraph: Paragraph, after: Paragraph) -> bool:
    """Whether the title of a part or chapter stands on the line after its number, in capitals.

    NĐ 30/2020, Phụ lục I: the title of a chapter is a line of its own.
    """
    plain_line = after.marker.rank is Rank.NONE and after.cell == paragraph.cell
    return paragraph.marker.rank <= Rank.GROUP and plain_line and is_capitals(after.text)
