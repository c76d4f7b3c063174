"""How often in a year the text wants the quantity of a target: each month, each quarter, once."""

import re
from decimal import Decimal

from haidang.plans.models import Target

TIMES = {"ngày": 365, "tuần": 52, "tháng": 12, "quý": 4, "năm": 1}
_EACH = r"(?:m[ỗộ]i|h[ằà]ng|từng)\s+(?:một\s+)?(ngày|tuần|tháng|quý|năm)\b"
_EVERY = re.compile(_EACH, re.IGNORECASE)
# "02 tin, bài/tháng", "02 buổi trong một quý"
_PER = re.compile(
    rf"(?:/\s*|\btrong\s+(?:một\s+)?)(ngày|tuần|tháng|quý|năm)\b|{_EACH}", re.IGNORECASE
)
_BREAKS = re.compile(r"[.;:]\s")


def period_of(target: Target) -> str:
    """The period that a quantity is for: what stands beside it, else before it in its clause."""
    beside = _PER.search(target.measure)
    if beside:
        return str(beside[1] or beside[2]).lower()
    found = _EVERY.findall(_clause(target))
    return str(found[-1]).lower() if found else "năm"


def times_a_year(target: Target) -> int:
    """How often a year the quantity is wanted: 12 for one of each month."""
    return TIMES[period_of(target)]


def whole_of(target: Target) -> Decimal:
    """The quantity of a whole year; what the text says for each month is wanted twelve times."""
    return (target.quantity or Decimal(0)) * times_a_year(target)


def _clause(target: Target) -> str:
    words = " ".join(target.text.split())
    sentence = " ".join(target.task.text.split()) if target.task else words
    at = sentence.find(words)
    before = sentence[:at] if at > 0 else ""
    return _BREAKS.split(before)[-1] + words
