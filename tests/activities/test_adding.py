"""Formulas of indicators, and how an indicator is told to be added up."""

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.activities import commands
from haidang.activities.catalogue_facts import IndicatorFacts, facts_of
from haidang.activities.formula import read_formula
from haidang.activities.models import Indicator
from haidang.activities.queries import logged_values
from haidang.errors import Incomplete
from haidang.orgs.enums import Role
from tests.makers import make_authority, make_user
from tests.makers.activities import make_activity

KNOWN = {"1.1": Decimal(7), "3.2": Decimal("2.5"), "40.0": Decimal(0), "5.1": None}
THIS_YEAR = 2026
numbers = st.integers(0, 999).map(str)
leaves = numbers | st.sampled_from(["[1.1]", "[3.2]", "[40.0]", "[5.1]"])
formulas = st.recursive(
    leaves,
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(
        lambda row: f"({row[0]} {row[1]} {row[2]})"
    ),
    max_leaves=8,
)


def by_python(text):
    """What Python says of it, with exact fractions; None where something is missing."""
    text = re.sub(r"\[([\d.]+)\]|(\d+)", r"known['\1\2']", text)
    known = KNOWN | {str(number): Decimal(number) for number in range(1000)}
    names = {"known": known, "__builtins__": {}}
    try:
        result = eval(text, names)
    except (TypeError, ArithmeticError):
        return None
    return result if result is None else Decimal(result)


@pytest.mark.promise("N11")
@given(formulas)
def test_a_formula_is_what_python_makes_of_it(text):
    """Công thức bằng phép tính của Python; thiếu một số hoặc chia cho 0 thì không có kết quả."""
    if "[" not in text:
        text = f"{text} + [1.1] * 0"
    expected = by_python(text)
    result = read_formula(text).of(KNOWN)

    if expected is None or result is None:
        assert result is expected
    else:
        assert abs(result - expected) <= Decimal("1e-15") * max(1, abs(expected))


@given(st.text(max_size=30))
def test_any_text_is_a_formula_or_refused_with_words(text):
    try:
        words = " ".join(read_formula(text).codes)
    except ValueError as error:
        words = str(error)
    assert words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "còn thiếu"),
        ("3.2 / 3.1", "ngoặc vuông"),
        ("[3.2] /", "còn thiếu"),
        ("([3.2]", "đóng ngoặc"),
        ("[3.2] [3.1]", "Thừa"),
        ("* [3.2]", "đứng sai chỗ"),
        ("__import__('os')", "Không đọc được"),
        ("12 + 3", "phải có mã chỉ tiêu"),
        ("+".join(["[1.1]"] * 40), "dài quá"),
    ],
)
def test_a_formula_that_cannot_be_read_says_where(text, words):
    with pytest.raises(ValueError, match=words):
        read_formula(text)


def test_signs_that_people_type_are_read():
    assert read_formula("[1.1] × 2 : 7 − 1,5").of(KNOWN) == Decimal("0.5")


@pytest.fixture
def town(db, settings):
    settings.AS_OF = dt.date(THIS_YEAR, 11, 25)
    commands.load_catalogue()
    return make_authority(communes=2)


@pytest.fixture
def admin(town):
    return make_user(Role.ADMINISTRATOR, unit=town.office)


def made(admin, code, way, **more):
    facts = {"kinds": ("talk",), "measure": "attendances"} | more
    name, unit_name = f"Chỉ tiêu {code}", "lượt người"
    told = IndicatorFacts(code, name, unit_name, "90. Thử", aggregation=way, **facts)
    return commands.save_indicator(facts=told, by=admin)


@pytest.mark.promise("N11")
def test_the_log_gives_last_mean_extremes_and_ratios(town, admin):
    """Từ nhật ký: số cuối kỳ, trung bình, nhỏ nhất, lớn nhất, tỷ số, công thức."""
    reporter = town.reporters[0]
    for day, people in ((3, 30), (20, 90), (9, 60)):
        quantities = {"sessions": 1, "attendances": people}
        on = dt.date(THIS_YEAR, 3, day)
        make_activity(town.communes[0], reporter, kind="talk", on=on, quantities=quantities)
    ways = {"90.1": "last", "90.2": "mean", "90.3": "min", "90.4": "max"}
    rows = [made(admin, code, way) for code, way in ways.items()]
    rows.append(made(admin, "90.5", "ratio", numerator="3.2", denominator="3.1"))
    rows.append(made(admin, "90.6", "formula", formula="[90.5] * 2 + [90.3]"))

    days = {"data_from": dt.date(THIS_YEAR, 1, 1), "data_to": dt.date(THIS_YEAR, 12, 31)}
    values = logged_values(units=town.communes, indicators=rows, **days)

    first, second = town.communes
    assert [values[first.pk, row.pk] for row in rows] == [90, 60, 30, 90, 60, 150]
    assert [values[second.pk, row.pk] for row in rows] == [0] * 6


def issues_of(act, **facts):
    with pytest.raises(Incomplete) as refused:
        act(**facts)
    return {issue.name for issue in refused.value.issues}


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"aggregation": "mean", "measure": None}, {"no_measure"}),
        ({"aggregation": "count"}, {"measure_of_count"}),
        ({"aggregation": "bad"}, {"aggregation"}),
        ({"aggregation": "ratio", "numerator": "3.2"}, {"no_parts"}),
        ({"aggregation": "ratio", "numerator": "3.2", "denominator": "9.99"}, {"unknown_code"}),
        ({"aggregation": "ratio", "numerator": "3.2", "denominator": "3.1", "per": 0}, {"per"}),
        ({"aggregation": "formula", "formula": "3.2 +"}, {"formula"}),
        ({"aggregation": "formula", "formula": "[90.1]"}, {"unknown_code"}),
        ({"part_of": "9.99"}, {"unknown_code"}),
        ({"part_of": "1.1"}, {"another_unit"}),
    ],
)
def test_an_indicator_says_what_is_wrong_in_how_it_is_added_up(admin, facts, codes):
    told = IndicatorFacts("90.1", "A", "lượt người", "90. Thử", ("talk",), "attendances")

    assert issues_of(commands.save_indicator, facts=replace(told, **facts), by=admin) == codes


def test_a_formula_in_a_circle_is_refused_by_whatever_detour(admin):
    first = made(admin, "90.1", "formula", formula="[3.2] + 1")
    made(admin, "90.2", "ratio", numerator="90.1", denominator="3.1")
    facts = replace(facts_of(first), formula="[90.2] * 2")

    told = issues_of(commands.save_indicator, facts=facts, indicator=first, by=admin)
    assert told == {"circle"}
    assert issues_of(commands.retire_row, row=first, by=admin) == {"in_use"}


def test_a_part_of_itself_is_refused(admin):
    whole, part = Indicator.objects.get(code="1.1"), Indicator.objects.get(code="1.3")
    assert part.part_of == whole

    facts = replace(facts_of(whole), part_of="1.3")
    assert issues_of(commands.save_indicator, facts=facts, indicator=whole, by=admin) == {"circle"}
