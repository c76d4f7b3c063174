"""What was translated already: of a story's own segments, and of the same words elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from uuid import uuid5

from django.db.models import Q
from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation

from haidang.newsroom.models import Story
from haidang.newsroom.segments import Segment, must_be_translated, segments_of

ALIKE = 0.6  # of the letters of two sentences: one of them is the other, changed
MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Memory:
    """What stands for each segment, and what is offered for those for which nothing stands."""

    standing: Mapping[Segment, StringTranslation] = field(default_factory=dict)
    offered: Mapping[Segment, list[StringTranslation]] = field(default_factory=dict)

    def said(self) -> dict[Segment, str]:
        """The words that stand, as a story takes them."""
        return {segment: row.data for segment, row in self.standing.items()}


def memory_of(original: Story, segments: Iterable[Segment], locale: Locale) -> Memory:
    """What is known of these segments in a language: two questions, however many they are."""
    key, found = original.translation_key, list(segments)
    rows = StringTranslation.objects.filter(locale=locale, has_error=False)
    rows = rows.select_related("translation_of", "context").order_by("-updated_at", "-pk")
    hashes = {uuid5(String.UUID_NAMESPACE, one.data) for one in found}
    same = list(
        rows.filter(translation_of__locale=original.locale, translation_of__data_hash__in=hashes)
    )
    own = {_segment(row): row for row in same if row.context and row.context.object_id == key}
    standing = {one: own[one] for one in found if one in own}
    left = [one for one in found if one not in standing]
    earlier = list(rows.filter(context__object_id=key)) if left else []
    return Memory(standing, {one: _offers(one, same, earlier) for one in left})


def _segment(row: StringTranslation) -> Segment:
    return Segment(row.context.path if row.context else "", row.translation_of.data)


def _offers(
    segment: Segment, same: list[StringTranslation], earlier: list[StringTranslation]
) -> list[StringTranslation]:
    """The same words elsewhere, then what was said for this place before its words changed."""
    exact = [row for row in same if row.translation_of.data == segment.data]
    before = [
        row
        for row in earlier
        if row.context.path.split(".")[0] == segment.path.split(".")[0]
        and SequenceMatcher(None, row.translation_of.data, segment.data).ratio() >= ALIKE
    ]
    once = {row.data: row for row in reversed([*exact, *before])}
    return list(reversed(once.values()))[:MOST_OFFERED]


def left_of(original: Story, language: Locale, *, without_body: bool = False) -> list[Segment]:
    """The segments of an original that nobody has put into a language yet."""
    segments = [one for one in segments_of(original) if must_be_translated(one.path)]
    if without_body:
        segments = [one for one in segments if one.path != "body"]
    standing = memory_of(original, segments, language).standing
    return [one for one in segments if one not in standing]


def translators_of(original: Story, story: Story) -> set[int]:
    """Everybody who wrote words of a translation, whether they stand now or did before."""
    key = original.translation_key
    rows = StringTranslation.objects.filter(locale=story.locale)
    own = Q(context__object_id=key, last_translated_by__isnull=False)
    wrote = set(rows.filter(own).values_list("last_translated_by", flat=True))
    standing = memory_of(original, segments_of(original), story.locale).standing.values()
    return wrote | {row.last_translated_by_id for row in standing if row.last_translated_by_id}
