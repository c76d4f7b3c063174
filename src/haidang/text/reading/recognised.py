"""The words that Tesseract saw, set on straight lines again, with what is no word left out."""

from dataclasses import dataclass, replace

from haidang.text.reading.formulas import mended
from haidang.text.reading.picture import Picture
from haidang.text.reading.runs import Run
from haidang.text.reading.syllables import is_syllable

_ILLEGIBLE = 10.0  # below this sureness what is no plain word is a guess: a day filled in by hand
_NOISE = 30.0
_SPECKS = "ˆ`´^~¨|_"
_HANGING = frozenset("gjpqyQ,;()[]/ạẠậẬặẶẹẸệỆịỊọỌộỘợỢụỤựỰỵỴ")
_SMALLEST = 0.55  # of the middle height; a note at the foot has 0.7
_TALLEST = 1.7  # a word that took in a stroke of the pen
_LINE = 1.2  # from the base line to the top of an accent, against the middle height of words
_SPACE = 1.2  # a wider gap parts columns
_LONG = 6  # words of a line that tells how the page is turned


@dataclass(frozen=True, slots=True)
class _Word:
    left: float
    right: float
    bottom: float
    height: float
    words: str

    def stands(self) -> bool:
        """Whether it ends on the base line."""
        return not _HANGING & set(self.words)


def runs_of(table: str, picture: Picture) -> list[Run]:
    """The words of Tesseract's table, in points, each on the base line of its line."""
    lines: dict[tuple[str, ...], list[_Word]] = {}
    for row in table.split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and (word := _word(cells, picture)):
            lines.setdefault(tuple(cells[1:5]), []).append(word)
    middle = _middle([word.height for words in lines.values() for word in words])
    slope = _slope(list(lines.values()))
    return [run for words in lines.values() for run in _line_runs(words, middle, slope)]


def _word(cells: list[str], picture: Picture) -> _Word | None:
    words, sure = cells[11].strip().strip(_SPECKS), float(cells[10])
    if not words or (sure < _NOISE and not any(letter.isalnum() for letter in words)):
        return None
    left, top, width, height = (int(cell) / picture.scale for cell in cells[6:10])
    foot = picture.height / picture.scale - top - height
    is_guess = sure < _ILLEGIBLE and not _is_plain(words.strip(".,;:()"))
    return _Word(left, left + width, foot, height, "…" if is_guess else words)


def _is_plain(words: str) -> bool:
    return words.isdigit() or is_syllable(words)


def _slope(lines: list[list[_Word]]) -> float:
    """How far the page was turned in the scanner: the middle rise of its long lines."""
    rises = []
    for line in lines:
        standing = [word for word in line if word.stands()]
        if len(standing) >= _LONG:
            first, last = standing[0], standing[-1]
            rises.append((last.bottom - first.bottom) / max(last.left - first.left, 1.0))
    return _middle(rises)


def _line_runs(words: list[_Word], middle: float, slope: float) -> list[Run]:
    """Words of one line, joined where only a space parts them."""
    if max(word.height for word in words) < middle * _SMALLEST:
        return []  # accents that were torn off their letters, specks
    if all(word.words == "…" for word in words):
        return []
    parts: list[list[_Word]] = []
    for word in words:
        word = replace(word, bottom=word.bottom - slope * word.left)
        if parts and word.left - parts[-1][-1].right < middle * _SPACE:
            parts[-1].append(word)
        else:
            parts.append([word])
    return [_run(part, middle) for part in parts]


def _run(words: list[_Word], middle: float) -> Run:
    whole = [word for word in words if word.height < middle * _TALLEST] or words
    standing = [word.bottom for word in whole if word.stands()]
    base = _middle(standing or [word.bottom + word.height * 0.2 for word in whole])
    spoken = mended(" ".join(word.words for word in words))
    return Run(words[0].left, words[-1].right, base, base + middle * _LINE, spoken)


def _middle(numbers: list[float]) -> float:
    return sorted(numbers)[len(numbers) // 2] if numbers else 0.0
