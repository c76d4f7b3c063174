"""What looks wrong in a report though it may be right: warned of, and answered with a reason.

A doubt keeps no report back. What was answered, and what was not, goes to the reviewer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Max, Q

from haidang.activities.models import Activity
from haidang.orgs.enums import Frequency
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Figure, Report
from haidang.reporting.numerals import write_number
from haidang.reporting.queries.last_year import last_year_of
from haidang.reporting.queries.snapshot import figures_of
from haidang.reporting.queries.words_said import said_otherwise

FAR = 3  # times last year's figure, or less than its third
NEVER_SO_MUCH = 10  # times what the unit reported in any period before
MOST_WITHOUT_HISTORY = Decimal(1_000_000)
PEOPLE = "attendances"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One warning: a stable name, the indicator's code, a sentence, and the unit's answer.

    One about words has the section where they stand: it is mended there, not answered.
    """

    name: str
    code: str
    message: str
    answer: str = ""
    section: int | None = None

    @property
    def field(self) -> str:
        """The box in which it is answered."""
        return f"{self.code}-note"


def doubts_of(report: Report, rows: Sequence[Figure] | None = None) -> list[Doubt]:
    """The warnings of a report that was begun, in the order of its figures: `rows`, where known."""
    rows = figures_of(report) if rows is None else rows
    if not rows:
        return []
    return [*doubts_among(report, rows, last_year_of(report)), *_of_words(report, rows)]


def doubts_among(
    report: Report, rows: Sequence[Figure], last: Mapping[int, Decimal]
) -> list[Doubt]:
    """The warnings of some figures, as they are saved; `last` as `last_year_of` tells it."""
    most, bare = _most_ever(report, rows), _without_photos(report, rows)
    is_yearly = report.round.period.frequency == Frequency.YEAR
    periods = ("năm trước", "năm nay") if is_yearly else ("cùng kỳ năm trước", "kỳ này")
    return [
        doubt
        for row in rows
        for doubt in (
            *_of_size(row, most.get(row.indicator_id)),
            *_of_year(row, last.get(row.indicator_id), periods),
            *_of_photos(row, bare.get(row.indicator_id)),
        )
    ]


def _doubt(name: str, row: Figure, message: str) -> Doubt:
    words = f"{row.indicator.code} {row.indicator.name}: {message}"
    return Doubt(name, row.indicator.code, words, row.note)


def _of_words(report: Report, rows: Sequence[Figure]) -> Iterator[Doubt]:
    for prose, row, words, number in said_otherwise(report, rows):
        indicator, section = row.indicator, prose.section
        message = f"Mục {section} viết “{words}”, số liệu {indicator} là {number}."
        yield Doubt("words_differ", indicator.code, message, section=section.ordinal)


def _of_size(row: Figure, most: Decimal | None) -> Iterator[Doubt]:
    value = row.value
    if value is None:
        return
    if most and value > most * NEVER_SO_MUCH:
        known = f"chưa kỳ nào đơn vị báo quá {write_number(most)}"
        yield _doubt("never_so_much", row, f"{write_number(value)} lớn khác thường, {known}.")
    elif value >= MOST_WITHOUT_HISTORY:
        yield _doubt("never_so_much", row, f"{write_number(value)} lớn khác thường.")
    elif row.logged and value >= row.logged * NEVER_SO_MUCH:
        times = f"gấp {write_number(int(value / row.logged))} lần số trong nhật ký"
        yield _doubt("far_from_log", row, f"{times}, xem có thừa chữ số không.")


def _of_year(row: Figure, last: Decimal | None, periods: tuple[str, str]) -> Iterator[Doubt]:
    if not last or row.value is None or last / FAR <= row.value <= last * FAR:
        return
    change = f"{periods[0]} {write_number(last)}, {periods[1]} {write_number(row.value)}"
    yield _doubt("unlike_last_year", row, f"{change}, khác nhau hơn ba lần.")


def _of_photos(row: Figure, counts: tuple[int, int] | None) -> Iterator[Doubt]:
    if counts and row.value and counts[1] < counts[0]:
        every, shown = counts
        yield _doubt("no_photo", row, f"{every - shown}/{every} hoạt động chưa có ảnh.")


def _most_ever(report: Report, rows: Sequence[Figure]) -> dict[int, Decimal]:
    """The largest accepted value of each indicator in earlier rounds, of this unit.

    Not of all units: on the last day the whole country sends, and nobody waits for its history.
    """
    earlier = Figure.objects.filter(
        report__unit=report.unit_id,
        indicator__in=[row.indicator_id for row in rows],
        report__status=ReportStatus.ACCEPTED,
        report__round__regime__receiver=report.round.regime.receiver_id,
        report__round__period__frequency=report.round.period.frequency,
        report__round__data_to__lt=report.round.data_from,
    )
    found = earlier.order_by().values_list("indicator").annotate(most=Max("value"))
    return {indicator: most for indicator, most in found if most is not None}


def _without_photos(report: Report, rows: Sequence[Figure]) -> dict[int, tuple[int, int]]:
    """How many entries stand behind each count of people, and how many of them show a photo."""
    people = [row.indicator for row in rows if row.indicator.measure_id == PEOPLE and row.logged]
    if not people or report.counted_to is None:
        return {}
    counted = (
        Activity.objects.standing()
        .filter(
            unit=report.unit_id,
            on__range=(report.round.data_from, report.counted_to),
            kind__indicator__in=people,
        )
        .order_by()
        .values_list("kind__indicator")
        .annotate(
            every=Count("pk", distinct=True),
            shown=Count("pk", distinct=True, filter=Q(evidence__isnull=False)),
        )
    )
    return {indicator: (every, shown) for indicator, every, shown in counted}
