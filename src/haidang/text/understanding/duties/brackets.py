"""What brackets at the end of a duty say of it: "… (Sở A chủ trì, xong trong quý I)"."""

import re

from haidang.text.understanding.paper.attributes import Attribute, Role, attributes_in
from haidang.text.understanding.times.moments import MONTH, QUARTER, SEVERAL
from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.nouns import UNIT

_LAST = re.compile(r"\((?P<words>[^()]{6,220})\)[\s.;,/]*$")
_LEADS = re.compile(
    r"(?:giao\s+)?(?P<unit>[^:;]{4,120}?)\s+chủ trì"
    r"(?:\s*,?\s*phối hợp(?:\s+với|\s+cùng)?\s+(?P<mates>[^;:]{4,140}?))?"
    r"(?=\s*(?:$|[;,]\s*(?:hoàn thành|xong|thời|trước|trong|chậm)))",
    re.IGNORECASE,
)
_TIME = compiled(  # a bare date or year may as well be that of a document
    rf"(?:thời gian|dự kiến)?\s*:?\s*(?:trong\s+)?(?:{SEVERAL}|{QUARTER}|{MONTH})", re.IGNORECASE
)
_ROLES = (Role.LEAD, Role.DOER, Role.MATES)


def told_in_brackets(words: str, at: int = 0) -> tuple[Attribute, ...]:
    """Who leads, who does, who helps and when, as the last brackets of a duty tell.

    `at` is where the words stand in their text.

    >>> [(told.role.value, told.value) for told in told_in_brackets("Rà soát (Sở A chủ trì).")]
    [('lead', 'Sở A')]
    """
    last = _LAST.search(words)
    if last is None:
        return ()
    if _TIME.fullmatch(last["words"]):
        return (Attribute(Role.TIME, last["words"], at + last.start("words")),)
    labelled = [told for told in attributes_in(last["words"]) if told.role in _ROLES]
    if labelled:
        return tuple(labelled)
    leads = _LEADS.match(last["words"])
    if leads is None or not UNIT.match(leads["unit"]):
        return ()
    found = [Attribute(Role.LEAD, leads["unit"], leads.start("unit"))]
    if leads["mates"]:
        found.append(Attribute(Role.MATES, leads["mates"], leads.start("mates")))
    return tuple(found)
