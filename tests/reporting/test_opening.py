"""Rounds of every frequency, those asked for once, what is due to be opened, deadlines moved."""

import datetime as dt

import pytest

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.plans.enums import TaskStatus
from haidang.reporting import commands
from haidang.reporting.due import DueRule
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report, Round
from haidang.reporting.queries.rounds import moved_by_plan
from haidang.reporting.queries.to_open import to_open
from tests.makers.activities import make_adopted_plan, make_adopted_task
from tests.makers.regimes import make_office
from tests.makers.reporting import make_accepted, make_begun, make_season

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 12, 20)


@pytest.fixture
def office():
    return make_office()


def issues(refusal):
    return [issue.name for issue in refusal.value.issues]


@pytest.mark.parametrize(
    ("frequency", "ordinal", "title", "days"),
    [
        ("month", 6, "Báo cáo tháng 6 năm 2024", ("2024-05-15", "2024-06-14")),
        ("quarter", 1, "Báo cáo quý I năm 2024", ("2023-12-15", "2024-03-14")),
        ("half", 2, "Báo cáo 6 tháng cuối năm 2024", ("2024-06-15", "2024-12-14")),
    ],
)
def test_a_round_of_each_frequency_has_its_window(office, frequency, ordinal, title, days):
    regime = office.make(frequency=frequency, due=DueRule(day=25))

    with clock.as_if(clock.at(dt.date.fromisoformat(days[0]))):
        round = commands.open_round(regime=regime, year=2024, ordinal=ordinal, by=office.drafter)

    assert round.title == title
    assert (f"{round.data_from}", f"{round.data_to}") == days
    assert (round.due_on.day, round.due_on.month) == (25, round.data_to.month)


def test_the_same_month_is_opened_once_and_others_beside_it(office):
    regime = office.make()
    for month in (1, 2):
        commands.open_round(regime=regime, year=2024, ordinal=month, due_on=DAY, by=office.drafter)

    with pytest.raises(WrongState, match="tháng 2 năm 2024 đã mở"):
        commands.open_round(regime=regime, year=2024, ordinal=2, due_on=DAY, by=office.drafter)


@pytest.mark.parametrize(("frequency", "ordinal"), [("month", 13), ("quarter", 0), ("half", 3)])
def test_there_is_no_thirteenth_month(office, frequency, ordinal):
    regime = office.make(frequency=frequency)

    with pytest.raises(Incomplete) as refusal:
        commands.open_round(
            regime=regime, year=2024, ordinal=ordinal, due_on=DAY, by=office.drafter
        )

    assert issues(refusal) == ["ordinal"]


def test_opening_says_what_is_missing(office):
    bare = office.make(outline=False)
    opening = {"regime": bare, "year": 2024, "by": office.drafter}
    with pytest.raises(Incomplete) as refusal:
        commands.open_round(**opening, due_on=dt.date(2023, 1, 1))
    assert issues(refusal) == ["deadline_before_days", "no_outline"]

    commands.add_section(regime=bare, title="Trống", kind="figures", by=office.administrator)
    with pytest.raises(Incomplete) as refusal:
        commands.open_round(**opening, due_on=DAY)
    assert issues(refusal) == ["empty_section"]
    with pytest.raises(Incomplete) as refusal:
        commands.open_round(regime=bare, year=1999, by=office.drafter)
    assert issues(refusal) == ["year"]


def test_a_programme_counts_to_its_day_and_has_an_estimate(office):
    said = {"due": DueRule(day=30, month=-1, before=True), "cut_off": "11-14"}
    regime = office.make(frequency="year", preset="A", **said)

    round = commands.open_round(regime=regime, year=2024, by=office.drafter)

    assert (round.due_on, round.last_counted) == (dt.date(2024, 11, 29), dt.date(2024, 11, 14))
    assert round.data_to == dt.date(2024, 12, 14)
    assert round.has_estimate


def test_a_year_that_ends_early_counts_to_a_day_inside_it(office):
    regime = office.make(frequency="year", preset="A", data_to="06-30", cut_off="11-14")

    round = commands.open_round(regime=regime, year=2024, due_on=DAY, by=office.drafter)

    assert (round.data_from, round.data_to) == (dt.date(2023, 7, 1), dt.date(2024, 6, 30))
    assert round.last_counted == dt.date(2023, 11, 14)


@pytest.mark.parametrize("kind", ["thematic", "ad_hoc"])
def test_what_is_asked_for_once_says_its_days_and_is_numbered(office, kind):
    regime = office.make(kind=kind)
    days = {"data_from": dt.date(2024, 3, 1), "data_to": dt.date(2024, 6, 30)}
    asked = {"regime": regime, "year": 2024, "due_on": DAY, "by": office.drafter}

    first, second = commands.open_round(**asked, **days), commands.open_round(**asked, **days)

    assert [first.number, second.number] == [1, 2]
    assert (first.data_from, first.data_to) == tuple(days.values())
    assert first.title == f"{regime.name} (01/03 – 30/06/2024)"
    assert second.title == f"{first.title}, lần 2"
    for wrong, issue in [
        ({}, "no_days"),
        ({"data_from": days["data_to"], "data_to": days["data_from"]}, "days_turned"),
        ({"data_from": DAY, "data_to": dt.date(2025, 1, 1)}, "other_year"),
    ]:
        with pytest.raises(Incomplete) as refusal:
            commands.open_round(**asked, **wrong)
        assert issues(refusal) == [issue]


