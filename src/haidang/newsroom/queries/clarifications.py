"""Clarifications whose first statement is due, for the desk and the list of the week."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from haidang.newsroom.clarifying import FirstStatement, first_statement
from haidang.newsroom.enums import StoryKind
from haidang.newsroom.models import Story
from haidang.newsroom.queries.visible import hidden_from
from haidang.orgs.models import User
from haidang.prepared import prepared

SHOWN_FOR = dt.timedelta(days=30)  # after that a late one is history, not work


@dataclass(frozen=True, slots=True)
class Awaited:
    """A clarification that nobody has read yet, and how long there is for its first statement."""

    story: Story
    first: FirstStatement
    hours: int  # left; negative when the time is over

    @property
    def is_late(self) -> bool:
        """Whether the 24 hours are over."""
        return self.hours < 0

    @property
    def words(self) -> str:
        """How long there still is, in words."""
        if self.is_late:
            return f"quá {-self.hours} giờ"
        return f"còn {self.hours} giờ" if self.hours else "còn dưới 1 giờ"


def awaited_clarifications(user: User, now: dt.datetime) -> list[Awaited]:
    """What the person's authority has to answer still, the most urgent first: one question."""
    if user.unit_id is None:
        return []
    found = _awaited(user.pk, user.seat.path, now - SHOWN_FOR)
    return [
        Awaited(story, first, _hours(first.left(now)))
        for story in found
        if (first := first_statement(story, None))
    ]


@prepared
def _awaited(user: int, path: str, since: dt.datetime) -> QuerySet[Story]:
    stories: QuerySet[Story] = Story.objects.filter(
        unit__path__startswith=path,
        kind=StoryKind.CLARIFICATION,
        claim_at__gt=since,
        written_from="",
        publications=None,
    )
    stories = stories.exclude(pk__in=hidden_from(user)).select_related("unit", "locale")
    return stories.order_by("claim_at", "pk")


def _hours(left: dt.timedelta) -> int:
    """Whole hours, never more than there are; what is over by a minute is over by an hour."""
    return int(left.total_seconds() // 3600)
