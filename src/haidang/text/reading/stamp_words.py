"""What a stamp says that is a picture: a few letters, recognised leniently (N19)."""

import re

from PIL import Image

from haidang.text.reading.programs import TooSlow, output_of
from haidang.text.reading.stamp_ink import grey_of, smooth, without_frame
from haidang.text.understanding.secrecy import secrecy_mark
from haidang.text.understanding.secrecy.degrees import DEGREES
from haidang.text.understanding.secrecy.letters import plain_capitals

_SECONDS = 20.0  # one of half a second, on a busy machine
_ONE_LINE, _SCATTERED = 7, 11  # Tesseract's names for how words lie in a picture
_SEEN = re.compile(r"(?:(?P<top>T?U[YV]E?[T1I]?)|(?P<high>[T7][O0Q][I1LJ]))?M[A4][T71IL]")
_OTHER = re.compile(r"(?:BAO|BI|RA|BE|CO|AI|ET)\Z")
_MOST_NOISE = 3  # letters that are strokes of the frame


def degree_on(stamp: Image.Image) -> str | None:
    """The degree that stands on a picture of a stamp alone."""
    grey = grey_of(stamp)
    calm = smooth(grey)
    ways = ((grey, _SCATTERED), (without_frame(calm), _ONE_LINE), (calm, _SCATTERED))
    for picture, layout in ways:
        if mark := stamp_said(recognised(picture, layout)):
            return mark
    return None


def stamp_said(words: str) -> str | None:
    """The degree that a few recognised letters tell.

    >>> stamp_said("| TỐI MÂT |"), stamp_said("BẢO MẬT"), stamp_said("MẶT TRẬN")
    ('TỐI MẬT', None, None)
    """
    told = (_lenient(part) for part in (words, *words.splitlines()))
    return next(filter(None, told), None) or secrecy_mark(words, is_beside=True)


def _lenient(words: str) -> str | None:
    letters = re.sub(r"[^A-Z0-9]", "", plain_capitals(words))
    found = _SEEN.search(letters)
    if found is None or _OTHER.search(letters[: found.start()]):
        return None
    noise = len(letters) - len(found.group())
    if noise > _MOST_NOISE or letters.startswith("TR", found.end()):
        return None
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
