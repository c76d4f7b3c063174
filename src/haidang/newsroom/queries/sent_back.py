"""What a person sent to be cleared and was given back: it waits for their hand."""

import datetime as dt

from django.db.models import Exists, OuterRef, QuerySet

from haidang.newsroom.models import Clearance, Recall, Submission
from haidang.newsroom.writing_rules import WRITERS
from haidang.orgs.models import User
from haidang.prepared import prepared


def sent_back(user: User, since: dt.datetime) -> list[Clearance]:
    """The refusals since a moment of what a person sent and has not sent again, the oldest first.

    Who writes no stories is asked nothing of the database.
    """
    return _refused(user.pk, since) if user.has_role(*WRITERS) else []


@prepared
def _refused(user: int, since: dt.datetime) -> QuerySet[Clearance]:
    submission = OuterRef("submission")
    again = Submission.objects.filter(story=OuterRef("submission__story"), pk__gt=submission)
    recalled = Recall.objects.filter(submission=submission)
    found = Clearance.objects.filter(
        ~Exists(again),
        ~Exists(recalled),
        agrees=False,
        submission__submitted_by=user,
        at__gte=since,
    )
    beside = ("submission__revision", "submission__story__unit")
    return found.select_related(*beside).order_by("pk")
