"""One commune's report, step by step, as its officer and the office would do it."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from haidang.demonstration.season import DIFFICULTIES, PROPOSALS, Course, Moment
from haidang.orgs.models import User
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason, RegimeKind, RemarkKind, SectionKind
from haidang.reporting.models import Report, Section
from haidang.reporting.remarked import Remarked

HALF_WRITTEN, CORRECTED, RETURNED = "truongtho", "mylongnam", "vinhkim"
# Eight people of one talk that the first report of the commune counted without evidence.
EIGHT_MORE = Entered(
    value=420,
    estimate=450,
    reason=DifferenceReason.NOT_LOGGED,
    note="8 người dự buổi 14/11, chưa có minh chứng",
)


@dataclass(frozen=True, slots=True)
class Story:
    """What happens to one report: who writes it, who reviews it."""

    number: int
    reporter: User
    drafter: User

    @property
    def report(self) -> Report:
        """The yearly report of the officer's unit; there is one once the round is open."""
        rows = Report.objects.filter(round__regime__kind=RegimeKind.PERIODIC)
        return rows.select_related("round").get(unit=self.reporter.unit)

    def steps(self, account: str, course: Course) -> Iterator[tuple[Moment, Callable[[], object]]]:
        """Yield what happens to the report, each step with its moment."""
        yield course.started, self.start
        if account == HALF_WRITTEN:
            yield (11, 22, 10, 0), lambda: self.fill(sections=(1, 2, 4, 5))
        if course.submitted:
            more = {"3.2": EIGHT_MORE} if account == CORRECTED else {}
            yield course.submitted, lambda: self.send(more)
        if course.reviewed:
            yield course.reviewed, self.take_up
        if course.accepted:
            yield course.accepted, self.accept
        if account == CORRECTED:
            yield (11, 20, 8, 50), self.ask_for_evidence
            yield (
                (11, 22, 15, 26),
                lambda: self.send({"3.2": Entered(value=412, estimate=450)}, sections=(3,)),
            )
            yield (11, 22, 16, 20), self.take_up
            yield (11, 22, 16, 35), self.accept
        if account == RETURNED:
            yield (11, 22, 10, 31), self.ask_for_two_things

    def start(self) -> None:
        """The officer opens the report."""
        commands.start_report(report=self.report, by=self.reporter)

    def fill(self, more: dict[str, Entered] | None = None, sections: tuple[int, ...] = ()) -> None:
        """The officer confirms the figures of some sections (all where none is named)."""
        rows = Section.objects.filter(regime=self.report.round.regime_id)
        for section in rows.filter(ordinal__in=sections) if sections else rows:
            if section.kind == SectionKind.FIGURES:
                self._confirm(section, more or {})
            else:
                self._write(section)

    def _confirm(self, section: Section, more: dict[str, Entered]) -> None:
        figures = {}
        for row in self.report.figures.filter(indicator__in=section.lines.values("indicator")):
            code = row.indicator.code
            kept = Entered(value=row.value, estimate=row.estimate, is_none=row.value is None)
            figures[code] = more.get(code, kept)
        commands.save_figures(
            report=self.report, section=section, figures=figures, by=self.reporter
        )

    def _write(self, section: Section) -> None:
        suggested = self.report.prose.filter(section=section).first()
        shelves = {8: DIFFICULTIES, 9: PROPOSALS}
        shelf = shelves.get(section.ordinal, ("",))
        text = suggested.text if suggested else shelf[self.number % len(shelf)]
        commands.save_prose(report=self.report, section=section, text=text, by=self.reporter)

    def send(self, more: dict[str, Entered], sections: tuple[int, ...] = ()) -> None:
        """The officer fills what is open and sends the report."""
        self.fill(more, sections)
        commands.submit_report(report=self.report, by=self.reporter, no_secret=True)

    def take_up(self) -> None:
        """The office begins to read."""
        commands.begin_review(report=self.report, by=self.drafter)

    def accept(self) -> None:
        """The office accepts."""
        commands.accept_report(report=self.report, by=self.drafter)

    def ask_for_evidence(self) -> None:
        """The office returns the report for one figure."""
        remark = Remarked(
            3, RemarkKind.NO_EVIDENCE, "Thiếu minh chứng 8 người dự buổi 14/11.", "3.2"
        )
        self._return([remark], dt.date(2024, 11, 25))

    def ask_for_two_things(self) -> None:
        """The office returns the report for a figure and for words."""
        remarks = [
            Remarked(3, RemarkKind.NO_EVIDENCE, "Bổ sung ảnh các buổi trong quý II.", "3.2"),
            Remarked(8, RemarkKind.MISSING, "Nêu rõ số cụm loa hỏng và nguyên nhân."),
        ]
        self._return(remarks, dt.date(2024, 11, 27))

    def _return(self, remarks: list[Remarked], mend_by: dt.date) -> None:
        commands.return_report(
            report=self.report, remarks=remarks, mend_by=mend_by, by=self.drafter
        )
