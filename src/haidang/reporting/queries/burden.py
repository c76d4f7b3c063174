"""The burden of reporting: of one report now, and of a regime as it was when reports were sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from haidang.reporting.burden import Burden, burden_of
from haidang.reporting.enums import SectionKind
from haidang.reporting.models import Figure, Regime, Report, Section, Submission
from haidang.reporting.queries.filling import Step


@dataclass(frozen=True, slots=True)
class RegimeBurden:
    """What one regime asked of its units: over so many sendings, the middle one of each number."""

    reports: int
    asked: int
    filled: int
    typed: int
    minutes: int

    @property
    def share(self) -> int:
        """How many of a hundred items were filled before a person came."""
        return 100 * self.filled // self.asked if self.asked else 0


def burden_now(report: Report, rows: Sequence[Figure]) -> Burden:
    """What a report asks of its unit, as it stands now; `rows` are all its figures."""
    asked = Section.objects.filter(regime=report.round.regime_id, kind=SectionKind.PROSE)
    return burden_of(rows, report.prose.all(), asked.count())


def burden_in(steps: Sequence[Step]) -> Burden:
    """The same, of a report whose sections are known."""
    asked = [step for step in steps if step.section.kind == SectionKind.PROSE]
    figures = [row for step in steps for row in step.rows]
    return burden_of(figures, [step.prose for step in asked if step.prose], len(asked))


def burden_of_regime(regime: Regime) -> RegimeBurden | None:
    """What the first sendings of a regime's newest round cost; None where nothing was sent yet."""
    rounds = regime.rounds.filter(reports__submissions__attempt=1).order_by("-data_to", "-pk")
    sent = Submission.objects.filter(report__round=rounds.first(), attempt=1)
    kept = sent.filter(content__has_key="burden").values_list("content__burden", flat=True)
    rows = list(kept)
    if not rows:
        return None
    middle = {
        name: round(median(row[name] for row in rows))
        for name in ("asked", "filled", "typed", "minutes")
    }
    return RegimeBurden(reports=len(rows), **middle)
