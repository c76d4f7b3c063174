"""Several people at the same moment: one unbroken ledger, and nothing done twice."""

import datetime as dt
from decimal import Decimal
from uuid import uuid4

import pytest

from haidang.activities.commands import load_catalogue, log_activity
from haidang.activities.commands.goals import spread_target
from haidang.activities.models import Activity, Goal, Indicator, Kind
from haidang.errors import WrongState
from haidang.ledger.commands import record
from haidang.ledger.models import Entry
from haidang.ledger.queries import first_fault
from haidang.occasions.commands import hide_occasion, load_occasions
from haidang.occasions.models import Choice, Occasion
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit
from haidang.plans.models import Target
from haidang.reporting import commands
from haidang.reporting.models import Report, Submission
from tests.at_once import at_once
from tests.makers import make_authority, make_unit, make_user
from tests.makers.activities import make_adopted_plan
from tests.makers.reporting import make_complete, make_in_review, make_season

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _on_monday(settings):
    settings.AS_OF = dt.date(2024, 11, 25)


def outcome(answers):
    return sorted(isinstance(answer, WrongState) for answer in answers)


@pytest.mark.promise("N23")
def test_acts_recorded_at_once_are_one_unbroken_chain(proof):
    unit = make_unit()
    before = Entry.objects.count()

    def many():
        return [record("act", target=unit, by=None) for _ in range(20)]

    at_once(*[many] * 4)

    assert Entry.objects.count() == before + 80
    assert first_fault() is None
    proof(tried="bốn người ghi sổ cùng lúc", times=80, figure="một chuỗi liền")


def test_the_first_two_acts_of_an_installation_may_come_at_once():
    nothing = Unit(pk=1)

    at_once(*[lambda: record("first", target=nothing, by=None)] * 2)

    assert [entry.seq for entry in Entry.objects.order_by("seq")] == [1, 2]
    assert first_fault() is None


def test_submit_report_pressed_twice_at_once_is_one_sending():
    season = make_season()
    report = make_complete(season)
    given = {"report": report, "by": season.reporter, "no_secret": True}

    answers = at_once(*[lambda: commands.submit_report(**given)] * 3)

    assert outcome(answers) == [False, True, True]
    assert Submission.objects.count() == Entry.objects.filter(event="submit_report").count() == 1
    assert first_fault() is None


def test_a_report_is_accepted_or_returned_but_not_both():
    season = make_season()
    report = make_in_review(season)
    given = {"report": report, "by": season.drafter}

    answers = at_once(*[lambda: commands.accept_report(**given)] * 3)

    assert outcome(answers) == [False, True, True]
    assert Entry.objects.filter(event="accept_report").count() == 1


def test_a_figure_is_saved_before_the_sending_or_refused_after_it():
    season = make_season()
    report = make_complete(season)
    given = {"report": report, "by": season.reporter}
    section = season.section(7)

    at_once(
        lambda: commands.submit_report(**given, no_secret=True),
        lambda: commands.save_prose(**given, section=section, text="Lời khác."),
    )

    sent = Submission.objects.get().content["prose"]["7"]
    assert Report.objects.get().prose.get(section=section).text == sent


def test_one_sending_of_a_phone_that_arrives_three_times_at_once_is_one_activity():
    load_catalogue()
    unit = make_unit()
    person = make_user(Role.REPORTER, unit=unit)
    same = {"id": uuid4(), "unit": unit, "kind": Kind.objects.get(pk="talk"), "title": "Tại ấp"}
    same |= {"on": dt.date(2024, 11, 20), "quantities": {"sessions": 1, "attendances": 85}}

    answers = at_once(*[lambda: log_activity(**same, by=person)] * 3)

    assert {answer.pk for answer in answers} == {same["id"]}
    assert Activity.objects.get().quantities.count() == 2
    assert Entry.objects.filter(event="log_activity").count() == 1


def test_a_target_is_spread_while_the_units_log():
    load_catalogue()
    town = make_authority(communes=6)
    plan = make_adopted_plan(town.district, town.drafter)
    target = Target.objects.create(plan=plan, text="60 buổi", start=0, end=7, quantity=Decimal(60))
    spread = {"target": target, "indicator": Indicator.objects.get(code="3.1"), "year": 2024}
    kind = Kind.objects.get(pk="talk")

    def log(at):
        entry = {
            "unit": town.communes[at],
            "kind": kind,
            "title": "Tại ấp",
            "by": town.reporters[at],
        }
        entry |= {"on": dt.date(2024, 11, 20), "quantities": {"sessions": 1, "attendances": 85}}
        return [log_activity(id=uuid4(), **entry) for _ in range(8)]

    units = list(reversed(town.communes))
    answers = at_once(
        lambda: [spread_target(**spread, units=units, by=town.leader) for _ in range(3)],
        lambda: [spread_target(**spread, units=town.communes, by=town.drafter) for _ in range(3)],
        lambda: log(0),
        lambda: log(5),
    )

    assert [len(done) for done in answers] == [3, 3, 8, 8]
    assert Goal.objects.count() == 6
    assert first_fault() is None


def test_what_is_logged_while_its_days_are_closed_comes_before_or_is_marked():
    season = make_season()
    report = make_in_review(season)
    kind = Kind.objects.get(pk="talk")
    entry = {"unit": report.unit, "kind": kind, "title": "Tại ấp", "by": season.reporter}
    entry |= {"on": season.round.data_from, "quantities": {"sessions": 1, "attendances": 85}}

    def log():
        return [log_activity(id=uuid4(), **entry) for _ in range(6)]

    at_once(log, lambda: commands.accept_report(report=report, by=season.drafter), log)

    closed = Entry.objects.get(event="close_days").seq
    told = {row.target_id: row.seq for row in Entry.objects.filter(event="log_activity")}
    assert Activity.objects.count() == 12
    for activity in Activity.objects.all():
        assert activity.is_after_closing == (told[str(activity.pk)] > closed)


def test_the_first_choice_of_an_authority_may_come_twice_at_once():
    load_occasions()
    person = make_user(Role.DRAFTER)
    occasion = Occasion.objects.first()

    answers = at_once(*[lambda: hide_occasion(occasion=occasion, by=person)] * 3)

    assert {answer.pk for answer in answers} == {Choice.objects.get().pk}


def test_one_identifier_from_two_units_at_once_is_the_first_ones():
    load_catalogue()
    units = [make_unit("xã A"), make_unit("xã B")]
    people = [make_user(Role.REPORTER, unit=unit) for unit in units]
    same = {"id": uuid4(), "kind": Kind.objects.get(pk="talk"), "title": "Tại ấp"}
    same |= {"on": dt.date(2024, 11, 20), "quantities": {"sessions": 1, "attendances": 85}}

    answers = at_once(
        *[
            lambda unit=unit, by=by: log_activity(**same, unit=unit, by=by)
            for unit, by in zip(units, people, strict=True)
        ]
    )

    assert outcome(answers) == [False, True]
    assert Activity.objects.count() == 1
