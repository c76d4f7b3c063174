"""What a stamp says that is a picture: a few letters, recognised leniently (N19)."""

import re

from PIL import Image

from haidang.text.reading.programs import TooSlow, output_of
from haidang.text.reading.stamp_ink import grey_of, smooth, without_frame
from haidang.text.understanding.secrecy import secrecy_mark
from haidang.text.understanding.secrecy_degrees import DEGREES
from haidang.text.understanding.secrecy_letters import plain_capitals

_SECONDS = 5.0
_ONE_LINE, _SCATTERED = 7, 11  # Tesseract's names for how words lie in a picture
_SEEN = re.compile(r"(?:(?P<top>T?U[YV]E?[T1I]?)|(?P<high>[T7][O0Q][I1LJ]))?M[A4][T71IL]")
_OTHER = re.compile(r"(?:BAO|BI|RA|BE|CO|AI|ET)\Z")
_MOST_NOISE = 3  # letters that are strokes of the frame


def degree_on(stamp: Image.Image) -> str | None:
    """The degree that stands on a picture of a stamp alone."""
    grey = grey_of(stamp)
    for picture, layout in ((grey, _SCATTERED), (without_frame(smooth(grey)), _ONE_LINE)):
        if mark := stamp_said(recognised(picture, layout)):
            return mark
    return None


def stamp_said(words: str) -> str | None:
    """The degree that a few recognised letters tell.

    >>> stamp_said("| TỐI MÂT |"), stamp_said("BẢO MẬT"), stamp_said("MẶT TRẬN")
    ('TỐI MẬT', None, None)
    """
    letters = re.sub(r"[^A-Z0-9]", "", plain_capitals(words))
    found = _SEEN.search(letters)
    if found is None or _OTHER.search(letters[: found.start()]):
        return secrecy_mark(words, is_beside=True)
    if len(letters) - len(found.group()) > _MOST_NOISE or letters.startswith("TR", found.end()):
        return secrecy_mark(words, is_beside=True)
    return DEGREES[2 if found["top"] else 1 if found["high"] else 0]


def recognised(grey: Image.Image, layout: int) -> str:
    """The words that Tesseract sees; none where it is too slow."""
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", str(layout), "--dpi", "300"]
    picture = b"P5 %d %d 255\n" % grey.size + grey.tobytes()
    try:
        said = output_of(command, picture, _SECONDS, {"OMP_THREAD_LIMIT": "1"})
    except TooSlow:
        return ""
    return (said or b"").decode("utf-8", "replace")
