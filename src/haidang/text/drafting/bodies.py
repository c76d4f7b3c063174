"""The body of what was read: who acts, the bases, and its blocks in both schemes of headings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from haidang.text.blocks import Block, Heading, Paragraph, Reading
from haidang.text.drafting.paper import Paper
from haidang.text.drafting.tables import blocks_of_table
from haidang.text.layout.wording import CLOSING
from haidang.text.understanding.boxes.recipients import address_lines
from haidang.text.understanding.paper.markers import Rank, marker_of
from haidang.text.understanding.paper.openings import TELEGRAM, address_at
from haidang.text.understanding.structure.outline import Item
from haidang.text.understanding.words.letters import compiled, is_capitals

_BASIS = compiled(r"(?:Căn cứ|Xét|Theo|Thực hiện|Thi hành|Được sự)\b")
_GOES_ON = compiled(
    r"[;,.]\s*(?:[ỦU][yỷ] ban|UBND|HĐND|Sở|Phòng|Ban|Bộ|Chủ tịch)\b.{0,90}\s"
    r"(?:báo cáo|ban hành|xây dựng|đề nghị|yêu cầu|trình|thông báo)\b"
)
_LONGEST_LINE = 160
_BOLD = "**"


@dataclass(frozen=True, slots=True)
class Body:
    """Box 6: who acts, what it rests on, its blocks."""

    blocks: tuple[Block, ...]
    legal_bases: tuple[str, ...] = ()
    acting: str | None = None


def body_of(reading: Reading, paper: Paper) -> Body:
    """The body without the addressees, which are box 9a."""
    zones = paper.zones
    address = address_lines([*zones.header, *zones.title, *zones.body[:40]])
    called = {line.start for line in address}
    items = paper.items(zones.body)
    items = [item for item in items if not _is_within(item, called)] if called else items
    acting, items = _acting(items)
    bases, items = _bases(items, paper)
    caller = _caller(address[0].words) if address else None
    blocks = tuple(blocks_of(items, paper))
    if blocks and isinstance(blocks[-1], Paragraph) and blocks[-1].text == CLOSING:
        blocks = blocks[:-1]  # the writer sets it below a table
    return Body(blocks, bases, caller or acting)


def _is_within(item: Item, starts: set[int]) -> bool:
    return any(start in starts for start, _ in item.paragraph.parts)


def _caller(words: str) -> str | None:
    """Who calls in a công điện: "Chủ tịch … điện:"."""
    if not TELEGRAM.match(words) or (end := address_at(words)) is None:
        return None
    return words[:end].rstrip(" :")[: -len("điện")].strip() or None


def _acting(items: list[Item]) -> tuple[str | None, list[Item]]:
    """The body that acts, in capitals before the first basis."""
    taken = 0
    while taken < len(items) - 1 and _is_centred(items[taken]) and taken < 3:
        taken += 1
    if not taken or not _BASIS.match(items[taken].paragraph.text):
        return None, items
    return "\n".join(item.paragraph.text for item in items[:taken]), items[taken:]


def _is_centred(item: Item) -> bool:
    """A line of capitals without a mark: "QUYẾT ĐỊNH:"."""
    paragraph = item.paragraph
    bare = paragraph.marker.rank is Rank.NONE and paragraph.cell is None
    return bare and is_capitals(paragraph.text) and len(paragraph.text) < _LONGEST_LINE


def _bases(items: list[Item], paper: Paper) -> tuple[tuple[str, ...], list[Item]]:
    """The paragraphs that open the text and are no whole sentences of their own."""
    taken = 0
    while taken < len(items) and _is_basis(items[taken], first=taken == 0):
        taken += 1
    bases = tuple(paper.words_of(item.paragraph).replace(_BOLD, "") for item in items[:taken])
    if not any(basis.startswith("Căn cứ") for basis in bases):
        return (), items
    return bases, items[taken:]


def _is_basis(item: Item, *, first: bool) -> bool:
    words = item.paragraph.text
    if item.paragraph.cell or not _BASIS.match(words) or words.endswith(":"):
        return False
    return not _GOES_ON.search(words) and (not first or words.endswith((";", ".", ",")))


def blocks_of(items: Sequence[Item], paper: Paper) -> Iterator[Block]:
    """Every paragraph as the block that it is, those of one table together."""
    for table, group in groupby(items, key=_table_of):
        if table:
            yield from blocks_of_table([item.paragraph for item in group], paper)
        else:
            yield from _blocks(group, paper)


def _table_of(item: Item) -> int:
    return item.paragraph.cell[0] if item.paragraph.cell else 0


def _blocks(items: Iterable[Item], paper: Paper) -> Iterator[Block]:
    below: str | None = None
    for item in items:
        paragraph = item.paragraph
        if item.is_heading and paragraph.marker.rank < Rank.BULLET:
            section = item.headings[-1].section
            words = paragraph.words
            below = section.title if not words and section.title else None
            yield Heading(section.level, section.label, words or below or "")
        elif item.is_heading and below == paragraph.text:
            below = None  # it stands in its heading
        elif _is_centred(item):
            yield Heading(0, "", paragraph.text)
        else:
            yield paragraph_of(paper.words_of(paragraph))


def paragraph_of(words: str) -> Paragraph:
    """A paragraph with its mark as mục II.6 has it; an article without a title begins in bold.

    >>> paragraph_of("Điều 1. Ban hành"), paragraph_of("– Một việc")
    (Paragraph(text='**Điều 1.** Ban hành', bullet=False), Paragraph(text='Một việc', bullet=True))
    """
    bold = words.startswith(_BOLD)
    bare = words.removeprefix(_BOLD)
    marker = marker_of(bare)
    if marker.rank is Rank.BULLET:
        rest = bare[marker.end :]
        return Paragraph(f"{_BOLD}{rest}" if bold else rest, bullet=True)
    if marker.rank is Rank.LETTER and len(marker.label) == 1:  # "a." and "a/" are "a)"
        return Paragraph(f"{_BOLD if bold else ''}{marker.label}) {bare[marker.end :]}")
    if marker.rank is Rank.ARTICLE and not bold:
        return Paragraph(f"{_BOLD}{bare[: marker.end].strip()}{_BOLD} {bare[marker.end :]}")
    return Paragraph(words)
