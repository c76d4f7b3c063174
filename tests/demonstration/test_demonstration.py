"""What a newcomer finds: the founding plan, a year of work, the reports where they stand."""

import datetime as dt
import random
from collections import Counter
from decimal import Decimal

import pytest

from haidang.activities.models import Activity, Evidence, Indicator
from haidang.activities.queries import logged_values
from haidang.demonstration import titles
from haidang.demonstration.figures import CODES, YEAR
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Arrival, Edition, Issue, Number, Revision
from haidang.documents.queries import replay_document, slips_waiting_for, step_due
from haidang.ledger.models import Entry
from haidang.ledger.queries import first_fault
from haidang.orgs.models import Unit, User
from haidang.plans.enums import TaskKind
from haidang.plans.models import Assignment, Plan, Task
from haidang.plans.queries import coverage_of
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report, Round, Submission
from haidang.reporting.sheet import Sheet
from haidang.text.checking import check

pytestmark = pytest.mark.usefixtures("accounts")


def communes():
    return {person.username: person.unit for person in User.objects.filter(username__in=YEAR)}


def test_each_post_has_an_account_with_a_password_of_its_own(accounts):
    passwords = {password for _, password, _ in accounts}
    person = User.objects.get(username=accounts[0][0])

    assert len(accounts) == len(passwords) == 27
    assert person.check_password(accounts[0][1])


def test_the_founding_plan_sets_eleven_duties_and_six_directions():
    tasks = Task.objects.filter(plan=Plan.objects.get(made_from=None), from_occasion=None)

    kinds = Counter(tasks.values_list("kind", flat=True))

    assert kinds == {TaskKind.DUTY: 11, TaskKind.DIRECTION: 6}
    assert not Assignment.objects.filter(task__kind=TaskKind.DIRECTION).exists()


@pytest.mark.promise("N3")
def test_the_deadline_is_a_phrase_a_rule_a_day_and_a_person(proof):
    task = Task.objects.get(label="III.4.c")

    assert task.deadline_phrase == "trước ngày 30 tháng 11"
    assert (task.due_on.isoformat(), task.due_year_from) == ("2024-11-29", "plan")
    assert task.due_confirmed_by.username == "chuyenvien"
    assert task.assignments.count() == 15
    proof(
        tried="“trước ngày 30 tháng 11” của kế hoạch gốc",
        times=1,
        figure="29/11/2024, năm lấy từ kế hoạch",
    )


def test_the_log_adds_up_to_the_figures_of_each_commune():
    units, round = communes(), Round.objects.get(regime__frequency="year")
    indicators = {row.code: row for row in Indicator.objects.all()}

    values = logged_values(
        units=list(units.values()),
        indicators=list(indicators.values()),
        data_from=round.data_from,
        data_to=round.data_to,
    )

    logged = {
        account: tuple(values[unit.pk, indicators[code].pk] for code in CODES)
        for account, unit in units.items()
    }
    assert logged == {account: tuple(map(Decimal, row)) for account, row in YEAR.items()}


def test_everything_that_was_done_is_marked_as_simulated():
    assert 1300 <= Activity.objects.count() <= 1700
    assert not Activity.objects.filter(is_simulated=False).exists()
    assert Evidence.objects.count() > 100


def test_the_reports_stand_where_the_picture_shows_them():
    yearly = Report.objects.filter(round__regime__frequency="year")
    states = Counter(yearly.values_list("status", flat=True))

    assert states == {
        ReportStatus.ACCEPTED: 9,
        ReportStatus.SUBMITTED: 2,
        ReportStatus.IN_REVIEW: 1,
        ReportStatus.DRAFT: 1,
        ReportStatus.RETURNED: 1,
        ReportStatus.NOT_STARTED: 1,
    }


def test_a_commune_first_reported_420_and_then_412():
    report = Report.objects.get(unit=communes()["mylongnam"])

    figure = report.figures.get(indicator__code="3.2")

    assert (report.status, report.attempt, figure.value) == (ReportStatus.ACCEPTED, 2, 412)
    assert report.remarks.get().indicator.code == "3.2"


def test_the_ledger_holds_it_all_in_order():
    moments = list(Entry.objects.order_by("seq").values_list("at", flat=True))

    assert first_fault() is None
    assert len(moments) > 1500
    assert moments == sorted(moments)


