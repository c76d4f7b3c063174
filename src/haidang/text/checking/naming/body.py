"""Box 6: bases, headings, paragraphs and tables."""

from collections.abc import Sequence
from dataclasses import replace

from haidang.text.checking.naming.addressees import name_addressees
from haidang.text.checking.naming.named import named
from haidang.text.checking.passages import Box, Passage
from haidang.text.layout import Component
from haidang.text.layout import body as parts
from haidang.text.understanding.paper.markers import Rank, marker_of
from haidang.text.understanding.words.letters import compiled, is_capitals

OPENS_BASIS = compiled(r"(?:Căn cứ|Xét|Theo|Thực hiện)\b")
# Mẫu 1.1 and 1.2: who decides, and the line that decides
ACTING = replace(parts.PART_TITLE, key="acting", name="Thẩm quyền ban hành")
DECIDES = replace(parts.PART_TITLE, key="decides", name="Quyết định")
_DECIDES = compiled(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ)\s*:?")
_NO_TITLE = (".", ";", ",", ":", "./.", "!", "?")
_MOST_ACTING = 3  # lines
_LONGEST_TITLE = 160
_LONGEST_HEADING = 300
_SHORT_TITLE = 80
_HEADS = {
    Rank.PART: parts.PART,
    Rank.CHAPTER: parts.PART,
    Rank.GROUP: parts.DIVISION,
    Rank.ARTICLE: parts.ARTICLE,
    Rank.CAPITAL: parts.HEADING_1,
    Rank.ROMAN: parts.HEADING_1,
}
_BEYOND = {Rank.NUMBER_2, Rank.NUMBER_3}  # "1.1.", of which the decree says nothing
_TITLED = {Rank.NUMBER: parts.HEADING_2, Rank.LETTER: parts.HEADING_3}
_TITLES = {parts.PART.key: parts.PART_TITLE, parts.DIVISION.key: parts.DIVISION_TITLE}


def name_body(passages: list[Passage]) -> list[Box]:
    """The boxes of the body, which may begin with the addressees."""
    found, taken = name_addressees(passages)
    found += _acting_lines(passages[taken:])
    taken = len(found)
    bases = _bases(passages[taken:])
    found += [named(parts.BASIS, passage) for passage in bases]
    rest = passages[taken + len(bases) :]
    for at, passage in enumerate(rest):
        before = found[-1] if found else None
        found.append(_box(passage, before, rest[at + 1 : at + 2]))
    return found


def _acting_lines(passages: list[Passage]) -> list[Box]:
    """Who acts, in capitals between the subject and the bases of a decision; and its session."""
    found: list[Box] = []
    for passage in passages[:_MOST_ACTING]:
        if not is_capitals(passage.text) or marker_of(passage.text).label:
            break
        found.append(named(DECIDES if _DECIDES.fullmatch(passage.plain) else ACTING, passage))
    return found


def _bases(passages: Sequence[Passage]) -> list[Passage]:
    """The bases that open the text, each a paragraph that is no whole sentence of its own."""
    found: list[Passage] = []
    for passage in passages:
        words = passage.plain
        if passage.table is not None or not OPENS_BASIS.match(words) or words.endswith(":"):
            break
        found.append(passage)
    while found and not _is_basis(found[-1].plain, len(found)):
        found.pop()
    return found if any(p.text.lstrip().startswith("Căn cứ") for p in found) else []


def _is_basis(words: str, number: int) -> bool:
    """A paragraph that goes on to say what is done is no basis, whatever it begins with."""
    says_more = compiled(
        r"[;,.]\s*(?:[ỦU][yỷ] ban|UBND|Sở|Phòng|Ban|Bộ|Chủ tịch)\b.{0,90}\s"
        r"(?:báo cáo|ban hành|xây dựng|đề nghị|yêu cầu|trình|thông báo)\b"
    )
    return not says_more.search(words) and (number > 1 or words.endswith((";", ".", ",")))


def _box(passage: Passage, before: Box | None, following: Sequence[Passage]) -> Box:
    if passage.table is not None:
        return named(parts.TABLE_TEXT, passage)
    words = passage.plain
    marker = marker_of(words)
    if before and before.key in _TITLES and marker.rank is Rank.NONE and is_capitals(words):
        return named(_TITLES[before.key], passage)
    if _DECIDES.fullmatch(words):
        return named(DECIDES, passage)
    if is_capitals(words) and marker.rank is Rank.NONE:
        return named(parts.PART_TITLE, passage, apart=True)
    if marker.rank in _HEADS and len(words) < _LONGEST_HEADING:
        return _head(_HEADS[marker.rank], passage, words)
    if is_title(words, _LONGEST_HEADING if marker.rank in _TITLED else _LONGEST_TITLE):
        titled = _TITLED.get(marker.rank) if _leads_on(marker.rank, following) else None
        return named(titled or parts.BODY, passage, apart=titled is None)
    loose = _is_loose(words, marker.rank, following)
    beyond = marker.rank in _BEYOND and len(words) < _LONGEST_HEADING
    return named(parts.BODY, passage, loose=loose, apart=beyond or words.startswith("("))


def _head(component: Component, passage: Passage, words: str) -> Box:
    """An article whose text goes on behind its number is body text with a bold beginning."""
    if component is parts.ARTICLE and not is_title(words):
        return named(parts.BODY, passage, loose=True)
    return named(component, passage)


def _is_loose(words: str, rank: Rank, following: Sequence[Passage]) -> bool:
    """Lines that lead on to a list, and titles that end like sentences."""
    titled = rank in _TITLED and _leads_on(rank, following)
    short = len(words) < _SHORT_TITLE
    if words.endswith(":"):
        return short or (titled and len(words) < _LONGEST_TITLE)
    return short and titled


def is_title(words: str, longest: int = _LONGEST_TITLE) -> bool:
    """Whether words are a title: short, and without the mark that ends a sentence."""
    return len(words) <= longest and not words.endswith(_NO_TITLE)


def _leads_on(rank: Rank, following: Sequence[Passage]) -> bool:
    """A title has something below it; an entry of a list is followed by the next one."""
    if not following or following[0].table is not None:
        return bool(following)
    after = marker_of(following[0].plain).rank
    return after > rank
