"""HTML of any origin, read into the few kinds of block that a story has; the rest goes."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import nh3

from haidang.newsroom.linking import address_of

BLOCKS = {"p": "p", "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
BOLD, ITALIC = {"b", "strong"}, {"i", "em"}
# Tags that end what stands before them, whatever they are.
ENDING = {"div", "section", "article", "header", "footer", "figure", "pre", "dl", "dt", "dd"}
ENDING |= {"ul", "ol", "li", "blockquote", "table", "tr", "hr", "figcaption", "address"}
LISTS = {"ul": "ul", "ol": "ol"}
TABLE = "Bảng được đổi thành dòng chữ, mỗi hàng một dòng. Xem lại trước khi lưu."
PICTURE = "Ảnh dán trong chữ không được giữ. Thêm ảnh ở mục Ảnh, để có mô tả và quyền sử dụng."
_KEPT = {*BLOCKS, *BOLD, *ITALIC, *ENDING, "span", "a", "br", "td", "th", "img"}
# Word writes a list as paragraphs that begin with a sign of its own.
_BULLET = re.compile(r"^[·•▪§\uf0b7\uf0a7‣]\s+|^o\xa0[\s\xa0]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufeff\ufffe\uffff]")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look the same; a line feed is a new line."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    href: str = ""

    @property
    def looks(self) -> tuple[bool, bool, str]:
        """How the letters look and where they lead."""
        return self.is_bold, self.is_italic, self.href


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list or quotation; the lines of the latter two are its `parts`."""

    kind: str
    parts: tuple[tuple[Run, ...], ...]


