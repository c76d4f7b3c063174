"""Reading notices, and the mails that go with them where there is a mail server."""

import pytest
from django.core import mail

from haidang.chasing.commands import read_notice
from haidang.chasing.enums import Channel
from haidang.chasing.models import Notice, Reminder
from haidang.chasing.notices import mail_reminded
from haidang.chasing.queries import notices_of, unread_count
from haidang.errors import NotAllowed
from haidang.jobs.worker import Worker
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from tests.makers import make_user
from tests.makers.chasing import make_reminded

pytestmark = pytest.mark.django_db


def test_read_notice_says_who_opened_it_first(season):
    make_reminded(season)
    notice = Notice.objects.get(unit=season.report.unit)
    colleague = make_user(Role.REPORTER, unit=season.report.unit)

    read_notice(notice=notice, by=season.reporter)
    again = read_notice(notice=notice, by=colleague)

    assert again.read_by == season.reporter
    assert unread_count(colleague) == 0
    assert list(notices_of(colleague)) == [notice]


def test_read_notice_refuses_others_and_the_auditor(season):
    make_reminded(season)
    notice = Notice.objects.get(unit=season.report.unit)
    auditor = make_user(Role.AUDITOR, unit=season.report.unit)

    for person in (season.authority.reporters[1], season.drafter, auditor):
        with pytest.raises(NotAllowed):
            read_notice(notice=notice, by=person)


def test_without_a_mail_server_nothing_is_mailed(season):
    User.objects.filter(pk=season.reporter.pk).update(email="xa1@vi.du")

    make_reminded(season)

    assert set(Reminder.objects.values_list("channel", flat=True)) == {Channel.NOTICE}


def test_who_has_an_address_is_mailed_once(season, settings):
    settings.MAIL_IS_ON = True
    User.objects.filter(pk=season.reporter.pk).update(email="xa1@vi.du")

    done = make_reminded(season)
    mail_reminded.func(str(done.batch))
    Worker("here").run_ready()

    [letter] = mail.outbox
    assert letter.to == ["xa1@vi.du"]
    assert "báo cáo năm 2024" in letter.body
    assert f"/bc/{season.report.pk}/" in letter.body
    channels = dict(Reminder.objects.values_list("unit", "channel"))
    assert channels[season.report.unit_id] == Channel.MAIL
    assert list(channels.values()).count(Channel.NOTICE) == 2
