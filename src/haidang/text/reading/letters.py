"""Words of a document made Unicode: by the font they are set in, else by what they look like."""

from haidang.text.reading.encodings import CHANGED, is_latin, table_of
from haidang.text.reading.legacy import from_vni, table_of_font


class Letters:
    """Turns the words of one document into Unicode and remembers from what."""

    def __init__(self, sample: str) -> None:
        found = table_of(sample)
        self._table = found[1] if found else None
        self._changed: set[str] = set()

    def unicode_of(self, words: str, font: str = "") -> str:
        """The words as they were meant; those of Unicode stay as they are."""
        if words.isascii():
            return words.upper() if _is_capital(font) else words
        table = table_of_font(font) or self._table
        if table is None or not is_latin(words):
            return words
        self._changed.add("VNI" if table is from_vni else "TCVN3")
        return table(words)

    def warnings(self) -> tuple[str, ...]:
        """What to say to the reader of a document that was in old letters."""
        return (CHANGED.format(", ".join(sorted(self._changed))),) if self._changed else ()


def _is_capital(font: str) -> bool:
    """A font of the TCVN3 family that draws small letters as capitals."""
    name = font.strip(" \"'").lower()
    return name.startswith(".vn") and name.endswith("h")
