"""The pictures that lie in a file, opened one at a time and within bounds."""

import io
import re
import warnings
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress

from PIL import Image

from haidang.text.reading.package import BROKEN

_MEDIA = re.compile(r"(?:word/media|Pictures)/.*\.(?:png|jpe?g|gif|bmp|tiff?|webp)", re.IGNORECASE)
_IN_A_PAGE = re.compile(rb"data:image/(?:png|jpe?g|gif|bmp|webp);base64,([\w+/=\s]{100,})")
_MOST = 40
_MOST_BYTES = 30 * 2**20
_MOST_DOTS = 40_000_000
_SIDE = 2_000  # a larger one is drawn smaller


def pictures_of_package(data: bytes) -> Iterator[Image.Image]:
    """The pictures of a .docx or .odt, the small ones first: a stamp is small."""
    with suppress(*BROKEN), zipfile.ZipFile(io.BytesIO(data)) as archive:
        media = [
            info
            for info in archive.infolist()
            if _MEDIA.fullmatch(info.filename) and info.file_size <= _MOST_BYTES
        ]
        for info in sorted(media, key=lambda info: info.file_size)[:_MOST]:
            if picture := opened(archive.read(info)):
                yield picture


def pictures_of_page(data: bytes) -> Iterator[Image.Image]:
    """The pictures that are written out within a web page."""
    for number, found in enumerate(_IN_A_PAGE.finditer(data)):
        if number == _MOST:
            return
        with suppress(ValueError):
            if picture := opened(b64decode(found.group(1))):
                yield picture


def opened(data: bytes) -> Image.Image | None:
    """A picture, drawn smaller where it is large; None where it is broken, or too large to draw."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data))
            if picture.width * picture.height > _MOST_DOTS or min(picture.size) < 8:
                return None
            picture.draft("RGB", (_SIDE, _SIDE))
            picture.load()
            picture.thumbnail((_SIDE, _SIDE))
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError):
        return None
    return picture
