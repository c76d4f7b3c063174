"""What readers of a story are told beside it: its corrections, and that its original was corrected.

The words of a notice stand in the language of the story that it was written for.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from haidang.newsroom.enums import Act
from haidang.newsroom.models import Publication, Story
from haidang.newsroom.queries.translations import is_behind
from haidang.prepared import prepared


@dataclass(frozen=True, slots=True)
class Correction:
    """A public notice: since when it is so, and the words."""

    at: dt.datetime
    words: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands above a story; `original_corrected` is told on a translation that is behind."""

    corrections: Sequence[Correction] = ()
    original_corrected: Correction | None = None
    original: Story | None = None

    def __bool__(self) -> bool:
        return bool(self.corrections or self.original_corrected)


def notes_of(story: Story) -> Notes:
    """The notes of a story as readers see it, the newest first: two or three questions."""
    corrections = _corrections(story)
    if not story.written_from or not is_behind(story):
        return Notes(corrections)
    original = _original(story)
    since = story.last_published_at
    newer = [c for c in _corrections(original) if since is None or c.at > since] if original else []
    return Notes(corrections, newer[0] if newer else None, original)


def last_notice(story: Story) -> Publication | None:
    """The publication by which a story was taken from the public; None where it was not."""
    last = next(iter(_publications(story.pk)), None)
    return last if last and last.act == Act.WITHDRAWN else None


def _corrections(story: Story) -> list[Correction]:
    """The corrections since the story was last put before the public anew."""
    found: list[Correction] = []
    for publication in _publications(story.pk):
        if publication.act != Act.CORRECTED:
            break
        found.append(Correction(publication.at, publication.notice))
    return found


@prepared
def _publications(story: int) -> QuerySet[Publication]:
    return Publication.objects.filter(story=story).order_by("-pk")


def _original(story: Story) -> Story | None:
    others = Story.objects.filter(translation_key=story.translation_key, written_from="")
    found: Story | None = others.exclude(pk=story.pk).select_related("locale").first()
    return found
