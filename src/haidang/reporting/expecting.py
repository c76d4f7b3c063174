"""What a report may expect of the whole year: reckoned by the machine, until a person says it.

Rows in, numbers out; nothing is saved here.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from haidang.activities.enums import LISTED, Aggregation
from haidang.reporting.models import Figure, Report
from haidang.reporting.numerals import LARGEST
from haidang.reporting.window import projected

MOST = LARGEST.to_integral(ROUND_FLOOR)
EVENTS = frozenset({"sessions", "events"})  # the measures that count what was held


@dataclass(frozen=True, slots=True)
class Growth:
    """By what the figures of a report grow: the kinds behind each indicator, and those below.

    `below` tells by code how much more the level below expects. `is_asked` says whether anybody is
    asked what the whole window comes to; else nothing is expected.
    """

    kinds: Mapping[int, Collection[str]]
    below: Mapping[str, Decimal]
    is_asked: bool = True

    def expected(self, rows: Sequence[Figure], report: Report) -> dict[int, Decimal | None]:
        """By indicator, what each figure of a report comes to by the end of the year.

        What was held goes on as in the days so far, and whoever came to it, or how long it took,
        grows with it: no more people at no further event. What a level below gave grows as it says;
        a mean, a last or a largest number is not expected to grow.
        """
        held = [row for row in rows if row.value and _counts_events(row)]
        return {row.indicator_id: self._of_one(row, held, report) for row in rows}

    def estimated(self, rows: Sequence[Figure], report: Report) -> set[int]:
        """The indicators whose estimate is the machine's own: nobody typed another one."""
        by_machine = self.expected(rows, report)
        return {
            row.indicator_id
            for row in rows
            if row.estimate is not None and row.estimate == by_machine[row.indicator_id]
        }

    def _of_one(self, row: Figure, held: Sequence[Figure], report: Report) -> Decimal | None:
        if not row.value or not self.is_asked:
            return None
        if row.indicator.code in self.below:
            return min(row.value + self.below[row.indicator.code], LARGEST)
        if row.indicator.aggregation not in LISTED:
            return row.value
        lead = next((one.value for one in held if self._is_with(row, one)), None) or row.value
        if (led_to := _projected(lead, report)) == lead:
            return row.value
        grown = row.value * led_to / lead
        # One figure too many is warned of elsewhere; what comes of it must still be kept.
        return max(row.value, min(grown.quantize(Decimal(1), ROUND_HALF_UP), MOST))

    def _is_with(self, row: Figure, event: Figure) -> bool:
        kinds = set(self.kinds[row.indicator_id])
        return bool(kinds) and kinds <= set(self.kinds[event.indicator_id])


def _counts_events(row: Figure) -> bool:
    how, measure = row.indicator.aggregation, row.indicator.measure_id
    is_event = how == Aggregation.COUNT or (how == Aggregation.SUM and measure in EVENTS)
    return is_event and not row.indicator.language


def _projected(value: Decimal, report: Report) -> Decimal:
    assert report.counted_to is not None
    return projected(value, report.round.data_from, report.counted_to, report.round.data_to)
