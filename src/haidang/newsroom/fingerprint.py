"""The fingerprint of a story: the hash of everything of it that the public would get.

Every fact of a story counts unless it is named here as one that nobody outside is shown, so a
fact that is added one day falls under the gate by itself.
"""

import datetime as dt
import hashlib
import json
from typing import Any

from django.db.models import Field, Model, QuerySet

from haidang.newsroom.models.picture import Picture
from haidang.newsroom.models.story import Story, StoryPicture
from haidang.prepared import prepared

# What Wagtail's page holds of words.
WORDS = ("title", "slug", "seo_title", "search_description")
# Of the desk, not of the public.
INSIDE = {
    "page_ptr",
    "task",
    "occasion",
    "written_from",
    "is_machine_made",
    "reviewed_by",
    "folded",
}
PARTS = ("pictures", "files", "sources")
PLACE = {"id", "sort_order", "story"}


def fingerprint(story: Story) -> str:
    """The hash of a story as it stands in the row or in a revision; its place does not count."""
    written = json.dumps(facts_of(story), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def facts_of(story: Story) -> dict[str, Any]:
    """What the public would get of a story, in plain values."""
    facts = {name: getattr(story, name) for name in WORDS} | _of_row(story, INSIDE)
    parts: dict[str, list[dict[str, Any]]] = {
        part: [_of_row(row, PLACE) for row in _in_order(story, part)] for part in PARTS
    }
    digests = _digests_of(_in_order(story, "pictures"))
    for row in parts["pictures"]:
        row["picture"] = digests.get(row["picture"], "")
    return facts | parts | {"section": _section(story), "language": story.language}


def _digests_of(pictures: list[StoryPicture]) -> dict[int, str]:
    """What the pictures are to the last pixel, by their numbers; asked only where they lack."""
    known = {row.picture_id: row.picture.digest for row in pictures if _is_read(row)}
    lacking = [row.picture_id for row in pictures if row.picture_id not in known]
    return known | dict(_digests(lacking) if lacking else ())


def _is_read(row: StoryPicture) -> bool:
    return bool(StoryPicture._meta.get_field("picture").is_cached(row))


@prepared
def _digests(pictures: list[int]) -> QuerySet[Picture, tuple[int, str]]:
    rows: QuerySet[Picture, tuple[int, str]] = Picture.objects.filter(pk__in=pictures).values_list(
        "pk", "digest"
    )
    return rows


def _of_row(row: Model, without: set[str]) -> dict[str, Any]:
    return {
        field.name: _plain(getattr(row, field.attname))
        for field in row._meta.local_fields
        if field.name not in without and isinstance(field, Field)
    }


def _in_order(story: Story, part: str) -> list[Any]:
    rows = list(getattr(story, part).all())
    # A part without a place stands last; among equals the order is that of the rows.
    return sorted(rows, key=lambda row: (row.sort_order is None, row.sort_order or 0))


def _section(story: Story) -> str:
    """The section's address, from the story's own: /portal/language/section/story/."""
    return "/".join(story.url_path.split("/")[2:-2]) if story.url_path else ""


def _plain(value: object) -> object:
    """A value as revisions keep it: they cut moments to thousandths, in universal time."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, dt.date) else value
