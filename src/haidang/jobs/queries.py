"""Questions about the queue; nothing here writes."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Min
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResultQuerySet

from haidang import clock
from haidang.jobs.backend import NAME
from haidang.jobs.models import Mail, Row
from haidang.jobs.queue import waiting

LONG = dt.timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Queue:
    """How background work stands: what waits and since when, what failed, mails not out yet."""

    waiting: int
    since: dt.datetime | None
    failed: int
    mails: int

    @property
    def is_stuck(self) -> bool:
        """Whether something has waited so long that no worker can be there."""
        return self.since is not None and clock.passing() - self.since > LONG


def queue_now() -> Queue:
    """How background work stands."""
    # A job that is put off was "enqueued" long ago: since when it could have run is what counts.
    first = waiting().filter(run_after__year__lt=9999).aggregate(at=Min("run_after"))["at"]
    never_tried = waiting().filter(run_after__year=9999).aggregate(at=Min("enqueued_at"))["at"]
    moments = [moment for moment in (first, never_tried) if moment]
    return Queue(
        waiting=waiting().count(),
        since=min(moments, default=None),
        failed=failed_jobs().count(),
        mails=Mail.objects.filter(sent_at=None, dropped_at=None).count(),
    )


def failed_jobs() -> DBTaskResultQuerySet:
    """The jobs that were given up, the newest first."""
    failed = Row.objects.filter(backend_name=NAME, status=TaskResultStatus.FAILED)
    return failed.order_by("-finished_at")
