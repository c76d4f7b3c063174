"""As reported against as corrected (promise N10), over levels and over a merge of units."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from haidang import clock
from haidang.activities.commands import withdraw_activity
from haidang.activities.models import Activity, Participation, Quantity
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.queries import history_of
from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change, Role
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.models import Adjustment, Value
from haidang.reporting.queries.adjustments import adjusted, adjustments_behind, as_corrected
from haidang.reporting.queries.changed_logs import reports_with_waiting
from haidang.reporting.queries.sums import sheet_of
from haidang.reporting.queries.waiting import waiting_of
from haidang.reporting.sheet import Sheet, fingerprint
from tests.makers.levels import accept, fill, make_province, make_talk, send_up
from tests.makers.orgs import make_unit, make_user
from tests.makers.reporting import make_accepted, make_in_review, make_season, make_sent

pytestmark = pytest.mark.django_db
MARCH, MAY = dt.date(2024, 3, 16), dt.date(2024, 5, 2)
WHY = "xã ghi sót một buổi"


def change(activity, amount):
    Quantity.objects.filter(activity=activity, measure="attendances").update(amount=amount)
    Activity.objects.filter(pk=activity.pk).update(version=7)


@pytest.fixture
def season():
    season = make_season(2)
    for report, amount in zip(season.reports, (120, 50), strict=True):
        make_talk(report.unit, season.reporter_of(report), amount)
        make_accepted(season, report)
    return season


def talk_of(season, at=0):
    return Activity.objects.get(unit=season.reports[at].unit)


def test_a_late_correction_stands_beside_what_was_reported(season):
    frozen = commands.consolidate_round(round=season.round, by=season.drafter)
    before, report = fingerprint(frozen.kept), season.report
    make_talk(report.unit, season.reporter, 3, on=MAY)
    assert [one.pk for one in reports_with_waiting(season.round)] == [report.pk]

    made = commands.adjust_report(report=report, reason=f"  {WHY} ", by=season.reporter)

    deltas = {row.indicator.code: row.delta for row in made}
    assert (deltas["3.1"], deltas["3.2"]) == (1, 3)
    assert {(row.reason, row.on) for row in made} == {(WHY, dt.date(2024, 11, 25))}
    found = adjusted(frozen.kept)["3.2"]
    assert (found.reported, found.delta, found.now, found.lines) == (170, 3, 173, 1)
    frozen.refresh_from_db()
    assert fingerprint(frozen.kept) == before
    assert Value.objects.get(report=report, indicator__code="3.2").value == 120
    assert history_of(report).first().event == "adjust_report"
    assert (waiting_of(report), reports_with_waiting(season.round)) == ([], [])
    assert [row.pk for row in adjustments_behind(frozen.kept, "3.2")] == [made[1].pk]


def test_what_was_taken_back_is_taken_off(season):
    withdraw_activity(activity=talk_of(season), reason="ghi hai lần", by=season.drafter)

    commands.adjust_report(report=season.report, reason=WHY, by=season.drafter)

    assert as_corrected(sheet_of(season.round).content).total("3.2").value == 50


def test_what_the_unit_had_told_before_is_no_correction():
    """A figure that the unit gave 8 over its log has the entry that it logs later in it already."""
    season = make_season()
    make_talk(season.report.unit, season.reporter, 412)
    report = commands.start_report(report=season.report, by=season.reporter)
    told = Entered(value="420", reason="not_logged")
    section = season.section(3)
    commands.save_figures(report=report, section=section, figures={"3.2": told}, by=season.reporter)
    report = make_accepted_as_it_is(season, report)

    make_talk(report.unit, season.reporter, 10, on=MAY)

    waiting = {row.indicator.code: row.delta for row in waiting_of(report)}
    assert (waiting["3.1"], waiting["3.2"]) == (1, 2)


def make_accepted_as_it_is(season, report):
    fill(report, season.reporter)
    commands.submit_report(report=report, by=season.reporter, no_secret=True)
    report = accept(report, season.drafter)
    report.refresh_from_db()
    return report


def test_adjust_report_refuses(season):
    facts = {"report": season.report, "reason": WHY}
    with pytest.raises(Incomplete, match="Nhật ký vẫn như"):
        commands.adjust_report(**facts, by=season.drafter)
    change(talk_of(season), 99)
    for person in (
        season.authority.leader,
        season.authority.auditor,
        season.authority.reporters[1],
    ):
        with pytest.raises(NotAllowed):
            commands.adjust_report(**facts, by=person)
    for reason, words in ((" ", "Ghi lý do"), ("x" * 301, "dài quá")):
        with pytest.raises(Incomplete, match=words):
            commands.adjust_report(report=season.report, reason=reason, by=season.drafter)
    assert not Adjustment.objects.exists()


def test_adjust_report_refuses_what_was_not_accepted():
    season = make_season()
    make_sent(season)

    with pytest.raises(WrongState, match="đã được tiếp nhận"):
        commands.adjust_report(report=season.report, reason=WHY, by=season.drafter)
    assert waiting_of(season.report) == []


def test_accepted_values_and_corrections_cannot_be_changed(season):
    change(talk_of(season), 99)
    commands.adjust_report(report=season.report, reason=WHY, by=season.drafter)

    for rows in (Value.objects.all(), Adjustment.objects.all()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            rows.delete()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Value.objects.update(value=7)


class Log:
    """Talks in plain Python: who did each, how many came, and whether it still counts."""

    def __init__(self, province):
        self.province = province
        self.communes = [one for district in province.districts for one in district.communes]
        self.talks = {}

    def add(self, host, amount, *others, on=MARCH):
        units = [self.communes[at] for at in dict.fromkeys((host, *others))]
        talk = make_talk(units[0], self.reporter(units[0]), amount, on)
        # Neighbours over a border between districts are none that the form offers.
        for unit in units[1:]:
            Participation.objects.create(activity=talk, unit=unit)
        self.talks[talk.pk] = [{unit.pk for unit in units}, amount]
        return talk

    def late(self, host, amount, *others):
        """As `add`, with rows of its own: the log is closed, and its laws are tried elsewhere."""
        units = [self.communes[at] for at in dict.fromkeys((host, *others))]
        first, marks = Activity.objects.first(), {"is_after_closing": True, "on": MAY}
        talk = Activity.objects.create(
            id=uuid4(), unit=units[0], kind_id="talk", title="x", logged_by=first.logged_by,
            logged_at=clock.now(), **marks,
        )  # fmt: skip
        Quantity.objects.create(activity=talk, measure_id="attendances", amount=amount)
        for unit in units[1:]:
            Participation.objects.create(activity=talk, unit=unit)
        self.talks[talk.pk] = [{unit.pk for unit in units}, amount]

    def change(self, at, amount):
        pk = list(self.talks)[at % len(self.talks)]
        if not self.talks[pk][1]:
            return  # what was taken back is not corrected any more
        self.talks[pk][1] = amount
        Quantity.objects.filter(activity=pk, measure="attendances").update(amount=amount)
        Activity.objects.filter(pk=pk).update(version=3)

    def take_back(self, at):
        pk = list(self.talks)[at % len(self.talks)]
        self.talks[pk][1] = 0
        who = {"withdrawn_at": clock.now(), "withdrawn_by": self.province.drafter}
        Activity.objects.filter(pk=pk).update(**who, withdrawal_reason="x")

    def total(self, communes):
        keys = {one.pk for one in communes}
        return sum(amount for units, amount in self.talks.values() if units & keys)

    def reporter(self, unit):
        reporters = [district.reporters for district in self.province.districts]
        return next(found[unit.pk] for found in reporters if unit.pk in found)

    def adjust(self, at):
        district = self.province.districts[at // 2]
        report = district.report_of(self.communes[at])
        if waiting_of(report):
            commands.adjust_report(report=report, reason=WHY, by=district.drafter)


@pytest.fixture
def issued():
    """Three levels, all accepted and frozen: talks alone, of two neighbours, of two districts."""
    province = make_province()
    log = Log(province)
    for at in range(4):
        log.add(at, 10 * (at + 1))
    log.add(0, 100, 1)
    log.add(1, 200, 2)
    frozen = []
    for district in province.districts:
        for commune in district.communes:
            accept(send_up(district.report_of(commune), district.reporter_of(commune)),
                   district.drafter)  # fmt: skip
        frozen.append(commands.consolidate_round(round=district.round, by=district.drafter))
        accept(send_up(province.report_of(district), district.drafter), province.drafter)
    frozen.append(commands.consolidate_round(round=province.round, by=province.drafter))
    return log, frozen


corrections = st.lists(
    st.tuples(
        st.sampled_from(["change", "take_back", "late", "adjust"]),
        st.integers(0, 3),
        st.integers(1, 500),
        st.integers(0, 3),
    ),
    max_size=6,
)


@pytest.mark.promise("N10")
def test_issued_and_corrections_are_what_the_log_says_at_every_level(issued, proof):
    """Số đã báo cáo + điều chỉnh = số hiện nay, ở xã, huyện, tỉnh, sửa theo thứ tự nào cũng vậy."""
    log, frozen = issued
    province = log.province
    groups = [*(district.communes for district in province.districts), log.communes]
    at_first = [Sheet(one.kept).total("3.2").value for one in frozen]
    assert at_first == [log.total(group) for group in groups]
    tried = []

    def reconcile(acts):
        for content, group, issued in zip(frozen, groups, at_first, strict=True):
            found = adjusted(content.kept).get("3.2")
            now = as_corrected(content.kept).total("3.2").value
            assert now == log.total(group), acts
            assert issued + (found.delta if found else 0) == now
            assert found is None or found.of_units + found.of_joint == found.delta

    @settings(max_examples=12, phases=[Phase.generate])
    @given(corrections, st.permutations(range(4)))
    def check(acts, order):
        talks = {pk: list(talk) for pk, talk in log.talks.items()}
        try:
            with transaction.atomic():
                for act, at, amount, other in acts:
                    one = {"change": (at, amount), "take_back": (at,), "late": (at, amount, other)}
                    getattr(log, act)(*one.get(act, (at,)))
                for at in order:
                    log.adjust(at)
                reconcile(acts)
                transaction.set_rollback(True)
        finally:
            log.talks = talks
        tried.append(len(acts))

    check()
    assert [Sheet(one.kept).total("3.2").value for one in frozen] == at_first
    proof(times=len(tried), figure=f"{sum(tried)} lần sửa, ba cấp, lệch 0")


@pytest.mark.promise("N10")
def test_corrections_reconcile_over_a_merge_in_mid_year():
    """Hai xã nhập một giữa năm: sửa việc của xã cũ vẫn khớp ở xã mới và ở huyện."""
    province = make_province(districts=1)
    district, on = province.districts[0], dt.date(2024, 9, 1)
    log = Log(province)
    first = log.add(0, 10)
    log.add(1, 20)
    heir = make_unit("xã Mới", parent=district.unit, valid_from=on)
    both = district.communes
    replace_units(predecessors=both, successors=[heir], on=on, how=Change.MERGE, by=None)
    person = make_user(Role.REPORTER, unit=heir, post="Công chức")
    commands.hand_over_reports(round=district.round, by=district.drafter)
    report = accept(send_up(district.report_of(heir), person), district.drafter)
    frozen = commands.consolidate_round(round=district.round, by=district.drafter)
    assert Sheet(frozen.kept).total("3.2").value == 30

    change(first, 17)
    commands.adjust_report(report=report, reason=WHY, by=person)

    found = adjusted(frozen.kept)["3.2"]
    assert (found.reported, found.delta, found.now) == (30, 7, 37)


def test_the_pages_cost_nothing_more_where_nothing_was_corrected(
    season, django_assert_max_num_queries
):
    kept = commands.consolidate_round(round=season.round, by=season.drafter).kept

    with django_assert_max_num_queries(2):
        assert adjusted(kept) == {}


def test_a_report_under_review_waits_for_nothing():
    season = make_season()
    make_in_review(season)

    assert waiting_of(season.report) == []
