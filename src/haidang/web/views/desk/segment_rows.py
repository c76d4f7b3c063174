"""The segments of a translation as the screen shows them, each beside what was said of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail_localize.models import StringTranslation

from haidang.newsroom.inline_marks import lost_links, to_text
from haidang.newsroom.models import Story, Term
from haidang.newsroom.queries.memory import Memory, memory_of
from haidang.newsroom.queries.terms import is_in, terms_against, terms_for
from haidang.newsroom.scripts import wrong_language
from haidang.newsroom.segments import Segment, is_prose, must_be_translated, segments_of

NAMES = {
    "title": "Tên bài",
    "standfirst": "Sapo",
    "body": "Nội dung",
    "where": "Ở đâu",
    "contact": "Liên hệ",
    "claim": "Thông tin sai",
    "claim_where": "Xuất hiện ở đâu",
    "answered_by": "Nơi trả lời",
    "alt": "mô tả ảnh",
    "caption": "chú thích",
    "name": "tên tệp",
    "words": "lời",
}
GROUPS = {"pictures": "Ảnh", "files": "Tệp", "sources": "Nguồn"}


@dataclass(frozen=True, slots=True)
class Row:
    """One segment: the original's words, those of the translation, and what to look at."""

    key: str
    name: str
    original: SafeString
    words: str
    state: str
    tall: int
    is_body: bool
    terms: list[tuple[str, str, bool]] = field(default_factory=list)
    offers: list[tuple[int, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    standing: str = ""


def rows_of(
    original: Story,
    story: Story,
    typed: Mapping[str, str],
    errors: Mapping[str, list[str]],
) -> list[Row]:
    """A row for each segment; what was typed and not kept yet stands in the place of the kept."""
    segments = segments_of(original)
    memory = memory_of(original, segments, story.locale)
    terms = list(terms_for(story.unit))
    language = story.language
    return [_row(one, memory, terms, language, typed, errors) for one in segments]


def _row(
    segment: Segment,
    memory: Memory,
    terms: list[Term],
    language: str,
    typed: Mapping[str, str],
    errors: Mapping[str, list[str]],
) -> Row:
    kept = memory.standing.get(segment)
    standing = to_text(kept.data) if kept else ""
    words = typed.get(segment.key, standing)
    broken = terms_against(terms, segment.data, kept.data, language) if kept else []
    found = [
        one for one in terms if getattr(one, language) and is_in(one.vi, to_text(segment.data))
    ]
    return Row(
        key=segment.key,
        name=name_of(segment.path),
        original=_underlined(to_text(segment.data), found),
        words=words,
        state=_state(segment, kept),
        is_body=segment.path == "body",
        tall=min(9, 1 + len(to_text(segment.data)) // 36),
        terms=[(one.vi, getattr(one, language), one in broken) for one in found],
        offers=[(row.pk, to_text(row.data)) for row in memory.offered.get(segment, [])],
        warnings=_warnings(segment, kept, language),
        errors=errors.get(segment.key, []),
        standing=standing if words != standing else "",
    )


def name_of(path: str) -> str:
    """What a person calls the place of a segment: `pictures.0.alt` is "Ảnh 1: mô tả ảnh"."""
    first, _, rest = path.partition(".")
    if first not in GROUPS:
        return NAMES.get(first, first)
    place, _, last = rest.partition(".")
    return f"{GROUPS[first]} {int(place) + 1}: {NAMES[last]}"


def _state(segment: Segment, kept: StringTranslation | None) -> str:
    if kept is None:
        return "left" if must_be_translated(segment.path) else "same"
    return "machine" if kept.translation_type == kept.TRANSLATION_TYPE_MACHINE else "done"


def _warnings(segment: Segment, kept: StringTranslation | None, language: str) -> list[str]:
    if kept is None:
        return []
    warnings = []
    if is_prose(segment.path) and (found := wrong_language(to_text(kept.data), language)):
        warnings.append(f"Câu này còn là {found}.")
    if lost := lost_links(kept.data, segment.data):
        warnings.append(f"Thiếu đường dẫn {', '.join(f'({one})' for one in lost)} của câu gốc.")
    return warnings


def _underlined(words: str, terms: Iterable[Term]) -> SafeString:
    """The original's words with each term of the glossary underlined where it first stands."""
    spans: list[tuple[int, int]] = []
    for term in terms:
        start = words.casefold().find(term.vi.casefold())
        if start >= 0 and all(start >= end or start + len(term.vi) <= s for s, end in spans):
            spans.append((start, start + len(term.vi)))
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces += [("", words[at:start], ""), ("<u>", words[start:end], "</u>")]
        at = end
    pieces.append(("", words[at:], ""))
    marks = {"": SafeString(""), "<u>": SafeString("<u>"), "</u>": SafeString("</u>")}
    return format_html_join("", "{}{}{}", ((marks[a], text, marks[b]) for a, text, b in pieces))
