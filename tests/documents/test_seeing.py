"""Who sees the making of a document, and who only what was issued."""

import datetime as dt

import pytest
import time_machine

from haidang.documents import commands
from haidang.documents.commands import Wish
from haidang.documents.models import Document, Edition, Revision, SignedCopy, Slip
from haidang.orgs.enums import Role
from haidang.text.stored import from_json
from haidang.text.writing.pdf import write_pdf
from tests.makers import make_unit, make_user, signing
from tests.makers.documents import letter, make_agreed, make_bureau, make_draft, make_issued

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def below(bureau):
    """Somebody who drafts for a commune below the authority."""
    return make_user(Role.DRAFTER, unit=bureau.stranger.unit)


def draft_below(below):
    return commands.draft_document(document=letter(), unit=below.unit, by=below)


def seen(rows, person):
    return list(rows.model.objects.visible_to(person).order_by("pk"))


def test_drafts_and_slips_are_seen_by_their_own_authority_alone(bureau, below):
    edition = make_draft(bureau).edition
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    other_office = make_unit(
        "Văn phòng", kind="phong", parent=bureau.district, acts_for=bureau.district
    )

    for person in (bureau.drafter, bureau.auditor, make_user(Role.CLERK, unit=other_office)):
        assert seen(Slip.objects.all(), person) == [slip]
        assert seen(Document.objects.all(), person) == [edition.document]
        assert list(Edition.objects.internal_to(person)) == [edition]
    for person in (below, bureau.stranger, make_user(Role.CLERK), without_unit()):
        assert seen(Slip.objects.all(), person) == []
        assert seen(Document.objects.all(), person) == []
        assert seen(Revision.objects.all(), person) == []
        assert list(Edition.objects.internal_to(person)) == []


def without_unit():
    person = make_user(Role.CLERK)
    person.unit = None
    return person


def test_drafts_of_a_lower_authority_are_not_seen_above_it(bureau, below):
    revision = draft_below(below)

    assert seen(Revision.objects.all(), bureau.drafter) == []
    assert seen(Document.objects.all(), bureau.leader) == []
    assert seen(Revision.objects.all(), below) == [revision]


def test_of_an_issued_document_others_see_the_issued_text_alone(bureau, below):
    issue = make_issued(bureau)
    first = issue.edition.revisions.earliest("ordinal")

    assert issue.revision != first
    assert seen(Revision.objects.all(), below) == [issue.revision]
    assert seen(Edition.objects.all(), below) == [issue.edition]
    assert seen(Slip.objects.all(), below) == []
    for person in (bureau.drafter, bureau.auditor):
        assert seen(Revision.objects.all(), person) == [first, issue.revision]


def test_what_came_in_as_issued_is_seen_above_and_below(bureau, below):
    facts = {"document_type": "Kế hoạch", "title": "x", "text": "x"}
    mine, theirs = (
        commands.register_document(unit=unit, by=by, issued_on=dt.date(2023, 10, 12), **facts)
        for unit, by in ((bureau.district, bureau.drafter), (below.unit, below))
    )

    for person in (bureau.drafter, below):
        assert seen(Revision.objects.all(), person) == [mine, theirs]
    assert seen(Revision.objects.all(), make_user(Role.CLERK)) == []


@time_machine.travel(signing.SIGNED_AT + dt.timedelta(days=1), tick=False)
def test_a_signed_copy_of_a_draft_stays_inside_after_the_issue(bureau, below):
    edition = make_agreed(bureau)
    pdf = write_pdf(from_json(edition.revisions.get().source))
    copy = commands.attach_signed_copy(
        edition=edition,
        content=signing.sign(pdf, signing.officer()),
        name="ky.pdf",
        by=bureau.clerk,
    )

    commands.issue_document(edition=edition, by=bureau.clerk, wish=Wish(copies=5))

    assert seen(SignedCopy.objects.all(), bureau.drafter) == [copy]
    assert seen(SignedCopy.objects.all(), below) == []
