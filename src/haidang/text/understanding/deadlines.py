"""Time limits: a small grammar of named rules. What no rule reads is no deadline (promise N3)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from haidang.text.blocks import Deadline
from haidang.text.understanding.dates import FULL, iso, iso_of, last_day
from haidang.text.understanding.folded import Folded
from haidang.text.understanding.letters import compiled

_HOUR = r"(?:\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{1,2})?\s*(?:phút|’|')?\s*,?\s*)?"
_DAY = r"(?:ngày\s+)?"
_SHORT = (
    r"(?P<day>\d{1,2})\s*(?:tháng\s+|"
    r"[/.-]\s*)(?P<month>\d{1,2})(?!\s*[/.]?\d)(?:\s+và\s+\d{1,2}\s*/\s*\d{1,2})?"
)
_YEARLY = r"(?P<yearly>\s+(?:hằng|hàng|mỗi)\s+năm)?"
_DONE = r"(?:(?:hoàn thành\s+)?xong\s+|hoàn thành\s+)?"
_QUARTER = r"qu[ýíyi]\s*(?P<quarter>IV|I{1,3}|[1-4])\s*(?:/|-|–|,|\s|năm)*\s*(?P<year>\d{4})"
_MONTH = r"tháng\s+(?P<month>\d{1,2})\s*(?:/|-|,|\s|năm)*\s*(?P<year>\d{4})"
_WORKDAYS = r"(?:\d{1,3}|[a-z]+)\s*(?:\(\s*\w+\s*\)\s*)?ngày(?:\s+làm việc)?"


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]
    column_only: bool = False  # read only where a line or column is all about time


def _rule(name: str, source: str, column_only: bool = False) -> _Rule:
    return _Rule(name, compiled(source, re.IGNORECASE), column_only)


_LATEST = r"(?:chậm nhất|muộn nhất)(?:\s+là)?(?:\s+(?:đến|vào|trong|trước))*\s+"
RULES = (
    _rule(
        "monthly-before-day",
        r"(?:(?:hằng|hàng)\s+(?:tháng|quý)\s*,?\s*\(?trước\s+ngày\s+\d{1,2}(?![/\d]|"
        r"\s*tháng\s*\d)|trước\s+ngày\s+\d{1,2}\s+(?:hằng|hàng|mỗi)\s+(?:tháng|quý))",
    ),
    _rule("no-later-than-date", _LATEST + _HOUR + _DAY + FULL),
    _rule("no-later-than-day-month", _LATEST + _HOUR + _DAY + _SHORT + _YEARLY),
    _rule(
        "no-later-than-after", _LATEST + _WORKDAYS + r"\s*,?\s*(?:kể từ|sau|tính từ|từ)\b[^.;,]*"
    ),
    _rule("before-date", r"(?:xong\s+)?trước\s+" + _HOUR + _DAY + FULL),
    _rule("before-day-month", r"(?:xong\s+)?trước\s+" + _HOUR + r"ngày\s+" + _SHORT + _YEARLY),
    _rule(
        "within-days",
        r"trong\s+(?:thời hạn|thời gian|vòng)\s+"
        + _WORKDAYS
        + r"(?:\s*,?\s*(?:kể từ|tính từ|từ|sau)\b[^.;,)]*?(?=\s+để\b|[.;,)]|$))?",
    ),
    _rule("within-quarter", r"(?:xong\s+)?(?:trong|trước|đến hết|hết)\s+" + _QUARTER),
    _rule("within-month", r"(?:xong\s+)?(?:trong|trước|đến hết|hết|cuối)\s+" + _MONTH),
    _rule(
        "by-date",
        r"(?:hoàn thành|xong|gửi)[^.;]{0,60}?\b(?P<phrase>(?:đến hết|hết|đến|vào)\s+ngày\s+"
        + FULL
        + ")",
    ),
    _rule("within-year", r"(?:hoàn thành|xong)\s+(?:trong|trước)\s+năm\s+(?P<year>\d{4})"),
    _rule("quarter", _QUARTER, column_only=True),
    _rule("month", r"(?<!từ )" + _MONTH, column_only=True),
    _rule("year", r"(?:trong\s+)?năm\s+(?P<year>\d{4})", column_only=True),
    _rule("on-date", _DAY + FULL, column_only=True),
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Years:
    """Where a phrase without a year takes it from: the plan's year first, then the signing year."""

    plan: int | None
    signing: int | None

    @property
    def best(self) -> tuple[int | None, str | None]:
        if self.plan:
            return self.plan, "plan"
        return self.signing, "signing" if self.signing else None


