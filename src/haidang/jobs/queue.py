"""The queue: who may run which job until when, and what becomes of a job that did not end well."""

import datetime as dt
import random
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResultQuerySet

from haidang import clock
from haidang.errors import Refused
from haidang.jobs.backend import NAME, Job
from haidang.jobs.errors import Hopeless, WorkerDied
from haidang.jobs.models import Lease, Row

MARGIN = dt.timedelta(seconds=30)  # between the end of a job's time and the end of its lease
FIRST_WAIT, LONGEST_WAIT = 30, 2 * 60 * 60  # seconds
NEVER_AGAIN = (Hopeless, Refused)  # a command that refuses would refuse again


def waiting() -> DBTaskResultQuerySet:
    """The jobs that may be run now, the most urgent first."""
    return Row.objects.ready().filter(backend_name=NAME)


def job_of(row: Row) -> Job[..., object] | None:
    """What a row asks for; None where no such job is there any more."""
    try:
        found: object = row.task
    except (ImportError, SuspiciousOperation):
        return None
    return found if isinstance(found, Job) else None


def claim(worker: str) -> Row | None:
    """Take the next job, with a lease that outlives its time; None when there is none."""
    # An idle worker only reads: on SQLite, taking the lock to look would make everybody wait.
    if not waiting().exists():
        return None
    with transaction.atomic():
        row: Row | None = waiting().get_locked()
        if row is None:
            return None
        row.claim(worker)
        job = job_of(row)
        seconds = dt.timedelta(seconds=job.seconds if job else 0)
        Lease.objects.create(job=row, worker=worker, until=clock.passing() + seconds + MARGIN)
    return row


@transaction.atomic
def finish(row: Row, worker: str) -> bool:
    """Note that a job was done; False where its lease was lost and another has it."""
    if not _is_still_ours(row, worker):
        return False
    row.set_successful(None)  # a job answers nobody
    return True


@transaction.atomic
def fail(row: Row, worker: str, error: Exception) -> bool:
    """Note that a job went wrong: again later, or failed. False where its lease was lost."""
    if not _is_still_ours(row, worker):
        return False
    attempts = len(row.worker_ids)
    job = job_of(row)
    row.set_failed(error)  # what went wrong can be read while the job waits, too
    if job and attempts < job.attempts and not isinstance(error, NEVER_AGAIN):
        _put_back(row, clock.passing() + wait_after(attempts))
    return True


def wait_after(attempts: int) -> dt.timedelta:
    """How long to wait after so many attempts: 30 s, 2 min, 8 min, ... and at most two hours."""
    seconds = min(FIRST_WAIT * 4 ** min(attempts - 1, 9), LONGEST_WAIT)
    # What failed together, such as a hundred mails, does not come back all at once.
    return dt.timedelta(seconds=seconds * random.uniform(0.9, 1.1))  # noqa: S311 -- no secret


def take_back_expired() -> int:
    """Give back the jobs whose lease is over: their worker died, or the machine was off."""
    return _take_back([lease.job_id for lease in Lease.objects.filter(until__lte=clock.passing())])


def take_back_from(worker: str) -> int:
    """Give back at once what a worker had that is known to be dead."""
    return _take_back([lease.job_id for lease in Lease.objects.filter(worker=worker)])


def run_again(row: Row) -> None:
    """Put a failed job back, with all its attempts before it."""
    row.worker_ids = []
    _put_back(row, clock.passing())


def _take_back(jobs: list[UUID]) -> int:
    return sum(_take_back_one(job) for job in jobs)


@transaction.atomic
def _take_back_one(job: UUID) -> bool:
    # First the lease, then the job, as whoever notes an end does: or they would wait crosswise.
    if not Lease.objects.filter(job=job).delete()[0]:
        return False  # another worker took it back, or it ended after all
    row = Row.objects.select_for_update(no_key=True).get(pk=job)
    known = job_of(row)
    if known and len(row.worker_ids) < known.attempts:
        _put_back(row, clock.passing())
    else:
        row.set_failed(WorkerDied("Tiến trình chạy việc này đã dừng giữa chừng."))
    return True


def _is_still_ours(row: Row, worker: str) -> bool:
    return Lease.objects.filter(job=row, worker=worker).delete()[0] == 1


def _put_back(row: Row, moment: dt.datetime) -> None:
    row.status = TaskResultStatus.READY
    row.run_after, row.started_at, row.finished_at = moment, None, None
    row.save(update_fields=["status", "run_after", "started_at", "finished_at", "worker_ids"])
