import datetime as dt

import pytest
from django_tasks_db.models import DBTaskResult

from haidang import clock
from haidang.jobs.jobs import clear_away
from haidang.jobs.models import Mail
from haidang.jobs.queries import Queue, failed_jobs, queue_now
from haidang.orgs.models import User
from tests.jobs import samples

pytestmark = pytest.mark.django_db


def finished(days):
    long_ago = clock.passing() - dt.timedelta(days=days)
    DBTaskResult.objects.exclude(finished_at=None).update(finished_at=long_ago)
    Mail.objects.update(made_at=long_ago)


def left():
    return sorted(DBTaskResult.objects.values_list("status", flat=True)), Mail.objects.count()


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        (6, (["FAILED", "READY", "SUCCESSFUL"], 1)),
        (8, (["FAILED", "READY"], 1)),
        (31, (["FAILED", "READY"], 0)),
        (91, (["READY"], 0)),
    ],
)
def test_what_is_over_is_cleared_away(worker, days, kept):
    samples.say.enqueue("xong")
    samples.give_up.enqueue()
    worker.run_ready()
    samples.say.enqueue("chưa")
    person = User.objects.create_user(username="vanthu")
    Mail.objects.create(key="k", to=person, made_at=clock.passing())
    finished(days)

    clear_away.call(None)

    assert left() == kept


def test_the_queue_says_how_it_stands(worker):
    assert queue_now() == Queue(waiting=0, since=None, failed=0, mails=0)
    assert not queue_now().is_stuck

    samples.give_up.enqueue()
    worker.run_ready()
    samples.say.enqueue("chờ")
    row = DBTaskResult.objects.get(status="READY")
    now = queue_now()
    assert now == Queue(waiting=1, since=row.enqueued_at, failed=1, mails=0)
    assert not now.is_stuck
    assert [each.task_path for each in failed_jobs()] == ["tests.jobs.samples.give_up"]


def test_what_waits_too_long_means_that_nobody_works():
    samples.say.enqueue("chờ")
    DBTaskResult.objects.update(enqueued_at=clock.passing() - dt.timedelta(minutes=11))

    assert queue_now().is_stuck


def test_what_was_put_off_waits_from_the_hour_it_was_put_off_to(worker):
    samples.stumble.enqueue("sau")
    worker.run_ready()
    assert queue_now().since is None

    DBTaskResult.objects.update(run_after=clock.passing() - dt.timedelta(minutes=1))
    assert queue_now().waiting == 1
    assert not queue_now().is_stuck
