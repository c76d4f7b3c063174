"""The level above: a theme that the province asks of the district, and the district of its towns.

All three rounds are done, so that the province's specialist sees what a report of a district looks
like as input: each figure opens down to the entry of a town (promise N8).
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from haidang.demonstration.season import Moment, Step, moment
from haidang.demonstration.units import District
from haidang.orgs.commands import add_group
from haidang.orgs.models import Unit, UnitGroup, UnitKind, User
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import RegimeKind, SectionKind
from haidang.reporting.models import Regime, Report, Round
from haidang.reporting.outline import FIGURES, PROSE, WORDS, SectionSeed
from haidang.reporting.ready import Ready
from haidang.reporting.regime_facts import facts_of

THEME = Ready(
    name="Chuyên đề tuyên truyền ở thị trấn ven biển",
    title="Kết quả tuyên truyền ở thị trấn ven biển",
    kind=RegimeKind.THEMATIC,
    frequency="",
    sections=(
        SectionSeed("Phát thanh", FIGURES, opening="Đã phát", codes=("1.1", "1.2")),
        SectionSeed(
            "Tuyên truyền trực tiếp", FIGURES, opening="Đã tổ chức", codes=("3.1", "3.2", "3.3")
        ),
        SectionSeed("Nhận xét", PROSE, hint="Cách làm hay, chỗ còn vướng. 1 đến 3 câu."),
    ),
    words={code: WORDS[code] for code in ("1.1", "1.2", "3.1", "3.2", "3.3")},
)
DAYS = (dt.date(2024, 7, 1), dt.date(2024, 9, 30))
TOWNS = ("caungang", "mylong")
ASKED, DUE, DUE_ABOVE = (11, 5, 9, 0), dt.date(2024, 11, 8), dt.date(2024, 11, 13)
SENT: tuple[Moment, ...] = ((11, 7, 9, 0), (11, 7, 15, 30))
ACCEPTED, FROZEN, SENT_UP = (11, 8, 8, 30), (11, 8, 9, 0), (11, 8, 10, 0)
ACCEPTED_ABOVE, FROZEN_ABOVE = (11, 12, 8, 30), (11, 12, 9, 0)
SAID = {
    "caungang": "Loa ở chợ và bến tàu được nghe nhiều nhất, nên phát lại buổi chiều.",
    "mylong": "Nói chuyện ngay tại bến vào ngày biển động thì đông người dự.",
    "chuyenvien": "Hai thị trấn giữ đều lịch phát thanh; nên nhân rộng cách nói chuyện tại bến.",
}


def steps(district: District, persons: Mapping[str, User]) -> Iterator[Step]:
    """Yield the theme at its three levels, from being asked to being put together."""
    office, above = persons["chuyenvien"], persons["tinh"]
    yield moment(ASKED), lambda: _ask(district, office, above)
    for account, at in zip(TOWNS, SENT, strict=True):
        yield moment(at), partial(_send_from, persons[account])
    yield moment(ACCEPTED), lambda: _accept(district.authority, office)
    yield moment(FROZEN), lambda: _freeze(district.authority, office)
    yield moment(SENT_UP), lambda: _send(_report_of(district.authority), office)
    yield moment(ACCEPTED_ABOVE), lambda: _accept(district.province, above)
    yield moment(FROZEN_ABOVE), lambda: _freeze(district.province, above)


def _ask(district: District, office: User, above: User) -> None:
    towns = _group("Các thị trấn", district.authority, "thi-tran")
    below = commands.load_regime(
        receiver=district.authority, reporters=towns, through=district.office, ready=THEME
    )
    districts = _group("Ủy ban nhân dân các huyện", district.province, "huyen")
    regime = commands.load_regime(
        receiver=district.province, reporters=districts, through=district.department, ready=THEME
    )
    commands.edit_regime(regime=regime, facts=replace(facts_of(regime), fed_by=below), by=None)
    _open(regime, above, DUE_ABOVE)
    _open(below, office, DUE)


def _group(name: str, parent: Unit, kind: str) -> UnitGroup:
    kinds = [UnitKind.objects.get(code=kind)]
    return add_group(name=name, parent=parent, kinds=kinds, by=None)


def _open(regime: Regime, by: User, due_on: dt.date) -> None:
    regime = Regime.objects.select_related("receiver", "reporters__parent").get(pk=regime.pk)
    commands.open_round(
        regime=regime, year=2024, data_from=DAYS[0], data_to=DAYS[1], due_on=due_on, by=by
    )


def _round(receiver: Unit) -> Round:
    return Round.objects.get(regime__name=THEME.name, regime__receiver=receiver)


def _send_from(person: User) -> None:
    assert person.unit is not None
    _send(_report_of(person.unit), person)


def _report_of(unit: Unit) -> Report:
    return Report.objects.select_related("round__regime").get(
        unit=unit, round__regime__name=THEME.name
    )


def _send(report: Report, by: User) -> None:
    """Open, confirm what the log and the level below gave, say a word, and send."""
    report = commands.start_report(report=report, by=by)
    for section in report.round.regime.sections.all():
        if section.kind == SectionKind.PROSE:
            words = SAID[by.username]
            commands.save_prose(report=report, section=section, text=words, by=by)
            continue
        rows = report.figures.filter(indicator__in=section.lines.values("indicator"), value=None)
        none = {row.indicator.code: Entered(is_none=True) for row in rows}
        commands.save_figures(report=report, section=section, figures=none, by=by)
    commands.submit_report(report=report, by=by, no_secret=True)


def _accept(receiver: Unit, by: User) -> None:
    for report in _round(receiver).reports.order_by("pk"):
        commands.accept_report(report=commands.begin_review(report=report, by=by), by=by)


def _freeze(receiver: Unit, by: User) -> None:
    commands.consolidate_round(round=_round(receiver), by=by)
