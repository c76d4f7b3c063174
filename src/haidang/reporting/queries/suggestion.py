"""Words drafted for a unit from its own records: sentences that a person reads, mends and takes.

Nothing is invented: what no entry, document, task or earlier report says is not suggested.
"""

from haidang.activities.models import Quantity
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition
from haidang.reporting.models import Line, Report, Section
from haidang.reporting.numerals import write_number
from haidang.reporting.queries.below import words_below
from haidang.reporting.queries.difficulties import difficulties_of, said_last_year
from haidang.reporting.sentences import figure_words, sentence
from haidang.reporting.suggested import Asked, Source, Suggested, asked_by

NOTABLE = 3


def suggestions_of(report: Report, section: Section) -> list[Suggested]:
    """The sentences that the unit's records hold for one section of prose, each with its sources.

    Results: the figures, the largest events, the documents issued. Difficulties: what was to be
    done and has no entry. And what the unit wrote there a year before.
    """
    if report.counted_to is None:
        return []
    if report.fed_from:
        return _from_below(report, section)
    asked = asked_by(section.title)
    if asked == Asked.RESULTS:
        return [*_done(report), *_notable(report), *_issued(report)]
    own = difficulties_of(report) if asked == Asked.DIFFICULTIES else []
    return [*own, *said_last_year(report, section)]


def _from_below(report: Report, section: Section) -> list[Suggested]:
    """What the units below wrote, as it was frozen."""
    assert report.fed_from is not None
    source = Source("consolidation", str(report.fed_from_id), str(report.fed_from))
    lines = words_below(report, section).splitlines()
    return [Suggested(line, (source,)) for line in lines if line]


def _done(report: Report) -> list[Suggested]:
    """One sentence of what the report counts; only the first figure of each section, said once."""
    figures = {row.indicator_id: row.value for row in report.figures.all()}
    lines = Line.objects.filter(section__regime=report.round.regime_id, position=1)
    parts, sources = [], []
    for line in lines.select_related("section", "indicator"):
        if figure := figures.get(line.indicator_id):
            name, unit_name = line.indicator.name, line.indicator.unit_name
            words = figure_words(line.words, name, unit_name, write_number(figure))
            opening = line.section.opening
            parts.append(f"{opening[:1].lower()}{opening[1:]} {words}".strip())
            label = f"{line.indicator}: {write_number(figure)}"
            sources.append(Source("figure", line.indicator.code, label))
    return [Suggested(sentence("", ["; ".join(parts)]), tuple(sources))] if parts else []


def _notable(report: Report) -> list[Suggested]:
    days = (report.round.data_from, report.counted_to)
    rows = Quantity.objects.filter(
        measure="attendances",
        activity__unit=report.unit_id,
        activity__on__range=days,
        activity__withdrawn_at=None,
        amount__gt=0,
    ).select_related("activity", "measure")
    largest = list(rows.order_by("-amount", "activity__on", "pk")[:NOTABLE])
    told = [
        f"{row.activity.title} ({row.activity.on:%d/%m/%Y}, {write_number(row.amount)} "
        f"{row.measure.unit_name})"
        for row in largest
    ]
    sources = tuple(
        Source("activity", str(row.activity_id), f"{row.activity.on:%d/%m} {row.activity.title}")
        for row in largest
    )
    return [Suggested(f"Hoạt động tiêu biểu: {'; '.join(told)}.", sources)] if told else []


def _issued(report: Report) -> list[Suggested]:
    """The documents that the unit issued in these days, one sentence for each."""
    rows = Edition.objects.filter(
        document__unit=report.unit_id,
        status=EditionStatus.ISSUED,
        issued_on__range=(report.round.data_from, report.counted_to),
    ).select_related("document")
    return [_of_document(row) for row in rows.order_by("issued_on", "pk")]


def _of_document(row: Edition) -> Suggested:
    number = f" số {row}" if row.symbol else ""
    name = f"{row.document.document_type}{number}"
    title = row.document.title.strip().rstrip(".")
    about = f"{title[:1].lower()}{title[1:]}"
    text = f"Đã ban hành {name} ngày {row.issued_on:%d/%m/%Y} {about}."
    return Suggested(text, (Source("document", str(row.pk), name),))
