"""Where the units of a round stand by their scores: of many units kept for a minute, for all."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from haidang import clock
from haidang.reporting.evaluation.scoring import mean_of, ranked
from haidang.reporting.models import Report, Round, ScoringRule
from haidang.reporting.queries.evaluation import scored_reports, scores_of
from haidang.web.kept import FEW, recalled, remember


@dataclass(frozen=True, slots=True)
class Standing:
    """The place of each report's unit, the mean, and of how many units."""

    places: Mapping[int, int]
    mean: Decimal | None
    count: int


def standing_in(round: Round, rule: ScoringRule) -> Standing:
    """Where the units of a round stand; on the last day each of thousands looks for itself."""
    if Report.objects.standing().filter(round=round).count() <= FEW:
        return _scored(round, rule)
    name = f"scores:{round.pk}:{rule.pk}:{clock.today()}"
    found: Standing | None = recalled(name)
    if found is None:
        found = _scored(round, rule)
        remember(name, found)
    return found


def _scored(round: Round, rule: ScoringRule) -> Standing:
    scores = scores_of(round, rule, scored_reports(round))
    return Standing(ranked(scores), mean_of(scores.values()), len(scores))
