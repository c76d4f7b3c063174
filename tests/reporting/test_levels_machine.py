"""Random years at three levels: what was reported and what is corrected reconcile (promise N10).

Whatever is sent, returned, recalled, corrected late and merged: nothing twice, nothing lost.
"""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from haidang.activities import commands as activities
from haidang.activities.facts import facts_of
from haidang.activities.models import Activity
from haidang.errors import Refused
from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change, Role
from haidang.reporting import commands
from haidang.reporting.enums import RemarkKind, ReportStatus
from haidang.reporting.models import Consolidation, Report
from haidang.reporting.queries.adjustments import as_corrected
from haidang.reporting.queries.sums import sheet_of
from haidang.reporting.remarked import Remarked
from tests.makers.levels import accept, make_province, make_talk, send_up
from tests.makers.orgs import make_unit, make_user

pytestmark = pytest.mark.django_db
PEOPLE = "3.2"
FIRST, MERGED_ON, DUE_ON = dt.date(2024, 3, 16), dt.date(2024, 11, 1), dt.date(2024, 11, 29)
ACCEPTED = ReportStatus.ACCEPTED


class Year:
    """Three levels on which random acts are tried; what may not be done is refused, and is fine."""

    def __init__(self):
        self.province = make_province(2, 2, sections=(3, 8))
        self.merged = False
        # Talks of each commune alone, of two neighbours, and of each office with a commune.
        for at, amount in ((0, 1), (1, 4), (2, 7), (3, 1), (0, 2), (1, 3), (2, 6)):
            self.log(at, amount)

    @property
    def communes(self):
        return [(one, unit) for one in self.province.districts for unit in one.communes]

    def log(self, at, amount):
        """A talk of one commune, of two neighbours, or of a district's office and a commune."""
        district, unit = self.communes[at % len(self.communes)]
        others = [one for one in district.communes if one != unit]
        day = MERGED_ON if self.merged else FIRST
        by = district.reporter_of(unit)
        if amount % 3 == 0:
            by, unit, others = self._of_office(district), district.office, [unit]
        together = others[:1] if amount % 3 != 1 else ()
        make_talk(unit, by, amount * 10, on=day, together=together)

    def _of_office(self, district):
        if district.office.pk not in district.reporters:
            person = make_user(Role.REPORTER, unit=district.office)
            district.reporters[district.office.pk] = person
        return district.reporters[district.office.pk]

    def correct(self, at, amount):
        """Another number for something that was logged, late or not; or it is taken back."""
        rows = list(Activity.objects.standing().order_by("on", "logged_at", "pk"))
        if not rows:
            return
        row = rows[at % len(rows)]
        given = {"activity": row, "by": row.logged_by, "reason": "Đếm lại"}
        if amount == 9:
            activities.withdraw_activity(**given)
            return
        facts = replace(facts_of(row), quantities={"sessions": 1, "attendances": amount})
        activities.correct_activity(**given, facts=facts)

    def send(self, at, _):
        district, unit = self.communes[at % len(self.communes)]
        send_up(district.report_of(unit), district.reporter_of(unit))

    def recall(self, at, _):
        district, unit = self.communes[at % len(self.communes)]
        by = district.reporter_of(unit)
        commands.recall_report(report=district.report_of(unit), reason="Nhầm", by=by)

    def decide(self, at, amount):
        """Accept a commune's report, or return it."""
        district, unit = self.communes[at % len(self.communes)]
        self._decided(district.report_of(unit), district.drafter, returns=amount % 3 == 0)

    def _decided(self, report, by, *, returns):
        if not returns:
            accept(report, by)
            return
        report = commands.begin_review(report=report, by=by)
        remark = Remarked(3, RemarkKind.MISMATCH, "Xem lại", code=PEOPLE)
        commands.return_report(report=report, remarks=[remark], mend_by=DUE_ON, by=by)

    def freeze(self, at, _):
        district = self.province.districts[at % 2]
        commands.consolidate_round(round=district.round, by=district.drafter)

    def go_up(self, at, _):
        district = self.province.districts[at % 2]
        send_up(self.province.report_of(district), district.drafter)

    def decide_above(self, at, amount):
        report = self.province.report_of(self.province.districts[at % 2])
        self._decided(report, self.province.drafter, returns=amount % 4 == 0)

    def merge(self, _at, _amount):
        """The communes of the first district become one, in the middle of the year."""
        if self.merged:
            return
        self.merged, district = True, self.province.districts[0]
        heir = make_unit("xã Mới", parent=district.unit, valid_from=MERGED_ON)
        whole = {"predecessors": district.communes, "successors": [heir], "on": MERGED_ON}
        replace_units(**whole, how=Change.MERGE, by=None)
        district.reporters[heir.pk] = make_user(Role.REPORTER, unit=heir)
        district.communes.append(heir)

    def hand_over(self, _at, _amount):
        district = self.province.districts[0]
        commands.hand_over_reports(round=district.round, by=district.drafter)

    def adjust(self, *_):
        """Write down every correction that waits, at every level."""
        for report in Report.objects.filter(status=ACCEPTED):
            by = report.round.regime.receiver
            drafter = next(
                (one.drafter for one in self.province.districts if one.unit == by),
                self.province.drafter,
            )
            try_to(lambda r=report, d=drafter: commands.adjust_report(report=r, reason="x", by=d))


