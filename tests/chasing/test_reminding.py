"""Reminding: once a day about the same, nobody whose report has come, nobody of others."""

import datetime as dt
from uuid import uuid4

import pytest

from haidang import clock
from haidang.chasing.choosing import RemindedToday
from haidang.chasing.commands import remind_units, take_back_reminders
from haidang.chasing.enums import Channel, LackKind
from haidang.chasing.models import Notice, Reminder
from haidang.chasing.queries import lacks_of
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change, Role
from haidang.orgs.models import Unit, User
from tests.makers import make_authority, make_unit, make_user
from tests.makers.chasing import make_reminded
from tests.makers.reporting import make_sent

pytestmark = pytest.mark.django_db


def test_remind_units_writes_a_reminder_and_a_notice_for_each(season):
    done = make_reminded(season)

    assert done.units == season.authority.communes
    rows = Reminder.objects.filter(batch=done.batch).order_by("unit")
    assert [(row.unit, row.kind, row.channel) for row in rows] == [
        (unit, LackKind.REPORT, Channel.NOTICE) for unit in season.authority.communes
    ]
    notice = Notice.objects.get(unit=season.authority.communes[0])
    assert "báo cáo năm 2024" in notice.words
    assert "chậm nhất 24 giờ ngày 29/11/2024" in notice.words
    assert notice.url == f"/bc/{season.report.pk}/"
    assert Entry.objects.filter(event="remind_units").count() == 1


def test_remind_units_leaves_out_who_has_just_sent(season):
    make_sent(season)

    done = make_reminded(season)

    assert done.came == [season.report.unit]
    assert done.units == season.authority.communes[1:]


def test_remind_units_says_that_it_has_come_where_nobody_is_left(season):
    make_sent(season)

    with pytest.raises(WrongState, match="vừa hoàn thành"):
        make_reminded(season, season.report.unit)
    assert not Reminder.objects.exists()


def test_remind_units_asks_before_the_same_is_said_twice_a_day(season):
    first, second, _ = season.authority.communes
    make_reminded(season, first)

    with pytest.raises(RemindedToday):
        make_reminded(season, first, channel=Channel.COPIED)
    assert make_reminded(season, first, second).already == [first]
    assert make_reminded(season, first, again=True).units == [first]


def test_remind_units_again_the_next_day_asks_nothing(season, day):
    with clock.as_if(clock.at(day - dt.timedelta(days=1), 16, 0)):
        make_reminded(season)

    assert len(make_reminded(season).units) == 3


def test_remind_units_with_the_same_batch_is_one_reminding(season):
    batch = uuid4()

    first = make_reminded(season, batch=batch, again=True)
    second = make_reminded(season, batch=batch, again=True)

    assert first == second
    assert Reminder.objects.count() == 3
    assert Notice.objects.count() == 3


def test_remind_units_refuses_nobody_and_too_many(season, monkeypatch):
    with pytest.raises(Incomplete):
        remind_units(units=[], channel=Channel.NOTICE, by=season.drafter)
    monkeypatch.setattr("haidang.chasing.checks.MOST", 2)
    with pytest.raises(Incomplete, match="nhiều nhất 2 đơn vị"):
        make_reminded(season)


def test_remind_units_refuses_a_unit_that_has_ended_and_names_its_heir(season, day):
    first, second, _ = season.authority.communes
    replace_units(predecessors=[first], successors=[second], on=day, how=Change.MERGE, by=None)

    with pytest.raises(Incomplete, match="hãy nhắc UBND xã Thử 2"):
        make_reminded(season, Unit.objects.get(pk=first.pk))


def test_remind_units_refuses_units_of_another_authority(season):
    stranger = make_authority(1).communes[0]

    with pytest.raises(NotAllowed):
        make_reminded(season, season.report.unit, stranger)
    with pytest.raises(NotAllowed):
        make_reminded(season, season.authority.district)
    assert not Reminder.objects.exists()


def test_remind_units_refuses_people_below_and_the_clerk(season):
    clerk = make_user(Role.CLERK, unit=season.authority.district)
    for person in (season.reporter, clerk, season.authority.auditor):
        with pytest.raises(NotAllowed):
            remind_units(units=season.authority.communes, channel=Channel.NOTICE, by=person)


def test_remind_units_leaves_the_letter_to_its_own_act(season):
    with pytest.raises(WrongState):
        make_reminded(season, channel=Channel.LETTER)


def test_remind_units_says_where_nobody_would_read_it(season):
    first, second, _ = season.authority.communes
    User.objects.filter(unit=first).update(is_active=False)

    assert make_reminded(season, first, second).without_people == [first]
    with pytest.raises(WrongState, match="sao chép"):
        make_reminded(season, first)
    assert make_reminded(season, first, channel=Channel.COPIED).units == [first]


def test_remind_units_of_one_kind_alone(season):
    with pytest.raises(WrongState):
        make_reminded(season, kind=LackKind.TASK)
    assert len(make_reminded(season, kind=LackKind.REPORT).units) == 3


def test_take_back_reminders_undoes_what_was_only_copied(season, day):
    done = make_reminded(season, channel=Channel.COPIED)

    assert take_back_reminders(batch=done.batch, by=season.drafter) == 3
    assert all(one.last_reminded is None for one in lacks_of(season.drafter, day))
    with pytest.raises(WrongState):
        take_back_reminders(batch=done.batch, by=season.drafter)


def test_take_back_reminders_refuses_others_and_what_went_out(season):
    copied = make_reminded(season, season.authority.communes[0], channel=Channel.COPIED)
    with pytest.raises(NotAllowed):
        take_back_reminders(batch=copied.batch, by=season.authority.leader)
    with pytest.raises(NotAllowed):
        take_back_reminders(batch=uuid4(), by=season.drafter)
    sent = make_reminded(season, season.authority.communes[1])
    with pytest.raises(WrongState):
        take_back_reminders(batch=sent.batch, by=season.drafter)


def test_a_unit_that_was_never_asked_is_no_ones_to_remind(season):
    with pytest.raises(NotAllowed):
        make_reminded(season, make_unit("xã Khác", parent=season.authority.district))
