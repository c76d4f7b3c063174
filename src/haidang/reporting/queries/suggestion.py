"""Words drafted for a unit from its own log: sentences that a person reads, mends and takes."""

from haidang.activities.models import Quantity
from haidang.reporting.models import Line, Report
from haidang.reporting.numerals import write_number
from haidang.reporting.sentences import figure_words, sentence

NOTABLE = 3


def suggested_results(report: Report) -> str:
    """One sentence of what the log holds most of, and one of the largest events.

    The figures stand in the report already, so only the first of each section is said again.
    """
    return "\n".join([*_done(report), *_notable(report)])


def _done(report: Report) -> list[str]:
    figures = {row.indicator_id: row.logged for row in report.figures.all()}
    lines = Line.objects.filter(section__regime=report.round.regime_id, position=1)
    parts = []
    for line in lines.select_related("section", "indicator"):
        if figure := figures.get(line.indicator_id):
            name, unit_name = line.indicator.name, line.indicator.unit_name
            words = figure_words(line.words, name, unit_name, write_number(figure))
            opening = line.section.opening
            parts.append(f"{opening[:1].lower()}{opening[1:]} {words}")
    return [sentence("", ["; ".join(parts)])] if parts else []


def _notable(report: Report) -> list[str]:
    assert report.counted_to is not None
    days = (report.round.data_from, report.counted_to)
    rows = Quantity.objects.filter(
        measure="attendances", activity__unit=report.unit_id, activity__on__range=days, amount__gt=0
    ).select_related("activity", "measure")
    told = [
        f"{row.activity.title} ({row.activity.on:%d/%m/%Y}, {write_number(row.amount)} "
        f"{row.measure.unit_name})"
        for row in rows.order_by("-amount", "activity__on", "pk")[:NOTABLE]
    ]
    return [f"Hoạt động tiêu biểu: {'; '.join(told)}."] if told else []
