"""Three levels: a province, its districts with an office each, their communes; a round of each."""

import datetime as dt
from dataclasses import dataclass

from haidang.activities.commands import load_catalogue
from haidang.orgs.commands import add_group
from haidang.orgs.enums import Role
from haidang.orgs.models import UnitKind
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.models import Regime, Report
from haidang.reporting.queries.filling import steps_of
from tests.makers.activities import make_activity
from tests.makers.orgs import make_unit, make_user

DUE_ON = dt.date(2024, 11, 29)


@dataclass
class District:
    """A district: who drafts there, its communes with their reporters, its round."""

    unit: object
    office: object
    drafter: object
    communes: list
    reporters: dict
    round: object

    def report_of(self, commune):
        return Report.objects.get(round=self.round, unit=commune)

    def reporter_of(self, commune):
        return self.reporters[commune.pk]


@dataclass
class Province:
    """A province with a drafter, its districts, and the round in which they report."""

    unit: object
    drafter: object
    districts: list
    round: object

    def report_of(self, district):
        return Report.objects.get(round=self.round, unit=district.unit)


def _kind(code):
    return UnitKind.objects.get_or_create(code=code, defaults={"name": code, "rank": 5})[0]


def _only(regime, sections):
    """Leave a regime some sections of its outline, for tests in which many reports are sent."""
    if sections:
        regime.sections.exclude(ordinal__in=sections).delete()
    return regime


def _district(province, number, communes, sections):
    unit = make_unit(f"huyện Thử {number}", kind="huyen", parent=province)
    office = make_unit(f"Phòng Văn hóa {number}", kind="phong", parent=unit, acts_for=unit)
    below = [make_unit(f"xã {number}{letter}", parent=unit) for letter in "ABCD"[:communes]]
    group = add_group(name=f"Các xã {number}", parent=unit, kinds=[_kind("xa")], by=None)
    drafter = make_user(Role.DRAFTER, unit=office)
    regime = commands.load_regime(receiver=unit, reporters=group, through=office)
    _only(regime, sections)
    round = commands.open_round(regime=regime, year=2024, due_on=DUE_ON, by=drafter)
    reporters = {one.pk: make_user(Role.REPORTER, unit=one, post="Công chức") for one in below}
    return District(unit, office, drafter, below, reporters, round)


def make_province(districts=2, communes=2, sections=()):
    """Make three levels with open rounds; the districts' reports are fed by their communes'."""
    load_catalogue()
    unit = make_unit("tỉnh Thử", kind="tinh")
    made = [_district(unit, number, communes, sections) for number in range(1, districts + 1)]
    group = add_group(name="Các huyện", parent=unit, kinds=[_kind("huyen")], by=None)
    drafter = make_user(Role.DRAFTER, unit=unit)
    regime = _only(commands.load_regime(receiver=unit, reporters=group), sections)
    Regime.objects.filter(pk=regime.pk).update(fed_by=made[0].round.regime)
    regime.refresh_from_db()
    round = commands.open_round(regime=regime, year=2024, due_on=DUE_ON, by=drafter)
    return Province(unit, drafter, made, round)


def make_talk(unit, by, amount=85, on=dt.date(2024, 3, 16), together=()):
    """Log one talk with some people, of one unit or of several together."""
    quantities = {"sessions": 1, "attendances": amount}
    return make_activity(unit, by, on=on, quantities=quantities, together=list(together))


def fill(report, by):
    """Say of what is empty that there is nothing, and take the words; only where it is open."""
    for step in steps_of(report):
        if not step.is_open:
            continue
        if not step.rows:
            text = step.prose.text if step.prose else "Đã làm tốt."
            commands.save_prose(report=report, section=step.section, text=text, by=by)
            continue
        # What was remarked on is looked at again and saved, though it stays as it is.
        given = {
            row.indicator.code: Entered(row.value, row.estimate, row.is_none or row.value is None)
            for row in step.rows
            if row.value is None or step.remarks
        }
        commands.save_figures(report=report, section=step.section, figures=given, by=by)


def send_up(report, by):
    """Begin where need be, fill what is empty, and send."""
    if report.status == "not_started":
        report = commands.start_report(report=report, by=by)
    report = commands.refresh_figures(report=report, by=by)
    fill(report, by)
    return commands.submit_report(report=report, by=by, no_secret=True)


def accept(report, by):
    """Take a sent report up and accept it."""
    return commands.accept_report(report=commands.begin_review(report=report, by=by), by=by)
