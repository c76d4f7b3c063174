"""What a signing tool prints on the page: number, date, the boxes of signatures, page numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from haidang.text.compare.alike import Word, words_of

# The words before a blank that number and date are printed into.
BEFORE_A_BLANK = frozenset({"số", "ngày", "tháng", "năm"})
_CELL_END = re.compile(r"\n|\t|\|| {3,}")
_PAGE_NUMBER = re.compile(r"\s*[-–—]?\s*(\d{1,4})\s*[-–—]?[^\S\n]*\n")
_BOX = re.compile(
    r"(?:Người ký|Ký bởi|Được ký bởi|Ký số bởi|Digitally signed by|Cơ quan|Tổ chức|Email|E-mail"
    r"|Thời gian ký|Ngày ký|Giờ ký|Ký ngày|Lý do|Vị trí|Reason|Location|Date|DN) ?:"
    r"|Digitally signed by\b|Signature (?:Valid|Not Verified)\b|Đã ký số\b",
    re.IGNORECASE,
)
# The clerk's line on an appendix of its own (NĐ 30/2020, Phụ lục I, mục II.8): number; day; time.
_CLERK = re.compile(r"\d+/[\w&.-]+; ?\d{1,2}/\d{1,2}/\d{4}[; ]+\d{1,2}:\d{2}(?::\d{2})?.*")


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a text that count, and the cell of a line that each stands in."""

    text: str
    words: tuple[Word, ...]
    cells: tuple[int, ...]
    contents: tuple[str, ...]

    def quoted(self, places: range) -> str:
        """Some words as they stand there, signs between them and all."""
        if not places:
            return ""
        start, end = self.words[places[0]].start, self.words[places[-1]].end
        return " ".join(self.text[start:end].split())

    def cells_of(self, words: range) -> list[int]:
        """The cells that some words stand in, each once, in order."""
        return list(dict.fromkeys(self.cells[word] for word in words))


def page_of(text: str) -> Page:
    """The words and numbers of a text; signs do not count, but for the per cent.

    Nor do the numbers of its pages (NĐ 30/2020, Phụ lục I, mục II: centred at the top).
    """
    text = _without_page_numbers(text)
    words = tuple(word for word in words_of(text) if _counts(word.key))
    ends = [match.start() for match in _CELL_END.finditer(text)] + [len(text)]
    starts = [0] + [match.end() for match in _CELL_END.finditer(text)]
    cells, at = [], 0
    for word in words:
        while ends[at] < word.end:
            at += 1
        cells.append(at)
    spans = zip(starts, ends, strict=True)
    contents = tuple(text[start:end].strip() for start, end in spans)
    return Page(text, words, tuple(cells), contents)


def is_filled_blank(before: Word | None, words: Sequence[Word]) -> bool:
    """Whether a number was printed where the draft left it open: "Số: …", "ngày … tháng …"."""
    return (
        before is not None
        and before.key.casefold() in BEFORE_A_BLANK
        and len(words) == 1
        and words[0].key.isdecimal()
    )


def is_box(page: Page, words: range) -> bool:
    """Whether all of it stands in the box of a signature, or in the clerk's line."""
    cells = page.cells_of(words)
    lead = [_is_of_a_box(page.contents[cell]) for cell in cells]
    # A long name goes on in the next line of the box.
    return lead[0] and all(one or before for before, one in pairwise(lead))


def _is_of_a_box(content: str) -> bool:
    return bool(_BOX.match(content) or _CLERK.match(content))


def _without_page_numbers(text: str) -> str:
    pages = text.split("\f")  # the reader ends a page of a PDF with a form feed
    return "\f".join(_unnumbered(page, number) for number, page in enumerate(pages, 1))


def _unnumbered(page: str, number: int) -> str:
    found = _PAGE_NUMBER.match(page)
    # An appendix counts its own pages.
    return page[found.end() :] if found and 1 < int(found[1]) <= number else page


def _counts(key: str) -> bool:
    return key[:1].isalnum() or key in "%‰"
