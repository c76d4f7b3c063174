"""A report of made-up figures, on which an outline is tried before it serves; as in any year."""

from haidang.reporting.enums import SectionKind
from haidang.reporting.models import Line, Regime
from haidang.reporting.official.periods import next_words, period_words
from haidang.reporting.sheet import Content, totals
from haidang.reporting.together import finished

YEAR = 2026
FIRST, LAST = f"{YEAR - 1}-12-15", f"{YEAR}-12-14"
UNITS = ("Thứ Nhất", "Thứ Hai", "Thứ Ba")
SUM = {"aggregation": "sum"}


def trial_of(regime: Regime) -> Content:
    """The content of a round of a regime with figures of nobody; two queries."""
    sections = [
        {"ordinal": row.ordinal, "title": row.title, "kind": row.kind, "opening": row.opening}
        for row in regime.sections.all()
    ]
    indicators = [_indicator(line) for line in _lines(regime)]
    units = [_unit(at, sections, indicators) for at in range(len(UNITS))]
    content = {
        "format": 1,
        "round": _round(regime),
        "sections": sections,
        "indicators": indicators,
        "units": units,
        "totals": totals(units, {row["code"]: SUM for row in indicators}),
        "plan": {row["code"]: {"quantity": "40", "goals": []} for row in indicators[::2]},
        "last_year": {
            "words": period_words(regime.frequency, YEAR - 1, 1),
            "round": 0,
            "ordinal": 0,
            "units": 2,
            "of": 2,
            "values": {row["code"]: "36" for row in indicators},
        },
        "frozen": {"ordinal": 1, "at": f"{YEAR}-11-25T08:00:00+07:00"},
    }
    return finished(content)


def _lines(regime: Regime) -> list[Line]:
    rows = Line.objects.filter(section__regime=regime, section__kind=SectionKind.FIGURES)
    return list(rows.select_related("section", "indicator"))


def _indicator(line: Line) -> Content:
    return {
        "id": line.indicator_id,
        "code": line.indicator.code,
        "name": line.indicator.name,
        "unit_name": line.indicator.unit_name,
        "section": line.section.ordinal,
        "words": line.words,
        "divisor": 1,
        "how": SUM,
    }


def _unit(at: int, sections: list[Content], indicators: list[Content]) -> Content:
    """The last of them has not reported; the last indicator did not happen."""
    values = {row["code"]: str(20 + at) for row in indicators[:-1]}
    values |= {row["code"]: "0" for row in indicators[-1:]}
    prose = {str(row["ordinal"]): "Lời của đơn vị cho mục này." for row in sections}
    has_report = at < len(UNITS) - 1
    return {
        "id": at + 1,
        "name": f"Ủy ban nhân dân xã {UNITS[at]}",
        "short_name": f"UBND xã {UNITS[at]}",
        "grid_name": UNITS[at],
        "area": f"xã {UNITS[at]}",
        "report": at + 1,
        "accepted_at": LAST if has_report else None,
        "counted_to": f"{YEAR}-11-20",
        "figures": {code: [value, None, value] for code, value in values.items()}
        if has_report
        else None,
        "earlier": {},
        "evidence": None,
        "prose": prose if has_report else {},
    }


def _round(regime: Regime) -> Content:
    receiver, through = regime.receiver, regime.through
    return {
        "id": 0,
        "title": regime.title,
        "year": YEAR,
        "frequency": regime.frequency,
        "period": period_words(regime.frequency, YEAR, 1),
        "next_period": next_words(regime.frequency, YEAR, 1),
        "data_from": FIRST,
        "data_to": LAST,
        "due_on": f"{YEAR}-11-29",
        "due_phrase": "",
        "receiver": receiver.name,
        "receiver_short": receiver.short_name,
        "area": receiver.area,
        "place": receiver.place,
        "reporters": regime.reporters.name,
        "through": through.short_name if through else "",
        "upper": [],
        "basis": {
            "type": "KẾ HOẠCH",
            "title": f"công tác năm {YEAR}",
            "number": "…",
            "symbol": "KH-UBND",
            "issued_on": None,
        },
    }