ACTS = {
    name: getattr(Year, name)
    for name in (
        "log correct send recall decide freeze go_up decide_above merge hand_over adjust".split()
    )
}
OFTEN = ["log", "send", "decide", "freeze", "go_up", "decide_above"]
# One commune was accepted before the merge, and went up; the other's report goes to the heir.
MERGED_AFTER_ONE = [
    ("send", 0, 1),
    ("decide", 0, 1),
    ("freeze", 0, 1),
    ("go_up", 0, 1),
    ("merge", 0, 1),
    ("log", 4, 5),
    ("hand_over", 0, 1),
    ("decide_above", 0, 4),
]
# Returned, taken back, and corrected after it was accepted and went up; another comes late.
LATE_AND_CORRECTED = [
    ("send", 0, 1),
    ("decide", 0, 3),
    ("send", 0, 1),
    ("recall", 0, 1),
    ("send", 0, 1),
    ("decide", 0, 1),
    ("freeze", 0, 1),
    ("go_up", 0, 1),
    ("decide_above", 0, 1),
    ("correct", 0, 5),
    ("correct", 4, 9),
    ("adjust", 0, 1),
    ("send", 1, 1),
    ("decide", 1, 1),
    ("freeze", 0, 1),
]
STEP = st.tuples(st.sampled_from([*ACTS, *OFTEN]), st.integers(0, 4), st.integers(1, 9))


def try_to(act):
    """Do what may be done; a refusal leaves everything as it was."""
    try:
        with transaction.atomic():
            act()
    except (Refused, Report.DoesNotExist):
        pass  # an heir has no report before it is handed one


def evidence(report):
    sent = report.submissions.get(attempt=report.attempt)
    return sent, dict(sent.evidence.get(PEOPLE, []))


def below(report):
    """The accepted reports in the frozen sum that a report was filled from."""
    sent, _ = evidence(report)
    fed = sent.content.get("fed", {}).get(PEOPLE)
    if fed is None:
        return []
    frozen = Consolidation.objects.get(pk=fed["consolidation"])
    taken = [unit["report"] for unit in frozen.kept["units"] if unit["sent"]]
    return list(Report.objects.filter(pk__in=taken))


def in_tree(report):
    """Every activity that a report stands on, at its own level or below, each once."""
    found = evidence(report)[1]
    for one in below(report):
        found |= evidence(one)[1]
    return found


def as_reported(reports):
    """Plain Python: each activity once, the most that anybody said of it."""
    found = {}
    for report in reports:
        for pk, amount in in_tree(report).items():
            found[pk] = max(amount, found.get(pk, 0))
    return Decimal(sum(found.values()))


def check(year):
    for report in Report.objects.filter(status=ACCEPTED):
        assert report.figures.get(indicator__code=PEOPLE).value == as_reported([report])
    for round in [year.province.round, *(one.round for one in year.province.districts)]:
        accepted = list(Report.objects.filter(round=round, status=ACCEPTED))
        assert sheet_of(round).total(PEOPLE).value == as_reported(accepted)


def finished(year):
    """Bring everything to its end: what is left over is sent, frozen, accepted and adjusted."""
    try_to(lambda: year.hand_over(0, 0))
    for at in range(len(year.communes)):
        for act in (year.send, year.decide):
            try_to(lambda a=act, n=at: a(n, 1))
    try_to(lambda: year.hand_over(0, 0))
    for at in range(len(year.communes)):
        for act in (year.send, year.decide):
            try_to(lambda a=act, n=at: a(n, 1))
    for at in (0, 1):
        for act in (year.freeze, year.go_up, year.decide_above):
            try_to(lambda a=act, n=at: a(n, 1))
    year.adjust()


@pytest.mark.promise("N10")
@given(script=st.lists(STEP, min_size=6, max_size=14))
@example(script=MERGED_AFTER_ONE)
@example(script=LATE_AND_CORRECTED)
@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_as_reported_and_as_corrected_reconcile_at_every_level(script):
    with transaction.atomic():
        year = Year()
        for name, at, amount in script:
            try_to(lambda n=name, a=at, m=amount: ACTS[n](year, a, m))
            check(year)
        finished(year)
        check(year)
        every = Report.objects.standing().exclude(unit__valid_to__lt=MERGED_ON, status="accepted")
        assert {row.status for row in every} == {ACCEPTED}
        for district in year.province.districts:
            sheet = as_corrected(sheet_of(district.round).content)
            assert sheet.total(PEOPLE).value == logged_by(district.communes)
        transaction.set_rollback(True)


def logged_by(units):
    """What stands in the log of some units now, each activity once."""
    rows = Activity.objects.standing().prefetch_related("participations", "quantities")
    return Decimal(
        sum(
            quantity.amount
            for row in rows
            if {row.unit_id, *(one.unit_id for one in row.participations.all())}
            & {unit.pk for unit in units}
            for quantity in row.quantities.all()
            if quantity.measure_id == "attendances"
        )
    )
