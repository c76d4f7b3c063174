"""The job that the bench has done: it writes one row."""

from uuid import uuid4

from haidang import clock
from haidang.jobs.backend import job
from haidang.jobs.models import Rhythm


@job()
def write_row():
    Rhythm.objects.create(name=uuid4().hex, beat="bench", next_at=clock.passing())
