"""Units named by their kinds: "UBND các xã, thị trấn", "UBND cấp xã", "15 xã, thị trấn"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from haidang.orgs.naming import name_key

MANY = {name_key(word) for word in ("các", "những", "toàn thể")}
LEVEL = name_key("cấp")


@dataclass(frozen=True, slots=True)
class KindsNamed:
    """What stands before the kinds ("ủy ban nhân dân"), the kinds, and their number if given.

    `is_level` where one kind stands for all of its level: "cấp xã".
    """

    head: str
    codes: frozenset[str]
    count: int | None = None
    is_level: bool = False


def kinds_named(key: str, kinds: Mapping[str, str]) -> KindsNamed | None:
    """The kinds that a phrase names as many units; `kinds` gives the code of each kind's name."""
    words = key.split()
    for at, word in enumerate(words):
        is_many = word in MANY or word == LEVEL or word.isdecimal()
        codes = _only_kinds(words[at + 1 :], kinds) if is_many else None
        if codes:
            count = int(word) if word.isdecimal() else None
            return KindsNamed(" ".join(words[:at]), codes, count, word == LEVEL)
    for at in range(1, len(words) - 1):
        codes = _only_kinds(words[at:], kinds)
        if codes and len(codes) > 1:  # "UBND xã, thị trấn"; "UBND xã" alone is one unit
            return KindsNamed(" ".join(words[:at]), codes)
    return None


def head_of(key: str) -> str:
    """What stands before the kinds in the name of a group: "ủy ban nhân dân"."""
    words = key.split()
    at = next((at for at, word in enumerate(words) if word in MANY), len(words))
    return " ".join(words[:at])


def _only_kinds(words: Sequence[str], kinds: Mapping[str, str]) -> frozenset[str] | None:
    found: set[str] = set()
    at = 0
    while at < len(words):
        if words[at] in MANY:
            at += 1
            continue
        longest = next(
            (end for end in range(len(words), at, -1) if " ".join(words[at:end]) in kinds), None
        )
        if longest is None:
            return None
        found.add(kinds[" ".join(words[at:longest])])
        at = longest
    return frozenset(found)
