"""What the newsroom does each minute: show what is due, end emergencies whose time is over.

Each story is done in a transaction of its own: two workers, a late start or a clock that jumps
show it once, and one story that cannot be shown holds up no other.
"""

import logging

from haidang import clock
from haidang.errors import Refused
from haidang.jobs.backend import job
from haidang.jobs.periodic import every
from haidang.newsroom.commands.emergencies import end_emergency
from haidang.newsroom.commands.scheduling import publish_scheduled
from haidang.newsroom.models import Emergency, Schedule

log = logging.getLogger("haidang.newsroom")


@every(minutes=1)
@job()
def publish_due(since: str | None) -> None:
    """Show every story whose time has come."""
    for schedule in Schedule.objects.filter(at__lte=clock.now()).select_related("story"):
        try:
            publish_scheduled(schedule=schedule)
        except Refused as refusal:
            # It is tried again in a minute: a disk that is full now may not be then.
            log.warning("story %s is due and not shown: %s", schedule.story_id, refusal.message)


@every(minutes=1)
@job()
def end_emergencies(since: str | None) -> None:
    """Close every emergency that was cleared, or whose time is over."""
    for emergency in Emergency.objects.filter(ended_at=None).select_related("submission__story"):
        try:
            end_emergency(emergency=emergency)
        except Refused as refusal:
            log.warning("emergency %s does not end: %s", emergency.pk, refusal.message)
