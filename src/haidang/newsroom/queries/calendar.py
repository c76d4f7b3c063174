"""The editorial calendar: what is planned between two days, and how far each story has come.

However many stories there are, the questions are as many.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from haidang.newsroom.enums import Channel, State
from haidang.newsroom.models import PlannedStory
from haidang.newsroom.queries.states import states_of
from haidang.newsroom.queries.visible import hidden_from
from haidang.orgs.models import User

BESIDE = ("unit", "writer__unit", "story", "occasion")


@dataclass(frozen=True, slots=True)
class Card:
    """One planned story as the calendar shows it."""

    planned: PlannedStory
    state: State | None  # nothing before somebody began to write

    @property
    def channels(self) -> list[Channel]:
        """Where it is to appear."""
        return [Channel(code) for code in self.planned.channels.split()]

    @property
    def languages(self) -> list[str]:
        """In which languages."""
        return self.planned.languages.split()

    @property
    def lacks_writer(self) -> bool:
        """Whether nobody was named who writes it."""
        return self.state is None and self.planned.writer_id is None


def planned_for(user: User) -> QuerySet[PlannedStory]:
    """What a person sees of the calendar: that of their authority, and what they are to write."""
    planned = open_to(user.pk)
    if user.sees_everything():
        return planned
    return planned.filter(near(user.pk, user.seat.path) if user.unit else Q(writer=user))


def open_to(user: int) -> QuerySet[PlannedStory]:
    """What is planned and not between two other people: whose it is is not asked yet."""
    return PlannedStory.objects.filter(is_dropped=False).exclude(story__in=hidden_from(user))


def near(user: int, path: str) -> Q:
    """What a person is to write, and what is of the authority whose path is given."""
    return Q(writer=user) | Q(unit__path__startswith=path)


def cards_between(
    user: User, first: dt.date, last: dt.date, *, channel: str = "", language: str = ""
) -> list[Card]:
    """The stories that are planned from one day to another, in order."""
    planned = planned_for(user).filter(on__gte=first, on__lte=last)
    if channel:
        planned = planned.filter(channels__contains=channel)
    if language:
        planned = planned.filter(languages__contains=language)
    return cards_of(planned.select_related(*BESIDE).order_by("on", "pk"))


def cards_of(planned: Iterable[PlannedStory]) -> list[Card]:
    """Planned stories with the states of what was written for them."""
    rows = list(planned)
    states = states_of([row.story for row in rows if row.story is not None])
    return [Card(row, states.get(row.story_id) if row.story_id else None) for row in rows]
