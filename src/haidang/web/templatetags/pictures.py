"""A story's picture in the sizes and formats that a reader's browser chooses from."""

from typing import Any

from django import template

from haidang.newsroom.models import Picture, StoryPicture
from haidang.newsroom.serving import (
    CARD,
    KINDS,
    WIDE,
    WIDTHS,
    address,
    file_address,
    library_address,
    size_of,
)

register = template.Library()
SIZES = {
    WIDE: "(min-width: 64em) 640px, calc(100vw - 32px)",
    CARD: "(min-width: 64em) 360px, calc(100vw - 32px)",
}


@register.inclusion_tag("newsroom/picture.html")
def picture(row: StoryPicture, shape: str = WIDE, *, eager: bool = False) -> dict[str, Any]:
    """The picture as `<picture>`: AVIF, WebP, then JPEG; loaded when it comes into sight."""
    width, height = size_of(row, shape, 720)
    return {
        "row": row,
        "sets": [(f"image/{kind}", _set(row, shape, ending)) for ending, kind in KINDS.items()][:2],
        "plain": address(row, shape, 720),
        "plain_set": _set(row, shape, "jpg"),
        "sizes": SIZES[shape],
        "width": width,
        "height": height,
        "eager": eager,
    }


def _set(row: StoryPicture, shape: str, ending: str) -> str:
    return ", ".join(f"{address(row, shape, width, ending)} {width}w" for width in WIDTHS)


@register.filter
def thumbnail(picture: Picture) -> str:
    """The address of a small part of a library's picture, for the people of the desk."""
    return library_address(picture, CARD, 360)


@register.filter
def shown_whole(picture: Picture) -> str:
    """The address of a library's picture as wide as a page, uncut."""
    return library_address(picture, WIDE, 1200)


@register.filter
def file_url(row: Any) -> str:
    """The address of a story's file."""
    return file_address(row)
