"""What an administrator says of a measure, a kind or an indicator, as one value; and of a row."""

from dataclasses import asdict, dataclass
from typing import Any

from haidang.activities.catalogue import KindSeed, MeasureSeed
from haidang.activities.enums import Aggregation
from haidang.activities.models import Indicator, Kind, Measure

Row = Measure | Kind | Indicator
# Who changes one of these changes what the number says.
MEANING = (
    "unit_name",
    "aggregation",
    "kinds",
    "measure",
    "divisor",
    "language",
    "numerator",
    "denominator",
    "per",
    "formula",
)


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """A number that reports ask for, and how it comes from the log or from others, by their codes.

    Where `aggregation` is not said, it adds up its measure, or counts where there is none.
    """

    code: str
    name: str
    unit_name: str
    group: str
    kinds: tuple[str, ...]
    measure: str | None = None
    divisor: int = 1
    language: str = ""
    aggregation: str = ""
    numerator: str | None = None
    denominator: str | None = None
    per: int = 1
    formula: str = ""
    part_of: str | None = None

    def __post_init__(self) -> None:
        if not self.aggregation:
            way = Aggregation.SUM if self.measure else Aggregation.COUNT
            object.__setattr__(self, "aggregation", way)


Facts = MeasureSeed | KindSeed | IndicatorFacts


def facts_of(row: Row) -> Facts:
    """What a row says now."""
    if isinstance(row, Measure):
        return MeasureSeed(row.code, row.name, row.unit_name, row.example)
    if isinstance(row, Kind):
        return KindSeed(
            code=row.code,
            name=row.name,
            icon=row.icon,
            measures=tuple(measure.code for measure in row.measures.all()),
            example=row.example,
            asks_language=row.asks_language,
            asks_link=row.asks_link,
            form=row.form,
        )
    return IndicatorFacts(
        code=row.code,
        name=row.name,
        unit_name=row.unit_name,
        group=row.group,
        kinds=tuple(kind.code for kind in row.kinds.all()),
        measure=row.measure_id,
        divisor=row.divisor,
        language=row.language,
        aggregation=row.aggregation,
        numerator=row.numerator.code if row.numerator else None,
        denominator=row.denominator.code if row.denominator else None,
        per=row.per,
        formula=row.formula,
        part_of=row.part_of.code if row.part_of else None,
    )


def changed(old: Facts | None, new: Facts) -> dict[str, list[Any]]:
    """Each thing that differs, as it was and as it is; all of it for a new row."""
    before = asdict(old) if old else {}
    after = asdict(new)
    return {
        name: [_plain(before.get(name, "")), _plain(value)]
        for name, value in after.items()
        if _plain(before.get(name, "")) != _plain(value)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return ", ".join(sorted(value))
    return "" if value is None else value
