import datetime as dt

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from haidang import clock
from haidang.jobs import periodic, queue
from haidang.jobs.models import Lease
from haidang.jobs.worker import Worker
from tests.at_once import at_once
from tests.jobs import samples

pytestmark = pytest.mark.django_db


def pass_time(**span):
    """Let all that waits, and all leases, be so much older."""
    ago = dt.timedelta(**span)
    for row in DBTaskResult.objects.filter(run_after__year__lt=9999):
        DBTaskResult.objects.filter(pk=row.pk).update(run_after=row.run_after - ago)
    for lease in Lease.objects.all():
        Lease.objects.filter(pk=lease.pk).update(until=lease.until - ago)


def states():
    return [row.status for row in DBTaskResult.objects.order_by("enqueued_at")]


def test_a_job_is_done_once_and_its_lease_goes(worker, said):
    samples.say.enqueue("xong")

    assert (worker.run_ready(), worker.run_ready()) == (1, 0)
    assert said == ["xong"]
    assert (states(), Lease.objects.count()) == (["SUCCESSFUL"], 0)


def test_nothing_is_done_for_what_never_happened(worker, said):
    with transaction.atomic():
        samples.say.enqueue("chưa từng")
        transaction.set_rollback(True)

    assert (worker.run_ready(), said) == (0, [])


def test_an_idle_look_for_work_takes_no_lock_for_writing(django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        assert queue.claim("here") is None

    assert asked.captured_queries[0]["sql"].startswith("SELECT")


def test_what_goes_wrong_waits_longer_each_time_and_then_fails(worker, said):
    samples.stumble.enqueue("lại")

    waits = []
    for _ in range(3):
        before = clock.passing()
        assert worker.run_ready() == 1
        row, after = DBTaskResult.objects.get(), clock.passing()
        waits.append([(row.run_after - at).total_seconds() for at in (before, after)])
        pass_time(hours=3)

    assert (said, states()) == (["lại"] * 3, ["FAILED"])
    (most, least), (later_most, later_least), _ = waits  # it was put off in between
    assert most >= 27
    assert least <= 33
    assert later_most >= 108
    assert later_least <= 132
    assert "RuntimeError" in row.traceback
    assert worker.run_ready() == 0


@pytest.mark.parametrize("attempts", [1, 2, 5, 50, 10_000])
def test_no_wait_is_longer_than_two_hours_and_a_bit(attempts):
    assert dt.timedelta(seconds=27) <= queue.wait_after(attempts) <= dt.timedelta(hours=2.2)


@pytest.mark.parametrize("hopeless", [samples.give_up, samples.ask_again])
def test_what_would_end_the_same_way_fails_at_once(worker, hopeless):
    hopeless.enqueue()

    worker.run_ready()

    assert states() == ["FAILED"]


def test_a_job_that_nobody_knows_any_more_fails_and_stops_nobody(worker, said):
    samples.say.enqueue("một")
    DBTaskResult.objects.update(task_path="tests.jobs.samples.no_more")
    samples.say.enqueue("hai")
    lost = samples.say.enqueue("ba")
    DBTaskResult.objects.filter(pk=lost.id).update(task_path="tests.jobs.samples.said")

    assert worker.run_ready() == 3
    assert (said, sorted(states())) == (["hai"], ["FAILED", "FAILED", "SUCCESSFUL"])


def test_a_job_has_its_time_and_no_longer(worker):
    samples.dawdle.enqueue()

    worker.run_ready()

    row = DBTaskResult.objects.get()
    assert (row.status, row.exception_class_path) == ("READY", "haidang.jobs.errors.TookTooLong")


def test_the_work_of_a_dead_worker_is_done_again_after_its_lease(worker, said):
    samples.say.enqueue("một lần")
    queue.claim("the dead")

    pass_time(minutes=2)
    assert worker.run_ready() == 0
    pass_time(minutes=1)
    worker._next_round = 0

    assert worker.run_ready() == 1
    assert (said, states()) == (["một lần"], ["SUCCESSFUL"])


def test_the_work_of_a_worker_known_to_be_dead_is_done_again_at_once(said):
    samples.say.enqueue("ngay")
    queue.claim("the dead")

    assert Worker("here", after="the dead").run_ready() == 1
    assert said == ["ngay"]


def test_a_job_that_kills_its_workers_fails_in_the_end():
    samples.stumble.enqueue("chết")
    for number in range(3):
        assert queue.claim(f"w{number}")
        queue.take_back_from(f"w{number}")

    row = DBTaskResult.objects.get()
    assert (row.status, row.exception_class_path) == ("FAILED", "haidang.jobs.errors.WorkerDied")


@pytest.mark.parametrize("end", [queue.finish, lambda *x: queue.fail(*x, RuntimeError())])
def test_who_lost_the_lease_changes_nothing_any_more(end):
    samples.say.enqueue("ai")
    slow = queue.claim("slow")
    queue.take_back_from("slow")
    queue.claim("quick")

    assert end(slow, "slow") is False
    assert (states(), Lease.objects.get().worker) == (["RUNNING"], "quick")
    assert queue.take_back_from("slow") == 0


def test_a_lease_that_is_gone_is_not_taken_back():
    samples.say.enqueue("xong")
    row = queue.claim("here")
    queue.finish(row, "here")

    assert queue._take_back_one(row.pk) is False


def test_a_failed_job_can_be_run_again_with_all_its_attempts(worker, said):
    samples.give_up.enqueue()
    worker.run_ready()
    row = DBTaskResult.objects.get()

    queue.run_again(row)

    assert (row.status, row.worker_ids) == ("READY", [])
    assert worker.run_ready() == 1


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_a_job_runs_nor_after_it_went_wrong(worker, said):
    samples.stumble.enqueue("ngã")
    samples.look.enqueue()

    worker.run_ready()

    assert said == ["ngã", False]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_never_have_the_same_job_and_start_what_is_due_once(monkeypatch):
    monkeypatch.setattr(periodic, "registry", {})
    periodic.every(minutes=1)(samples.beat)
    periodic.settle(clock.passing() - dt.timedelta(minutes=5))
    for number in range(10):
        samples.say.enqueue(number)

    def work(name):
        started = periodic.start_due(clock.passing())
        rows = iter(lambda: queue.claim(name), None)
        return started, [row.pk for row in rows]

    (first, some), (second, others) = at_once(lambda: work("one"), lambda: work("two"))

    assert first + second == 1
    assert len({*some, *others}) == len(some) + len(others) == 11
