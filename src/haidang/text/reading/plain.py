"""Plain text: whatever encoding it came in, out comes Unicode NFC with one kind of line end."""

import re
import unicodedata

from haidang.text.blocks import Place, Source
from haidang.text.reading.bounds import refuse_too_long
from haidang.text.reading.encodings import CHANGED, decoded, is_latin, table_of
from haidang.text.reading.unreadable import Unreadable

_CONTROLS = r"\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
_IGNORED = (
    r"\xad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
# One set, which is looked for fast; then, whether it stands behind a Khmer letter.
_UNSEEN = re.compile(
    rf"[{_CONTROLS}{_IGNORED}](?:(?<=[{_CONTROLS}])|(?<![\u1780-\u17ff].))", re.DOTALL
)
_SAMPLE = 20_000
_MOST_BYTES = 4  # of a letter
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_TEXT_SHARE = 0.7  # below this share of readable characters a file is no text


def read_plain(data: bytes) -> Source:
    """Read a text file. Refuses what is no text."""
    refuse_too_long(len(data) // _MOST_BYTES)
    text, warnings = _decode(data)
    refuse_too_long(len(text))
    _refuse_what_is_no_text(text)
    text = tidy(text)
    _refuse_what_is_no_text(text)  # what is left when all that nobody sees is gone
    if not text.strip():
        raise Unreadable("empty", "Tệp không có nội dung.")
    return Source(text, "txt", places_of_lines(text), warnings)


def tidy(text: str) -> str:
    r"""Unicode NFC, line ends as "\n", without unseen characters; all else is kept.

    >>> tidy("Số\r\n")
    'Số\n'
    """
    return seen(text.replace("\r\n", "\n").replace("\r", "\n"))


def seen(words: str) -> str:
    """Unicode NFC without what nobody sees: marks of direction, joiners, soft hyphens, controls.

    A word could be hidden from the rules with them. Between Khmer letters they part words and stay.
    """
    return unicodedata.normalize("NFC", _UNSEEN.sub("", words))


def places_of_lines(text: str) -> tuple[Place, ...]:
    """The lines of a text as places."""
    places: list[Place] = []
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            places.append(Place(start, start + len(line), f"dòng {number}"))
        start += len(line) + 1
    return tuple(places)


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, errors="replace"), ()
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[first::2].count(0) * 4 > len(data):  # UTF-16 without its mark
            return data.decode(name, errors="replace"), ()
    try:
        return _in_old_letters(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if data.count(0) * 100 > len(data):
            raise Unreadable("not-text", "Tệp không phải là văn bản.") from error
    return decoded(data)


def _in_old_letters(text: str) -> tuple[str, tuple[str, ...]]:
    """Text of an old font that was saved as it looks: "QuyÕt ®Þnh"."""
    found = table_of(tidy(text))  # told by what is seen: read again, it is told alike
    if found is None:
        return text, ()
    name, table = found
    lines = (table(line) if is_latin(line) else line for line in text.split("\n"))
    return "\n".join(lines), (CHANGED.format(name),)


def _refuse_what_is_no_text(text: str) -> None:
    letters = text[:: len(text) // _SAMPLE + 1]
    if "".join(letters.split()).isprintable():
        return
    readable = sum(letter.isprintable() or letter.isspace() for letter in letters)
    if readable < _TEXT_SHARE * len(letters):
        raise Unreadable("not-text", "Tệp không phải là văn bản.")
