"""An activity of several units counts for each of them, and once over all (promise N11)."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from haidang import clock
from haidang.activities import commands
from haidang.activities.commands import load_catalogue
from haidang.activities.enums import Aggregation
from haidang.activities.facts import facts_of
from haidang.activities.models import Activity, Indicator, Participation, Quantity
from haidang.activities.queries import (
    distinct_total,
    entries_behind,
    logged_values,
    partners_named,
    partners_of,
    usual_partners,
)
from haidang.errors import Incomplete
from haidang.ledger.queries import history_of
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit
from tests.makers import make_authority, make_unit, make_user
from tests.makers.activities import make_activity

pytestmark = pytest.mark.django_db

WINDOW = {"data_from": dt.date(2024, 1, 1), "data_to": dt.date(2024, 12, 31)}
UNITS = range(4)


@st.composite
def entries(draw):
    host, *partners = draw(st.permutations(UNITS))[: draw(st.integers(1, 4))]
    return {
        "host": host,
        "partners": partners,
        "on": draw(st.dates(dt.date(2023, 12, 30), dt.date(2025, 1, 2))),
        "people": draw(st.integers(0, 500)),
        "withdrawn": draw(st.booleans()),
    }


def put(log, units, person):
    for row in log:
        taken_back = {
            "withdrawn_at": clock.now(), "withdrawn_by": person, "withdrawal_reason": "nhầm",
        }  # fmt: skip
        activity = Activity.objects.create(
            unit=units[row["host"]], kind_id="talk", title="x", on=row["on"],
            logged_at=clock.now(), logged_by=person, **(taken_back if row["withdrawn"] else {}),
        )  # fmt: skip
        Quantity.objects.create(activity=activity, measure_id="attendances", amount=row["people"])
        for at in row["partners"]:
            Participation.objects.create(activity=activity, unit=units[at])


def counts(row):
    return not row["withdrawn"] and WINDOW["data_from"] <= row["on"] <= WINDOW["data_to"]


def people(log, group):
    """How many people some units reached, in plain Python: each entry that one of them did."""
    return sum(
        row["people"]
        for row in log
        if counts(row) and not {row["host"], *row["partners"]}.isdisjoint(group)
    )


def times(log, group):
    return sum(1 for row in log if counts(row) and {row["host"], *row["partners"]} & set(group))


@pytest.fixture
def setting():
    load_catalogue()
    counting = Indicator.objects.create(
        code="99.1", name="Số hoạt động", unit_name="việc", group="9", aggregation=Aggregation.COUNT
    )
    counting.kinds.set(["talk"])
    asked = [Indicator.objects.get(code="3.2"), counting]
    units = [make_unit(f"xã {n}") for n in UNITS]
    return units, asked, make_user(Role.REPORTER, unit=units[0])


@pytest.mark.promise("N11")
def test_any_grouping_of_units_gives_the_same_and_counts_nothing_twice(setting):
    """Nhóm đơn vị cách nào tổng cũng như nhau; việc chung của nhiều đơn vị chỉ tính một lần."""
    units, asked, person = setting

    def totals(group):
        found = distinct_total(units=[units[at] for at in group], indicators=asked, **WINDOW)
        return [found[indicator.pk] for indicator in asked]

    @given(st.lists(entries(), max_size=8), st.permutations(UNITS), st.integers(1, 3))
    def check(log, order, cut):
        with transaction.atomic():
            put(log, units, person)
            left, right = order[:cut], order[cut:]
            whole, parts = totals(order), [totals(left), totals(right)]
            values = logged_values(units=units, indicators=asked, **WINDOW)
            behind = [
                sum(e.amount for e in entries_behind(unit=unit, indicator=asked[0], **WINDOW))
                for unit in units
            ]
            transaction.set_rollback(True)
        for group, got in [(order, whole), (left, parts[0]), (right, parts[1])]:
            assert got == [people(log, group), times(log, group)]
        assert [values[unit.pk, asked[0].pk] for unit in units] == behind
        assert behind == [people(log, [at]) for at in UNITS]

    check()


def test_units_may_be_a_question_and_the_queries_stay_few(setting, django_assert_num_queries):
    units, asked, person = setting
    row = {"host": 0, "partners": [1], "on": dt.date(2024, 5, 1), "people": 60, "withdrawn": False}
    put([row] * 3, units, person)
    every = Unit.objects.all()

    with django_assert_num_queries(4):
        assert distinct_total(units=every, indicators=asked, **WINDOW)[asked[0].pk] == 180
    with django_assert_num_queries(4):
        logged_values(units=units, indicators=asked, **WINDOW)


def test_log_activity_together_counts_for_each_and_once_over_all():
    town = make_authority(communes=3)
    host, other, third = town.communes

    activity = make_activity(
        host,
        town.reporters[0],
        quantities={"sessions": 1, "attendances": 120},
        together=[third, other, other],
    )

    assert activity.partners == [other, third]
    assert facts_of(activity).together == (other, third)
    assert history_of(activity).get().get_details()["together"] == f"{other}, {third}"
    asked = [Indicator.objects.get(code="3.2")]
    days = {"data_from": activity.on, "data_to": activity.on}
    values = logged_values(units=town.communes, indicators=asked, **days)
    assert set(values.values()) == {Decimal(120)}
    assert set(distinct_total(units=town.communes, indicators=asked, **days).values()) == {120}
    seen = Activity.objects.visible_to(town.reporters[1])
    assert activity in seen


def test_log_activity_together_refuses_who_is_far_and_oneself():
    town = make_authority(communes=1)
    far = make_unit("xã xa")

    with pytest.raises(Incomplete) as refusal:
        make_activity(town.communes[0], town.reporters[0], together=[far, town.communes[0]])

    assert {(issue.field, issue.name) for issue in refusal.value.issues} == {
        ("together", "own_partner"),
        ("together", "no_partner"),
    }
    assert not Activity.objects.exists()


def test_partners_are_neighbours_and_are_found_by_what_people_call_them():
    town = make_authority(communes=3)
    near = list(partners_of(town.communes[0], clock.today()))
    make_activity(town.communes[0], town.reporters[0], together=[town.communes[2]])

    found = partners_named(near, [town.communes[1].name.upper(), "không có ai"])

    assert set(near) >= {town.district, town.office, *town.communes[1:]}
    assert town.communes[0] not in near
    assert usual_partners(town.communes[0], near)[0] == town.communes[2]
    assert (found.units, found.unknown) == ([town.communes[1]], ["không có ai"])


def test_correct_activity_changes_with_whom_it_was_done():
    town = make_authority(communes=3)
    activity = make_activity(town.communes[0], town.reporters[0], together=[town.communes[1]])
    facts = facts_of(activity)

    commands.correct_activity(
        activity=activity, facts=replace(facts, together=()), by=town.reporters[0]
    )

    assert Activity.objects.get().partners == []
    changes = history_of(activity).first().get_details()["changes"]
    assert changes == {"together": [str(town.communes[1]), ""]}
