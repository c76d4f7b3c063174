"""Rounds of reports, and reports in every state, for tests; always through the real commands."""

import datetime as dt
from dataclasses import dataclass

from haidang.activities.commands import load_catalogue
from haidang.activities.models import Kind
from haidang.orgs.models import UnitKind
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import RemarkKind, SectionKind
from haidang.reporting.models import Report, Round
from haidang.reporting.remarked import Remarked
from tests.kept import kept
from tests.makers.activities import make_activity
from tests.makers.orgs import Authority, make_authority, make_unit

DUE_ON = dt.date(2024, 11, 29)
NO_EVIDENCE = Remarked(
    section=3, kind=RemarkKind.NO_EVIDENCE, text="Bổ sung ảnh buổi 14/11.", code="3.2"
)


@dataclass
class Season:
    """An authority with an open round, and the reports of its communes."""

    authority: Authority
    round: Round

    @property
    def drafter(self):
        return self.authority.drafter

    @property
    def reports(self):
        rows = Report.objects.filter(round=self.round).select_related("round__regime", "unit")
        return list(rows.order_by("unit"))

    @property
    def report(self):
        return self.reports[0]

    @property
    def reporter(self):
        return self.authority.reporters[0]

    def reporter_of(self, report):
        return next(one for one in self.authority.reporters if one.unit_id == report.unit_id)

    def section(self, ordinal):
        return self.round.regime.sections.get(ordinal=ordinal)


@kept
def make_season(communes=1, *, year=2024):
    """Open the yearly round of an authority with some communes; nothing is logged yet."""
    authority = make_authority(communes)
    load_catalogue()
    province = make_unit("tỉnh Thử", kind="tinh")
    department = make_unit("Sở Thông tin và Truyền thông", kind="so", parent=province)
    UnitKind.objects.filter(code="xa").update(rank=5)
    regime = commands.load_regime(
        receiver=authority.district,
        reporters=authority.group,
        through=authority.office,
        upper=[department, province],
    )
    round = commands.open_round(regime=regime, year=year, due_on=DUE_ON, by=authority.drafter)
    return Season(authority, round)


def make_year_of_work(season, report=None, times=1):
    """Log one activity of every kind that the yearly report asks for, some times over."""
    report = report or season.report
    made = []
    for turn in range(times):
        for kind in Kind.objects.all()[:7]:
            on = dt.date(2024, 3, 16) + dt.timedelta(days=turn)
            fields = {"kind": kind.pk, "on": on, "title": f"{kind} ngày {on:%d/%m}"}
            made.append(make_activity(report.unit, season.reporter_of(report), **fields))
    return made


def make_begun(season, report=None):
    """Begin a report, pre-filled from the log."""
    report = report or season.report
    return commands.start_report(report=report, by=season.reporter_of(report))


def make_complete(season, report=None):
    """Begin a report and fill what the log left empty."""
    report, reporter = make_begun(season, report), season.reporter_of(report or season.report)
    for section in season.round.regime.sections.all():
        if section.kind == SectionKind.PROSE:
            commands.save_prose(report=report, section=section, text="Đã làm tốt.", by=reporter)
            continue
        empty = report.figures.filter(indicator__in=section.lines.values("indicator"), value=None)
        given = {row.indicator.code: Entered(is_none=True) for row in empty}
        commands.save_figures(report=report, section=section, figures=given, by=reporter)
    return report


def make_sent(season, report=None):
    """Send a complete report."""
    report = make_complete(season, report)
    return commands.submit_report(report=report, by=season.reporter_of(report), no_secret=True)


def make_in_review(season, report=None):
    """Take up a sent report."""
    return commands.begin_review(report=make_sent(season, report), by=season.drafter)


def make_returned(season, report=None, remarks=(NO_EVIDENCE,)):
    """Return a report with remarks, to be mended by the deadline."""
    report = make_in_review(season, report)
    return commands.return_report(
        report=report, remarks=list(remarks), mend_by=DUE_ON, by=season.drafter
    )


def make_accepted(season, report=None):
    """Accept a report."""
    return commands.accept_report(report=make_in_review(season, report), by=season.drafter)


def make_consolidation(season):
    """Accept every report of a round, each with a year of work, and freeze the sum."""
    for turn, report in enumerate(season.reports, 1):
        make_year_of_work(season, report, times=turn)
        make_accepted(season, report)
    return commands.consolidate_round(round=season.round, by=season.drafter)
