"""A joint activity stands in the report of each unit and is consolidated once (promise N11)."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.activities import commands as activities
from haidang.activities.models import Closing
from haidang.reporting import commands
from haidang.reporting.document import document_of
from haidang.reporting.models import Consolidation
from haidang.reporting.queries.lineage import figure_source, joint_source, total_source
from haidang.reporting.queries.sums import sheet_of
from haidang.reporting.sheet import Sheet
from haidang.reporting.together import less_shared, shared_among
from haidang.text.blocks import Table
from haidang.text.writing import write_plain
from tests.makers.activities import make_activity
from tests.makers.reporting import make_in_review, make_season

MARCH = dt.date(2024, 3, 16)


def accepted(season, report):
    return commands.accept_report(report=make_in_review(season, report), by=season.drafter)


@pytest.fixture
def season(db):
    """Two of three communes hold one meeting of 120 together; the third holds one of 50 alone."""
    season = make_season(communes=3)
    first, second, third = season.authority.communes
    people = {"on": MARCH, "title": "Hội nghị chung"}
    make_activity(
        first,
        season.authority.reporters[0],
        quantities={"sessions": 1, "attendances": 120},
        together=[second],
        **people,
    )
    make_activity(
        third,
        season.authority.reporters[2],
        quantities={"sessions": 1, "attendances": 50},
        **people,
    )
    return season


@pytest.mark.promise("N11")
def test_a_joint_activity_is_reported_by_each_and_consolidated_once(season):
    """Việc chung của hai xã có trong báo cáo từng xã, vào tổng của huyện chỉ một lần, có nguồn."""
    for report in season.reports:
        accepted(season, report)

    sheet = sheet_of(season.round)

    assert [unit["figures"]["3.2"][0] for unit in sheet.units] == ["120", "120", "50"]
    assert sheet.shared("3.2") == 120
    assert (sheet.total("3.2").value, sheet.total("3.1").value) == (170, 2)
    source = total_source(sheet, "3.2")
    assert (source.sum, source.shared) == (290, 120)
    (joint,) = joint_source(sheet, "3.2")
    assert (joint.activity.title, joint.excess) == ("Hội nghị chung", 120)
    assert [unit["id"] for unit in joint.units] == [u.pk for u in season.authority.communes[:2]]
    behind = figure_source(sheet, "3.2", season.authority.communes[1].pk)
    assert [(entry.amount, entry.is_joint) for entry in behind.entries] == [(120, True)]


def test_the_document_names_what_is_counted_once(season):
    for report in season.reports:
        accepted(season, report)
    frozen = commands.consolidate_round(round=season.round, by=season.drafter)

    document = document_of(frozen.content)

    table = next(block for block in document.appendices[1].blocks if isinstance(block, Table))
    assert table.columns[-3] == "Hoạt động chung, chỉ tính một lần"
    row = next(row for row in table.rows if row[0] == "3.2")
    assert row[-3] == f"[[−120|/so/{season.round.pk}/3.2/chung/?lan=1]]"
    assert row[-2].startswith("[[170|")
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert "phần trùng được trừ khỏi tổng" in write_plain(document)
    assert commands.write_consolidated_report(consolidation=frozen, by=season.drafter)
    assert Consolidation.objects.get().content["shared"]["3.2"]["value"] == "120.00"


def test_a_joint_activity_of_one_accepted_unit_is_not_subtracted(season):
    accepted(season, season.reports[0])

    sheet = sheet_of(season.round)

    assert (sheet.total("3.2").value, sheet.has_shared) == (120, False)


def test_accept_report_closes_the_days_it_counted(season):
    report = accepted(season, season.report)

    closing = Closing.objects.get()

    assert (closing.unit, closing.closed_by) == (report.unit, season.drafter)
    assert (closing.data_from, closing.data_to) == (season.round.data_from, report.counted_to)


def test_what_was_taken_back_after_sending_is_said_of_the_figure(season):
    accepted(season, season.report)
    entry = season.report.unit.activities.get()
    activities.withdraw_activity(activity=entry, reason="ghi hai lần", by=season.drafter)

    source = figure_source(sheet_of(season.round), "3.2", season.report.unit_id)

    assert (source.given.value, source.withdrawn, source.gone) == (120, 1, 0)


activity_lists = st.lists(
    st.tuples(st.integers(0, 500), st.sets(st.integers(0, 4), min_size=1)), max_size=8
)


def unit_of(pk, entries, lowered):
    behind = [[str(at), amount] for at, (amount, doers) in enumerate(entries) if pk in doers]
    logged = sum(amount for _, amount in behind)
    joint = [row for row in behind if len(entries[int(row[0])][1]) > 1]
    value = [str(logged), None, str(logged)]
    if pk in lowered and logged:
        value = ["0", None, str(logged), "counted_twice", ""]
    return {"id": pk, "figures": {"3.2": value}, "earlier": {}, "joint": {"3.2": joint}}


@pytest.mark.promise("N11")
@given(activity_lists, st.permutations(range(5)), st.sets(st.integers(0, 4)))
def test_a_consolidated_total_counts_each_activity_once(entries, order, lowered):
    """Tổng hợp từ báo cáo: mỗi việc chung tính một lần, đơn vị nào gửi trước cũng vậy."""
    units = [unit_of(pk, entries, lowered) for pk in order]
    added = sum(Decimal(unit["figures"]["3.2"][0]) for unit in units)
    total = {"value": str(added), "estimate": str(added), "units": 5}
    content = {
        "units": units,
        "indicators": [{"code": "3.2", "divisor": 1}],
        "totals": {"3.2": total},
    }

    sheet = Sheet(content | less_shared(content))

    # A unit that took its joint entries out by hand reports none of them.
    once = sum(amount for amount, doers in entries if doers - lowered)
    assert sheet.total("3.2").value == once
    assert sheet.total("3.2").value + sheet.shared("3.2") == added
    assert all(len(row.units) > 1 for row in shared_among(units, "3.2"))
