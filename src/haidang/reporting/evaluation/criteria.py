"""A rule of scoring as rows, read from what is stored, and what keeps one from being set."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from haidang.errors import Issue
from haidang.reporting.enums import Criterion

MOST = 100
# What is taken off for each day late, for each time returned: of these criteria only.
LOSING = {Criterion.ON_TIME: "mỗi ngày chậm", Criterion.ONCE: "mỗi lần trả lại"}


@dataclass(frozen=True, slots=True)
class Weight:
    """How many points a criterion is worth; `loss` is in per cent of them."""

    criterion: Criterion
    points: int
    loss: int = 0

    @property
    def stored(self) -> dict[str, Any]:
        """The row as it is kept."""
        return {"criterion": self.criterion.value, "points": self.points, "loss": self.loss}

    @property
    def loss_words(self) -> str:
        """What is lost, in words; "" where nothing is counted down."""
        each = LOSING.get(self.criterion)
        return f"{each} trừ {self.loss} %" if each else ""


# Practice, not law: an authority sets its own.
STARTING = (
    Weight(Criterion.ON_TIME, 25, 20),
    Weight(Criterion.ONCE, 10, 25),
    Weight(Criterion.TASKS, 30),
    Weight(Criterion.GOALS, 20),
    Weight(Criterion.QUALITY, 15),
)


def weights_of(criteria: Iterable[Mapping[str, Any]]) -> list[Weight]:
    """The weights of a stored rule, in its order."""
    return [
        Weight(Criterion(row["criterion"]), row["points"], row.get("loss", 0)) for row in criteria
    ]


def before_setting(weights: Iterable[Weight]) -> list[Issue]:
    """What keeps a rule from being set: nothing is worth a point, or a number is out of bounds."""
    rows = list(weights)
    issues = []
    if len({row.criterion for row in rows}) != len(rows):
        issues.append(Issue("criterion_twice", "Mỗi tiêu chí chỉ ghi một lần."))
    for row in rows:
        if not 0 <= row.points <= MOST:
            message = f"Điểm “{row.criterion.label}” từ 0 đến {MOST}."
            issues.append(Issue("points", message, f"points-{row.criterion}"))
        if not 0 <= row.loss <= MOST:
            message = f"Phần trừ “{row.criterion.label}” từ 0 đến 100 %."
            issues.append(Issue("loss", message, f"loss-{row.criterion}"))
    if not issues and not sum(row.points for row in rows):
        issues.append(Issue("no_points", "Ít nhất một tiêu chí phải có điểm."))
    return issues
