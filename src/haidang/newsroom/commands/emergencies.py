"""Publishing before clearance on a leader's order, and what becomes of it when time is over."""

import datetime as dt

from django.db import transaction

from haidang import clock
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import gate, workflow
from haidang.newsroom import publishing_checks as checks
from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.appearing import Done, show, take_away, told
from haidang.newsroom.enums import Act
from haidang.newsroom.holding_still import held
from haidang.newsroom.models import Emergency, Publication, Story
from haidang.orgs.models import User

TIME_TO_CLEAR = dt.timedelta(hours=24)
# Said in the language of the story, for whoever comes to its address after the time.
LAPSED = {
    "vi": "Bài đã đăng khẩn nhưng chưa được duyệt trong thời hạn, nên được rút lại.",
    "en": "This was published urgently and was not cleared in the set time, so it was withdrawn.",
}


@transaction.atomic
def publish_in_emergency(*, story: Story, by: User, stale_said: bool = False) -> Publication:
    """Show a submitted story before it is cleared; within a day both clear it, or it goes (N18).

    Refuses with WrongState what is shown, cleared, under an embargo or changed since it was
    submitted, and words that were shown so before or refused by one who clears, be it under an
    earlier submission; with NotAllowed whoever leads neither its authority nor one above; with
    Incomplete a translation that is behind unless it is said to be (N16).
    """
    story = held(story)
    if story.live:
        raise WrongState("Bài này đang được đăng.")
    if not rules.may_order_emergency(by, story):
        raise NotAllowed("Chỉ lãnh đạo của cơ quan có bài, hoặc cấp trên, mới được cho đăng khẩn.")
    submission = checks.urgent(story)
    checks.refuse_embargoed(story)
    checks.refuse_stale(story, stale_said=stale_said)
    now = clock.now()
    Emergency.objects.create(
        submission=submission, ordered_by=by, ordered_at=now, clear_by=now + TIME_TO_CLEAR
    )
    publication = show(story, Done(Act.PUBLISHED, submission, by, by))
    clear_by = (now + TIME_TO_CLEAR).isoformat()
    facts = told(publication, stale_said)
    record("publish_in_emergency", target=story, by=by, clear_by=clear_by, **facts)
    return publication


@transaction.atomic
def end_emergency(*, emergency: Emergency) -> bool:
    """Close an emergency whose submission was cleared, or whose time is over; whether it did.

    The installation does so by itself, and twice is once: without clearance the story goes.
    """
    story = held(emergency.submission.story)
    emergency = Emergency.objects.select_for_update(no_key=True).get(pk=emergency.pk)
    if emergency.ended_at is not None:
        return False
    is_cleared = gate.is_cleared(emergency.submission)
    if not (is_cleared or _goes(emergency)):
        return False
    emergency.ended_at, emergency.was_cleared = clock.now(), is_cleared
    emergency.save(update_fields=["ended_at", "was_cleared"])
    record("end_emergency", target=story, by=None, was_cleared=is_cleared)
    if not is_cleared and _is_shown(emergency, story):
        notice = LAPSED.get(story.language, LAPSED["vi"])
        done = Done(Act.WITHDRAWN, None, None, emergency.ordered_by, notice)
        record("withdraw_story", target=story, by=None, **told(take_away(story, done)))
    return True


def _goes(emergency: Emergency) -> bool:
    """Whether somebody who clears refused it, or the time for clearing it is over."""
    put = gate.standing(emergency.submission)
    return workflow.refusal(put) is not None or clock.now() >= emergency.clear_by


def _is_shown(emergency: Emergency, story: Story) -> bool:
    """Whether readers see what was shown by this order; a correction may have taken its place."""
    last = gate.standing_publication(story)
    return story.live and last is not None and last.submission_id == emergency.submission_id
