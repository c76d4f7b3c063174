"""The stories that strangers may see: every list, feed, search and sitemap begins here."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang import clock
from haidang.newsroom.enums import Act, Step
from haidang.newsroom.models import Clearance, Emergency, Publication, Story


def appearing(now: dt.datetime | None = None) -> QuerySet[Story]:
    """The stories that are live by an act of ours, cleared by both or in an open emergency.

    A page compares every letter too before it is served: `gate.is_public`. `now` where a prepared
    question is built, which may not ask for it.
    """
    later = Publication.objects.filter(story=OuterRef("story"), pk__gt=OuterRef("pk"))
    shown = Publication.objects.filter(
        ~Exists(later),
        _agreed(Step.EDITOR) & _agreed(Step.CONFIDENTIALITY) | _urgent(now or clock.now()),
        story=OuterRef("pk"),
        act__in=[Act.PUBLISHED, Act.CORRECTED],
    )
    stories: QuerySet[Story] = Story.objects.filter(Exists(shown), live=True)
    return stories


def _agreed(step: Step) -> Q:
    said = Clearance.objects.filter(submission=OuterRef("submission"), step=step, agrees=True)
    return Q(Exists(said))


def _urgent(now: dt.datetime) -> Q:
    orders = Emergency.objects.filter(
        submission=OuterRef("submission"), ended_at=None, clear_by__gt=now
    )
    refused = Clearance.objects.filter(submission=OuterRef("submission"), agrees=False)
    return Q(Exists(orders)) & ~Q(Exists(refused))
