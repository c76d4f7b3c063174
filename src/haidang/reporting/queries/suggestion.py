"""Words drafted for a unit from its own log: sentences that a person reads, mends and takes."""

from haidang.activities.models import Quantity
from haidang.reporting.models import Line, Report
from haidang.reporting.numerals import write_number
from haidang.reporting.sentences import figure_words, sentence

NOTABLE = 3


def suggested_results(report: Report) -> str:
    """A sentence for each group of figures that the log holds something of, then notable days."""
    sentences = [*_figure_sentences(report), *_notable(report)]
    return "\n".join(sentences)


def _figure_sentences(report: Report) -> list[str]:
    figures = {row.indicator_id: row.logged for row in report.figures.all()}
    lines = Line.objects.filter(section__regime=report.round.regime_id)
    groups: dict[str, list[str]] = {}
    openings: dict[str, str] = {}
    for line in lines.select_related("section", "indicator"):
        if figure := figures.get(line.indicator_id):
            name, unit_name = line.indicator.name, line.indicator.unit_name
            words = figure_words(line.words, name, unit_name, write_number(figure))
            groups.setdefault(line.section.title, []).append(words)
            openings[line.section.title] = line.section.opening
    return [sentence(openings[title], parts) for title, parts in groups.items()]


def _notable(report: Report) -> list[str]:
    assert report.counted_to is not None
    days = (report.round.data_from, report.counted_to)
    rows = Quantity.objects.filter(
        measure="attendances", activity__unit=report.unit_id, activity__on__range=days, amount__gt=0
    ).select_related("activity", "measure")
    told = [
        f"{row.activity.title} ({row.activity.on:%d/%m/%Y}, {write_number(row.amount)} "
        f"{row.measure.unit_name})"
        for row in rows.order_by("-amount", "activity__on")[:NOTABLE]
    ]
    return [f"Hoạt động tiêu biểu: {'; '.join(told)}."] if told else []
