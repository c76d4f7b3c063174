"""Stories whose day is near or past and that have not appeared: the calendar warns of them."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang.newsroom.enums import Channel, Step
from haidang.newsroom.models import Clearance, PlannedStory, Schedule
from haidang.newsroom.queries.calendar import near, open_to
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.prepared import prepared

BACK = dt.timedelta(30)  # what is older was given up


def unfulfilled(user: User, today: dt.date, until: dt.date) -> list[PlannedStory]:
    """What a person has to bring to its end: an editor all of the newsroom, others their own.

    On the portal and on social pages a story is there once it is live, or has its time; for
    loudspeakers and notice boards it is ready once it was cleared.
    """
    since = today - BACK
    if user.has_role(Role.EDITOR) and user.sees_everything():
        return _of_all(user.pk, since, until)
    if user.has_role(Role.EDITOR) and user.unit:
        return _of_the_newsroom(user.pk, user.seat.path, since, until)
    return _own(user.pk, since, until)


@prepared
def _of_all(user: int, since: dt.date, until: dt.date) -> QuerySet[PlannedStory]:
    return _due(open_to(user), since, until)


@prepared
def _of_the_newsroom(
    user: int, path: str, since: dt.date, until: dt.date
) -> QuerySet[PlannedStory]:
    return _due(open_to(user).filter(near(user, path)), since, until)


@prepared
def _own(user: int, since: dt.date, until: dt.date) -> QuerySet[PlannedStory]:
    return _due(open_to(user).filter(writer=user), since, until)


def _due(planned: QuerySet[PlannedStory], since: dt.date, until: dt.date) -> QuerySet[PlannedStory]:
    shown = Q(channels__contains=Channel.PORTAL) | Q(channels__contains=Channel.SOCIAL)
    agreed = Clearance.objects.filter(
        submission__story=OuterRef("story"), step=Step.CONFIDENTIALITY, agrees=True
    )
    scheduled = Exists(Schedule.objects.filter(story=OuterRef("story")))
    is_there = shown & (Q(story__live=True) | scheduled) | ~shown & Exists(agreed)
    due = planned.filter(on__gte=since, on__lte=until).exclude(is_there)
    return due.select_related("unit", "writer__unit").order_by("on", "pk")