def test_no_round_is_opened_in_which_everybody_is_late_already(office):
    regime = office.make(due=DueRule(day=25))
    asked = {"regime": regime, "year": 2024, "ordinal": 10, "by": office.drafter}

    with pytest.raises(Incomplete) as refusal:
        commands.open_round(**asked)

    assert issues(refusal) == ["deadline_is_past"]
    assert commands.open_round(**asked, due_on=clock.today()).due_on == clock.today()


def test_rounds_that_are_due_to_be_opened_are_listed(office):
    regime = office.make(due=DueRule(day=25))
    seat, day = office.authority.district, dt.date(2024, 11, 18)

    assert [(row.words, row.due_on) for row in to_open(seat, day)] == [
        ("tháng 11 năm 2024", dt.date(2024, 11, 25))
    ]
    commands.open_round(regime=regime, year=2024, ordinal=11, by=office.drafter)
    assert to_open(seat, day) == []
    # One that nobody opened in time stays for two weeks.
    assert [row.words for row in to_open(seat, dt.date(2025, 1, 3))] == ["tháng 12 năm 2024"]


def test_a_plan_gives_the_day_of_its_own_report():
    office = make_office()
    regime = commands.load_regime(
        receiver=office.authority.district, reporters=office.authority.group
    )
    plan = make_adopted_plan(office.authority.district, office.drafter, year=2024)
    task = make_adopted_task(plan, text="Báo cáo kết quả", due_on=dt.date(2024, 11, 20))

    (due,) = to_open(office.authority.district, dt.date(2024, 11, 18))

    assert (due.regime, due.task, due.due_on) == (regime, task, task.due_on)


def test_move_deadline_leaves_drafts_and_keeps_the_first_day():
    season = make_season(2)
    report = make_begun(season)
    was, to = season.round.due_on, dt.date(2024, 12, 6)

    round = commands.move_deadline(
        round=season.round, due_on=to, reason=" Mưa bão ", by=season.drafter
    )
    commands.move_deadline(
        round=round, due_on=dt.date(2024, 12, 9), reason="Thêm ngày", by=season.drafter
    )

    round.refresh_from_db()
    assert (round.first_due_on, round.due_on) == (was, dt.date(2024, 12, 9))
    assert round.moved_because == "Thêm ngày"
    assert Report.objects.get(pk=report.pk).status == ReportStatus.DRAFT
    assert Entry.objects.filter(event="move_deadline").count() == 2


@pytest.mark.parametrize(
    ("due_on", "reason", "issue"),
    [
        (dt.date(2024, 12, 6), "", "no_reason"),
        (dt.date(2024, 12, 6), "x" * 301, "long_reason"),
        (dt.date(2024, 11, 29), "Vì", "same_day"),
        (dt.date(2024, 11, 24), "Vì", "day_is_past"),
        (dt.date(2024, 12, 6), "Độ mật: TUYỆT MẬT", "secrecy_mark"),
    ],
)
def test_move_deadline_says_what_is_wrong(due_on, reason, issue):
    season = make_season()

    with pytest.raises(Incomplete) as refusal:
        commands.move_deadline(round=season.round, due_on=due_on, reason=reason, by=season.drafter)

    assert issues(refusal) == [issue]


def test_move_deadline_refuses_strangers_and_a_round_that_is_done():
    season = make_season()
    moving = {"round": season.round, "due_on": dt.date(2024, 12, 6), "reason": "Vì"}
    with pytest.raises(NotAllowed):
        commands.move_deadline(**moving, by=season.authority.leader)
    make_accepted(season)

    with pytest.raises(WrongState, match="tiếp nhận"):
        commands.move_deadline(**moving, by=season.drafter)


def test_an_amendment_that_moves_the_day_is_proposed_to_the_office(office):
    regime = commands.load_regime(
        receiver=office.authority.district, reporters=office.authority.group
    )
    plan = make_adopted_plan(office.authority.district, office.drafter, year=2024)
    old = make_adopted_task(plan, deadline_phrase="cũ", due_on=dt.date(2024, 11, 29))
    new = make_adopted_task(plan, deadline_phrase="mới", due_on=dt.date(2024, 12, 5))
    round = commands.open_round(regime=regime, year=2024, task=old, by=office.drafter)
    assert moved_by_plan(round) is None
    old.current, old.status, old.replaced_on = new, TaskStatus.REPLACED, dt.date(2024, 11, 20)
    old.save(update_fields=["current", "status", "replaced_on"])

    round = Round.objects.get(pk=round.pk)
    assert moved_by_plan(round) == new
    commands.move_deadline(
        round=round, due_on=new.due_on, reason="Theo sửa đổi", task=new, by=office.drafter
    )

    round = Round.objects.get(pk=round.pk)
    assert (round.task, round.due_on, round.due_phrase) == (new, new.due_on, "mới")
    assert moved_by_plan(round) is None
