"""Stories whose day is near or past and that have not appeared: the calendar warns of them."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang.newsroom.enums import Channel, Step
from haidang.newsroom.models import Clearance, PlannedStory, Schedule
from haidang.newsroom.queries.calendar import planned_for
from haidang.orgs.enums import Role
from haidang.orgs.models import User

BACK = dt.timedelta(30)  # what is older was given up


def unfulfilled(user: User, today: dt.date, until: dt.date) -> QuerySet[PlannedStory]:
    """What a person has to bring to its end: an editor all of the newsroom, others their own.

    On the portal and on social pages a story is there once it is live, or has its time; for
    loudspeakers and notice boards it is ready once it was cleared.
    """
    planned = planned_for(user)
    if not user.has_role(Role.EDITOR):
        planned = planned.filter(writer=user)
    shown = Q(channels__contains=Channel.PORTAL) | Q(channels__contains=Channel.SOCIAL)
    agreed = Clearance.objects.filter(
        submission__story=OuterRef("story"), step=Step.CONFIDENTIALITY, agrees=True
    )
    scheduled = Exists(Schedule.objects.filter(story=OuterRef("story")))
    is_there = shown & (Q(story__live=True) | scheduled) | ~shown & Exists(agreed)
    due = planned.filter(on__gte=today - BACK, on__lte=until).exclude(is_there)
    return due.select_related("unit", "writer__unit").order_by("on", "pk")