@dataclass
class Read:
    """The blocks of some HTML, and what the person has to be told of what went."""

    blocks: list[Block] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def read(html: str) -> Read:
    """Read HTML as Word, Facebook or a browser gives it; scripts, styles and events are gone.

    Zero-width spaces stay: they part Khmer words.
    """
    safe = nh3.clean(
        _CONTROL.sub("", unicodedata.normalize("NFC", html)),
        tags=_KEPT,
        attributes={"a": {"href"}, "span": {"style"}, "b": {"style"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    reader = _Reader()
    reader.feed(safe)
    reader.close()
    reader.end_block()
    return Read(_joined(reader.blocks), reader.said)


class _Reader(HTMLParser):
    """Walks clean HTML and keeps the letters of each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.said: list[str] = []
        self.runs: list[Run] = []
        self.kind, self.lists, self.quotes, self.cells = "p", list[str](), 0, 0
        self.bold, self.italic, self.hrefs = list[bool](), 0, list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block or change how letters look."""
        style = (dict(attrs).get("style") or "").replace(" ", "").lower()
        if tag in BLOCKS or tag in ENDING:
            # What stands in a list item, a quotation or a cell belongs to it.
            self._begin(tag)
        elif tag in BOLD or tag == "span":
            self.bold.append(_is_bold(tag, style, bool(self.bold and self.bold[-1])))
        elif tag in ITALIC:
            self.italic += 1
        elif tag == "a":
            self.hrefs.append(address_of(dict(attrs).get("href") or ""))
        elif tag == "br":
            self.runs.append(Run("\n"))
        elif tag in {"td", "th"}:
            self.cells += 1
            if self.cells > 1:
                self.runs.append(Run(" · "))
        elif tag == "img" and PICTURE not in self.said:
            self.said.append(PICTURE)

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began."""
        if tag in BLOCKS or tag in ENDING:
            self._end(tag)
        elif (tag in BOLD or tag == "span") and self.bold:
            self.bold.pop()
        elif tag in ITALIC and self.italic:
            self.italic -= 1
        elif tag == "a" and self.hrefs:
            self.hrefs.pop()

    def handle_data(self, data: str) -> None:
        """Keep letters with how they look now."""
        href = self.hrefs[-1] if self.hrefs else ""
        # A blank that does not break tells Word's bullets apart, and is a blank elsewhere.
        text = re.sub(r"[^\S\xa0]+", " ", data)
        self.runs.append(Run(text, bool(self.bold and self.bold[-1]), self.italic > 0, href))

    def end_block(self) -> None:
        """Keep the block that was being read, where it has letters."""
        first = "".join(run.text for run in self.runs).lstrip(" \n")
        kind = self.lists[-1] if self.lists else "blockquote" if self.quotes else self.kind
        runs = self.runs
        if bullet := _BULLET.match(first):
            kind, runs = "ul", _without(runs, bullet.group(0))
        if parts := settled(runs):
            self.blocks.append(Block(kind, (parts,)))
        self.runs = []

    def _begin(self, tag: str) -> None:
        if tag in BLOCKS and self.cells:
            self.runs.append(Run(" "))
            return
        if tag in BLOCKS and self.lists and self.runs and tag == "p":
            self.runs.append(Run("\n"))
            return
        self.end_block()
        self.kind = BLOCKS.get(tag, "p")
        if tag in LISTS:
            self.lists.append(tag)
        self.quotes += tag == "blockquote"
        if tag == "tr":
            self.cells = 0
        if tag == "table" and TABLE not in self.said:
            self.said.append(TABLE)

    def _end(self, tag: str) -> None:
        if (tag == "p" and self.lists) or (tag in BLOCKS and self.cells):
            return
        self.end_block()
        self.kind = "p"
        if tag in LISTS and self.lists:
            self.lists.pop()
        self.quotes -= tag == "blockquote" and self.quotes > 0
        if tag in {"tr", "table"}:
            self.cells = 0


def _is_bold(tag: str, style: str, around: bool) -> bool:
    weight = re.search(r"(?<![\w-])font-weight:(\w+)", style)
    if not weight:
        return tag in BOLD or around
    return weight.group(1) in {"bold", "bolder", "600", "700", "800", "900"}


def _without(runs: list[Run], start: str) -> list[Run]:
    left, kept = len(start), []
    for run in runs:
        text = run.text.lstrip(" \n") if left == len(start) else run.text
        cut, left = text[left:], max(0, left - len(text))
        kept.append(replace(run, text=cut))
    return kept


def settled(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs in one form: no blank twice or at an end of a line, no look on blanks alone, joined."""
    pieces: list[Run] = []
    before = "\n"
    for run in runs:
        for sign in _pieces(run.text):
            if sign == " " and before in " \n":
                continue
            if sign == "\n" and before == "\n":
                continue
            if sign == "\n" and before == " ":
                pieces.pop()
            plain = sign in " \n"
            pieces.append(Run(sign) if plain else replace(run, text=sign))
            before = sign if plain else sign[-1]
    while pieces and pieces[-1].text in " \n":
        pieces.pop()
    return _merged(pieces)


def _pieces(text: str) -> list[str]:
    words = re.split(r"(\s+)", text)
    return [("\n" if "\n" in word else " ") if word.isspace() else word for word in words if word]


def _merged(pieces: list[Run]) -> tuple[Run, ...]:
    """Join runs that look the same; a blank between two of them looks as they do."""
    joined: list[Run] = []
    for at, piece in enumerate(pieces):
        if piece.text == " " and 0 < at < len(pieces) - 1:
            before, after = pieces[at - 1].looks, pieces[at + 1].looks
            if before == after:
                piece = replace(pieces[at - 1], text=" ")
        if joined and joined[-1].looks == piece.looks:
            joined[-1] = replace(piece, text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)


def _joined(blocks: list[Block]) -> list[Block]:
    """Make one list of items that follow each other, and one quotation of its paragraphs."""
    joined: list[Block] = []
    for block in blocks:
        is_more = joined and joined[-1].kind == block.kind in {"ul", "ol", "blockquote"}
        if is_more:
            joined[-1] = Block(block.kind, joined[-1].parts + block.parts)
        else:
            joined.append(block)
    return joined
