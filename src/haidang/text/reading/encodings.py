"""Which letters some bytes are: told by the one reading in which Vietnamese comes out."""

import unicodedata
from collections.abc import Callable

from haidang.text.reading.legacy import Table, from_tcvn3, from_viscii, from_vni
from haidang.text.reading.syllables import marked_share

_ENOUGH = 0.4  # of the words bear a mark that fits; 0.8 in good Vietnamese
_GOOD = 0.6  # bear one already: no other table gives more
_GAIN = 0.2
_SAMPLE = 65_536  # bytes to judge by
_TABLES: tuple[tuple[str, Table], ...] = (("TCVN3", from_tcvn3), ("VNI", from_vni))
CHANGED = "Bảng mã chữ cũ ({}) đã được đổi sang Unicode; hãy đối chiếu dấu."
UNSURE = "Bảng mã chữ không phải Unicode; có thể đọc sai dấu."


# Dashes and quotation marks, which Windows puts where others have control codes
_WINDOWS = {
    code: sign for code in range(0x80, 0xA0) if (sign := bytes([code]).decode("cp1252", "ignore"))
}


def _latin(data: bytes) -> str:
    return data.decode("latin-1").translate(_WINDOWS)


_READINGS: dict[str, Callable[[bytes], str]] = {
    "UTF-8": lambda data: data.decode("utf-8", "replace"),
    "Windows-1258": lambda data: unicodedata.normalize("NFC", data.decode("cp1258", "replace")),
    "TCVN3": lambda data: from_tcvn3(_latin(data)),
    "VNI": lambda data: from_vni(_latin(data)),
    "VISCII": lambda data: from_viscii(data.decode("latin-1")),
}


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Bytes that are no good UTF-8 as text, with a warning that says what was taken them for."""
    sample = data[:_SAMPLE]
    shares = {name: marked_share(reading(sample)) for name, reading in _READINGS.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < _ENOUGH:
        return _READINGS["Windows-1258"](data), (UNSURE,)
    if best == "UTF-8":
        return _READINGS[best](data), ("Tệp có chữ hỏng, không đọc được.",)
    return _READINGS[best](data), (CHANGED.format(best),)


def table_of(words: str) -> tuple[str, Table] | None:
    """The old table that a text was typed with, though its letters are said to be Unicode."""
    sample = words[:_SAMPLE]
    if not any("\xa0" < letter <= "\xff" for letter in sample):
        return None
    now = marked_share(sample)
    if now > _GOOD:
        return None
    name, table = max(_TABLES, key=lambda entry: marked_share(entry[1](sample)))
    then = marked_share(table(sample))
    return (name, table) if then >= _ENOUGH and then > now + _GAIN else None


def is_latin(words: str) -> bool:
    """Whether words have no letter that only Unicode has; the others are not to be changed."""
    return all(letter <= "\xff" or not letter.isalpha() for letter in words)
