"""The days that a time limit means, once it is known which moment or stretch its words name."""

import re
from dataclasses import replace
from datetime import date

from haidang.text.blocks import Anchor, Certainty, Deadline
from haidang.text.habits import BeforeDay, Habits
from haidang.text.understanding.times.moments import Moment, Years, moments_in
from haidang.text.understanding.times.periods import Window

# Before a day or a stretch; before an hour is still that day.
_BEFORE = re.compile(
    r"trước\s+(?:(?:thứ\s+\w+|chủ nhật)\s*,?\s*\(?)?(?:ngày\s+)?"
    r"(?=\d{1,2}\s*(?:tháng\s+\d|[-/.])|tháng|qu[ýíyi]|năm|(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối))",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:đến|hết|chậm nhất|muộn nhất|không quá|muộn hơn|trước)\b", re.IGNORECASE)
_YEAR_FROM = {
    Anchor.PLAN_YEAR: "plan",
    Anchor.SIGNING_YEAR: "signing",
    Anchor.SIGNING_DAY: "signing",
}


def at_moment(bare: Deadline, moment: Moment, habits: Habits) -> Deadline:
    """A limit whose phrase names one moment: on it, within it, until its end or before it."""
    if moment.window is None:
        return replace(bare, certainty=Certainty.LOW)
    window = _meant(bare.phrase, moment, moment.window, habits)
    read = dated(bare, window, moment.anchor, is_vague=moment.is_vague)
    if moment.other:
        other = _meant(bare.phrase, moment, moment.other, habits).last
        return replace(read, or_on=_iso(other), certainty=Certainty.LOW)
    return replace(read, written_on=_iso(moment.written_on))


def from_to(bare: Deadline, first: Moment, last: Moment, years: Years) -> Deadline:
    """A limit from the beginning of one moment to the end of another."""
    begin, end = _begin(bare.phrase, first, last, years), last.window
    if begin is None or end is None:
        return replace(bare, certainty=Certainty.LOW)
    vague = first.is_vague or last.is_vague
    return dated(bare, begin.to(end), last.anchor, is_vague=vague)


def _begin(phrase: str, first: Moment, last: Moment, years: Years) -> Window | None:
    """The first moment; without a year it lies in the last one's, or in the year before.

    "Từ tháng 11 đến tháng 3/2026" begins in 2025.
    """
    end = last.window.last if last.window else None
    if end is None or last.anchor is not Anchor.WRITTEN or first.anchor is Anchor.WRITTEN:
        return first.window
    for year in (end.year, end.year - 1):
        against = replace(years, plan=year, signed_on=None)
        again = next(moments_in(phrase[first.start : first.end], against), first).window
        if again and again.first and again.first <= end:
            return again
    return first.window


def dated(
    bare: Deadline, window: Window, anchor: Anchor | None, *, is_vague: bool = False
) -> Deadline:
    """A limit with its window; a vague one has no last day that anybody could be held to (N3)."""
    due_on = None if is_vague else _iso(window.last)
    return replace(
        bare,
        due_on=due_on,
        year_from=_YEAR_FROM.get(anchor) if anchor and due_on else None,
        from_on=_iso(window.first),
        until_on=_iso(window.last),
        counted_from=anchor,
        certainty=Certainty.LOW if is_vague else bare.certainty,
    )


def _meant(phrase: str, moment: Moment, window: Window, habits: Habits) -> Window:
    if _BEFORE.search(phrase) and not moment.is_vague:
        if moment.is_day and habits.before_day_is is BeforeDay.SAME_DAY:
            return Window(None, window.last)
        return window.before()
    return Window(None, window.last) if _UNTIL.search(phrase) else window


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
