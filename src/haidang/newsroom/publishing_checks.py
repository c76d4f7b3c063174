"""What keeps a story from appearing now, each in words that say what to do."""

from haidang import clock
from haidang.activities.facts import one_line
from haidang.errors import Incomplete, Issue, WrongState
from haidang.newsroom import gate, workflow
from haidang.newsroom.models import (
    Clearance,
    Emergency,
    Publication,
    Schedule,
    Story,
    Submission,
)
from haidang.newsroom.queries.puts import put_of
from haidang.newsroom.queries.translations import is_stale

LONGEST_NOTICE = 500


def cleared(story: Story) -> Submission:
    """The submission by which a story may appear. Refuses with WrongState where there is none."""
    submission = Submission.objects.filter(story=story).order_by("-pk").first()
    if submission is None or not gate.may_appear(story):
        raise WrongState(
            "Bài chưa được biên tập và kiểm tra bảo mật cho đăng, hoặc đã sửa sau khi duyệt. "
            "Gửi duyệt rồi đăng."
        )
    return submission


def urgent(story: Story) -> Submission:
    """The submission that a leader may order to appear before it is cleared.

    Refuses with WrongState where there is none, and words that were ordered before or refused by
    one who clears, be it under an earlier submission.
    """
    submission, put = put_of(story)
    if submission is None or put is None or not gate.is_newest(submission, put):
        raise WrongState("Người viết phải gửi duyệt bản mới nhất trước khi đăng khẩn.")
    workflow.order(put)
    same = Submission.objects.filter(story=story, fingerprint=submission.fingerprint)
    if Emergency.objects.filter(submission__in=same).exists():
        raise WrongState("Bản này đã được đăng khẩn một lần. Sửa, gửi duyệt lại rồi mới đăng.")
    if Clearance.objects.filter(submission__in=same, agrees=False).exists():
        raise WrongState("Bản này đã bị trả lại. Sửa, gửi duyệt lại rồi mới đăng khẩn.")
    return submission


def refuse_embargoed(story: Story) -> None:
    """Refuse before its hour what was said not to appear before it."""
    schedule = Schedule.objects.filter(story=story, is_embargo=True).first()
    if schedule and clock.now() < schedule.at:
        at = schedule.at.astimezone(clock.now().tzinfo)
        raise WrongState(
            f"Bài này không được đăng trước {at:%H:%M} ngày {at:%d/%m/%Y}. Muốn đăng sớm hơn "
            "thì bỏ giờ hẹn trước."
        )


def refuse_stale(story: Story, *, stale_said: bool) -> None:
    """Refuse a translation of words that were changed since, unless that is said (N16)."""
    if not stale_said and is_stale(story):
        words = "Bài gốc đã đổi sau khi dịch. Cập nhật bản dịch, hoặc xác nhận vẫn đăng bản này."
        raise Incomplete([Issue("stale_translation", words, "stale_said")])


def refuse_same(story: Story, submission: Submission) -> None:
    """Refuse to correct a story to what readers see already."""
    shown = Publication.objects.filter(story=story).first()
    if shown and shown.fingerprint == submission.fingerprint:
        raise WrongState("Bản mới nhất đang được đăng. Sửa bài và gửi duyệt trước khi đính chính.")


def noticed(notice: str, example: str) -> str:
    """The words for readers on one line. Refuses with Incomplete none, and too many."""
    notice = one_line(notice)
    if not notice:
        words = f"Ghi điều bạn đọc cần biết, ví dụ “{example}”"
        raise Incomplete([Issue("no_notice", words, "notice")])
    if len(notice) > LONGEST_NOTICE:
        words = f"Thông báo dài {len(notice)} ký tự; rút gọn còn không quá {LONGEST_NOTICE} ký tự."
        raise Incomplete([Issue("long_notice", words, "notice")])
    return notice
