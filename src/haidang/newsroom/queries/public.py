"""The stories that strangers may see: every list, feed, search and sitemap begins here."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from haidang import clock
from haidang.newsroom.enums import Act, Step
from haidang.newsroom.models import Clearance, Emergency, Publication, Story


def appearing() -> QuerySet[Story]:
    """The stories that are live by an act of ours, cleared by both or in an open emergency.

    A page compares every letter too before it is served: `gate.is_public`.
    """
    acts = Publication.objects.filter(story=OuterRef("pk")).order_by("-pk")
    stories = Story.objects.filter(live=True).annotate(
        last_act=Subquery(acts.values("act")[:1]), shown=Subquery(acts.values("submission")[:1])
    )
    shown = stories.filter(last_act__in=[Act.PUBLISHED, Act.CORRECTED])
    allowed: QuerySet[Story] = shown.filter(
        _agreed(Step.EDITOR) & _agreed(Step.CONFIDENTIALITY) | _urgent()
    )
    return allowed


def _agreed(step: Step) -> Q:
    said = Clearance.objects.filter(submission=OuterRef("shown"), step=step, agrees=True)
    return Q(Exists(said))


def _urgent() -> Q:
    orders = Emergency.objects.filter(
        submission=OuterRef("shown"), ended_at=None, clear_by__gt=clock.now()
    )
    refused = Clearance.objects.filter(submission=OuterRef("shown"), agrees=False)
    return Q(Exists(orders)) & ~Q(Exists(refused))
