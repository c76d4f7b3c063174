"""Who lacks what: reports, what was returned, tasks; whose business it is; how many questions."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from haidang import clock
from haidang.chasing.enums import LackKind
from haidang.chasing.lack import telephone_in
from haidang.chasing.queries import Wish, lacking, lacks_of, tally_of, units_lacking
from haidang.errors import NotAllowed
from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change, Role
from haidang.plans.enums import Part
from tests.makers import make_user
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.makers.cascade import answer_all, make_cascade
from tests.makers.chasing import make_reminded
from tests.makers.orgs import make_authority
from tests.makers.plans import make_amended
from tests.makers.reporting import (
    make_accepted,
    make_begun,
    make_returned,
    make_season,
    make_sent,
)

pytestmark = pytest.mark.django_db


def told(lacks):
    return [(one.unit.area, one.kind, one.why, one.due_on) for one in lacks]


def test_a_report_is_lacking_until_it_is_sent(season, day):
    _, begun, sent = season.reports
    make_begun(season, begun), make_sent(season, sent)

    due = season.round.due_on
    assert told(lacks_of(season.drafter, day)) == [
        ("xã Thử 1", LackKind.REPORT, "chưa mở", due),
        ("xã Thử 2", LackKind.REPORT, "đang soạn, 0/17 mục", due),
    ]


def test_a_returned_report_is_lacking_by_the_day_to_mend_it(season, day):
    first, second, third = season.reports
    make_returned(season, first), make_accepted(season, second), make_sent(season, third)

    [lack] = lacks_of(season.drafter, day)

    assert (lack.what, lack.why) == ("bổ sung báo cáo năm 2024", "1 góp ý chưa sửa")
    assert lack.url == f"/bc/{first.pk}/"


@pytest.fixture
def plan(season):
    return make_adopted_plan(season.authority.district, season.drafter, year=2024)


def tasks_lacked(season, day):
    return [one for one in lacks_of(season.drafter, day) if one.kind == LackKind.TASK]


def test_a_task_is_lacking_once_it_is_due_within_seven_days_and_nothing_is_logged(
    season, plan, day
):
    first, second, _ = season.authority.communes
    late = make_adopted_task(plan, first, second, due_on=day - dt.timedelta(days=2))
    make_adopted_task(plan, first, due_on=day + dt.timedelta(days=8))
    make_activity(second, task=late)

    [lack] = tasks_lacked(season, day)

    assert (lack.unit, lack.ref, lack.days_late) == (first, late.pk, 2)


def test_who_did_it_together_with_others_or_only_helps_lacks_nothing(season, plan, day):
    first, second, third = season.authority.communes
    task = make_adopted_task(plan, first, second, due_on=day)
    make_activity(first, task=task, together=[second])
    make_adopted_task(plan, third, due_on=day, part=Part.COORDINATE)

    assert tasks_lacked(season, day) == []


def test_what_is_asked_by_another_authority_is_not_seen(season, day):
    other = make_authority(1)

    assert lacks_of(other.drafter, day) == []
    assert len(lacks_of(season.drafter, day)) == 3
    assert lacks_of(season.reporter, day) == []


def test_who_has_no_unit_asks_nothing(day):
    nobody = make_user(Role.DRAFTER)
    nobody.unit = None

    with pytest.raises(NotAllowed):
        lacks_of(nobody, day)


def test_a_unit_that_has_ended_is_not_among_them(season, day):
    first, second, _ = season.authority.communes
    replace_units(predecessors=[first], successors=[second], on=day, how=Change.MERGE, by=None)

    assert {one.unit for one in lacks_of(season.drafter, day)} == {*season.authority.communes[1:]}


def test_the_late_come_first_and_can_be_asked_for_alone(season, plan, day):
    first, second, third = season.authority.communes
    make_adopted_task(plan, third, due_on=day - dt.timedelta(days=1))

    assert list(units_lacking(season.drafter, day)) == [third, first, second]
    assert list(units_lacking(season.drafter, day, Wish(late=True))) == [third]
    assert list(units_lacking(season.drafter, day, Wish(kind=LackKind.TASK))) == [third]
    assert list(units_lacking(season.drafter, day, Wish(kind=LackKind.RETURNED))) == []
    tally = tally_of(season.drafter, day)
    assert (tally.every, tally.late, tally.pressing) == (3, 1, 3)


def test_units_that_were_not_reminded_can_be_asked_for(season, day):
    first, second, third = season.authority.communes
    make_reminded(season, first)

    asked = units_lacking(season.drafter, day, Wish(unreminded=True, kind=LackKind.REPORT))

    assert list(asked) == [second, third]


def test_the_last_reminder_is_told_with_each_lack(season, day):
    first = season.authority.communes[0]
    with clock.as_if(clock.at(day - dt.timedelta(days=4), 9, 0)):
        make_reminded(season, first)
    with clock.as_if(clock.at(day - dt.timedelta(days=1), 9, 0)):
        make_reminded(season, first)

    row, *_ = lacking(season.drafter, day, [first])

    assert row.last_reminded.on == day - dt.timedelta(days=1)
    assert row.last_reminded.by == season.drafter
    assert [len(one.given) for one in row.lacks] == [2]
    assert row.is_to_remind


def count_of(user, day):
    with CaptureQueriesContext(connection) as asked:
        units = list(units_lacking(user, day)[:50])
        assert lacking(user, day, units)
    return len(asked)


def test_the_number_of_questions_does_not_grow_with_the_units(day):
    one, many = make_season(1), make_season(5)
    make_reminded(many)

    assert count_of(one.drafter, day) == count_of(many.drafter, day)


@pytest.mark.parametrize(
    ("contact", "number"),
    [
        ("Công chức VH-XH, 0294.382.5000", "02943825000"),
        ("+84 294 382 5000 (giờ hành chính)", "+842943825000"),
        ("giờ làm việc 7:30–17:00, thứ Hai đến thứ Sáu", ""),
        ("", ""),
    ],
)
def test_a_telephone_is_found_in_a_contact(contact, number):
    assert telephone_in(contact) == number


def test_items_without_an_answer_are_lacking_in_one_row_for_a_plan(day):
    made = make_cascade(2)
    detailed = made.start()
    answer_all(made, detailed)
    other = made.authority.communes[1]

    lacks = [one for one in lacks_of(made.authority.drafter, day) if one.kind == LackKind.CASCADE]

    assert [(one.unit, one.ref, one.why) for one in lacks] == [
        (other, made.plan.pk, "5 mục của kế hoạch cấp trên chưa trả lời")
    ]
    assert not lacks[0].is_pressing  # the plan names no day
    asked = Wish(kind=LackKind.CASCADE)
    assert list(units_lacking(made.authority.drafter, day, asked)) == [other]


def test_an_amendment_is_lacking_until_each_of_its_items_is_answered(day):
    made = make_cascade(2)
    answer_by = day - dt.timedelta(days=1)
    with clock.as_if(clock.at(day - dt.timedelta(days=20), 9, 0)):
        plan = make_amended(made.authority, made.plan, answer_by=answer_by)

    lacks = [one for one in lacks_of(made.authority.drafter, day) if one.kind == LackKind.AMENDMENT]

    first, second = made.authority.communes
    assert [(one.unit, one.ref, one.days_late) for one in lacks] == [
        (first, plan.pk, 1),
        (second, plan.pk, 1),
    ]
    assert lacks[0].what == "trả lời 3 mục sửa đổi của kế hoạch 9/KH-UBND"
    late = Wish(kind=LackKind.AMENDMENT, late=True)
    assert set(units_lacking(made.authority.drafter, day, late)) >= {first, second}


def test_work_for_a_task_counts_for_the_one_that_took_its_place(season, plan, day):
    first, second, _ = season.authority.communes
    new = make_adopted_task(plan, first, second, due_on=day)
    old = make_adopted_task(plan, first, second, due_on=day)
    make_activity(first, task=old)
    type(old).objects.filter(pk=old.pk).update(status="replaced", current=new, replaced_on=day)

    assert [one.unit for one in tasks_lacked(season, day)] == [second]
