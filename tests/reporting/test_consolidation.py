"""Freezing a round, and the official report that is written from it."""

import datetime as dt
import io
import re

import docx
import pytest
from django.db import DatabaseError, transaction
from django.db.models import Sum

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.reporting import commands
from haidang.reporting.document import document_of
from haidang.reporting.enums import ReportStatus, RoundStatus
from haidang.reporting.models import Consolidation, Figure
from haidang.reporting.numerals import write_number
from haidang.reporting.queries.sums import sheet_of
from haidang.reporting.sheet import Sheet, fingerprint
from haidang.text.writing import write_docx
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.makers.reporting import (
    make_accepted,
    make_consolidation,
    make_season,
    make_sent,
    make_year_of_work,
)
from tests.makers.tampering import take_guards_away

pytestmark = pytest.mark.django_db
LINK = re.compile(r"\[\[([^\[\]|]+)\|(/so/[^\]]+)\]\]")


def test_consolidate_round_adds_accepted_reports_and_names_the_missing():
    season = make_season(3)
    first, second, third = season.reports
    for report in (first, second):
        make_year_of_work(season, report, times=2)
        make_accepted(season, report)
    make_year_of_work(season, third)
    make_sent(season, third)

    frozen = commands.consolidate_round(round=season.round, by=season.drafter)

    sheet = Sheet(frozen.content)
    total = sheet.total("3.2")
    assert (total.value, total.units) == (340, 2)
    assert [unit["id"] for unit in sheet.missing] == [third.unit_id]
    assert [unit["state"] for unit in sheet.units] == ["accepted", "accepted", "submitted"]
    assert (frozen.ordinal, fingerprint(frozen.kept)) == (1, frozen.sha256)
    season.round.refresh_from_db()
    assert season.round.status == RoundStatus.CONSOLIDATED


def test_totals_of_the_frozen_content_are_those_that_the_database_adds():
    season = make_season(2)
    frozen = make_consolidation(season)

    accepted = Figure.objects.filter(report__status=ReportStatus.ACCEPTED)
    sums = accepted.values_list("indicator__code").annotate(Sum("value")).order_by()

    sheet = Sheet(frozen.content)
    assert {code: sheet.total(code).value for code, _ in sums} == dict(sums)


def test_a_later_freezing_is_a_new_row_and_the_first_stays():
    season = make_season(2)
    make_accepted(season, season.reports[0])
    first = commands.consolidate_round(round=season.round, by=season.drafter)
    make_accepted(season, season.reports[1])

    second = commands.consolidate_round(round=season.round, by=season.drafter)

    first.refresh_from_db()
    assert (first.ordinal, second.ordinal) == (1, 2)
    counts = [len(Sheet(one.content).reported) for one in (first, second)]
    assert counts == [1, 2]
    assert fingerprint(first.kept) == first.sha256


def test_what_was_frozen_does_not_follow_the_log():
    season = make_season()
    frozen = make_consolidation(season)

    make_activity(season.report.unit, season.reporter, kind="talk")

    frozen.refresh_from_db()
    assert Sheet(frozen.content).total("3.1").value == 1


def test_what_was_frozen_cannot_be_changed_in_the_database():
    frozen = Consolidation.objects.filter(pk=make_consolidation(make_season()).pk)

    for change in ({"kept": {}}, {"sha256": "0"}, {"ordinal": 7}):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            frozen.update(**change)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        frozen.delete()


def test_consolidate_round_refuses_a_round_without_accepted_reports():
    season = make_season()

    with pytest.raises(Incomplete, match="Chưa có báo cáo nào được tiếp nhận"):
        commands.consolidate_round(round=season.round, by=season.drafter)

    assert not Consolidation.objects.exists()


def test_consolidate_round_refuses_others():
    season = make_season()
    make_accepted(season)

    for person in (season.reporter, season.authority.leader, season.authority.auditor):
        with pytest.raises(NotAllowed):
            commands.consolidate_round(round=season.round, by=person)


def test_consolidation_asks_the_same_of_the_database_for_few_and_many(
    django_assert_max_num_queries,
):
    season = make_season(4)
    for report in season.reports:
        make_accepted(season, report)

    with django_assert_max_num_queries(30) as few:
        commands.consolidate_round(round=season.round, by=season.drafter)

    assert sum("reporting_submission" in query["sql"] for query in few) == 2


def test_write_consolidated_report_keeps_a_docx_and_its_text():
    season = make_season(2)
    frozen = make_consolidation(season)

    revision = commands.write_consolidated_report(consolidation=frozen, by=season.drafter)

    edition = revision.edition
    assert (edition.symbol, edition.status) == ("BC-UBND", "draft")
    assert edition.document.title == "Kết quả công tác thông tin đối ngoại năm 2024"
    assert revision.file_name == "bao-cao-tong-hop-2024-lan-1.docx"
    assert "Đã tiếp nhận báo cáo của 2/2 đơn vị." in revision.text
    frozen.refresh_from_db()
    assert frozen.revision == revision


