"""Asking for a story to appear, taking that back, and agreeing to it or not (promise N18)."""

from django.db import transaction

from haidang import clock
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import gate, rules, workflow
from haidang.newsroom.commands.emergencies import end_emergency
from haidang.newsroom.enums import REASONS, Reason, Step
from haidang.newsroom.fingerprint import fingerprint
from haidang.newsroom.holding_still import held
from haidang.newsroom.models import Clearance, Emergency, Recall, Story, Submission
from haidang.newsroom.queries.puts import put_of
from haidang.newsroom.submitting import before_submitting
from haidang.orgs.models import User

CHANGED = "Bài đã được sửa hoặc rút lại trong lúc này. Tải lại trang, xem bản mới rồi quyết định."


@transaction.atomic
def submit_story(
    *, story: Story, by: User, no_secret: bool, stale_said: bool = False
) -> Submission:
    """Put the newest revision of a story before those who clear it.

    Whoever sends it says that it holds no state secret (Luật Bảo vệ bí mật nhà nước
    117/2025/QH15). Refuses with WrongState what waits already or has no words yet, with NotAllowed,
    and with Incomplete; a translation that is behind goes only where that is said (N16).
    """
    story = held(story)
    _, before = put_of(story)
    if workflow.waits_for(before) or workflow.may_appear(before):
        raise WrongState("Bản này đã được gửi duyệt.")
    if story.latest_revision is None:
        raise WrongState("Bài chưa có bản nào được lưu.")
    if not rules.may_submit(by, story):
        raise NotAllowed("Chỉ người viết của cơ quan có bài mới được gửi duyệt.")
    newest = story.with_content_json(story.latest_revision.content)
    if issues := [*_on_secrets(no_secret), *before_submitting(newest, stale_said=stale_said)]:
        raise Incomplete(issues)
    submission = Submission.objects.create(
        story=story,
        revision=story.latest_revision,
        fingerprint=fingerprint(newest),
        submitted_by=by,
        submitted_at=clock.now(),
    )
    record("submit_story", target=story, by=by, submission=submission.pk)
    return submission


@transaction.atomic
def recall_story(*, story: Story, by: User) -> Recall:
    """Take a story back from those who clear it. What they said of it counts no more.

    Refuses with WrongState what does not wait, and with NotAllowed.
    """
    story = held(story)
    submission, put = put_of(story)
    if submission is None or put is None:
        raise WrongState("Bài này chưa gửi duyệt.")
    workflow.recall(put)
    if not rules.may_submit(by, story):
        raise NotAllowed("Chỉ người viết của cơ quan có bài mới được rút lại.")
    recall = Recall.objects.create(submission=submission, by=by, at=clock.now())
    record("recall_story", target=story, by=by, submission=submission.pk)
    return recall


@transaction.atomic
def clear_story(
    *, submission: Submission, step: Step, agrees: bool, by: User, reason: str = ""
) -> Clearance:
    """Agree to what was sent, or not, with a code for the reason and no word beside it.

    A story that appeared on a leader's order stays when both agree, and goes when one does not.
    Refuses with WrongState what was edited, recalled or decided in the meantime, with NotAllowed
    authors, the other step's officer and whoever has not this post, and with Incomplete.
    """
    story = held(submission.story)
    put = gate.standing(submission)
    if not gate.is_newest(submission, put):
        raise WrongState(CHANGED)
    if not rules.may_clear(by, submission, step):
        raise NotAllowed("Bước này do người khác quyết định.")
    workflow.decide(put, workflow.Decision(step, by.pk, agrees, reason))
    if issues := _on_reason(step, agrees, reason):
        raise Incomplete(issues)
    clearance = Clearance.objects.create(
        submission=submission, step=step, agrees=agrees, reason=reason, by=by, at=clock.now()
    )
    record(
        "clear_story",
        target=story,
        by=by,
        submission=submission.pk,
        step=step,
        agrees=agrees,
        reason=reason,
    )
    if emergency := Emergency.objects.filter(submission=submission, ended_at=None).first():
        end_emergency(emergency=emergency)
    return clearance


def _on_secrets(no_secret: bool) -> list[Issue]:
    words = "Xác nhận bài không có nội dung bí mật nhà nước trước khi gửi."
    return [] if no_secret else [Issue("no_secret", words, "no_secret")]


def _on_reason(step: Step, agrees: bool, reason: str) -> list[Issue]:
    if agrees:
        words = "Cho đăng thì không chọn lý do." if reason else ""
    else:
        words = "" if reason in _codes(step) else "Chọn một lý do: chỉ chọn mã, không ghi nội dung."
    return [Issue("reason", words, "reason")] if words else []


def _codes(step: Step) -> set[str]:
    return {Reason(code).value for code in REASONS[step]}
