"""The way of stories: how many stand in each state in a month."""

import datetime as dt
from collections import Counter

from django.db.models import Q, QuerySet

from haidang.newsroom.enums import State, StoryKind
from haidang.newsroom.models import Story
from haidang.newsroom.queries.states import states_of
from haidang.newsroom.queries.visible import hidden_from
from haidang.orgs.models import Unit, User

ALWAYS = (
    State.DRAFT,
    State.AT_EDITOR,
    State.AT_CONFIDENTIALITY,
    State.CLEARED,
    State.SCHEDULED,
    State.LIVE,
)


def funnel_of(user: User, first: dt.datetime, last: dt.datetime) -> list[tuple[State, int]]:
    """How many stories of a time stand where, in the order of their way; rare states only if any.

    A story belongs to the day it is planned for; else to that on which it appeared, or was last
    written at.
    """
    counts = Counter(states_of(list(_of_time(user, first, last))).values())
    return [(state, counts[state]) for state in State if state in ALWAYS or counts[state]]


def _of_time(user: User, first: dt.datetime, last: dt.datetime) -> QuerySet[Story]:
    planned = Q(planned__on__gte=first.date(), planned__on__lte=last.date())
    appeared = Q(planned=None, first_published_at__range=(first, last))
    written = Q(
        planned=None, first_published_at=None, latest_revision_created_at__range=(first, last)
    )
    units = Unit.objects.visible_to(user).order_by().values("pk")
    stories: QuerySet[Story] = Story.objects.filter(planned | appeared | written, unit__in=units)
    stories = stories.exclude(kind=StoryKind.FIXED)
    return stories.exclude(pk__in=hidden_from(user))