def test_the_docx_holds_every_total_in_its_text_and_in_its_appendix():
    season = make_season(2)
    frozen = make_consolidation(season)
    revision = commands.write_consolidated_report(consolidation=frozen, by=season.drafter)

    opened = docx.Document(io.BytesIO(revision.file.read()))

    body = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    table = next(one for one in opened.tables if one.rows[0].cells[-2].text == "Tổng")
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in table.rows}
    for indicator in Sheet(frozen.content).indicators:
        total = Sheet(frozen.content).total(indicator["code"])
        shown = write_number(total.value)
        assert rows[indicator["code"]][-2:] == [shown, write_number(total.estimate)]
        assert (shown in body) or not total.value
    assert "Không phát sinh: buổi tiếng Khmer." in body


def test_a_second_writing_is_a_revision_of_the_same_draft():
    season = make_season()
    frozen = make_consolidation(season)
    first = commands.write_consolidated_report(consolidation=frozen, by=season.drafter)
    again = commands.consolidate_round(round=season.round, by=season.drafter)

    second = commands.write_consolidated_report(consolidation=again, by=season.drafter)

    assert second.edition == first.edition
    assert (first.ordinal, second.ordinal) == (1, 2)


def test_write_consolidated_report_refuses_twice_others_and_altered_content():
    season = make_season()
    frozen = make_consolidation(season)
    with pytest.raises(NotAllowed):
        commands.write_consolidated_report(consolidation=frozen, by=season.authority.leader)
    kept = frozen.kept
    kept["totals"]["3.2"]["value"] = "999"
    take_guards_away("reporting_consolidation")
    Consolidation.objects.filter(pk=frozen.pk).update(kept=kept)
    with pytest.raises(WrongState, match="không còn khớp mã"):
        commands.write_consolidated_report(consolidation=frozen, by=season.drafter)

    again = commands.consolidate_round(round=season.round, by=season.drafter)
    commands.write_consolidated_report(consolidation=again, by=season.drafter)
    with pytest.raises(WrongState, match="đã được lập"):
        commands.write_consolidated_report(consolidation=again, by=season.drafter)


@pytest.mark.promise("N9")
def test_the_same_frozen_content_gives_the_same_bytes(proof):
    """Dựng lại văn bản từ số liệu đã chốt: từng byte như nhau."""
    season = make_season(2)
    frozen = make_consolidation(season)
    revision = commands.write_consolidated_report(consolidation=frozen, by=season.drafter)
    make_activity(season.report.unit, season.reporter, kind="talk")
    frozen.refresh_from_db()

    rebuilt = [write_docx(document_of(frozen.content)) for _ in range(3)]

    proof(times=3, figure=f"{len(rebuilt[0])} byte, 0 byte khác")
    assert {revision.file.read(), *rebuilt} == {rebuilt[0]}


@pytest.mark.promise("N8")
def test_every_figure_of_the_document_opens_to_its_records(proof, client):
    """Mỗi số trong lời và trong phụ lục mở được trang nguồn có đúng số đó."""
    season = make_season(2)
    frozen = make_consolidation(season)
    document = document_of(frozen.content)
    texts = [block.text for block in document.blocks if hasattr(block, "text")]
    tables = [annex.blocks[0] for annex in document.appendices]
    texts += [cell for table in tables for row in table.rows for cell in row]
    client.force_login(season.drafter)

    links = [link for text in texts for link in LINK.findall(text)]
    pages = {path: client.get(path) for _, path in links}

    for figure, path in links:
        assert pages[path].status_code == 200
        assert (
            f">{figure}" in pages[path].text.replace("\n", "") or f" {figure} " in pages[path].text
        )
    proof(times=len(links), figure=f"{len(links)} số, {len(pages)} trang nguồn, 0 số không mở được")
    assert len(links) >= 14 * 5


def test_the_sheet_names_the_plan_that_asked_for_the_report():
    season = make_season()
    plan = make_adopted_plan(season.authority.district, season.drafter, year=2025)
    task = make_adopted_task(
        plan, deadline_phrase="trước ngày 30 tháng 11", due_on=dt.date(2025, 11, 29)
    )
    round = commands.open_round(regime=season.round.regime, year=2025, task=task, by=season.drafter)

    about = sheet_of(round).content["round"]

    assert about["basis"] == {
        "type": "Kế hoạch",
        "title": "công tác",
        "number": "",
        "symbol": "",
        "issued_on": None,
    }
    assert about["due_phrase"] == "trước ngày 30 tháng 11"
    assert about["upper"] == ["Ủy ban nhân dân tỉnh Thử", "Sở Thông tin và Truyền thông"]
    assert str(season.round) == "Báo cáo công tác thông tin đối ngoại năm 2024"