def deadline_in(folded: Folded, start: int, end: int, years: Years) -> Deadline | None:
    """The first time limit in a stretch of a duty's own words."""
    found: tuple[int, _Rule, re.Match[str]] | None = None
    for rule in RULES:
        if rule.column_only:
            continue
        match = rule.pattern.search(folded.text, start, end)
        if match and (found is None or match.start() < found[0]):
            found = (match.start(), rule, match)
    return _deadline(folded, found[1], found[2], years) if found else None


def deadline_of_column(folded: Folded, start: int, end: int, years: Years) -> Deadline | None:
    """The time limit that a line or column about time states; else its words as written."""
    words = folded.text[start:end].strip(" .;,")
    if not words:
        return None
    for rule in RULES:
        match = rule.pattern.search(folded.text, start, end)
        if not match:
            continue
        read = _deadline(folded, rule, match, years)
        if (
            rule.name in ("before-date", "before-day-month", "no-later-than-date")
            and len(words) > 60
        ):
            return read
        if rule.column_only and match.end() - match.start() < len(words) - 2:
            break  # "Từ tháng 12/2025 đến quý I/2026" says more than one rule reads
        return read if len(words) > 90 else _whole(folded, start, words, read)
    at, to = folded.span(start, start + len(folded.text[start:end].rstrip(" .;,")))
    return Deadline(words, at, to, "as-written")


def _whole(folded: Folded, start: int, words: str, read: Deadline) -> Deadline:
    offset = folded.text.index(words, start)
    at, to = folded.span(offset, offset + len(words))
    short = read if read.rule == "before-date" else None
    if short:
        return short
    return Deadline(words, at, to, read.rule, read.due_on, read.year_from, read.written_on)


def _deadline(folded: Folded, rule: _Rule, match: re.Match[str], years: Years) -> Deadline:
    name = "phrase" if "phrase" in match.groupdict() else 0
    first, last = match.span(name)
    phrase = folded.text[first:last].rstrip(" ,(")
    at, to = folded.span(first, first + len(phrase))
    due_on, year_from, written_on = _resolved(rule.name, match, phrase, years)
    return Deadline(phrase, at, to, rule.name, due_on, year_from, written_on)


def _resolved(
    name: str, match: re.Match[str], phrase: str, years: Years
) -> tuple[str | None, str | None, str | None]:
    parts = match.groupdict()
    if parts.get("y1") or parts.get("y2"):
        written = iso_of(match)
        return _last_in_time(written, phrase), None, written
    if parts.get("day"):
        year, source = years.best
        on = iso(year, parts["month"], parts["day"]) if year else None
        return _last_in_time(on, phrase), source if on else None, None
    if parts.get("quarter"):
        return last_day(int(parts["year"]), _QUARTERS[parts["quarter"].upper()] * 3), None, None
    if parts.get("month") and parts.get("year"):
        year, month = int(parts["year"]), int(parts["month"])
        if phrase.lower().startswith("trước"):
            year, month = (year - 1, 12) if month == 1 else (year, month - 1)
        return last_day(year, month), None, None
    if parts.get("year"):
        return last_day(int(parts["year"]), 12), None, None
    return None, None, None


def _last_in_time(on: str | None, phrase: str) -> str | None:
    """Before a day ends as it begins ("trước ngày 30"); before an hour is still that day."""
    whole_day_before = re.search(
        r"trước(?:\s+ngày)?\s+\d{1,2}\s*(?:tháng|[/.])", phrase, re.IGNORECASE
    )
    if on is None or not whole_day_before:
        return on
    if on == date.min.isoformat():
        return None
    return (date.fromisoformat(on) - timedelta(days=1)).isoformat()
