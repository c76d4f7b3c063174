"""Words of several lines as they are kept: composed letters, no control characters."""

import unicodedata

from haidang.activities.facts import CONTROL


def in_lines(words: str) -> str:
    """Words with their lines, in NFC; a zero-width space parts Khmer words and stays."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    words = CONTROL.sub("", unicodedata.normalize("NFC", words))
    return "\n".join(" ".join(line.split(" ")).rstrip() for line in words.split("\n")).strip()
