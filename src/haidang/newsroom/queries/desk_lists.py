"""The lists of the desk: what a person writes, what is on its way, everything."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang.documents.folding import folded
from haidang.newsroom.enums import Act, State, Step
from haidang.newsroom.models import Clearance, Publication, Story, Submission
from haidang.newsroom.queries.states import states_of
from haidang.newsroom.queries.visible import titled, visible_stories
from haidang.orgs.models import User

MINE, ON_THE_WAY, ALL = "cua-toi", "dang-di", "tat-ca"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is asked for."""

    which: str = MINE
    words: str = ""
    kind: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A story with where it stands."""

    story: Story
    state: State


def stories_wanted(user: User, wanted: Wanted) -> QuerySet[Story]:
    """The stories of a list, those last changed first."""
    stories = titled(user, visible_stories(user))
    stories = stories.select_related("unit", "locale", "owner__unit")
    if wanted.which == MINE:
        stories = stories.filter(Q(owner=user) | Q(planned__writer=user))
    elif wanted.which == ON_THE_WAY:
        stories = stories.filter(Exists(_on_the_way()))
    if wanted.kind:
        stories = stories.filter(kind=wanted.kind)
    if wanted.language:
        stories = stories.filter(locale__language_code=wanted.language)
    for word in folded(wanted.words).split():
        stories = stories.filter(folded__contains=word)
    return stories.order_by("-latest_revision_created_at", "-pk")


def _on_the_way() -> QuerySet[Submission]:
    """What was sent of a story's newest words and waits: for a decision, or to be shown.

    Corrections of what the public reads wait too; what was sent back or withdrawn does not.
    """
    said = Clearance.objects.filter(submission=OuterRef("pk"))
    acts = Publication.objects.filter(submission=OuterRef("pk"))
    waits = ~Exists(said.filter(step=Step.CONFIDENTIALITY)) | ~Exists(acts)
    over = Exists(said.filter(agrees=False)) | Exists(acts.filter(act=Act.WITHDRAWN))
    newest = Submission.objects.filter(story=OuterRef("pk"), revision=OuterRef("latest_revision"))
    return newest.filter(waits, ~over, recall=None)


def lines_of(stories: Iterable[Story]) -> Iterator[Line]:
    """Stories with their states, in as many questions for one as for thirty."""
    rows = list(stories)
    states = states_of(rows)
    return (Line(story, states[story.pk]) for story in rows)
