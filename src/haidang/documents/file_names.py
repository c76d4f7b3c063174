"""Names of files as they are kept beside them."""

import unicodedata

LONGEST = 200
LONGEST_ENDING = 12


def kept_name(name: str) -> str:
    """A name that every database has room for; what is cut off stands before the ending.

    >>> kept_name("a" * 300 + ".docx")[-8:]
    'aaa.docx'
    """
    whole = unicodedata.normalize("NFC", name)
    stem, dot, ending = whole.rpartition(".")
    if len(whole) <= LONGEST or not dot or len(ending) > LONGEST_ENDING:
        return whole[:LONGEST]
    return f"{stem[: LONGEST - len(dot + ending)]}.{ending}"
