"""Bulletins as somebody meets them: the lists of staff, and what the public may hear again."""

from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang.broadcast import bulletin_rules as rules
from haidang.broadcast.models import (
    Aired,
    Bulletin,
    BulletinClearance,
    BulletinSubmission,
    Recording,
)
from haidang.broadcast.queries.bulletins import (
    cleared_of,
    newest_submission,
    put_of_bulletin,
)
from haidang.broadcast.speaking import estimated_seconds
from haidang.broadcast.speaking.lengths import experience_of
from haidang.ledger.queries import history_of
from haidang.newsroom import workflow
from haidang.newsroom.enums import Reason, State, Step
from haidang.newsroom.models import Story
from haidang.newsroom.queries.public import appearing
from haidang.newsroom.rules import stands_outside
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

LATELY = 30  # recordings that experience is taken from
BESIDE = ("unit__acts_for", "unit__parent", "recording")


def visible_bulletins(user: User) -> QuerySet[Bulletin]:
    """What a person may see: of the authority and below, shared from above, or to be cleared."""
    rows = Bulletin.objects.select_related(*BESIDE)
    if user.sees_everything():
        return rows.exclude(_between_two(user))
    if user.unit is None:
        return rows.none()
    seat = user.seat
    above = [int(step) for step in seat.path.strip("/").split("/")]
    below = Q(unit__path__startswith=seat.path) | Q(unit__acts_for__path__startswith=seat.path)
    # What was changed since it was cleared is a draft again, and of nobody below.
    cleared = cleared_of(Bulletin.objects.filter(is_shared=True)).values("pk")
    shared = Q(pk__in=cleared) & (Q(unit__in=above) | Q(unit__acts_for__in=above))
    seen = rows.filter(below | shared | _to_check(user))
    return seen.exclude(_between_two(user))


def _to_check(user: User) -> Q:
    if not user.has_role(Role.CONFIDENTIALITY_OFFICER):
        return Q(pk__in=[])
    sent = Bulletin.objects.filter(submissions__isnull=False).select_related(*BESIDE[:2])
    units = {row.unit_id: row.unit for row in sent.distinct().order_by()}
    near = [pk for pk, unit in units.items() if stands_outside(user.unit, unit)]
    return Q(unit__in=near, submissions__isnull=False)


def _between_two(user: User) -> Q:
    """K4 leaves a bulletin to the one who sent it and the officer, until it is sent again."""
    refused = BulletinClearance.objects.filter(reason=Reason.IN_PERSON).exclude(
        Q(by=user) | Q(submission__by=user)
    )
    later = BulletinSubmission.objects.filter(
        bulletin=OuterRef("submission__bulletin"), pk__gt=OuterRef("submission")
    )
    return Q(pk__in=refused.exclude(Exists(later)).values("submission__bulletin"))


def state_of_bulletin(bulletin: Bulletin) -> State:
    """Where a bulletin stands, in the words of stories."""
    submission = newest_submission(bulletin)
    put = put_of_bulletin(submission, bulletin) if submission else None
    return workflow.state_of(put, is_live=False)


def step_for_bulletin(user: User, bulletin: Bulletin) -> Step | None:
    """The step at which this person may decide on a bulletin now; nothing for all others."""
    submission = newest_submission(bulletin)
    if submission is None or bulletin.is_retired:
        return None
    submission.bulletin = bulletin
    step = step_free_for(user, put_of_bulletin(submission, bulletin))
    return step if step and rules.may_clear_bulletin(user, submission, step) else None


def step_free_for(user: User, put: workflow.Put) -> Step | None:
    """The step that is next, where this person neither wrote nor decided; posts are not asked."""
    if user.pk in put.authors or any(one.by == user.pk for one in put.decisions):
        return None
    return workflow.waits_for(put)


def recordings_of(unit: Unit) -> QuerySet[Recording]:
    """The sound that an authority has in use."""
    near = Q(unit=unit.seat) | Q(unit__acts_for=unit.seat)
    return Recording.objects.filter(near, is_retired=False).select_related("file", "unit")


def visible_recordings(user: User) -> QuerySet[Recording]:
    """The sound of a person's authority; not that of a bulletin that K4 leaves to two people."""
    if user.unit is None:
        return Recording.objects.none()
    hidden = Bulletin.objects.filter(_between_two(user))
    # Also the sound that it had: to choose another one changes nothing of what was said.
    sounds = {
        entry.get_details()["recording"]
        for one in hidden
        for entry in history_of(one).filter(event="give_sound")
    }
    return recordings_of(user.unit).exclude(pk__in=sounds)


def stories_to_read(unit: Unit, language: str) -> QuerySet[Story]:
    """The stories that the public is shown in a language, the newest first."""
    top = (unit.seat.parent or unit.seat).path
    near = Q(unit__path__startswith=top)
    stories = appearing().filter(near, locale__language_code=language)
    return stories.select_related("locale", "unit").order_by("-first_published_at", "-pk")


def experience(unit: Unit, language: str) -> float | None:
    """By how much longer than estimated this authority's announcers took lately."""
    rows = Bulletin.objects.filter(
        Q(unit=unit.seat) | Q(unit__acts_for=unit.seat), language=language, recording__isnull=False
    ).exclude(recording__source="machine")
    lately = rows.order_by("-pk").values_list("recording__seconds", "spoken")[:LATELY]
    return experience_of(
        [(float(took), estimated_seconds(said, language)) for took, said in lately]
    )


def expected_seconds(bulletin: Bulletin) -> float:
    """How long a bulletin should take, by its words and by experience."""
    known = experience(bulletin.unit, bulletin.language)
    return estimated_seconds(bulletin.spoken, bulletin.language, known)


def heard_again(unit: Unit, language: str) -> QuerySet[Bulletin]:
    """What the public may hear again: of an area, in a language, cleared now, aired before."""
    aired = Aired.objects.filter(
        sha256=OuterRef("recording__file"), missed="", seconds__gt=Decimal(0)
    )
    rows = Bulletin.objects.filter(Exists(aired), language=language)
    near = Q(unit__path__startswith=unit.path)
    return (
        cleared_of(rows.filter(near))
        .select_related("recording__file", "unit")
        .order_by("-on", "-pk")
    )
