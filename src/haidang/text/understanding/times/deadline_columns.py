"""What a line or column says that is all about time: one moment, from one to another, or words."""

import re
from dataclasses import replace

from haidang.text.blocks import Anchor, Certainty, Deadline
from haidang.text.understanding.times.limits import at_moment, dated, from_to
from haidang.text.understanding.times.moments import Moment, Years, moments_in
from haidang.text.understanding.times.periods import Window

_NAMES = {"date": "on-date", "day-month": "on-day-month"}
# What may stand around one moment and change nothing of it.
_LEADS = re.compile(
    r"(?:(?:hoàn thành|thực hiện|xong|trong|vào|hết|đến|đến hết|ngày|năm|dự kiến|khoảng|thứ \w+,?)"
    r"\s*)*",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"dự kiến|khoảng", re.IGNORECASE)
_FROM = re.compile(r"(?:bắt đầu\s+)?(?:kể\s+)?(?:từ|sau)(?:\s+ngày)?\s*", re.IGNORECASE)
_ONWARD = re.compile(
    r"\s*(?:,|và)?\s*(?:trở đi|(?:các|những) năm (?:tiếp theo|sau)).*", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:đến|tới|-|–|và|,)(?:\s+(?:hết|ngày|hết ngày))?\s*", re.IGNORECASE)
_AFTER_EVENT = re.compile(r"(?:ngay\s+)?(?:sau khi|khi)\s", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:theo|kịp thời|khi có|đột xuất|thường xuyên|liên tục|sớm nhất|ngay|khẩn trương)\b.*",
    re.IGNORECASE,
)


def column_read(bare: Deadline, years: Years) -> Deadline:
    """The whole words of a column with the window that they name; the rule stays as it is read.

    A phrase that names no moment has none: "theo quy định", "kịp thời" are vague (promise N3).
    """
    moments = list(moments_in(bare.phrase, years))
    if len(moments) == 1:
        return _of_one(bare, moments[0], years)
    if len(moments) > 1:
        return _of_several(bare, moments, years)
    if _AFTER_EVENT.match(bare.phrase):
        return replace(bare, rule="after-event", counted_from=Anchor.EVENT)
    rule = "vague" if _VAGUE.fullmatch(bare.phrase) else bare.rule
    return replace(bare, rule=rule, certainty=Certainty.LOW)


def _of_one(bare: Deadline, moment: Moment, years: Years) -> Deadline:
    before, after = bare.phrase[: moment.start], bare.phrase[moment.end :]
    if _LEADS.fullmatch(before) and (not after.strip() or after.lstrip().startswith("(")):
        rule = _NAMES.get(moment.kind, moment.kind)
        read = at_moment(replace(bare, rule=rule), moment, years.habits)
        return replace(read, certainty=Certainty.LOW) if _ABOUT.search(before) else read
    begins = _FROM.fullmatch(before) and not after.strip()
    if moment.window and (begins or (_LEADS.fullmatch(before) and _ONWARD.fullmatch(after))):
        return dated(replace(bare, rule="from"), Window(moment.window.first, None), moment.anchor)
    return replace(bare, certainty=Certainty.LOW)


def _of_several(bare: Deadline, moments: list[Moment], years: Years) -> Deadline:
    first, last = moments[0], moments[-1]
    around = bare.phrase[: first.start], bare.phrase[last.end :]
    joined = _BETWEEN.fullmatch(bare.phrase, first.end, last.start)
    whole = (_FROM.fullmatch(around[0]) or _LEADS.fullmatch(around[0])) and not around[1].strip()
    if len(moments) != 2 or not (joined and whole and first.window and last.window):
        return replace(bare, certainty=Certainty.LOW)
    return from_to(replace(bare, rule="from-to"), first, last, years)
