"""Putting a bulletin before those who clear it, and agreeing to it or not, as stories (N18)."""

from django.db import transaction

from haidang import clock
from haidang.broadcast import bulletin_rules as rules
from haidang.broadcast.bulletin_checks import before_clearing
from haidang.broadcast.holding import held_bulletin, refuse_retired
from haidang.broadcast.models import Bulletin, BulletinClearance, BulletinSubmission
from haidang.broadcast.queries.bulletins import (
    bulletin_fingerprint,
    newest_submission,
    put_of_bulletin,
)
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import workflow
from haidang.newsroom.enums import REASONS, Reason, Step
from haidang.orgs.models import User

CHANGED = "Bản tin đã được sửa trong lúc này. Tải lại trang, nghe bản mới rồi quyết định."


@transaction.atomic
def submit_bulletin(*, bulletin: Bulletin, by: User, no_secret: bool) -> BulletinSubmission:
    """Put a bulletin, with its sound, before those who clear it.

    Whoever sends it says that it holds no state secret (Luật Bảo vệ bí mật nhà nước
    117/2025/QH15). Refuses with WrongState what waits already, with NotAllowed, and with
    Incomplete a bulletin without words or sound, or with a story that was withdrawn or corrected.
    """
    bulletin = held_bulletin(bulletin)
    refuse_retired(bulletin)
    if not rules.may_make(by, bulletin.unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới gửi duyệt được bản tin.")
    last = newest_submission(bulletin)
    put = put_of_bulletin(last, bulletin) if last else None
    if workflow.waits_for(put) or workflow.may_appear(put):
        raise WrongState("Bản tin này đã được gửi duyệt.")
    if issues := [*_on_secrets(no_secret), *before_clearing(bulletin)]:
        raise Incomplete(issues)
    submission = BulletinSubmission.objects.create(
        bulletin=bulletin,
        fingerprint=bulletin_fingerprint(bulletin),
        version=bulletin.version,
        by=by,
        at=clock.now(),
    )
    record("submit_bulletin", target=bulletin, by=by, submission=submission.pk)
    return submission


@transaction.atomic
def clear_bulletin(
    *, submission: BulletinSubmission, step: Step, agrees: bool, by: User, reason: str = ""
) -> BulletinClearance:
    """Agree to a bulletin as it was sent, or not, with a code for the reason and no word beside it.

    Refuses with WrongState what was changed, decided or is behind its stories, with NotAllowed
    whoever wrote or spoke it, decided at the other step or has not this post, and with Incomplete.
    """
    bulletin = held_bulletin(submission.bulletin)
    refuse_retired(bulletin)
    put = put_of_bulletin(submission, bulletin)
    if not put.is_newest or newest_submission(bulletin) != submission:
        raise WrongState(CHANGED)
    if not rules.may_clear_bulletin(by, submission, step):
        raise NotAllowed("Bước này do người khác quyết định.")
    workflow.decide(put, workflow.Decision(step, by.pk, agrees, reason))
    if issues := _on_reason(step, agrees, reason):
        raise Incomplete(issues)
    if agrees and (issues := before_clearing(bulletin)):
        raise Incomplete(issues)
    clearance = BulletinClearance.objects.create(
        submission=submission, step=step, agrees=agrees, reason=reason, by=by, at=clock.now()
    )
    told = {"submission": submission.pk, "step": step, "agrees": agrees, "reason": reason}
    record("clear_bulletin", target=bulletin, by=by, **told)
    return clearance


def _on_secrets(no_secret: bool) -> list[Issue]:
    words = "Xác nhận bản tin không có nội dung bí mật nhà nước trước khi gửi."
    return [] if no_secret else [Issue("no_secret", words, "no_secret")]


def _on_reason(step: Step, agrees: bool, reason: str) -> list[Issue]:
    if agrees:
        words = "Cho phát thì không chọn lý do." if reason else ""
    else:
        is_code = reason in {Reason(code).value for code in REASONS[step]}
        words = "" if is_code else "Chọn một lý do: chỉ chọn mã, không ghi nội dung."
    return [Issue("reason", words, "reason")] if words else []
