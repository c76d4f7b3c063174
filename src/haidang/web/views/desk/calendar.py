"""The editorial calendar: a week by days, four weeks as a list, a month as a grid."""

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.newsroom import planning_rules as rules
from haidang.newsroom.enums import State
from haidang.newsroom.queries.calendar import Card, cards_between
from haidang.occasions.days import Day
from haidang.occasions.queries import days_between
from haidang.orgs.models import User
from haidang.plans.queries import habits_of
from haidang.reporting.models import Round
from haidang.web.request import Request
from haidang.web.story_words import CHANNELS, LANGUAGES, STATES
from haidang.web.views.desk.beside import beside_of
from haidang.web.views.desk.spans import LIST, MONTH, NO_WRITER, NOT_LIVE, WEEK, Asked, asked_of
from haidang.web.wording import WEEKDAYS_SHORT

SATURDAY = 5
OVER = {State.LIVE, State.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Column:
    """One day of the calendar, or the two of a weekend."""

    name: str
    first: dt.date
    last: dt.date
    is_today: bool
    is_of_month: bool
    notes: Sequence[Day]
    due: Sequence[Round]
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the days of the calendar bring besides stories."""

    notes: Sequence[Day]
    due: Sequence[Round]


@require_safe
def editorial_calendar(request: Request) -> HttpResponse:
    asked = asked_of(request)
    cards = [card for card in _found(request.user, asked) if _is_asked(card, asked.state)]
    beside = _Beside(_notes(request.user, asked), _due(request.user, asked))
    page = {
        "asked": asked,
        "cards": cards,
        "waiting": sum(card.state == State.AT_CONFIDENTIALITY for card in cards),
        "lacking": sum(card.lacks_writer for card in cards),
        "may_plan": rules.may_plan_somewhere(request.user),
        **_shape(asked, cards, beside),
        **_choices(),
        **beside_of(request.user, asked.first),
    }
    return render(request, "desk/calendar.html", page)


def _found(user: User, asked: Asked) -> list[Card]:
    return cards_between(
        user, asked.first, asked.last, channel=asked.channel, language=asked.language
    )


def _is_asked(card: Card, state: str) -> bool:
    if state == NO_WRITER:
        return card.lacks_writer
    return state in ("", card.state) or (state == NOT_LIVE and card.state not in OVER)


def _notes(user: User, asked: Asked) -> list[Day]:
    """The occasions of these days, of the authority that the person works for."""
    if user.unit is None:
        return []
    return days_between(user.seat, asked.first, asked.last, habits_of(user.seat))


def _due(user: User, asked: Asked) -> list[Round]:
    """The rounds of reports that end in these days, of those that the person may see."""
    found = Round.objects.visible_to(user).filter(due_on__range=(asked.first, asked.last))
    return list(found.select_related("period").order_by("due_on", "pk"))


def _shape(asked: Asked, cards: list[Card], beside: _Beside) -> dict[str, Any]:
    if asked.view == MONTH:
        weeks = calendar.Calendar().monthdatescalendar(asked.first.year, asked.first.month)
        month = asked.first.month
        return {"weeks": [[_column(day, day, cards, beside, month) for day in w] for w in weeks]}
    ends = list(_days(asked))
    columns = [_column(first, last, cards, beside) for first, last in ends]
    if asked.view == LIST:
        columns = [column for column in columns if column.cards or column.due or column.is_today]
    return {"columns": columns}


def _days(asked: Asked) -> Iterator[tuple[dt.date, dt.date]]:
    """The days by themselves; those of a weekend share a column of the week."""
    for ahead in range((asked.last - asked.first).days + 1):
        day = asked.first + dt.timedelta(ahead)
        if asked.view == WEEK and day.weekday() == SATURDAY:
            yield day, day + dt.timedelta(1)
        elif asked.view != WEEK or day.weekday() < SATURDAY:
            yield day, day


def _column(
    first: dt.date, last: dt.date, cards: list[Card], beside: _Beside, month: int = 0
) -> Column:
    name = WEEKDAYS_SHORT[first.weekday()]
    if last != first:
        name = f"{name}, {WEEKDAYS_SHORT[last.weekday()]}"
    return Column(
        name=name,
        first=first,
        last=last,
        is_today=first <= clock.today() <= last,
        is_of_month=month in (0, first.month),
        notes=[day for day in beside.notes if day.on <= last and day.until >= first],
        due=[one for one in beside.due if first <= one.due_on <= last],
        cards=[card for card in cards if first <= card.planned.on <= last],
    )


def _choices() -> dict[str, Any]:
    states = [(state.value, word) for state, (_, word, _) in STATES.items()]
    return {
        "all_channels": [(code.value, word) for code, (_, word) in CHANNELS.items()],
        "all_languages": list(LANGUAGES.items()),
        "all_states": [(NOT_LIVE, "Chưa đăng"), (NO_WRITER, "Chưa có người viết"), *states],
    }
