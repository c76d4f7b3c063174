"""From what is known of a unit to its score; no database here.

What cannot be told (no goal was set, no mark given) is not zero: its weight falls away, and the
points of the others are counted out of 100.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from haidang.reporting.enums import Criterion
from haidang.reporting.evaluation.criteria import Weight

TENTH = Decimal("0.1")
WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known of one criterion: a share of 0 to 1 or a number of losses, in words, proven.

    `share` is None where the criterion cannot be told of this unit. `records` are words and
    addresses of what stands behind it.
    """

    words: str
    share: Decimal | None = None
    losses: int | None = None  # days late, times returned: each costs what the rule says
    records: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What the authority answered to a unit that contested a criterion."""

    percent: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a unit for one criterion, by which finding, or by which answer."""

    weight: Weight
    finding: Finding
    share: Decimal | None
    given: Given | None = None

    @property
    def points(self) -> Decimal | None:
        """The points, None where the criterion is not counted for this unit."""
        return None if self.share is None else _tenth(self.share * self.weight.points)


@dataclass(frozen=True, slots=True)
class Score:
    """A unit's points by criterion, and what they come to out of 100."""

    parts: tuple[Points, ...]

    @property
    def total(self) -> Decimal | None:
        """Out of 100; None where no criterion can be told."""
        counted = [row for row in self.parts if row.share is not None and row.weight.points]
        most = sum(row.weight.points for row in counted)
        if not most:
            return None
        whole = sum((row.share or 0) * row.weight.points for row in counted)
        return _tenth(Decimal(whole) * 100 / most)

    @property
    def measured_by(self) -> tuple[Criterion, ...]:
        """The criteria that can be told of the unit and are worth something."""
        return tuple(
            row.weight.criterion
            for row in self.parts
            if row.share is not None and row.weight.points
        )

    def of(self, criterion: Criterion) -> Points | None:
        """The points for one criterion, where the rule has it."""
        return next((row for row in self.parts if row.weight.criterion == criterion), None)


def score_of(
    weights: Sequence[Weight],
    findings: Mapping[Criterion, Finding],
    given: Mapping[Criterion, Given] | None = None,
) -> Score:
    """Score what is known of one unit by a rule; an answer of the authority comes before it."""
    said = given or {}
    return Score(
        tuple(
            _points(row, findings[row.criterion], said.get(row.criterion))
            for row in weights
            if row.criterion in findings
        )
    )


def ranked(scores: Mapping[int, Score]) -> dict[int, int]:
    """The place of each unit among those measured by the same criteria, equals at the same place.

    What was measured by others is not told in places: five criteria are not to be put beside two.
    The criteria by which most units were measured count, of equally many the larger part.
    """
    by_measure: dict[tuple[Criterion, ...], dict[int, Decimal]] = defaultdict(dict)
    for unit, score in scores.items():
        if score.total is not None:
            by_measure[score.measured_by][unit] = score.total
    by_size = [(len(totals), len(measures)) for measures, totals in by_measure.items()]
    if not by_size:
        return {}
    totals = list(by_measure.values())[by_size.index(max(by_size))]
    places: dict[Decimal, int] = {}
    for place, total in enumerate(sorted(totals.values(), reverse=True), 1):
        places.setdefault(total, place)
    return {unit: places[total] for unit, total in totals.items()}


def mean_of(scores: Iterable[Score]) -> Decimal | None:
    """The mean of the totals that there are."""
    totals = [score.total for score in scores if score.total is not None]
    return _tenth(sum(totals, Decimal(0)) / len(totals)) if totals else None


def _points(weight: Weight, finding: Finding, given: Given | None) -> Points:
    share = finding.share
    if finding.losses is not None:
        share = max(WHOLE - Decimal(finding.losses * weight.loss) / 100, Decimal(0))
    if given and given.percent is not None:
        share = Decimal(given.percent) / 100
    return Points(weight, finding, share, given)


def _tenth(number: Decimal) -> Decimal:
    return number.quantize(TENTH, ROUND_HALF_UP)
