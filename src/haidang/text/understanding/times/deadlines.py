"""Time limits: a small grammar of named rules. What no rule reads is no deadline (promise N3)."""

import re
from dataclasses import replace

from haidang.text.blocks import Anchor, Deadline
from haidang.text.understanding.times.counting import counted
from haidang.text.understanding.times.deadline_columns import column_read
from haidang.text.understanding.times.deadline_rules import RULES, Reads, Rule
from haidang.text.understanding.times.limits import at_moment, from_to
from haidang.text.understanding.times.moments import Years, moments_in
from haidang.text.understanding.times.periods import EACH
from haidang.text.understanding.times.rhythms import recurrence_of
from haidang.text.understanding.words.folded import Folded

__all__ = ["RULES", "Years", "deadline_in", "deadline_of_column", "first_limit"]

_PAST = re.compile(r"\bđã\s[^.;,]*$", re.IGNORECASE)
_EACH_YEAR_BEFORE = re.compile(rf"{EACH}\s+năm\s*[,(]?\s*$", re.IGNORECASE)
_REACH = 14  # letters of "hằng năm, ("
_CLAUSE = 40
_LONG_COLUMN, _LONGEST_COLUMN = 60, 90  # letters: more than a time stands in it
_ALONE = ("before-date", "before-day-month", "no-later-than-date")


def deadline_in(folded: Folded, start: int, end: int, years: Years) -> Deadline | None:
    """The first time limit in a stretch of a duty's own words."""
    limit = first_limit(folded.text, start, end)
    return _deadline(folded, start, *limit, years) if limit else None


def first_limit(
    text: str, start: int = 0, end: int | None = None
) -> tuple[Rule, re.Match[str]] | None:
    """The rule whose words come first in a stretch of text; of several there, the first rule."""
    end = len(text) if end is None else end
    small = text[start:end].lower()
    found: tuple[Rule, re.Match[str]] | None = None
    for rule in RULES:
        if not any(word in small for word in rule.needs):
            continue
        match = _first_ahead(rule, text, start, end)
        if match and (found is None or match.start() < found[1].start()):
            found = rule, match
    return found


def _first_ahead(rule: Rule, text: str, start: int, end: int) -> re.Match[str] | None:
    """The first match that is no time of what is past: "hồ sơ đã nhận trước ngày 01/7/2025"."""
    for match in rule.pattern.finditer(text, start, end):
        if not _PAST.search(text, max(start, match.start() - _CLAUSE), match.start()):
            return match
    return None


def deadline_of_column(folded: Folded, start: int, end: int, years: Years) -> Deadline | None:
    """The time limit that a line or column about time states; else its words as written."""
    words = folded.text[start:end].strip(" .;,")
    if not words:
        return None
    offset = folded.text.index(words, start)
    bare = Deadline(words, *folded.span(offset, offset + len(words)), "as-written")
    limit = next(
        (
            (rule, found)
            for rule in RULES
            if (found := rule.pattern.search(folded.text, start, end))
        ),
        None,
    )
    whole = column_read(bare, years)
    if limit is None or whole.rule == "from-to":
        return whole
    read = _deadline(folded, start, *limit, years)
    alone = read.rule == "before-date" or (read.rule in _ALONE and len(words) > _LONG_COLUMN)
    if alone or len(words) > _LONGEST_COLUMN:
        return read
    return replace(read, phrase=bare.phrase, start=bare.start, end=bare.end)


def _deadline(
    folded: Folded, start: int, rule: Rule, match: re.Match[str], years: Years
) -> Deadline:
    first, last = match.span("phrase" if "phrase" in match.groupdict() else 0)
    phrase = folded.text[first:last].rstrip(" ,(")
    at, to = folded.span(first, first + len(phrase))
    each_year = _EACH_YEAR_BEFORE.search(folded.text[max(start, first - _REACH) : first])
    rhythm = match.group() if rule.reads is Reads.RHYTHM else phrase
    repeats = recurrence_of(f"{each_year.group() if each_year else ''}{rhythm}")
    return _resolved(Deadline(phrase, at, to, rule.name, recurrence=repeats), rule.reads, years)


def _resolved(bare: Deadline, reads: Reads, years: Years) -> Deadline:
    """A limit of which the phrase alone is known, with the days that it means."""
    match reads:
        case Reads.MOMENT:
            moment = next(moments_in(bare.phrase, years), None)
            return at_moment(bare, moment, years.habits) if moment else bare
        case Reads.SPAN:
            moments = list(moments_in(bare.phrase, years))
            return from_to(bare, moments[0], moments[-1], years) if moments else bare
        case Reads.COUNT:
            return counted(bare, years)
        case Reads.EVENT:
            return replace(bare, counted_from=Anchor.EVENT)
        case Reads.RHYTHM:
            return bare
