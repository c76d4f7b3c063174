"""The stretches of a phrase that are read in their own way: lists under a head, and nobody named.

"các Sở: Tài chính, Nội vụ" names Sở Tài chính and Sở Nội vụ; "các cơ quan, đơn vị có liên quan"
names nobody in particular.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from haidang.orgs.naming import name_key

_ANYBODY = frozenset(
    name_key(
        "các những cơ quan đơn vị tổ chức cá nhân địa phương đoàn thể ban ngành hội cấp"
        " có liên quan khác chức năng chuyên môn doanh nghiệp nhân dân lực lượng bộ phận thủ trưởng"
        " chính quyền"
    ).split()
)
# Kinds of bodies: with "liên quan" behind them, whichever of them are concerned.
_BODIES = frozenset(
    name_key("bộ sở phòng ủy ban tỉnh thành phố quận huyện thị xã phường thị trấn đặc khu").split()
)
_LEVEL = re.compile(
    rf" (?:{name_key('cấp')} )?(?:{'|'.join(map(name_key, ('tỉnh', 'thành phố', 'huyện', 'xã')))})$"
)
_CONCERNED = re.compile(r"(?:có\s+)?liên\s+quan(?:\s+khác)?(?!\w)", re.IGNORECASE)
_MANY = re.compile(r"(?<!\w)(?:các|những)\s", re.IGNORECASE)
_LIST = re.compile(r"(?<!\w)(?:các|những)\s+(?P<head>[^,;:()\n]{2,30}?)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a phrase; `head` goes before each name in it, `is_vague` if it names nobody."""

    start: int
    end: int
    head: str = ""
    is_vague: bool = False


def stretches_of(phrase: str) -> Iterator[Stretch]:
    """The stretches of a phrase in their order; heads of lists are between them."""
    at = 0
    for vague in [*_vague(phrase), Stretch(len(phrase), len(phrase))]:
        yield from _lists(phrase, at, vague.start)
        if vague.is_vague:
            yield vague
        at = vague.end


def is_generic(words: str) -> bool:
    """Whether words name nobody in particular: no name, and whoever is concerned.

    >>> is_generic("các cơ quan, đơn vị có liên quan"), is_generic("các sở")
    (True, False)
    """
    key = name_key(words)
    said = set(_LEVEL.sub("", key).split())
    is_of_concerned = bool(_CONCERNED.search(words)) and said <= _ANYBODY | _BODIES
    return bool(said) and (is_of_concerned or said <= _ANYBODY)


def _vague(phrase: str) -> Iterator[Stretch]:
    at = 0
    for concerned in _CONCERNED.finditer(phrase):
        openings = list(_MANY.finditer(phrase, at, concerned.start()))
        if openings and is_generic(phrase[openings[-1].start() : concerned.end()]):
            yield Stretch(openings[-1].start(), concerned.end(), is_vague=True)
        at = concerned.end()


def _lists(phrase: str, start: int, end: int) -> Iterator[Stretch]:
    at, head = start, ""
    for opening in _LIST.finditer(phrase, start, end):
        yield Stretch(at, opening.start(), head)
        at, head = opening.end(), opening["head"]
        if (stop := phrase.find(";", at, end)) >= 0:
            yield Stretch(at, stop, head)
            at, head = stop, ""
    yield Stretch(at, end, head)
