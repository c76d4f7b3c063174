"""What waits for a person's decision, the longest first."""

from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery

from haidang.newsroom import rules
from haidang.newsroom.enums import Step
from haidang.newsroom.models import Clearance, Recall, Story, Submission
from haidang.newsroom.queries.puts import puts_of
from haidang.newsroom.queries.visible import visible_as_written
from haidang.newsroom.workflow import Put, waits_for
from haidang.orgs.enums import Role
from haidang.orgs.models import User


@dataclass(frozen=True, slots=True)
class Waiting:
    """One submission and the step at which it stands."""

    story: Story
    submission: Submission
    step: Step


def waiting_for(user: User) -> list[Waiting]:
    """The submissions that a person may decide on now, in the same few questions for any number."""
    if not user.has_role(Role.EDITOR, Role.CONFIDENTIALITY_OFFICER):
        return []
    stories = {story.pk: story for story in _undecided(user)}
    puts = puts_of(stories.values()) if stories else {}
    found = [_waiting(user, stories[pk], *puts[pk]) for pk in puts]
    return sorted((one for one in found if one), key=lambda one: one.submission.pk)


def step_for(user: User, submission: Submission, put: Put) -> Step | None:
    """The step at which this person may decide on a submission now; nothing for all others."""
    step = waits_for(put)
    if step is None or user.pk in put.authors or any(said.by == user.pk for said in put.decisions):
        return None
    return step if rules.may_clear(user, submission, step) else None


def _undecided(user: User) -> list[Story]:
    newest = Submission.objects.filter(story=OuterRef("pk")).order_by("-pk")
    stories = visible_as_written(user).annotate(sent=Subquery(newest.values("pk")[:1]))
    over = Clearance.objects.filter(Q(agrees=False) | Q(step=Step.CONFIDENTIALITY))
    stories = stories.filter(sent__isnull=False).exclude(sent__in=over.values("submission"))
    stories = stories.exclude(sent__in=Recall.objects.values("submission"))
    beside = ("unit__acts_for", "unit__parent", "locale", "planned")
    return list(stories.select_related(*beside).order_by("pk"))


def _waiting(user: User, story: Story, submission: Submission, put: Put) -> Waiting | None:
    submission.story = story
    step = step_for(user, submission, put)
    return Waiting(story, submission, step) if step else None
