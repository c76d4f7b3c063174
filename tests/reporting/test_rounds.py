"""The yearly regime, and opening a round of it."""

import datetime as dt

import pytest

from haidang.activities.commands import load_catalogue
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.enums import Role
from haidang.orgs.models import UnitKind
from haidang.plans.enums import TaskStatus
from haidang.reporting import commands
from haidang.reporting.enums import ReportStatus, RoundStatus
from haidang.reporting.models import Line, Regime, Report, Round
from tests.makers import make_authority, make_unit, make_user
from tests.makers.activities import make_adopted_plan, make_adopted_task

pytestmark = pytest.mark.django_db
PHRASE = "trước ngày 30 tháng 11"


@pytest.fixture
def authority():
    load_catalogue()
    return make_authority(2)


@pytest.fixture
def regime(authority):
    return commands.load_regime(receiver=authority.district, reporters=authority.group)


def test_load_regime_makes_the_outline_of_seventeen_items(regime):
    titles = [section.title for section in regime.sections.all()]

    assert titles == [
        "Phát thanh",
        "Tin, bài",
        "Tuyên truyền trực tiếp",
        "Văn nghệ, hội thi",
        "Cổ động trực quan",
        "Quảng bá, kiều bào",
        "Kết quả đạt được",
        "Khó khăn, vướng mắc",
        "Đề xuất, kiến nghị",
    ]
    assert Line.objects.filter(section__regime=regime).count() == 14


def test_load_regime_twice_is_one_regime(authority, regime):
    again = commands.load_regime(receiver=authority.district, reporters=authority.group)

    assert again == regime
    assert Regime.objects.count() == 1


def test_load_regime_refuses_people_who_do_not_set_up(authority):
    with pytest.raises(NotAllowed):
        commands.load_regime(
            receiver=authority.district, reporters=authority.group, by=authority.drafter
        )
    administrator = make_user(Role.ADMINISTRATOR, unit=authority.district)
    assert commands.load_regime(
        receiver=authority.district, reporters=authority.group, by=administrator
    )


def test_open_round_takes_the_deadline_of_the_task_and_the_window_of_the_decree(authority, regime):
    plan = make_adopted_plan(authority.district, authority.drafter, year=2024)
    task = make_adopted_task(plan, deadline_phrase=PHRASE, due_on=dt.date(2024, 11, 29))

    round = commands.open_round(regime=regime, year=2024, task=task, by=authority.drafter)

    assert (round.due_phrase, round.due_on) == (PHRASE, dt.date(2024, 11, 29))
    assert (round.data_from, round.data_to) == (dt.date(2023, 12, 15), dt.date(2024, 12, 14))
    assert (round.status, round.title) == (RoundStatus.OPEN, "Báo cáo năm 2024")
    rows = Report.objects.filter(round=round).order_by("unit").values_list("unit", "status")
    assert list(rows) == [(unit.pk, ReportStatus.NOT_STARTED) for unit in authority.communes]


def test_open_round_takes_a_day_that_a_person_gives(authority, regime):
    day = dt.date(2024, 11, 20)

    round = commands.open_round(regime=regime, year=2024, due_on=day, by=authority.drafter)

    assert (round.due_on, round.due_phrase, round.task) == (day, "", None)


def test_open_round_refuses_the_same_year_twice(authority, regime):
    given = {"regime": regime, "year": 2024, "due_on": dt.date(2024, 11, 29)}
    commands.open_round(**given, by=authority.drafter)

    with pytest.raises(WrongState, match="năm 2024 đã mở"):
        commands.open_round(**given, by=authority.drafter)


@pytest.mark.parametrize("who", ["leader", "auditor"])
def test_open_round_refuses_who_does_not_draft(authority, regime, who):
    with pytest.raises(NotAllowed):
        commands.open_round(
            regime=regime, year=2024, due_on=dt.date(2024, 11, 29), by=getattr(authority, who)
        )


def test_open_round_refuses_drafters_of_other_authorities_and_auditors(authority, regime):
    stranger = make_user(Role.DRAFTER, unit=make_unit("huyện Khác", kind="huyen"))
    both = make_user(Role.DRAFTER, Role.AUDITOR, unit=authority.office)

    for person in (stranger, both):
        with pytest.raises(NotAllowed):
            commands.open_round(regime=regime, year=2024, by=person)


def test_open_round_refuses_without_a_deadline_and_without_units(authority):
    empty = make_unit("huyện Trống", kind="huyen")
    kind = UnitKind.objects.get(code="xa")
    group = authority.group
    group.parent = empty
    group.save()
    group.kinds.set([kind])
    regime = commands.load_regime(receiver=authority.district, reporters=group)
    Regime.objects.update(due_rule={})

    with pytest.raises(Incomplete) as refusal:
        commands.open_round(regime=regime, year=2024, by=authority.drafter)

    assert [issue.name for issue in refusal.value.issues] == ["no_deadline", "no_units"]
    assert not Round.objects.exists()


def test_open_round_refuses_a_task_of_others_and_a_task_not_accepted(authority, regime):
    other = make_unit("huyện Khác", kind="huyen")
    strange = make_adopted_task(make_adopted_plan(other), due_on=dt.date(2024, 11, 29))
    own = make_adopted_task(make_adopted_plan(authority.district, authority.drafter))
    own.status = TaskStatus.PROPOSED
    own.save(update_fields=["status"])

    with pytest.raises(WrongState, match="không thuộc kế hoạch"):
        commands.open_round(regime=regime, year=2024, task=strange, by=authority.drafter)
    with pytest.raises(WrongState, match="chưa được nhận"):
        commands.open_round(regime=regime, year=2024, task=own, by=authority.drafter)


def test_rounds_and_reports_are_seen_by_who_may(authority, regime):
    round = commands.open_round(
        regime=regime, year=2024, due_on=dt.date(2024, 11, 29), by=authority.drafter
    )
    first, second = authority.reporters
    stranger = make_user(Role.DRAFTER, unit=make_unit("huyện Khác", kind="huyen"))
    everywhere = [authority.drafter, authority.leader, authority.auditor]

    assert [Report.objects.visible_to(one).count() for one in everywhere] == [2, 2, 2]
    assert [row.unit for row in Report.objects.visible_to(first)] == [first.unit]
    assert [row.unit for row in Report.objects.visible_to(second)] == [second.unit]
    assert list(Round.objects.visible_to(first)) == [round]
    assert not Report.objects.visible_to(stranger).exists()
    assert not Round.objects.visible_to(stranger).exists()


def test_a_person_without_a_unit_sees_no_report(authority, regime):
    person = authority.leader
    person.unit = None

    assert not Report.objects.visible_to(person).exists()
    assert not Round.objects.visible_to(person).exists()
