"""Units are told of a deadline that moved, leaders at once of a flash report."""

import datetime as dt

import pytest

from haidang.chasing.commands import tell_of_deadline, tell_of_flash
from haidang.chasing.models import Notice
from haidang.chasing.notices import mail_told
from haidang.errors import NotAllowed, WrongState
from haidang.jobs.models import Mail
from haidang.reporting import commands
from tests.makers import make_authority
from tests.makers.regimes import make_flash
from tests.makers.reporting import make_accepted, make_season

pytestmark = pytest.mark.django_db


def test_tell_of_deadline_reaches_units_whose_report_is_not_accepted_are_told_of_the_new_day():
    season = make_season(3)
    make_accepted(season)
    with pytest.raises(WrongState):
        tell_of_deadline(round=season.round, by=season.drafter)
    round = commands.move_deadline(
        round=season.round, due_on=dt.date(2024, 12, 6), reason="Mưa bão", by=season.drafter
    )

    assert tell_of_deadline(round=round, by=season.drafter) == 2
    with pytest.raises(NotAllowed):
        tell_of_deadline(round=round, by=season.authority.leader)

    assert {row.unit for row in Notice.objects.all()} == set(season.authority.communes[1:])
    assert "06/12/2024. Lý do: Mưa bão" in Notice.objects.all()[0].words


def test_tell_of_flash_reaches_the_leader_at_once_and_once(settings):
    settings.MAIL_IS_ON = True
    authority = make_authority(1)
    leader = authority.leader
    leader.email = "lanhdao@thu.test"
    leader.save()
    flash = make_flash(authority)

    assert tell_of_flash(flash=flash, by=flash.by) == 1
    assert tell_of_flash(flash=flash, by=flash.by) == 0
    with pytest.raises(NotAllowed):
        tell_of_flash(flash=flash, by=leader)

    notice = Notice.objects.get()
    assert (notice.user, str(flash.pk) in notice.url) == (leader, True)
    mail_told.call(str(notice.batch))
    mail_told.call(str(notice.batch))
    (mail,) = Mail.objects.filter(to=leader)
    # What happened is read on Hải Đăng, not in a mailbox outside it.
    assert flash.title not in f"{mail.__dict__}"
