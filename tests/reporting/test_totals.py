"""How figures of units become totals (promise N11): every way of adding up, every grouping."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.activities.adding import Amounts, amounts_of, joined, with_derived
from haidang.activities.enums import DERIVED, Aggregation
from haidang.activities.models import Indicator
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.models import Line, Section, Value
from haidang.reporting.queries.sums import frame_of, sheet_of
from haidang.reporting.queries.totals import totals_of
from haidang.reporting.sheet import Sheet, derived_totals, how_of, totals
from tests.makers.levels import accept, fill, make_province
from tests.makers.reporting import make_accepted, make_season

numbers = st.decimals(min_value=0, max_value=10**9, places=2)
figures = st.lists(st.none() | numbers, max_size=14)
WAYS = sorted(set(Aggregation) - DERIVED)


def cents(number):
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)


def by_hand(way, values):
    """What a person with a pencil makes of the figures that were given."""
    given_ones = [value for value in values if value is not None]
    if way in {"count", "sum", "last"}:
        return sum(given_ones, Decimal(0))
    if not given_ones:
        return None
    if way == "mean":
        return cents(sum(given_ones) / len(given_ones))
    return min(given_ones) if way == "min" else max(given_ones)


def up(way, groups):
    """A level above: of a mean its rounded value, with what it is of; of others the value."""
    for values in groups:
        below = joined(map(amounts_of, values))
        if below.units:
            sums = {"weight": below.weight, "weighted": below.sum} if way == "mean" else {}
            yield amounts_of(below.shown(way), **sums)


@pytest.mark.promise("N11")
@given(st.sampled_from(WAYS), figures, st.randoms(use_true_random=False))
def test_every_way_is_what_a_pencil_gives_in_any_order(way, values, dice):
    """Cộng, cuối kỳ, trung bình, nhỏ nhất, lớn nhất: bằng tính tay, đổi thứ tự không đổi."""
    shuffled = list(values)
    dice.shuffle(shuffled)

    assert joined(map(amounts_of, shuffled)).shown(way) == by_hand(way, values)


@pytest.mark.promise("N11")
@given(st.sampled_from(WAYS), st.lists(st.lists(figures, max_size=4), max_size=4))
def test_communes_to_districts_to_a_province_is_the_same_as_straight(way, province):
    """Xã lên huyện lên tỉnh, hay xã thẳng lên tỉnh: cùng một số, không tính gì hai lần."""
    every = [value for district in province for values in district for value in values]
    districts = [[value for values in district for value in values] for district in province]

    assert joined(up(way, districts)).shown(way) == by_hand(way, every)


@pytest.mark.promise("N11")
@given(st.sampled_from(WAYS), figures)
def test_who_gave_nothing_is_not_there(way, values):
    """Đơn vị chưa báo cáo không phải số 0: không kéo trung bình xuống, không là nhỏ nhất."""
    with_missing = joined(map(amounts_of, [*values, None, None]))

    assert with_missing == joined(map(amounts_of, values))
    assert with_missing.units == sum(value is not None for value in values)
    assert Amounts() + with_missing == with_missing


pairs = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=10)


@pytest.mark.promise("N11")
@given(pairs, st.integers(0, 10), st.sampled_from([1, 100]))
def test_a_ratio_is_that_of_sums_in_any_grouping(rows, cut, per):
    """Tỷ số là tổng chia tổng, không phải trung bình các tỷ số; nhóm cách nào cũng vậy."""
    how = {"aggregation": "ratio", "numerator": "a", "denominator": "b", "per": per}
    hows = {"a": {"aggregation": "sum"}, "b": {"aggregation": "sum"}, "r": how}
    halves = [[sum(column) for column in zip(*half, strict=True)] or [0, 0] for half in
              (rows[:cut], rows[cut:])]  # fmt: skip
    over, under = (sum(Decimal(half[at]) for half in halves) for at in (0, 1))

    found = with_derived({"a": over, "b": under}, hows)

    top, bottom = (sum(row[at] for row in rows) for at in (0, 1))
    assert found["r"] == (cents(top * per / bottom) if bottom else None)


def test_what_is_derived_from_what_is_derived_and_a_circle_is_unknown():
    hows = {
        "a": {"aggregation": "sum"},
        "b": {"aggregation": "formula", "formula": "[a9] + 1"},
        "1": {"aggregation": "formula", "formula": "[2] * 2"},
        "2": {"aggregation": "formula", "formula": "[3] + 1"},
        "3": {"aggregation": "sum"},
        "8": {"aggregation": "formula", "formula": "[9] + 1"},
        "9": {"aggregation": "formula", "formula": "[8] + 1"},
    }
    hows["b"]["formula"] = "[7] + 1"

    found = with_derived({"a": Decimal(5), "3": Decimal(4)}, hows)

    assert (found["1"], found["2"], found["a"]) == (10, 5, 5)
    assert (found["b"], found["8"], found["9"]) == (None, None, None)


def ask(regime, code, way, **more):
    """Add an indicator of people per talk to the outline of a regime."""
    facts = {"measure_id": None if way in DERIVED else "attendances"} | more
    row, fresh = Indicator.objects.get_or_create(
        code=code, defaults={"name": code, "unit_name": "người", "aggregation": way, **facts}
    )
    if fresh and way not in DERIVED:
        row.kinds.set(["talk"])
    section = Section.objects.get(regime=regime, ordinal=3)
    Line.objects.create(section=section, indicator=row, position=50)
    return row


@pytest.fixture
def season(db):
    season = make_season(4)
    regime = season.round.regime
    for at, way in enumerate(("mean", "min", "max", "last"), 1):
        ask(regime, f"90.{at}", way)
    parts = {code: Indicator.objects.get(code=code) for code in ("3.2", "3.1")}
    ask(regime, "90.5", "ratio", numerator=parts["3.2"], denominator=parts["3.1"])
    ask(regime, "90.6", "formula", formula="[90.2] + [90.3]")
    return season


def reported(season, report, **figures):
    """Report these of section 3, nothing else, and have it accepted."""
    who = season.reporter_of(report)
    report = commands.start_report(report=report, by=who)
    given = {code.replace("_", "."): Entered(value=str(v), reason="other_source")
             for code, v in figures.items()}  # fmt: skip
    given = {code.removeprefix("c"): one for code, one in given.items()}
    commands.save_figures(report=report, section=season.section(3), figures=given, by=who)
    fill(report, who)
    commands.submit_report(report=report, by=who, no_secret=True)
    return accept(report, season.drafter)


@pytest.mark.promise("N11")
def test_the_database_adds_up_as_the_model_does(season, proof):
    """Máy chủ cộng bằng mô hình tính tay: mọi cách tính, thiếu không phải là 0."""
    rows = [(3, 90, 20, 30, 45), (1, 10, 12, 60, 7), (0, 0, None, None, 2)]
    for report, (talks, people, mean, *rest) in zip(season.reports, rows, strict=False):
        named = {"c3_1": talks, "c3_2": people, "c90_1": mean, "c90_2": rest[0], "c90_4": rest[1]}
        told = {name: value for name, value in named.items() if value is not None}
        reported(season, report, **told)

    sheet = sheet_of(season.round)

    assert (sheet.total("3.2").value, sheet.total("90.5").value) == (100, 25)
    assert (sheet.total("90.1").value, sheet.total("90.1").units) == (16, 2)
    assert (sheet.total("90.2").value, sheet.total("90.4").value) == (30, 54)
    assert sheet.total("90.3").is_missing
    assert sheet.total("90.6").is_missing
    hows = {row["code"]: how_of(row) for row in sheet.indicators}
    units = [unit | {"figures": given_figures(unit)} for unit in sheet.units]
    plain = totals(units, hows)
    assert sheet.content["totals"] == plain | derived_totals(plain, hows)
    proof(times=len(hows))


def given_figures(unit):
    """What a unit gave: "không phát sinh" is no figure for a mean or an extreme."""
    if unit["figures"] is None:
        return None
    kept = set(
        Value.objects.filter(report=unit["report"]).values_list("indicator__code", flat=True)
    )
    return {code: row for code, row in unit["figures"].items() if code in kept}


@pytest.mark.promise("N11")
def test_a_mean_of_districts_is_that_of_their_communes(db):
    """Trung bình của tỉnh là của mọi xã, dù huyện có hai xã hay một xã báo cáo."""
    province = make_province()
    ask(province.round.regime, "90.1", "mean")
    for district in province.districts:
        ask(district.round.regime, "90.1", "mean")
    given_means = [(10, 15), (30,)]
    for district, means in zip(province.districts, given_means, strict=True):
        for commune, mean in zip(district.communes, means, strict=False):
            report, who = district.report_of(commune), district.reporter_of(commune)
            send(report, who, {"90.1": mean}, district.drafter)
        commands.consolidate_round(round=district.round, by=district.drafter)
        send(province.report_of(district), district.drafter, {}, province.drafter)

    total = Sheet(frame_of(province.round)).total("90.1")

    assert (total.value, total.units) == (Decimal("18.33"), 2)


def send(report, who, figures, drafter):
    report = commands.start_report(report=report, by=who)
    section = Section.objects.get(regime=report.round.regime, ordinal=3)
    given = {code: Entered(value=str(value), reason="other_source")
             for code, value in figures.items()}  # fmt: skip
    if given:
        commands.save_figures(report=report, section=section, figures=given, by=who)
    fill(report, who)
    commands.submit_report(report=report, by=who, no_secret=True)
    return accept(report, drafter)


@pytest.mark.django_db
def test_of_some_units_a_mean_weighs_as_many_units_as_each_is_of():
    season = make_season(3)
    reports = [make_accepted(season, report) for report in season.reports]
    given = {"code": "9.9", "name": "Trung bình", "unit_name": "%", "measure_id": "attendances"}
    mean = Indicator.objects.create(**given, aggregation="mean")
    for report, value, weight in zip(reports, (10, 40, 70), (3, 1, 5), strict=True):
        common = {"round": season.round, "indicator": mean, "unit": report.unit, "report": report}
        Value.objects.create(**common, value=value, weight=weight, weighted=value * weight)
    row = {"id": mean.pk, "code": "9.9", "how": {"aggregation": "mean"}}

    some = totals_of(season.round, [row], [report.unit_id for report in reports[:2]])

    assert (some["9.9"]["value"], some["9.9"]["weight"]) == ("17.5", 4)
    assert totals_of(season.round, [row])["9.9"]["weight"] == 9
