"""Issuing an agreed draft: number, day, both files, everything frozen, all or nothing."""

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction

from haidang import clock
from haidang.documents import commands
from haidang.documents.commands import Wish
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition, Issue, Number, Revision, Series, Slip
from haidang.documents.queries import step_due
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.queries import history_of
from haidang.text.blocks import Table
from haidang.text.checking import check
from haidang.text.stored import as_json, from_json
from haidang.text.writing import write_docx
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


def agreed_before(bureau, document):
    """A text that a version agreed to which looked at less."""
    draft = make_draft(bureau)
    revision = commands.revise_document(
        edition=draft.edition, text="x", source=as_json(document), by=bureau.drafter
    )
    at = clock.now()
    Slip.objects.create(
        revision=revision, status="agreed", opened_at=at, closed_at=at, opened_by=bureau.drafter
    )
    return draft.edition


UNEVEN = replace(letter(), blocks=(Table(("A", "B"), (("1", "2", "3"),)),))


@pytest.mark.parametrize(
    ("document", "name"),
    [(letter("Về chữ \u4e2d trong trích yếu"), "letters"), (UNEVEN, "not-drawn")],
)
def test_issue_document_refuses_what_cannot_be_drawn(bureau, document, name):
    edition = agreed_before(bureau, document)

    with pytest.raises(Incomplete) as refusal:
        commands.issue_document(edition=edition, by=bureau.clerk)

    assert names(refusal) == [name]
    assert not Number.objects.exists()


class Meanwhile(dict):
    """Explanations that notice when the checker asks for them, and do something then."""

    def __init__(self, *acts):
        super().__init__()
        self.acts, self.seen = list(acts), []

    def items(self):
        self.seen.append(len(connection.savepoint_ids))
        if self.acts:
            self.acts.pop(0)()
        return super().items()


def test_issue_document_draws_again_under_the_number_that_is_due_then(bureau):
    edition = make_agreed(bureau)
    hold = partial(
        commands.reserve_number, unit=bureau.district, document_type="Báo cáo", by=bureau.clerk
    )
    meanwhile = Meanwhile(hold, hold)
    outside = len(connection.savepoint_ids)

    issue = commands.issue_document(
        edition=edition, by=bureau.clerk, wish=Wish(explanations=meanwhile)
    )

    assert meanwhile.seen == [outside] * 3  # in no transaction of its own
    assert str(issue.number) == "03/BC-UBND"
    assert "Số: 03/BC-UBND" in issue.revision.text
    assert issue.docx.read() == write_docx(from_json(issue.revision.source))
    assert sorted(Number.objects.values_list("value", flat=True)) == [1, 2, 3]


def test_issue_document_holds_the_number_where_others_were_quicker_three_times(bureau):
    edition = make_agreed(bureau)
    hold = partial(
        commands.reserve_number, unit=bureau.district, document_type="Báo cáo", by=bureau.clerk
    )
    meanwhile = Meanwhile(hold, hold, hold)
    outside = len(connection.savepoint_ids)

    issue = commands.issue_document(
        edition=edition, by=bureau.clerk, wish=Wish(explanations=meanwhile)
    )

    assert meanwhile.seen == [outside] * 3 + [outside + 1]  # then where nobody gets another
    assert str(issue.number) == "04/BC-UBND"


def test_issue_document_gives_up_where_the_number_always_moves(bureau):
    edition = make_agreed(bureau)
    hold = partial(
        commands.reserve_number, unit=bureau.district, document_type="Báo cáo", by=bureau.clerk
    )

    with pytest.raises(WrongState, match="hãy bấm lại"):
        commands.issue_document(
            edition=edition, by=bureau.clerk, wish=Wish(explanations=Meanwhile(*[hold] * 9))
        )
    assert not Number.objects.exclude(status="reserved").exists()
    assert Edition.objects.get(pk=edition.pk).status == EditionStatus.DRAFT


def test_issue_document_refuses_a_text_that_was_replaced_while_it_was_drawn(bureau):
    edition = make_agreed(bureau)
    redraft = partial(
        commands.redraft_document, edition=edition, document=letter("Khác"), by=bureau.drafter
    )

    with pytest.raises(Incomplete) as refusal:
        commands.issue_document(
            edition=edition, by=bureau.clerk, wish=Wish(explanations=Meanwhile(redraft))
        )

    assert names(refusal) == ["not-agreed"]
    assert not Number.objects.exists()


def test_a_draft_that_became_another_type_is_numbered_as_that_type(bureau):
    edition = make_draft(bureau).edition
    plan = letter("Kế hoạch mới", document_type="Kế hoạch", symbol="KH-UBND")
    commands.redraft_document(edition=edition, document=plan, by=bureau.drafter)
    document = Edition.objects.get(pk=edition.pk).document
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    for person in (bureau.head, bureau.clerk, bureau.leader):
        commands.agree_step(step=step_due(slip), by=person)

    issue = commands.issue_document(edition=edition, by=bureau.clerk)

    assert str(document) == "Kế hoạch Kế hoạch mới"
    assert str(Edition.objects.get(pk=edition.pk)) == "01/KH-UBND"
    assert (issue.number.series.code, issue.number.document_type) == ("KH", "Kế hoạch")


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
    assert [first.issued_on.year, second.issued_on.year] == [2024, 2025]