def test_of_the_units_above_the_one_that_works_for_the_province_has_an_account():
    assert Unit.objects.count() == 22
    above = User.objects.filter(unit__kind__in=["so", "tinh", "ban-dang"])
    assert [person.username for person in above] == ["tinh"]


def test_the_decision_came_and_the_plan_answers_it():
    decision = Arrival.objects.get(number_symbol="1466/QĐ-UBND")
    plan = Number.objects.get(edition=Plan.objects.get(made_from=None).revision.edition)

    assert (decision.number, decision.year, decision.handed_to.short_name) == (
        1,
        2023,
        "Phòng VH&TT",
    )
    assert [answer.edition_id for answer in decision.answers.all()] == [plan.edition_id]
    assert (str(plan), plan.issued_on.isoformat()) == ("99/KH-UBND", "2023-10-12")


def test_a_letter_was_issued_one_waits_for_the_clerk_and_one_lies_as_a_draft():
    clerk = User.objects.get(username="vanthu")
    issue = Issue.objects.get(edition__document__unit__kind="huyen")

    assert str(issue) == "212/UBND-VX, 04/11/2024"
    assert replay_document(issue).is_equal
    (waiting,) = slips_waiting_for(clerk)
    assert step_due(waiting).checks_layout
    drafts = Edition.objects.filter(status=EditionStatus.DRAFT)
    assert sorted(drafts.values_list("symbol", flat=True)) == ["GM-UBND", "UBND-VX"]


def test_no_letter_has_a_fault_of_layout():
    for revision in Revision.objects.exclude(source=""):
        assert [one for one in check(revision.file.read()) if one.severity == "fault"] == []


def test_a_class_of_two_communes_has_its_list_and_one_entry_was_taken_back():
    joint = Activity.objects.get(participations__isnull=False)
    assert (joint.unit.area, [unit.area for unit in joint.partners]) == (
        "xã Mỹ Long Nam",
        ["xã Vinh Kim"],
    )
    assert joint.evidence.get().file.content_type == "text/plain"
    gone = Activity.objects.exclude(withdrawn_at=None).get()
    assert gone.withdrawal_reason == "Ghi hai lần cùng một việc."


def test_one_commune_issued_its_detailed_plan_one_is_half_way_the_others_are_silent():
    found = coverage_of(Plan.objects.get(made_from=None))
    silent = Counter(row.silent for row in found.rows)

    assert (found.units, silent[0]) == (15, 1)
    assert [row.unit.area for row in found.rows if row.detailed] == ["xã Kim Hòa", "xã Mỹ Long Bắc"]
    own = Plan.objects.get(made_from__isnull=False)
    assert (str(own), own.unit.area, own.warnings) == ("42/KH-UBND", "xã Mỹ Long Bắc", [])
    assert {task.above.plan_id for task in own.tasks.exclude(above=None)} == {found.plan.pk}
    assert replay_document(own.revision.edition.issue).is_equal


def test_words_of_an_occasion_are_said_in_its_season_and_each_kind_has_others():
    for kind, words in titles.TITLES.items():
        for month in range(1, 13):
            said = titles.pick(kind, random.Random(month), dt.date(2024, month, 1))
            assert month in titles.MONTHS.get(said, (month,)), (kind, month)
        assert any(title not in titles.MONTHS for title in words)
    odd = Activity.objects.filter(title="Đón tết Chôl Chnăm Thmây").exclude(on__month=4)
    assert not odd.exists()


@pytest.mark.promise("N8")
def test_the_province_has_the_district_as_input_down_to_the_entry_of_a_town():
    person = User.objects.get(username="tinh")
    round = Round.objects.get(regime__receiver=person.seat)
    frozen = round.consolidations.get()
    unit = Sheet(frozen.content).reported[0]

    fed = frozen.content["totals"]["1.1"]["value"]
    below = Round.objects.get(regime__name=round.regime.name, regime__receiver=unit["id"])
    towns = Sheet(below.consolidations.get().content)

    assert [one["grid_name"] for one in towns.reported] == ["TT Cầu Ngang", "TT Mỹ Long"]
    assert fed == towns.content["totals"]["1.1"]["value"]
    assert int(fed) > 0
    assert Submission.objects.get(report__round=round).content["fed"]["1.1"]["round"] == below.pk
    town = Submission.objects.filter(report__round=below).first()
    keys = [pk for pk, _ in town.evidence["1.1"]]
    assert Activity.objects.filter(pk__in=keys, unit=town.report.unit).count() == len(keys) > 0
