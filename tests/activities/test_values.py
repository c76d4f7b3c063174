import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from haidang.activities.commands import load_catalogue
from haidang.activities.enums import Aggregation
from haidang.activities.models import Activity, Indicator, Kind, Quantity
from haidang.activities.queries import entries_behind, logged_values
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user
from tests.makers.activities import make_activity

NEW_YEAR, YEAR_END = dt.date(2024, 1, 1), dt.date(2024, 12, 31)
KINDS = {
    "radio": ["sessions", "minutes"],
    "talk": ["sessions", "attendances"],
    "article": ["items"],
}


@st.composite
def logs(draw):
    kind = draw(st.sampled_from(sorted(KINDS)))
    return (
        draw(st.integers(0, 2)),
        kind,
        draw(st.dates(dt.date(2023, 12, 29), dt.date(2025, 1, 3))),
        draw(st.sampled_from(["vi", "km", "en"])),
        {measure: draw(st.integers(0, 500)) for measure in KINDS[kind]},
    )


def model_value(log, unit, indicator, kinds):
    """The value of an indicator in plain Python: add up, divide, round half up."""
    total = 0
    for at, kind, day, language, amounts in log:
        counted = at == unit and kind in kinds and NEW_YEAR <= day <= YEAR_END
        if counted and indicator.language in {"", language}:
            total += 1 if indicator.measure_id is None else amounts.get(indicator.measure_id, 0)
    return (Decimal(total) / indicator.divisor).quantize(Decimal("0.01"), ROUND_HALF_UP)


def put(log, units, person):
    for at, kind, day, language, amounts in log:
        activity = Activity.objects.create(
            unit=units[at], kind_id=kind, title="x", on=day, language=language,
            logged_at=dt.datetime.now(dt.UTC), logged_by=person,
        )  # fmt: skip
        Quantity.objects.bulk_create(
            Quantity(activity=activity, measure_id=m, amount=n) for m, n in amounts.items()
        )


@pytest.fixture
def setting(db):
    load_catalogue()
    counting = Indicator.objects.create(
        code="99.1", name="Số hoạt động", unit_name="việc", group="9", aggregation=Aggregation.COUNT
    )
    counting.kinds.set(["radio", "talk"])
    units = [make_unit(f"xã {n}") for n in range(3)]
    return units, make_user(Role.REPORTER, unit=units[0])


@pytest.mark.promise("N11")
def test_logged_values_are_what_plain_adding_gives(setting):
    """Số từ nhật ký bằng phép cộng tay: tổng, đếm, tiếng Khmer, phút ra giờ, hai ngày biên."""
    units, person = setting
    indicators = list(Indicator.objects.all())
    kinds = {i.pk: {k.pk for k in i.kinds.all()} for i in indicators}

    @given(st.lists(logs(), max_size=12))
    def check(log):
        with transaction.atomic():
            put(log, units, person)
            values = logged_values(
                units=units, indicators=indicators, data_from=NEW_YEAR, data_to=YEAR_END
            )
            transaction.set_rollback(True)
        assert values == {
            (unit.pk, i.pk): model_value(log, at, i, kinds[i.pk])
            for at, unit in enumerate(units)
            for i in indicators
        }

    check()


def test_logged_values_take_four_queries_whatever_the_size(setting, django_assert_num_queries):
    units, person = setting
    indicators = list(Indicator.objects.order_by("-code"))
    put([(0, "radio", NEW_YEAR, "vi", {"minutes": 15})] * 3, units, person)

    for some, asked in [(units[:1], indicators[:2]), (units, indicators)]:
        with django_assert_num_queries(4):
            logged_values(units=some, indicators=asked, data_from=NEW_YEAR, data_to=YEAR_END)


def test_logged_values_of_no_units_or_indicators_are_none(setting):
    days = {"data_from": NEW_YEAR, "data_to": YEAR_END}

    assert logged_values(units=[], indicators=Indicator.objects.all(), **days) == {}
    assert logged_values(units=setting[0], indicators=[], **days) == {}


def test_entries_behind_are_the_entries_that_add_something(setting):
    units, person = setting
    put(
        [
            (0, "radio", dt.date(2024, 3, 1), "km", {"sessions": 1, "minutes": 20}),
            (0, "radio", dt.date(2024, 5, 1), "vi", {"sessions": 4, "minutes": 90}),
            (0, "radio", dt.date(2024, 6, 1), "km", {"sessions": 0, "minutes": 0}),
            (0, "talk", dt.date(2024, 6, 1), "km", {"sessions": 7}),
            (1, "radio", dt.date(2024, 5, 1), "km", {"sessions": 9, "minutes": 9}),
            (0, "radio", dt.date(2025, 1, 1), "km", {"sessions": 9, "minutes": 9}),
        ],
        units,
        person,
    )

    def behind(code):
        found = entries_behind(
            unit=units[0],
            indicator=Indicator.objects.get(code=code),
            data_from=NEW_YEAR,
            data_to=YEAR_END,
        )
        return [(entry.activity.on.month, entry.amount) for entry in found]

    assert behind("1.1") == [(5, 4), (3, 1)]
    assert behind("1.2") == [(5, Decimal("1.5")), (3, Decimal("0.33"))]
    assert behind("1.3") == [(3, 1)]
    assert behind("99.1") == [(6, 1), (6, 1), (5, 1), (3, 1)]


@pytest.mark.parametrize("rows", [1, 3])
def test_entries_behind_take_three_queries(setting, rows, django_assert_num_queries):
    units, person = setting
    put([(0, "radio", NEW_YEAR, "vi", {"minutes": 15})] * rows, units, person)
    indicator = Indicator.objects.get(code="1.2")

    with django_assert_num_queries(3):
        entries = entries_behind(
            unit=units[0], indicator=indicator, data_from=NEW_YEAR, data_to=YEAR_END
        )
        assert len([f"{e.activity.kind} {e.activity.logged_by.unit}" for e in entries]) == rows


def test_a_logged_activity_is_counted(db):
    load_catalogue()
    unit = make_unit()
    today = make_activity(unit, kind="radio", quantities={"sessions": 3, "minutes": 45}).on
    hours = Indicator.objects.get(code="1.2")

    values = logged_values(units=[unit], indicators=[hours], data_from=today, data_to=today)

    assert values == {(unit.pk, hours.pk): Decimal("0.75")}
    assert Kind.objects.get(pk="radio").measures.count() == 2
