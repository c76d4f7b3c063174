"""Corrections of figures that are not added up (promise N10): who gives nothing is no 0 in them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.activities.adding import amounts_of, joined
from haidang.activities.commands import withdraw_activity
from haidang.activities.models import Activity, Indicator
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.correcting import Correction, corrected, is_given
from haidang.reporting.queries.adjustments import adjusted, as_corrected
from haidang.reporting.queries.changed_logs import reports_with_waiting
from haidang.reporting.queries.waiting import waiting_of
from haidang.reporting.sheet import plain_total
from tests.makers.levels import accept, make_province, make_talk, send_up
from tests.makers.orgs import make_user

WAYS = ["mean", "min", "max"]
WHY = "xã ghi lại"
figures = st.lists(
    st.tuples(st.none() | st.integers(1, 99), st.none() | st.integers(1, 99)), max_size=6
)


def content_of(way, values):
    parts = joined(amounts_of(value) for value in values)
    how = {"aggregation": way}
    row = {"code": "1", "how": how, "divisor": 1}
    return {"indicators": [row], "units": [], "totals": {"1": plain_total(how, parts, parts)}}


@pytest.mark.promise("N10")
@given(st.sampled_from(WAYS), figures)
def test_units_that_come_and_go_leave_what_a_new_sum_would_say(way, pairs):
    """Trung bình, nhỏ nhất, lớn nhất: đơn vị mới có số hay hết có số thì tính đúng như tổng mới."""
    pairs = [tuple(None if one is None else Decimal(one) for one in pair) for pair in pairs]
    found = {}
    for report, (was, now) in enumerate(pairs):
        delta = (now or Decimal(0)) - (was or Decimal(0))
        units = is_given(way, was, delta) - (was is not None)
        found[report] = {"1": Correction(delta, delta, None, units, units)}
    given_then = [(at, was, was) for at, (was, _) in enumerate(pairs) if was is not None]

    after = corrected(content_of(way, [was for was, _ in pairs]), found, lambda _: given_then)

    wanted = content_of(way, [now for _, now in pairs])["totals"]["1"]
    assert {name: after["totals"]["1"].get(name) for name in ("value", "units")} == {
        name: wanted[name] for name in ("value", "units")
    }


def sent_up(way, amounts):
    """A district with one commune for each amount , all accepted; of None it has nothing."""
    province = make_province(districts=1, communes=len(amounts), sections=(3, 7))
    Indicator.objects.filter(code="3.2").update(aggregation=way)
    district = province.districts[0]
    for commune, amount in zip(district.communes, amounts, strict=True):
        if amount:
            make_talk(commune, district.reporter_of(commune), amount)
        report = send_up(district.report_of(commune), district.reporter_of(commune))
        accept(report, district.drafter)
    return province


def freeze(at):
    return commands.consolidate_round(round=at.round, by=at.drafter)


def adjust(district, at):
    report = district.report_of(district.communes[at])
    commands.adjust_report(report=report, reason=WHY, by=district.drafter)


@pytest.mark.django_db
@pytest.mark.parametrize(("way", "left"), [("mean", 10), ("min", 10), ("max", 10)])
def test_a_figure_whose_only_entry_is_taken_back_is_no_0(way, left):
    district = sent_up(way, (10, 30)).districts[0]
    frozen = freeze(district)
    talk = Activity.objects.get(unit=district.communes[1])
    withdraw_activity(activity=talk, reason="ghi hai lần", by=district.drafter)

    adjust(district, 1)

    total = as_corrected(frozen.kept).total("3.2")
    assert (total.value, total.units) == (left, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(("way", "now"), [("mean", 15), ("min", 10), ("max", 20)])
def test_a_late_entry_of_who_reported_nothing_counts(way, now):
    district = sent_up(way, (10, None)).districts[0]
    frozen = freeze(district)
    make_talk(district.communes[1], district.reporter_of(district.communes[1]), 20)

    adjust(district, 1)

    total = as_corrected(frozen.kept).total("3.2")
    assert (total.value, total.units) == (now, 2)


@pytest.mark.django_db
def test_a_mean_from_below_is_moved_by_what_is_below_and_not_by_the_offices_log():
    province = sent_up("mean", (10, 30))
    district = province.districts[0]
    freeze(district)
    report = accept(send_up(province.report_of(district), district.drafter), province.drafter)
    frozen = freeze(province)
    own = make_user(Role.REPORTER, unit=district.office)
    make_talk(district.office, own, 500)

    assert {one.indicator.code for one in waiting_of(report)} == {"3.1"}
    make_talk(district.communes[1], district.reporter_of(district.communes[1]), 50)
    adjust(district, 1)

    found = adjusted(frozen.kept)["3.2"]
    assert (found.reported, found.now) == (20, 25)  # of 10, and of 30 and 50


@pytest.mark.django_db
def test_a_mean_of_below_loses_who_took_all_back_above_too():
    province = sent_up("mean", (10, 30))
    district = province.districts[0]
    freeze(district)
    accept(send_up(province.report_of(district), district.drafter), province.drafter)
    frozen = freeze(province)
    talk = Activity.objects.get(unit=district.communes[1])
    withdraw_activity(activity=talk, reason="ghi hai lần", by=district.drafter)

    adjust(district, 1)

    assert adjusted(frozen.kept)["3.2"].now == 10


def test_an_entry_between_sending_and_acceptance_waits_to_be_corrected(db):
    province = make_province(districts=1, communes=2, sections=(3, 7))
    district = province.districts[0]
    commune = district.communes[0]
    make_talk(commune, district.reporter_of(commune), 10)
    report = send_up(district.report_of(commune), district.reporter_of(commune))
    make_talk(commune, district.reporter_of(commune), 5)
    accept(report, district.drafter)

    assert [one.pk for one in reports_with_waiting(district.round)] == [report.pk]


@pytest.mark.django_db
def test_an_entry_of_an_office_waits_in_the_report_of_its_authority():
    province = sent_up("sum", (10, 30))
    district = province.districts[0]
    freeze(district)
    report = accept(send_up(province.report_of(district), district.drafter), province.drafter)
    make_talk(district.office, make_user(Role.REPORTER, unit=district.office), 7)

    assert [one.pk for one in reports_with_waiting(province.round)] == [report.pk]
    assert reports_with_waiting(district.round) == []
