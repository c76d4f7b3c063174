"""The pictures of a story as they are arranged beside its words: alt text, caption, order."""

from collections.abc import Iterable, Mapping

from haidang.newsroom.models import Picture, Story, StoryPicture
from haidang.newsroom.placing import placed


def pictures_typed(data: Mapping[str, str], page: Story) -> list[StoryPicture]:
    """The pictures of a story with the words typed for them, in the order of their numbers."""
    rows: list[tuple[float, StoryPicture]] = []
    for at, row in enumerate(page.pictures.all()):
        if f"anh-{at}-alt" not in data:
            rows.append((at, row))
        elif not data.get(f"anh-{at}-bo"):
            words = {name: data.get(f"anh-{at}-{name}", "") for name in ("alt", "caption")}
            shown = StoryPicture(picture=row.picture, rights=row.rights, focus=row.focus, **words)
            rows.append((_place(data.get(f"anh-{at}-so", ""), at), shown))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def with_added(page: Story, chosen: Iterable[Picture]) -> list[StoryPicture]:
    """The pictures of a story, and further ones of the library behind them."""
    there = list(page.pictures.all())
    standing = {row.picture_id for row in there}
    return [*there, *(placed(picture) for picture in chosen if picture.pk not in standing)]


def _place(typed: str, at: int) -> float:
    """Where a picture goes that was given a number: before who has it, or behind going down."""
    if not typed.isdecimal() or len(typed) > 4 or int(typed) == at + 1:
        return at
    wanted = int(typed) - 1
    return wanted - 0.5 if wanted < at else wanted + 0.5
