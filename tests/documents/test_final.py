"""What is done with stays: the database itself refuses to change or remove it, in plain SQL."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from haidang.documents import commands
from haidang.documents.commands import Come
from haidang.documents.models import Answer, Number, Template
from haidang.documents.queries import step_due
from tests.makers.documents import (
    MONDAY,
    make_agreed,
    make_arrival,
    make_bureau,
    make_draft,
    make_issued,
)
from tests.makers.templates import make_template

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


def write(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def change(row, column, value):
    table, key = row._meta.db_table, row._meta.pk.column
    write(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", value, row.pk)


def refused(row, column, value):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(row, column, value)


def stays(row):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        write(f"DELETE FROM {row._meta.db_table} WHERE {row._meta.pk.column} = %s", row.pk)


def test_a_used_number_is_not_written_over(bureau):
    number = make_issued(bureau).number

    for column, value in {
        "subject": "Việc khác",
        "issued_on": dt.date(2024, 1, 1),
        "signer": "Người khác",
        "symbol": "QĐ-UBND",
        "status": "reserved",
        "edition_id": None,
        "pages": 9,
        "folded": "",
    }.items():
        refused(number, column, value)
    stays(number)


def test_a_held_number_may_change_and_a_cancelled_one_not(bureau):
    number = commands.reserve_number(unit=bureau.district, document_type="Báo cáo", by=bureau.clerk)
    change(number, "purpose", "Việc thử")
    commands.cancel_number(number=number, reason="Thôi", by=bureau.clerk)

    for column, value in {"reason": "Khác", "status": "reserved", "pages": 1}.items():
        refused(Number.objects.get(), column, value)


def test_a_series_that_gave_numbers_never_counts_back(bureau):
    series = make_issued(bureau).number.series

    for column, value in {"last": 0, "begins_at": 2, "code": "KH", "year": 2023}.items():
        refused(series, column, value)
    stays(series)
    change(series, "last", 2)


def test_an_issued_edition_is_not_written_over(bureau):
    edition, draft = make_issued(bureau).edition, make_draft(bureau).edition

    for column, value in {
        "number": "09",
        "symbol": "QĐ-UBND",
        "issued_on": dt.date(2024, 1, 1),
        "status": "draft",
    }.items():
        refused(edition, column, value)
    change(draft, "symbol", "QĐ-UBND")
    refused(draft, "document_id", edition.document_id)
    for row in (edition, draft, draft.document):
        stays(row)


def test_what_was_said_on_a_slip_stays(bureau):
    slip = commands.submit_for_signature(edition=make_draft(bureau).edition, by=bureau.drafter)
    step = step_due(slip)
    change(step, "remark", "đang nghĩ")
    commands.send_back_step(step=step, remark="Sửa lại", by=bureau.head)

    for column, value in {"remark": "Tốt", "by_id": bureau.leader.pk, "status": "agreed"}.items():
        refused(step, column, value)
    for column, value in {"note": "Khác", "status": "agreed", "closed_at": MONDAY}.items():
        refused(slip, column, value)
    stays(step)
    stays(slip)


def test_an_agreed_slip_may_only_be_taken_back(bureau):
    slip = make_agreed(bureau).revisions.get().slips.get()

    refused(slip, "status", "sent_back")
    refused(slip, "closed_at", MONDAY)
    change(slip, "status", "recalled")
    refused(slip, "status", "agreed")


def test_files_answers_and_templates_stay(bureau):
    issue, arrival = make_issued(bureau), make_arrival(bureau)
    commands.answer_arrival(arrival=arrival, edition=issue.edition, by=bureau.drafter)
    make_template(bureau.district, bureau.clerk)
    answer, template = Answer.objects.get(), Template.objects.get()

    for row, column, value in (
        (issue.pdf, "size", 1),
        (issue.pdf, "content_type", "text/html"),
        (answer, "edition_id", issue.edition_id),
        (template, "file_id", issue.docx_id),
        (template, "findings", "[]"),
    ):
        refused(row, column, value)
        stays(row)


def test_an_arrival_keeps_its_words_and_the_name_of_its_file(bureau):
    come = Come("BÁO CÁO\nVề việc thử".encode(), "van-ban.txt")
    arrival = commands.receive_document(unit=bureau.district, come=come, by=bureau.clerk)

    for column, value in {"text": "khác", "file_name": "khac.txt", "copy_of_id": None}.items():
        refused(arrival, column, value)
    stays(arrival)
