"""Setting when a cleared story is to appear by itself, and taking that back."""

import datetime as dt

from django.db import transaction

from haidang import clock
from haidang.errors import Incomplete, Issue, NotAllowed, Refused, WrongState
from haidang.ledger.commands import record
from haidang.ledger.queries import history_of
from haidang.newsroom import publishing_checks as checks
from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.appearing import Done, show, told
from haidang.newsroom.enums import Act
from haidang.newsroom.holding_still import held
from haidang.newsroom.models import Publication, Schedule, Story
from haidang.orgs.models import User

LONGEST_WAIT = dt.timedelta(days=366)


@transaction.atomic
def schedule_story(
    *, story: Story, at: dt.datetime, by: User, is_embargo: bool = False, stale_said: bool = False
) -> Schedule:
    """Let a cleared story appear by itself at a time; under an embargo nobody may show it before.

    A further time takes the place of the first. Refuses with WrongState what is shown or not
    cleared, with NotAllowed, and with Incomplete a time that is past or more than a year away.
    """
    story = held(story)
    if story.live:
        raise WrongState("Bài này đã được đăng, không hẹn giờ được nữa.")
    if not rules.may_publish(by, story):
        raise NotAllowed("Chỉ biên tập viên của cơ quan có bài mới được hẹn giờ đăng.")
    submission = checks.cleared(story)
    if not clock.now() < at <= clock.now() + LONGEST_WAIT:
        words = "Chọn giờ chưa qua, trong vòng một năm, ví dụ 7:00 ngày mai."
        raise Incomplete([Issue("not_ahead", words, "at")])
    checks.refuse_stale(story, stale_said=stale_said)
    schedule, _ = Schedule.objects.update_or_create(
        story=story,
        defaults={
            "submission": submission,
            "at": at,
            "is_embargo": is_embargo,
            "by": by,
            "set_at": clock.now(),
        },
    )
    marks = {"is_embargo": True} if is_embargo else {}
    marks |= {"stale_said": True} if stale_said else {}
    record("schedule_story", target=story, by=by, at=at.isoformat(), **marks)
    return schedule


@transaction.atomic
def unschedule_story(*, story: Story, by: User) -> None:
    """Take back the time at which a story was to appear. Refuses with WrongState without one."""
    story = held(story)
    if not rules.may_publish(by, story):
        raise NotAllowed("Chỉ biên tập viên của cơ quan có bài mới được bỏ giờ hẹn.")
    deleted, _ = Schedule.objects.filter(story=story).delete()
    if not deleted:
        raise WrongState("Bài này không có giờ hẹn, hoặc vừa được đăng.")
    record("unschedule_story", target=story, by=by)


@transaction.atomic
def publish_scheduled(*, schedule: Schedule) -> Publication | None:
    """Show a story whose time has come, once whoever else does so; None where there is nothing.

    A story that was changed since is not shown, nor a translation whose original was: its time is
    dropped, and the ledger says why.
    """
    story = held(schedule.story)
    found = Schedule.objects.select_related("by").filter(story=story, at__lte=clock.now()).first()
    if found is None or story.live:
        return None
    try:
        submission = checks.cleared(story)
        if submission.pk != found.submission_id:
            raise WrongState("Bài đã được sửa và duyệt lại sau khi hẹn giờ.")
        checks.refuse_stale(story, stale_said=_is_stale_said(story))
    except Refused as refusal:
        found.delete()
        record("drop_schedule", target=story, by=None, reason=refusal.message)
        return None
    publication = show(story, Done(Act.PUBLISHED, submission, found.by, found.by))
    record("publish_scheduled", target=story, by=found.by, **told(publication))
    return publication


def _is_stale_said(story: Story) -> bool:
    """Whether who set the time knew that the translation was behind."""
    said = history_of(story).filter(event="schedule_story").first()
    return said is not None and bool(said.get_details().get("stale_said"))
