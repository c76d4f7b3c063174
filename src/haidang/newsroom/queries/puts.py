"""What the gate knows of stories: the newest submission of each with all that was said of it.

As many questions for one story as for a thousand.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from wagtail.models import Page, Revision

from haidang import clock
from haidang.newsroom.enums import Act, Step
from haidang.newsroom.models.clearing import Submission
from haidang.newsroom.models.published import Publication
from haidang.newsroom.models.story import Story
from haidang.newsroom.workflow import ORDER, Decision, Put


@dataclass(slots=True)
class _Past:
    """What became of a story so far, by numbers of revisions and submissions."""

    newest: int = 0  # revision
    writers: list[tuple[int, int | None]] = field(default_factory=list)  # revision, who
    published: list[int] = field(default_factory=list)  # revisions that both agreed to
    withdrawn: int = 0  # the newest submission when it was withdrawn, shown or not
    is_withdrawn: bool = False


def puts_of(stories: Iterable[Story]) -> dict[int, tuple[Submission, Put]]:
    """The newest submission of each story that was ever sent, and how it stands."""
    newest = Submission.objects.filter(story__in=[story.pk for story in stories])
    chosen = newest.order_by().values("story").annotate(newest=Max("pk")).values("newest")
    return {row.story_id: (row, put) for row, put in _put(list(_loaded(chosen)))}


def put_of(story: Story) -> tuple[Submission | None, Put | None]:
    """The newest submission of one story, and how it stands."""
    return puts_of([story]).get(story.pk, (None, None))


def put_of_submission(submission: Submission) -> Put:
    """How one submission stands, be it the newest or not."""
    [(_, put)] = _put(list(_loaded([submission.pk])))
    return put


def _loaded(chosen: QuerySet[Submission, Any] | list[int]) -> Iterable[Submission]:
    rows = Submission.objects.filter(pk__in=chosen).select_related("revision")
    return rows.select_related("emergency", "recall", "submitted_by__unit").prefetch_related(
        "clearances"
    )


def _put(submissions: Sequence[Submission]) -> list[tuple[Submission, Put]]:
    pasts = _pasts([row.story_id for row in submissions]) if submissions else {}
    return [(row, _as_put(row, pasts[row.story_id])) for row in submissions]


def _as_put(row: Submission, past: _Past) -> Put:
    since = max((one for one in past.published if one < row.revision_id), default=0)
    writers = {who for number, who in past.writers if since < number <= row.revision_id}
    return Put(
        authors=frozenset(writers - {None} | {row.submitted_by_id}),  # type: ignore[arg-type]
        decisions=tuple(
            Decision(Step(made.step), made.by_id, made.agrees, made.reason)
            for made in row.clearances.all()
        ),
        is_newest=past.newest == row.revision_id,
        is_recalled=hasattr(row, "recall"),
        is_spent=past.is_withdrawn and row.pk <= past.withdrawn,
        is_urgent=_is_urgent(row),
    )


def _is_urgent(row: Submission) -> bool:
    emergency = getattr(row, "emergency", None)
    return emergency is not None and emergency.ended_at is None and clock.now() < emergency.clear_by


def _pasts(stories: list[int]) -> dict[int, _Past]:
    pasts: dict[int, _Past] = defaultdict(_Past)
    rows = Story.objects.filter(pk__in=stories).values_list("pk", "latest_revision")
    for story, newest in rows:
        pasts[story].newest = newest or 0
    asked = Revision.objects.filter(object_id__in=[str(pk) for pk in stories])
    asked = asked.filter(base_content_type=Page().get_base_content_type()).order_by("pk")
    for story, number, who in asked.values_list("object_id", "pk", "user"):
        pasts[int(story)].writers.append((number, who))
    _add_publications(pasts, stories)
    return pasts


def _add_publications(pasts: dict[int, _Past], stories: list[int]) -> None:
    acts = Publication.objects.filter(story__in=stories).order_by("pk")
    agreed = Count("submission__clearances", filter=Q(submission__clearances__agrees=True))
    for story, act, submission, revision, said in acts.annotate(agreed=agreed).values_list(
        "story", "act", "submission", "submission__revision", "agreed"
    ):
        past = pasts[story]
        # What was shown on a leader's order alone was cleared by nobody: its writers stay authors.
        if act != Act.WITHDRAWN and said == len(ORDER):
            past.published.append(revision or 0)
        past.withdrawn = max(past.withdrawn, submission or 0)
        past.is_withdrawn = act == Act.WITHDRAWN
