"""The segments of a story: what is translated one by one, cut as wagtail-localize cuts it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Model
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.segments.types import StringSegmentValue
from wagtail_localize.strings import StringValue

from haidang.newsroom.models import Story
from haidang.newsroom.source_words import BESIDE, beside


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of an original: where it stands, and its words as HTML with inline marks alone."""

    path: str
    data: str

    @property
    def key(self) -> str:
        """What a form calls it: the same words at the same place keep their name."""
        return hashlib.sha256(f"{self.path}\0{self.data}".encode()).hexdigest()[:16]


def segments_of(story: Story) -> list[Segment]:
    """The segments of a story in the order of reading, each once, without what is empty."""
    values = [*_values(story), *_beside_values(story)]
    found = [Segment(value.path, value.string.data) for value in values]
    return [one for one in dict.fromkeys(found) if one.data.strip()]


def _values(story: Story) -> list[StringSegmentValue]:
    return [one for one in extract_segments(story) if isinstance(one, StringSegmentValue)]


def _beside_values(story: Story) -> list[StringSegmentValue]:
    return [StringSegmentValue(path, words) for path, words in beside(story) if words]


def beside_values(story: Story, first: int) -> list[StringSegmentValue]:
    """The words of pictures, files and sources as values to be kept, numbered from `first` on."""
    values = _beside_values(story)
    return [value.with_order(place) for place, value in enumerate(values, start=first)]


def put_into(original: Story, target: Story, said: Mapping[Segment, str]) -> None:
    """Give a translation the words that were translated; those that were not stay as they are."""
    values = []
    for value in extract_segments(original):
        if isinstance(value, StringSegmentValue):
            value = _said(value, said)
        values.append(value)
    ingest_segments(original, target, original.locale, target.locale, values)
    _put_beside(original, target, said)


def _said(value: StringSegmentValue, said: Mapping[Segment, str]) -> StringSegmentValue:
    found = said.get(Segment(value.path, value.string.data))
    if found is None:
        return value
    string = StringValue.from_translated_html(found)
    return StringSegmentValue(value.path, string, attrs=value.attrs, order=value.order)


def _put_beside(original: Story, target: Story, said: Mapping[Segment, str]) -> None:
    words = {value.path: _said(value, said).render_text() for value in _beside_values(original)}
    for relation, fields in BESIDE.items():
        rows = [_copy(row, place) for place, row in enumerate(getattr(original, relation).all())]
        for place, row in enumerate(rows):
            for field in fields:
                setattr(row, field, words.get(f"{relation}.{place}.{field}", ""))
        setattr(target, relation, rows)


def _copy(row: Model, place: int) -> Model:
    names = [field.attname for field in row._meta.concrete_fields if not field.primary_key]
    facts = {name: getattr(row, name) for name in names if name != "story_id"}
    return type(row)(**facts | {"sort_order": place})


def must_be_translated(path: str) -> bool:
    """Whether a segment may not stay as it is; names of sources and of files may."""
    return path.partition(".")[0] not in {"sources", "files"}


def is_summary(page: Story, original: Story) -> bool:
    """Whether a translation says in short what its original says at length."""
    return bool(original.body) and not page.body


def is_prose(path: str) -> bool:
    """Whether a segment is a text, whose language shows; names and addresses say nothing of it."""
    return path in {"title", "standfirst", "body", "claim"} or path.startswith("pictures.")
