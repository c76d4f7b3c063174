"""The stories that a person at work may see, drafts and all; every page of the staff begins here.

What its officer sent back with K4 ("trao đổi trực tiếp") is seen by two people alone from that
moment on, the one who sent it and the officer, until it is sent again: not in lists, pages,
searches or feeds of anybody else, be it an auditor. Its translations, which say the same, go with
it unless they are before the public anyway.
"""

from django.db.models import Case, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, When

from haidang.newsroom.enums import Reason, Step
from haidang.newsroom.models import Clearance, Recall, Story, Submission
from haidang.orgs.enums import Role
from haidang.orgs.models import User


def visible_stories(user: User) -> QuerySet[Story]:
    """What a person sees: of the own authority and below, what they wrote, what waits for them."""
    stories: QuerySet[Story] = Story.objects.exclude(pk__in=hidden_from(user))
    return stories if user.sees_everything() else stories.filter(_own(user) | _waiting(user))


def visible_as_written(user: User) -> QuerySet[Story]:
    """Of these, the stories of which a person may also see what is being written.

    Of a public translation they see what the public sees while its original, or another
    translation, is between two others: its newest words say the same.
    """
    return visible_stories(user).exclude(held_from(user))


def held_from(user: User | int) -> Q:
    """The stories whose newest words are between two other people, in any language."""
    talks = _talks_of_others(user)
    return Q(translation_key__in=talks.values("submission__story__translation_key"))


def titled(user: User, stories: QuerySet[Story]) -> QuerySet[Story]:
    """Stories with the `newest_title` that a person may read of each."""
    public = When(held_from(user), then=F("title"))
    found: QuerySet[Story] = stories.annotate(newest_title=Case(public, default=F("draft_title")))
    return found


def hidden_from(user: User | int) -> QuerySet[Story, int]:
    """The numbers of the stories that are between two other people."""
    spoken = Q(pk__in=_talks_of_others(user).values("submission__story"))
    stories: QuerySet[Story] = Story.objects.filter(spoken | held_from(user) & Q(live=False))
    return stories.order_by().values_list("pk", flat=True)


def _talks_of_others(user: User | int) -> QuerySet[Clearance]:
    newest = Submission.objects.filter(story=OuterRef("submission__story")).order_by("-pk")
    talks = Clearance.objects.filter(
        reason=Reason.IN_PERSON, submission=Subquery(newest.values("pk")[:1])
    )
    return talks.exclude(Q(by=user) | Q(submission__submitted_by=user))


def sees_newest(user: User, story: Story) -> bool:
    """Whether a person who sees a story may see what is being written of it.

    Of a translation whose original is between two others they see what the public sees.
    """
    talks = _talks_of_others(user).filter(submission__story__translation_key=story.translation_key)
    return not (story.live and talks.exists())


def _own(user: User) -> Q:
    written = Q(owner=user) | Q(planned__writer=user)
    if user.unit is None:
        return Q(pk__in=Story.objects.filter(written).order_by().values("pk"))
    written |= Q(unit__path__startswith=user.seat.path)
    return Q(pk__in=Story.objects.filter(written).order_by().values("pk"))


def _waiting(user: User) -> Q:
    """What the officer of a unit outside decides on or decided on."""
    if user.unit is None or not user.has_role(Role.CONFIDENTIALITY_OFFICER):
        return Q(pk__in=[])
    agreed = Clearance.objects.filter(submission=OuterRef("pk"), step=Step.EDITOR, agrees=True)
    recalled = Recall.objects.filter(submission=OuterRef("pk"))
    sent = Submission.objects.filter(Exists(agreed) & ~Exists(recalled) | Q(clearances__by=user))
    return Q(pk__in=sent.filter(_outside(user)).order_by().values("story"))


def _outside(user: User) -> Q:
    """`rules.stands_outside`, as a question to the database."""
    unit = user.unit
    assert unit is not None
    near = Q(story__unit__path__startswith=unit.parent.path) if unit.parent else Q()
    within = Q(story__unit__path__startswith=user.seat.path)
    if unit.kind.stands_apart:
        return near & ~within
    above = [int(number) for number in unit.path.split("/") if number]
    led = Q(story__unit__in=above) | Q(story__unit__acts_for__in=above)
    return near & ~within & ~led


def sees_story(user: User, story: Story) -> bool:
    """Whether a person may see a story and what is being written of it."""
    return visible_stories(user).filter(pk=story.pk).exists()


def sees_submission(user: User, submission: Submission) -> bool:
    """Whether a person may see what was sent once: K4 holds for it also when it is sent again.

    A translation waits with its original until that is sent again.
    """
    talks = Clearance.objects.filter(
        reason=Reason.IN_PERSON,
        submission__story=submission.story_id,
        submission__revision__gte=submission.revision_id,
    )
    of_others = talks.exclude(Q(by=user) | Q(submission__submitted_by=user))
    seen = visible_as_written(user).filter(pk=submission.story_id)
    return seen.exists() and not of_others.exists()


def spoken_of(story: Story) -> int:
    """The newest revision that was sent back with K4: none up to it is ever shown to others."""
    talks = Clearance.objects.filter(reason=Reason.IN_PERSON, submission__story=story)
    return talks.aggregate(newest=Max("submission__revision"))["newest"] or 0
