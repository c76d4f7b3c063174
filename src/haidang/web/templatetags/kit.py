"""The small parts of the staff pages: icons, states, counts, numbers, dates. Charts: charts.py.

Loaded into every template by settings (`builtins`), so no page needs `{% load kit %}`.
"""

import datetime as dt
from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from haidang import clock
from haidang.web import controls, wording
from haidang.web.templating import shown

register = template.Library()

# The sign of each class of state: the reader trusts sign, then word, then colour.
SIGNS = {
    "ok": "check-check",
    "run": "circle-dot",
    "none": "circle",
    "soon": "clock",
    "back": "corner-up-left",
    "late": "triangle-alert",
    "done": "check",
    "plain": "minus",
}
MATRIX_SIGNS = {"ok": "sign-done", "run": "sign-run", "none": "sign-none", "late": "sign-late"}
BUCKETS = {
    "basis": "Căn cứ",
    "purpose": "Mục đích",
    "requirement": "Yêu cầu",
    "direction": "Phương hướng",
    "task": "Nhiệm vụ",
    "target": "Chỉ tiêu",
    "formality": "Thủ tục",
    "unresolved": "Chưa rõ",
}
CERTAINTY = {"high": (3, "Cao"), "middle": (2, "Vừa"), "low": (1, "Thấp")}
NOTICES = {
    "ok": "circle-check",
    "run": "info",
    "soon": "clock",
    "late": "triangle-alert",
    "success": "circle-check",
    "error": "triangle-alert",
    "warning": "clock",
}


@register.filter
def signed(value: wording.Number) -> str:
    """A difference with its sign: +3, −12,5."""
    return f"{'−' if value < 0 else '+'}{wording.number(value).lstrip('-−')}"


@register.filter
def number(value: wording.Number | None) -> str:
    """`{{ 1032|number }}`: 1.032; nothing for nothing."""
    return "" if value is None else wording.number(value)


@register.filter
def day(value: dt.date | None) -> str:
    """`{{ report.due_on|day }}`: 29/11/2024."""
    return wording.day(value) if value else ""


@register.filter
def day_short(value: dt.date | None) -> str:
    """`{{ report.due_on|day_short }}`: 29/11."""
    return wording.day_short(value) if value else ""


@register.filter
def weekday(value: dt.date | None) -> str:
    """`{{ report.due_on|weekday }}`: thứ Sáu."""
    return wording.weekday(value) if value else ""


@register.filter
def moment(value: dt.datetime | None) -> str:
    """`{{ entry.at|moment }}`: hôm nay, 7:42; hôm qua, 20:10; 22/11, 16:05."""
    return wording.moment(value, clock.today()) if value else ""


@register.filter
def clock_after(wait: dt.timedelta) -> str:
    """The time of day after a wait: `{{ cooloff_timedelta|clock_after }}` gives 14:20."""
    return wording.clock_time(clock.now() + wait)


@register.filter
def input_tag(widget: controls.Widget) -> SafeString:
    """`{{ option|input_tag }}`: the control itself, for a widget with a template of its own."""
    return controls.input_tag(widget)


@register.simple_tag
def icon(name: str, css: str = "icon") -> SafeString:
    """`{% icon "send" %}`: a symbol of icons.svg, silent, because a word stands beside it."""
    return _drawn(name, css)


@lru_cache(maxsize=256)  # a matrix draws four hundred signs of four kinds
def _drawn(name: str, css: str) -> SafeString:
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        css,
        static("haidang/icons.svg"),
        name,
    )


@register.simple_tag
def status(kind: str, word: str, sign: str = "") -> SafeString:
    """`{% status "late" "Quá hạn 3 ngày" %}`; kind: ok run none soon back late done plain."""
    drawing = icon(sign or SIGNS[kind])
    return SafeString(f'<span class="tag {shown(kind)}">{drawing}{shown(word)}</span>')


@register.simple_tag
def sign(kind: str, word: str) -> SafeString:
    """`{% sign "ok" "Hoàn thành" %}`: the sign of a matrix cell, with its word read aloud."""
    drawing = icon(MATRIX_SIGNS[kind], f"sign {kind}")
    return format_html('{}<span class="hide">{}</span>', drawing, word)


@register.simple_tag
def count_badge(count: int, kind: str = "") -> SafeString:
    """`{% count_badge 3 %}`, `{% count_badge 1 "late" %}`: a count after a heading."""
    return SafeString(f'<span class="count {shown(kind)}">{wording.number(count)}</span>')


@register.simple_tag
def chip(bucket: str) -> SafeString:
    """`{% chip sentence.bucket %}`: what a sentence is for, in full."""
    return format_html('<span class="chip b-{}">{}</span>', bucket, BUCKETS[bucket])


@register.simple_tag
def certainty(level: str) -> SafeString:
    """`{% certainty "high" %}`: three squares and a word, never a percentage."""
    filled, word = CERTAINTY[level]
    squares = SafeString('<i class="on"></i>' * filled + "<i></i>" * (3 - filled))
    return format_html(
        '<span class="certain"><span class="hide">Độ chắc chắn: </span>{}<span>{}</span></span>',
        squares,
        word,
    )


@register.filter
def notice_sign(kind: str) -> str:
    """The icon of a notice, by its kind or by the level of a Django message."""
    return NOTICES.get(kind, "info")


@register.filter
def initials(words: str) -> str:
    """The first letters of the first two words of a post: Chuyên viên gives CV."""
    return "".join(word[0] for word in words.split()[:2]).upper()


@register.inclusion_tag("kit/week.html")
def week(due: dt.date, start: dt.date | None = None) -> dict[str, object]:
    """`{% week report.due_on %}`: seven days, with today and the day that something is due."""
    today = clock.today()
    first = start or today - dt.timedelta(days=today.weekday())
    days = [first + dt.timedelta(days=at) for at in range(7)]
    return {"days": SafeString("\n    ".join(_day_of_week(one, today, due) for one in days))}


def _day_of_week(date: dt.date, today: dt.date, due: dt.date) -> str:
    at = date.weekday()
    classes = ("today " if date == today else "") + ("due " if date == due else "")
    said = '<span class="hide">, hôm nay</span>' if date == today else ""
    said += '<span class="hide">, hạn</span>' if date == due else ""
    off = "off" if at > 4 else ""
    return f'<li class="{classes}{off}">{wording.WEEKDAYS_SHORT[at]}<b>{date.day}</b>{said}</li>'
