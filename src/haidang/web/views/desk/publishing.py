"""What the page of a story says of its way before the public, and which acts it offers."""

from typing import Any

from haidang import clock
from haidang.errors import Refused
from haidang.newsroom import gate
from haidang.newsroom import publishing_checks as checks
from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.clarifying import first_statement, warnings_about_persons
from haidang.newsroom.enums import Act
from haidang.newsroom.models import Emergency, Publication, Schedule, Story
from haidang.newsroom.queries.copies import left_to_do
from haidang.newsroom.queries.puts import put_of
from haidang.newsroom.versions import newest_seen
from haidang.orgs.models import User
from haidang.web.request import Request


def panel(request: Request, story: Story) -> dict[str, Any]:
    """What `desk/parts/b_publishing.html` and `b_history.html` show."""
    past = list(
        Publication.objects.filter(story=story).select_related("by__unit", "activity", "page")
    )
    first = past[-1].at if past else None
    words = newest_seen(story, request.user)
    rows = Schedule.objects.filter(story=story).select_related("by__unit", "submission")
    schedule = rows.first()
    return {
        "story": story,
        "past": past,
        "last": past[0] if past else None,
        "schedule": schedule if is_of_newest(schedule, story) else None,
        "is_embargoed": bool(schedule and schedule.is_embargo and clock.now() < schedule.at),
        "emergency": Emergency.objects.filter(submission__story=story, ended_at=None).first(),
        "first": first_statement(words, first),
        "now": clock.now(),
        "warnings": list(warnings_about_persons(words)),
        "left": left_to_do(story) if past else 0,
        **_acts(request.user, story, past),
    }


def is_of_newest(schedule: Schedule | None, story: Story) -> bool:
    """Whether the time that was set holds: nobody wrote on since."""
    return schedule is not None and schedule.submission.revision_id == story.latest_revision_id


def _acts(user: User, story: Story, past: list[Publication]) -> dict[str, bool]:
    """Which acts the person may do now; the commands ask again."""
    may_publish = rules.may_publish(user, story)
    ready = may_publish and gate.may_appear(story)
    return {
        "may_publish": ready and not story.live,
        "may_correct": ready and story.live and not _is_shown(story, past),
        "may_withdraw": story.live and rules.may_withdraw(user, story),
        "may_share": story.live and rules.may_share(user, story),
        "may_unschedule": may_publish and not story.live,
        "may_order": _may_order(user, story),
    }


def _is_shown(story: Story, past: list[Publication]) -> bool:
    submission, _ = put_of(story)
    shown = bool(past) and past[0].act != Act.WITHDRAWN and submission is not None
    return shown and submission is not None and past[0].fingerprint == submission.fingerprint


def _may_order(user: User, story: Story) -> bool:
    if story.live or not rules.may_order_emergency(user, story):
        return False
    try:
        checks.urgent(story)
        checks.refuse_embargoed(story)
    except Refused:
        return False
    return True
