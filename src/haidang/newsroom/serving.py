"""The addresses of pictures and files that readers load, and the bytes behind them.

An address says which picture, in which shape, width and format, and carries a mark of what is
shown: another picture or another middle has another address.
"""

import hashlib
from dataclasses import dataclass

from haidang.newsroom.models import Picture, StoryFile, StoryPicture

WIDTHS = (360, 720, 1200)
KINDS = {"avif": "avif", "webp": "webp", "jpg": "jpeg"}
MEDIA = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
# Whole as it is, or a part around its middle, as wide as a cinema's screen.
WIDE, CARD, WHOLE = "wide", "card", "whole"


@dataclass(frozen=True, slots=True)
class Size:
    """One size of a picture that can be asked for."""

    shape: str
    width: int
    ending: str

    @property
    def spec(self) -> str:
        """What Wagtail calls it."""
        format_is = f"format-{KINDS[self.ending]}"
        if self.shape == CARD:
            return f"fill-{self.width}x{self.width * 9 // 16}|{format_is}"
        return f"width-{self.width}|{format_is}"


def mark_of(digest: str, focus: str, shape: str) -> str:
    """Eight signs that change with the pixels, and for a part of them with its middle."""
    shown = f"{digest}:{focus if shape == CARD else ''}"
    return hashlib.sha256(shown.encode()).hexdigest()[:8]


def address(row: StoryPicture, shape: str, width: int, ending: str = "jpg") -> str:
    """Where readers load a story's picture; nothing is asked of the database."""
    mark = mark_of(row.picture.digest, row.focus, shape)
    return f"/hinh/{row.picture_id}/{shape}-{width}-{mark}.{ending}"


def library_address(picture: Picture, shape: str, width: int, ending: str = "webp") -> str:
    """Where the people of the desk see a picture of the library."""
    mark = mark_of(picture.digest, picture.focus, shape)
    return f"/hinh/{picture.pk}/{shape}-{width}-{mark}.{ending}"


def file_address(row: StoryFile) -> str:
    """Where readers load a story's file."""
    return f"/tep-bai/{row.file_id}/{_safe(row.name)}"


def _safe(name: str) -> str:
    """A file's name as a part of an address."""
    return "".join("-" if sign in '/\\?#%"' else sign for sign in name).replace(" ", "_") or "tep"


def size_of(row: StoryPicture, shape: str, width: int) -> tuple[int, int]:
    """The width and height that a page keeps free for a picture before it is loaded."""
    if shape == CARD:
        return width, width * 9 // 16
    picture = row.picture
    return min(width, picture.width), round(
        min(width, picture.width) * picture.height / picture.width
    )


def bytes_of(picture: Picture, size: Size, focus: str = "") -> bytes:
    """A picture in a size: made when it is first asked for, then kept."""
    if size.shape == WHOLE:
        with picture.open_file() as file:
            return bytes(file.read())
    picture.focus = focus
    made = picture.get_rendition(size.spec)
    with made.file.open("rb") as file:
        return bytes(file.read())
