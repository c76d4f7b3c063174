"""The daily digest through a real mail server: once a day, in office hours, where it is due."""

import datetime as dt

import pytest
from django_tasks_db.models import DBTaskResult

from haidang import clock
from haidang.chasing import jobs
from haidang.jobs import mailing, periodic, queue
from haidang.jobs.models import Mail
from haidang.jobs.worker import Worker
from haidang.orgs.models import User
from tests.jobs import post_office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("of_the_digest")]
BEATS = dict(periodic.registry)
TUESDAY = dt.date(2024, 11, 26)  # three days before the reports are due
WEDNESDAY = dt.date(2024, 11, 27)
THURSDAY = dt.date(2024, 11, 28)  # the day before
SATURDAY = dt.date(2024, 11, 30)


@pytest.fixture(autouse=True)
def no_fixed_day(settings, day):
    """Here the day passes."""
    settings.AS_OF = None


@pytest.fixture
def office():
    with post_office.opened(post_office.Takes()) as found:
        yield found


@pytest.fixture
def reporters(season):
    """Three people, two with an address, of which one wants no digest."""
    told, quiet, unknown = season.authority.reporters
    User.objects.filter(pk=told.pk).update(email="told@xa1.gov.vn")
    User.objects.filter(pk=quiet.pk).update(email="quiet@xa2.gov.vn", wants_digest=False)
    return told, quiet, unknown


def run_on(day, hour=7, minute=30, since=None):
    """The day's run, as the worker does it at an hour."""
    with clock.as_if(clock.at(day, hour, minute)):
        before = since or day - dt.timedelta(days=1)
        jobs.send_digests.enqueue(clock.at(before, 7, 30).isoformat())
        Worker("here").run_ready()


def subjects(office):
    # Folded before its first word, as mail programs read it.
    return [(people, mail["Subject"].strip()) for people, mail in office.mails]


def states():
    return set(DBTaskResult.objects.values_list("status", flat=True))


@pytest.fixture
def of_the_digest(monkeypatch):
    """Only the digest beats, and not by the machine's own clock."""
    monkeypatch.setattr(periodic, "registry", {})


def test_who_has_something_due_gets_one_mail_and_the_others_none(reporters, office):
    run_on(TUESDAY)
    run_on(TUESDAY, 9)

    assert subjects(office) == [
        (["told@xa1.gov.vn"], "Nhắc việc ngày 26/11/2024: 1 việc sắp đến hạn")
    ]
    words = office.mails[0][1].get_body(("plain",)).get_content()
    assert "Gửi báo cáo năm 2024: chậm nhất hết thứ Sáu 29/11/2024 (còn 3 ngày)" in words
    assert states() == {"SUCCESSFUL"}


@pytest.mark.parametrize("day", [WEDNESDAY, SATURDAY, dt.date(2024, 11, 24)])
def test_nothing_is_mailed_on_a_day_that_is_no_reminder(reporters, office, day):
    run_on(day)

    assert (office.mails, Mail.objects.count()) == ([], 0)


def test_what_was_missed_while_the_machine_was_off_is_told_on_the_next_day(reporters, office):
    run_on(WEDNESDAY, since=dt.date(2024, 11, 21))

    assert subjects(office) == [
        (["told@xa1.gov.vn"], "Nhắc việc ngày 27/11/2024: 1 việc sắp đến hạn")
    ]


def test_outside_office_hours_nothing_goes_out_and_the_next_day_tells_it(reporters, office):
    run_on(TUESDAY, 19)
    assert office.mails == []

    run_on(WEDNESDAY)
    run_on(WEDNESDAY, 10)

    assert len(office.mails) == 1
    assert "27/11/2024" in office.mails[0][1]["Subject"]


def test_a_server_that_is_down_all_day_is_made_up_for_on_the_next(reporters, worker_after):
    with post_office.mailed_to(port=1):
        run_on(TUESDAY)
    with post_office.opened(post_office.Takes()) as office:
        with clock.as_if(clock.at(TUESDAY, 23)):
            worker_after(hours=3)
        assert office.mails == []
        run_on(WEDNESDAY)
        run_on(THURSDAY)

    told = "Nhắc việc ngày {}/11/2024: 1 việc sắp đến hạn"
    assert subjects(office) == [(["told@xa1.gov.vn"], told.format(day)) for day in (27, 28)]


@pytest.fixture
def worker_after():
    def work(**span):
        ago = clock.passing() - dt.timedelta(**span)
        DBTaskResult.objects.filter(status="READY").update(run_after=ago)
        Worker("here").run_ready()

    return work


def test_a_digest_that_was_sent_is_not_sent_again_after_a_crash(reporters, office):
    run_on(TUESDAY)
    sent = DBTaskResult.objects.get(task_path="haidang.chasing.jobs.send_digest")

    # The worker died after the mail was noted as sent, before the job was.
    queue.run_again(sent)
    with clock.as_if(clock.at(TUESDAY, 8)):
        assert Worker("here").run_ready() == 1

    assert len(office.mails) == 1


def test_without_a_mail_server_nothing_is_written(reporters):
    run_on(TUESDAY)

    assert (Mail.objects.count(), DBTaskResult.objects.count()) == (0, 1)


def test_a_digest_is_dropped_for_who_said_no_meanwhile(reporters, office, season):
    with clock.as_if(clock.at(TUESDAY, 8)):
        jobs.write_digests.call("2024-11-26", "2024-11-25", [reporters[0].pk])
    User.objects.update(email="")

    with clock.as_if(clock.at(TUESDAY, 8)):
        Worker("here").run_ready()

    assert office.mails == []
    assert mailing.Mail.objects.get().dropped_at


def test_the_digest_beats_daily_at_half_past_seven():
    assert BEATS["haidang.chasing.jobs.send_digests"].beat == periodic.Daily(dt.time(7, 30))
