"""Nobody writes in the documents of another authority, and posts do only what is theirs."""

import pytest

from haidang.documents import commands, rules
from haidang.documents.commands import Come
from haidang.documents.enums import SlipStatus
from haidang.documents.incoming import Facts
from haidang.documents.models import Arrival, Document, TrustedRoot
from haidang.errors import Incomplete, NotAllowed
from haidang.orgs.commands import appoint
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from tests.makers import make_unit, make_user, signing
from tests.makers.documents import letter, make_agreed, make_arrival, make_bureau, make_draft
from tests.makers.orgs import LONG_AGO, make_authority

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def commune(bureau):
    """A commune below the authority, with a draft that its leader agreed to."""
    below = make_bureau()
    unit = bureau.stranger.unit
    below.district = below.office = unit
    below.drafter = make_user(Role.DRAFTER, unit=unit)
    below.head = make_user(Role.LEADER, unit=unit)
    below.leader = make_user(Role.LEADER, unit=unit)
    below.clerk = make_user(Role.CLERK, unit=unit)
    return below


@pytest.mark.parametrize(
    "act",
    [
        lambda edition, by: commands.revise_document(edition=edition, text="x", by=by),
        lambda edition, by: commands.redraft_document(edition=edition, document=letter(), by=by),
        lambda edition, by: commands.submit_for_signature(edition=edition, by=by),
        lambda edition, by: commands.hold_draft(edition=edition, content=b"x", name="x", by=by),
        lambda edition, by: commands.attach_signed_copy(
            edition=edition, content=b"x", name="x.pdf", by=by
        ),
        lambda edition, by: commands.draft_document(
            document=letter(), unit=edition.document.unit, by=by
        ),
    ],
)
def test_the_authority_above_does_not_write_in_documents_of_a_lower_one(bureau, commune, act):
    edition = make_draft(commune).edition
    slip = commands.submit_for_signature(edition=edition, by=commune.drafter)

    for person in (bureau.drafter, bureau.clerk):
        with pytest.raises(NotAllowed):
            act(edition, person)

    slip.refresh_from_db()
    assert slip.status == SlipStatus.OPEN
    assert edition.revisions.count() == Document.objects.count() == 1


def test_who_became_an_auditor_recalls_no_more_and_another_drafter_does(bureau):
    edition = make_draft(bureau).edition
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    other = make_user(Role.DRAFTER, unit=bureau.office)
    with pytest.raises(NotAllowed, match="người đã trình"):
        commands.recall_slip(slip=slip, by=other)

    appoint(user=bureau.drafter, role=Role.AUDITOR, valid_from=LONG_AGO, by=None)

    for person in (User.objects.get(pk=bureau.drafter.pk), bureau.head, bureau.auditor):
        with pytest.raises(NotAllowed):
            commands.recall_slip(slip=slip, by=person)
    assert commands.recall_slip(slip=slip, by=other).status == SlipStatus.RECALLED


@pytest.mark.parametrize("change", [{"is_active": False}, {"unit": None}, {"unit": "elsewhere"}])
def test_where_the_sender_has_left_another_drafter_takes_the_slip_back(bureau, change):
    slip = make_agreed(bureau).revisions.get().slips.get()
    other = make_user(Role.DRAFTER, unit=bureau.office)
    stranger = make_user(Role.DRAFTER, unit=make_unit())
    change = {**change, "unit": stranger.unit} if "elsewhere" in change.values() else change
    User.objects.filter(pk=bureau.drafter.pk).update(**change)

    with pytest.raises(NotAllowed):
        commands.recall_slip(slip=slip, by=stranger)
    assert commands.recall_slip(slip=slip, by=other).status == SlipStatus.RECALLED


def test_the_head_of_an_office_hands_on_only_what_lies_there(bureau):
    arrival = make_arrival(bureau)
    with pytest.raises(NotAllowed, match="đang giữ văn bản"):
        commands.hand_over(arrival=arrival, to=bureau.office, by=bureau.head)
    commands.hand_over(arrival=arrival, to=bureau.office, by=bureau.leader)

    handed = commands.hand_over(arrival=arrival, to=bureau.stranger.unit, by=bureau.head)

    assert (handed.handed_to, handed.handed_by) == (bureau.stranger.unit, bureau.head)
    with pytest.raises(NotAllowed):
        commands.hand_over(arrival=arrival, to=bureau.office, by=bureau.head)


def test_a_person_without_a_unit_hands_nothing_on(bureau):
    nobody = make_user(Role.CLERK)
    nobody.unit = None

    with pytest.raises(NotAllowed, match="đang giữ văn bản"):
        commands.hand_over(arrival=make_arrival(bureau), to=bureau.office, by=nobody)


def test_a_document_arrives_at_the_authority_and_not_at_an_office_of_it(bureau):
    come = Come(facts=Facts(issuer="Sở Tài chính", subject="Dự toán"))

    with pytest.raises(Incomplete, match=f"vào sổ của {bureau.district}") as refusal:
        commands.receive_document(unit=bureau.office, come=come, by=bureau.clerk)

    assert [issue.name for issue in refusal.value.issues] == ["no-seat"]
    assert not Arrival.objects.exists()


def test_whom_to_trust_is_not_said_in_a_commune(bureau):
    administrator = make_user(Role.ADMINISTRATOR, unit=bureau.stranger.unit)

    with pytest.raises(NotAllowed, match="cơ quan cao nhất"):
        commands.trust_root(content=signing.root().pem, by=administrator)

    assert not TrustedRoot.objects.exists()
    assert commands.trust_root(content=signing.root().pem, by=bureau.administrator)


def test_whoever_reports_for_a_unit_drafts_for_it_alone():
    authority = make_authority(communes=2)
    officer = authority.reporters[0]

    assert rules.may_register(officer, authority.communes[0])
    assert not rules.may_register(officer, authority.communes[1])
    assert not rules.may_register(officer, authority.district)
    at_the_office = make_user(Role.REPORTER, unit=authority.office)
    assert not rules.may_register(at_the_office, authority.district)
