"""Issuing an agreed draft: number, day, both files, everything frozen, all or nothing."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction

from haidang import clock
from haidang.documents import commands
from haidang.documents.commands import Wish
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition, Issue, Number, Revision, Series
from haidang.documents.queries import step_due
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.queries import history_of
from haidang.text.blocks import Table
from haidang.text.checking import check
from haidang.text.stored import as_json, from_json
from tests.makers.documents import (
    MONDAY,
    letter,
    make_agreed,
    make_bureau,
    make_draft,
    make_issued,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


def names(refusal):
    return [issue.name for issue in refusal.value.issues]


def test_issue_document_gives_number_and_day_and_freezes_both_files(bureau):
    edition = make_agreed(bureau)

    issue = commands.issue_document(edition=edition, by=bureau.clerk)

    edition.refresh_from_db()
    assert (edition.status, str(edition)) == (EditionStatus.ISSUED, "01/BC-UBND")
    assert (edition.issued_on, issue.issued_on) == (MONDAY, MONDAY)
    header = from_json(issue.revision.source).header
    assert (header.number, header.date) == ("1", "2024-11-25")
    assert "Số: 01/BC-UBND" in issue.revision.text
    assert check(issue.docx.read()) == ()
    assert issue.pdf.read().startswith(b"%PDF-")
    assert str(issue) == "01/BC-UBND, 25/11/2024"
    events = [entry.event for entry in history_of(edition.document)]
    assert "issue_document" in events


def test_issue_document_fills_the_line_of_the_register(bureau):
    issue = make_issued(bureau)

    line = issue.number
    assert (line.document_type, line.subject) == ("Báo cáo", "Tăng cường thông tin đối ngoại")
    assert (line.signer, line.signer_post) == ("Người Ký", "PHÓ CHỦ TỊCH")
    assert line.recipients.splitlines()[0] == "Ủy ban nhân dân tỉnh Thử"
    assert "CT, các PCT UBND huyện" in line.recipients
    assert (line.filed_with, line.copies) == ("VT, VHTT (05 bản)", 5)
    assert "tang cuong thong tin doi ngoai" in line.folded


def test_issue_document_uses_a_number_that_was_held(bureau):
    held = commands.reserve_number(unit=bureau.district, document_type="Báo cáo", by=bureau.clerk)
    make_issued(bureau)

    edition = make_agreed(bureau)
    issue = commands.issue_document(edition=edition, by=bureau.clerk, wish=Wish(number=held))

    assert str(issue.number) == "01/BC-UBND"
    assert sorted(Number.objects.values_list("value", flat=True)) == [1, 2]


def test_issue_document_refuses_what_was_issued(bureau):
    issue = make_issued(bureau)

    with pytest.raises(WrongState, match="01/BC-UBND"):
        commands.issue_document(edition=issue.edition, by=bureau.clerk)


def test_issue_document_refuses_everybody_but_the_clerk(bureau):
    edition = make_agreed(bureau)

    for person in (bureau.drafter, bureau.leader, bureau.stranger, bureau.auditor):
        with pytest.raises(NotAllowed):
            commands.issue_document(edition=edition, by=person)


def test_issue_document_refuses_a_draft_that_nobody_agreed_to(bureau):
    with pytest.raises(Incomplete) as refusal:
        commands.issue_document(edition=make_draft(bureau).edition, by=bureau.clerk)

    assert names(refusal) == ["not-agreed"]


def test_issue_document_refuses_a_text_that_came_after_the_agreement(bureau):
    edition = make_agreed(bureau)
    commands.redraft_document(edition=edition, document=letter("Khác"), by=bureau.drafter)

    with pytest.raises(Incomplete) as refusal:
        commands.issue_document(edition=edition, by=bureau.clerk)

    assert names(refusal) == ["not-agreed"]


def test_issue_document_refuses_a_fault_of_layout_and_takes_no_number(bureau):
    edition = make_agreed(bureau, symbol="KH-UBND")

    with pytest.raises(Incomplete) as refusal:
        commands.issue_document(edition=edition, by=bureau.clerk)

    assert names(refusal) == ["number-type"]
    assert "có “KH”, cần “BC, là báo cáo”" in refusal.value.message
    assert not Number.objects.exists()
    assert not Issue.objects.exists()
    assert not Series.objects.exists()
    assert Edition.objects.get().status == EditionStatus.DRAFT


def test_issue_document_keeps_why_a_fault_was_let_through(bureau):
    edition = make_agreed(bureau, symbol="KH-UBND")
    wish = Wish(explanations={"number-type": " Theo mẫu của tỉnh. "})

    issue = commands.issue_document(edition=edition, by=bureau.clerk, wish=wish)

    (kept,) = issue.explained
    assert (kept["rule"], kept["found"], kept["why"]) == ("number-type", "KH", "Theo mẫu của tỉnh.")


def test_issue_document_refuses_a_secrecy_mark_in_what_the_clerk_writes(bureau):
    with pytest.raises(Incomplete) as refusal:
        commands.issue_document(
            edition=make_agreed(bureau), by=bureau.clerk, wish=Wish(note="TUYỆT MẬT")
        )

    assert names(refusal) == ["secrecy_mark"]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2024, 11, 24), "day-before-signing"),
        (dt.date(2024, 11, 26), "day-out-of-order"),
        (dt.date(2025, 1, 2), "day-out-of-order"),
    ],
)
def test_issue_document_refuses_a_day_that_is_not_its_own(bureau, day, name):
    edition = make_agreed(bureau)

    with pytest.raises(Incomplete) as refusal:
        commands.issue_document(edition=edition, by=bureau.clerk, wish=Wish(issued_on=day))

    assert names(refusal) == [name]


def test_issue_document_refuses_letters_that_the_pdf_cannot_print(bureau):
    edition = make_agreed(bureau, subject="Về chữ \u4e2d trong trích yếu")

    with pytest.raises(Incomplete) as refusal:
        commands.issue_document(edition=edition, by=bureau.clerk)

    assert names(refusal) == ["letters"]


def test_issue_document_refuses_what_cannot_be_drawn(bureau):
    uneven = replace(letter(), blocks=(Table(("A", "B"), (("1", "2", "3"),)),))
    draft = make_draft(bureau)
    with pytest.raises(Incomplete) as at_once:
        commands.redraft_document(edition=draft.edition, document=uneven, by=bureau.drafter)
    commands.revise_document(
        edition=draft.edition, text="x", source=as_json(uneven), by=bureau.drafter
    )
    slip = commands.submit_for_signature(edition=draft.edition, by=bureau.drafter)
    for person in (bureau.head, bureau.clerk, bureau.leader):
        commands.agree_step(step=step_due(slip), by=person)

    with pytest.raises(Incomplete) as refusal:
        commands.issue_document(edition=draft.edition, by=bureau.clerk)

    assert (names(at_once), names(refusal)) == (["not-drawn"], ["not-drawn"])
    assert not Number.objects.exists()


def test_what_was_issued_cannot_be_changed_even_in_the_database(bureau):
    issue = make_issued(bureau)

    for rows, change in (
        (Issue.objects.all(), {"layout": "khác"}),
        (Number.objects.all(), {"value": 7}),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            rows.update(**change)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Revision.objects.filter(pk=issue.revision_id).update(source="")


def test_a_year_begins_with_number_one(bureau):
    first = make_issued(bureau, dt.date(2024, 12, 31))
    second = make_issued(bureau, dt.date(2025, 1, 1))

    assert (str(first.number), str(second.number)) == ("01/BC-UBND", "01/BC-UBND")
    assert (first.number.series.year, second.number.series.year) == (2024, 2025)
    assert clock.today() == MONDAY
    assert Path(settings.FILES).exists()
