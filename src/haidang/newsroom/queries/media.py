"""Who may load a picture or a file: everybody while a story shows it, else who sees the story."""

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, TextField, When
from django.db.models.functions import Cast

from haidang.documents.folding import folded
from haidang.newsroom.models import Picture, Story, StoryFile, StoryPicture
from haidang.newsroom.pixels import are_alike
from haidang.newsroom.queries.public import appearing
from haidang.newsroom.queries.visible import held_from, hidden_from, titled, visible_stories
from haidang.newsroom.serving import mark_of
from haidang.orgs.models import User

MOST_LIKE = 6


def shown_with(picture: int, shape: str, mark: str) -> StoryPicture | None:
    """The picture as a story shows it that the public may read; nothing where none does."""
    rows = StoryPicture.objects.filter(picture=picture, story__in=_public())
    for row in rows.select_related("picture"):
        if mark_of(row.picture.digest, row.focus, shape) == mark:
            found: StoryPicture = row
            return found
    return None


def file_shown(sha256: str) -> StoryFile | None:
    """The file as a story gives it to the public; nothing where none does."""
    rows = StoryFile.objects.filter(file=sha256, story__in=_public()).select_related("file")
    found: StoryFile | None = rows.order_by("pk").first()
    return found


def _public() -> QuerySet[Story]:
    public: QuerySet[Story] = Story.objects.filter(pk__in=appearing().order_by().values("pk"))
    return public


def stories_with(user: User, relation: str, field: str, key: int | str) -> list[Story]:
    """The stories that show something now, or in what a person may see of their newest words."""
    rows = Story._meta.get_field(relation).related_model.objects.filter(
        story=OuterRef("pk"), **{field: key}
    )
    written = f'"{field}": {json.dumps(key)}'
    found = titled(user, visible_stories(user))
    found = found.annotate(
        written=Cast("latest_revision__content", TextField()), is_held=_is(held_from(user))
    )
    found = found.filter(Q(Exists(rows)) | Q(written__contains=written, is_held=False))
    found = found.select_related("unit", "locale", "latest_revision").order_by("-pk")
    return [story for story in found if key in set(_shown_to_them(story, relation, field))]


def _is(said: Q) -> Case:
    return Case(When(said, then=True), default=False, output_field=BooleanField())


def _shown_to_them(story: Any, relation: str, field: str) -> Iterator[object]:
    if not story.is_held:
        yield from _written(story, relation, field)
    yield from getattr(story, relation).values_list(field, flat=True)


def _written(story: Story, relation: str, field: str) -> Iterator[object]:
    if story.latest_revision:
        yield from (row.get(field) for row in story.latest_revision.content.get(relation, []))


def _keys(story: Story, relation: str, field: str) -> Iterator[object]:
    yield from _written(story, relation, field)
    yield from getattr(story, relation).values_list(field, flat=True)


def hidden_pictures(user: User) -> set[int]:
    """The pictures of stories that are between two other people (reason K4)."""
    hidden = Story.objects.filter(pk__in=hidden_from(user)).select_related("latest_revision")
    return {int(str(key)) for story in hidden for key in _keys(story, "pictures", "picture")}


def pictures_for(user: User) -> QuerySet[Picture]:
    """The pictures that a person may see and choose from: those of the own authority."""
    pictures: QuerySet[Picture] = Picture.objects.select_related("unit")
    if not user.sees_everything():
        seat = user.seat if user.unit_id else None
        pictures = (
            pictures.filter(Q(unit=seat) | Q(unit__acts_for=seat)) if seat else pictures.none()
        )
    hidden = hidden_pictures(user)
    return pictures.exclude(pk__in=hidden) if hidden else pictures


def may_load_picture(user: User, picture: int) -> bool:
    """Whether somebody at work sees a picture that the public does not."""
    if picture in hidden_pictures(user):
        return False
    if pictures_for(user).filter(pk=picture).exists():
        return True
    return bool(stories_with(user, "pictures", "picture", picture))


def may_load_file(user: User, sha256: str) -> bool:
    """The same of a file of a story."""
    return bool(stories_with(user, "files", "file", sha256))


def uses_of(user: User, picture: Picture) -> list[Story]:
    """The stories that show a picture, of those that a person sees."""
    return stories_with(user, "pictures", "picture", picture.pk)


def like(user: User, picture: Picture) -> list[Picture]:
    """The pictures of the library that look nearly like one: perhaps the same, saved again."""
    marks = pictures_for(user).exclude(pk=picture.pk).values_list("pk", "likeness")
    near = [pk for pk, likeness in marks if are_alike(likeness, picture.likeness)]
    return list(pictures_for(user).filter(pk__in=near)[:MOST_LIKE])


def found(user: User, asked: str, *, consent: str = "", lacking: str = "") -> QuerySet[Picture]:
    """The library's pictures with these words in any of theirs, with marks or without.

    `lacking` asks for those that nobody described ("alt"), or that no story shows ("use").
    """
    pictures = pictures_for(user)
    for word in folded(asked).split():
        pictures = pictures.filter(folded__contains=word)
    if consent:
        pictures = pictures.filter(consent=consent)
    if lacking == "alt":
        pictures = pictures.filter(description="")
    uses = StoryPicture.objects.filter(picture=OuterRef("pk"))
    shown: QuerySet[Picture] = pictures.annotate(is_used=Exists(uses))
    return shown.filter(is_used=False) if lacking == "use" else shown
