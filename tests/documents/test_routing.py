"""The routing slip: post by post, only whose turn it is, and void with a new text."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from haidang.documents import commands, rules
from haidang.documents.enums import SlipStatus, StepStatus
from haidang.documents.models import RouteStop, Slip
from haidang.documents.queries import slips_waiting_for, step_due
from haidang.documents.route import Stop
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.commands import appoint
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.text.blocks import Table
from haidang.text.stored import as_json
from tests.makers import make_authority, make_user
from tests.makers.documents import letter, make_agreed, make_bureau, make_draft, make_issued
from tests.makers.orgs import LONG_AGO

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau():
    return make_bureau()


def submit(bureau, edition=None, **wanted):
    edition = edition or make_draft(bureau).edition
    return commands.submit_for_signature(edition=edition, **{"by": bureau.drafter, **wanted})


def names(refusal):
    return [issue.name for issue in refusal.value.issues]


def test_submit_for_signature_opens_a_step_for_each_post(bureau):
    slip = submit(bureau, note="Kính trình.")

    steps = [(step.ordinal, step.role, step.unit, step.status) for step in slip.steps.all()]
    assert steps == [
        (1, Role.LEADER, bureau.office, StepStatus.WAITING),
        (2, Role.CLERK, bureau.district, StepStatus.WAITING),
        (3, Role.LEADER, bureau.district, StepStatus.WAITING),
    ]
    assert (slip.note, str(step_due(slip))) == ("Kính trình.", "1. Lãnh đạo đơn vị soạn thảo")
    assert Entry.objects.latest("seq").event == "submit_for_signature"


def test_submit_for_signature_refuses_others_and_what_was_issued(bureau):
    edition = make_draft(bureau).edition

    for person in (bureau.leader, bureau.stranger, bureau.auditor):
        with pytest.raises(NotAllowed):
            submit(bureau, edition, by=person)
    with pytest.raises(NotAllowed):
        submit(bureau, make_issued(bureau).edition)


def test_submit_for_signature_refuses_a_second_slip_and_a_secret_note(bureau):
    edition = make_draft(bureau).edition
    submit(bureau, edition)

    with pytest.raises(Incomplete) as refusal:
        submit(bureau, edition, note="TUYỆT MẬT")

    assert names(refusal) == ["open-slip", "secrecy_mark"]


def test_submit_for_signature_refuses_a_draft_with_parts_missing(bureau):
    with pytest.raises(Incomplete) as missing:
        submit(bureau, make_draft(bureau, symbol="", place=None).edition)
    file_only = commands.register_document(
        document_type="Báo cáo", title="x", unit=bureau.district, text="x", by=bureau.drafter
    )
    with pytest.raises(Incomplete) as refusal:
        submit(bureau, file_only.edition)
    commands.revise_document(
        edition=file_only.edition, text="x", source='{"version": 9}', by=bureau.drafter
    )
    with pytest.raises(Incomplete) as unreadable:
        submit(bureau, file_only.edition)

    assert missing.value.message == "Dự thảo chưa có ký hiệu. Dự thảo chưa có nơi ban hành."
    assert names(refusal) == ["no-source"]
    assert names(unreadable) == ["bad-source"]


def test_submit_for_signature_refuses_what_could_never_be_issued(bureau):
    edition = make_draft(bureau, subject="Về chữ \u4e2d trong trích yếu").edition
    with pytest.raises(Incomplete) as letters:
        submit(bureau, edition)
    uneven = replace(letter(), blocks=(Table(("A", "B"), (("1", "2", "3"),)),))
    with pytest.raises(Incomplete) as at_once:
        commands.redraft_document(edition=edition, document=uneven, by=bureau.drafter)
    commands.revise_document(edition=edition, text="x", source=as_json(uneven), by=bureau.drafter)
    with pytest.raises(Incomplete) as undrawn:
        submit(bureau, edition)

    assert (names(letters), names(at_once), names(undrawn)) == (
        ["letters"],
        ["not-drawn"],
        ["not-drawn"],
    )
    assert not Slip.objects.exists()


def test_submit_for_signature_refuses_a_route_with_nobody(bureau):
    User.objects.filter(pk=bureau.clerk.pk).update(is_active=False)

    with pytest.raises(Incomplete, match="văn thư kiểm tra thể thức") as refusal:
        submit(bureau)

    assert names(refusal) == ["nobody"]
    assert not Slip.objects.exists()


def test_agree_step_goes_from_post_to_post_until_the_leader(bureau):
    slip = submit(bureau)

    for person in (bureau.head, bureau.clerk, bureau.leader):
        assert [one.pk for one in slips_waiting_for(person)] == [slip.pk]
        commands.agree_step(step=step_due(slip), by=person, remark="Đồng ý.")
        assert not slips_waiting_for(person).exists()
    slip.refresh_from_db()

    assert (slip.status, step_due(slip)) == (SlipStatus.AGREED, None)
    assert slip.closed_at is not None
    assert [step.by for step in slip.steps.all()] == [bureau.head, bureau.clerk, bureau.leader]


def test_agree_step_at_the_records_office_counts_what_the_checker_finds(bureau):
    slip = submit(bureau, make_draft(bureau, symbol="KH-UBND").edition)

    commands.agree_step(step=step_due(slip), by=bureau.head)
    checked = commands.agree_step(step=step_due(slip), by=bureau.clerk)

    assert (checked.faults, checked.advice) == (1, 0)
    assert slip.steps.get(ordinal=1).faults is None


def test_agree_step_refuses_whose_turn_it_is_not(bureau):
    slip = submit(bureau)
    first, second, _ = slip.steps.all()

    for person in (bureau.drafter, bureau.clerk, bureau.leader, bureau.auditor, bureau.stranger):
        with pytest.raises(NotAllowed):
            commands.agree_step(step=first, by=person)
    with pytest.raises(WrongState, match="chưa đến bước này"):
        commands.agree_step(step=second, by=bureau.clerk)
    assert not rules.may_answer(bureau.clerk, second)


def test_agree_step_refuses_a_secrecy_mark_and_a_second_answer(bureau):
    step = step_due(submit(bureau))

    with pytest.raises(Incomplete):
        commands.agree_step(step=step, by=bureau.head, remark="TUYỆT MẬT")
    commands.agree_step(step=step, by=bureau.head)
    with pytest.raises(WrongState, match="đã có ý kiến"):
        commands.agree_step(step=step, by=bureau.head)


def test_one_person_holds_several_steps_only_if_nobody_else_can(bureau):
    User.objects.filter(pk=bureau.head.pk).update(is_active=False)
    slip = submit(bureau)
    commands.agree_step(step=step_due(slip), by=bureau.leader)
    commands.agree_step(step=step_due(slip), by=bureau.clerk)
    last = step_due(slip)

    assert rules.may_answer(bureau.leader, last)
    second = make_user(Role.LEADER, unit=bureau.district, post="Chủ tịch")
    assert not rules.may_answer(bureau.leader, last)
    assert not slips_waiting_for(bureau.leader).exists()
    commands.agree_step(step=last, by=second)


def test_who_drafted_does_not_agree_where_somebody_else_can(bureau):
    appoint(user=bureau.drafter, role=Role.LEADER, valid_from=LONG_AGO, by=None)
    drafter = User.objects.get(pk=bureau.drafter.pk)

    step = step_due(submit(bureau, by=drafter))

    assert (rules.may_answer(drafter, step), rules.may_answer(bureau.head, step)) == (False, True)


def test_send_back_step_says_why_and_closes_the_slip(bureau):
    slip = submit(bureau)

    step = commands.send_back_step(step=step_due(slip), remark=" Nêu rõ số. ", by=bureau.head)

    slip.refresh_from_db()
    assert (slip.status, step.remark) == (SlipStatus.SENT_BACK, "Nêu rõ số.")
    with pytest.raises(Incomplete, match="chưa sửa"):
        submit(bureau, slip.revision.edition)
    assert submit(bureau, slip.revision.edition, note="Lại.").status == SlipStatus.OPEN


def test_send_back_step_refuses_without_a_remark_or_a_secret_one(bureau):
    step = step_due(submit(bureau))

    for remark, name in ((" ", "no-remark"), ("TUYỆT MẬT", "secrecy_mark")):
        with pytest.raises(Incomplete) as refusal:
            commands.send_back_step(step=step, remark=remark, by=bureau.head)
        assert names(refusal) == [name]
    with pytest.raises(NotAllowed):
        commands.send_back_step(step=step, remark="x", by=bureau.clerk)


def test_recall_slip_is_for_who_submitted_it(bureau):
    slip = submit(bureau)

    with pytest.raises(NotAllowed):
        commands.recall_slip(slip=slip, by=bureau.head)
    assert commands.recall_slip(slip=slip, by=bureau.drafter).status == SlipStatus.RECALLED
    with pytest.raises(WrongState, match="đã đóng"):
        commands.recall_slip(slip=slip, by=bureau.drafter)


def test_a_slip_that_was_agreed_can_be_recalled_until_the_issue(bureau):
    slip = Slip.objects.get(revision__edition=make_agreed(bureau))
    issued = make_issued(bureau).slip

    assert commands.recall_slip(slip=slip, by=bureau.drafter).status == SlipStatus.RECALLED
    with pytest.raises(WrongState, match="đã ban hành"):
        commands.recall_slip(slip=issued, by=bureau.drafter)


def test_a_new_text_voids_the_slip_of_the_one_before(bureau):
    slip = submit(bureau)
    step = step_due(slip)

    commands.redraft_document(
        edition=slip.revision.edition, document=letter("Mới"), by=bureau.drafter
    )

    slip.refresh_from_db()
    assert slip.status == SlipStatus.VOIDED
    with pytest.raises(WrongState, match="đã đóng"):
        commands.agree_step(step=step, by=bureau.head)


def test_set_route_changes_which_posts_are_passed(bureau):
    stops = [Stop("Chủ tịch", Role.LEADER, bureau.district)]

    rows = commands.set_route(unit=bureau.district, stops=stops, by=bureau.administrator)
    slip = submit(bureau)

    assert [str(row) for row in rows] == ["Chủ tịch"]
    assert [step.post for step in slip.steps.all()] == ["Chủ tịch"]
    commands.set_route(unit=bureau.district, stops=[*stops, *stops], by=bureau.administrator)
    assert RouteStop.objects.count() == 2


def test_set_route_refuses_others_and_an_empty_route(bureau):
    with pytest.raises(NotAllowed):
        commands.set_route(unit=bureau.district, stops=[], by=bureau.clerk)
    with pytest.raises(Incomplete):
        commands.set_route(unit=bureau.district, stops=[], by=bureau.administrator)


def test_slips_are_seen_by_their_authority(bureau):
    slip, elsewhere = submit(bureau), make_authority(1).reporters[0]

    seen = {
        person: slip in Slip.objects.visible_to(person)
        for person in (bureau.drafter, bureau.auditor, bureau.stranger, elsewhere)
    }

    assert list(seen.values()) == [True, True, False, False]
    assert not slips_waiting_for(bureau.auditor).exists()
    assert str(slip).startswith("Phiếu trình …/BC-UBND")


def test_many_slips_take_as_many_queries_as_one(bureau, django_assert_num_queries):
    submit(bureau)
    with CaptureQueriesContext(connection) as one:
        assert len(slips_waiting_for(User.objects.get(pk=bureau.head.pk))) == 1
    for _ in range(2):
        submit(bureau)

    with django_assert_num_queries(len(one)):
        assert len(slips_waiting_for(User.objects.get(pk=bureau.head.pk))) == 3
