"""Where the words of a report say another number than its figures."""

from collections.abc import Iterator, Mapping, Sequence

from haidang.reporting.models import Figure, Line, Prose, Report
from haidang.reporting.numerals import write_number
from haidang.reporting.said import Asked, otherwise, words_of


def said_otherwise(
    report: Report, rows: Sequence[Figure]
) -> Iterator[tuple[Prose, Figure, str, str]]:
    """A piece of prose, a figure of the report, the words that differ from it, and its number.

    What is only suggested is left out: it follows the figures.
    """
    written = report.prose.filter(is_suggested=False).exclude(text="").select_related("section")
    if not (prose := list(written.order_by("section__ordinal"))):
        return
    by_code = {row.indicator.code: row for row in rows if row.value is not None}
    asked = _asked(report, by_code)
    for row in prose:
        for one, words in otherwise(row.text, asked):
            figure = by_code[one.code]
            yield row, figure, words, write_number(figure.value or 0)


def _asked(report: Report, figures: Mapping[str, Figure]) -> list[Asked]:
    lines = Line.objects.filter(section__regime=report.round.regime_id)
    asked = []
    for line in lines.select_related("section", "indicator"):
        indicator = line.indicator
        if row := figures.get(indicator.code):
            named = (line.words, indicator.name, indicator.unit_name, line.section.opening)
            numbers = {one for one in (row.value, row.estimate) if one is not None}
            asked.append(Asked(indicator.code, words_of(*named), frozenset(numbers)))
    return asked
