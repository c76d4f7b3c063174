"""What brackets at the end of a duty say of it: "… (Sở A chủ trì, xong trong quý I)"."""

import re

from haidang.text.understanding.attributes import Attribute, Role, attributes_in
from haidang.text.understanding.nouns import UNIT

_LAST = re.compile(r"\((?P<words>[^()]{8,220})\)[\s.;,/]*$")
_LEADS = re.compile(
    r"(?:giao\s+)?(?P<unit>[^:;]{4,120}?)\s+chủ trì"
    r"(?:\s*,?\s*phối hợp(?:\s+với|\s+cùng)?\s+(?P<mates>[^;:]{4,140}?))?"
    r"(?=\s*(?:$|[;,]\s*(?:hoàn thành|xong|thời|trước|trong|chậm)))",
    re.IGNORECASE,
)
_ROLES = (Role.LEAD, Role.DOER, Role.MATES)


def told_in_brackets(words: str) -> tuple[Attribute, ...]:
    """Who leads, who does and who helps, as the last brackets of a duty tell.

    >>> [(told.role.value, told.value) for told in told_in_brackets("Rà soát (Sở A chủ trì).")]
    [('lead', 'Sở A')]
    """
    last = _LAST.search(words)
    if last is None:
        return ()
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
