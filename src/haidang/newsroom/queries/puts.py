"""What the gate knows of stories: the newest submission of each with all that was said of it.

As many questions for one story as for a thousand.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Max, Q, QuerySet
from wagtail.models import Page, Revision

from haidang import clock
from haidang.newsroom.enums import Act, Step
from haidang.newsroom.models.clearing import Clearance, Submission
from haidang.newsroom.models.published import Publication
from haidang.newsroom.models.story import Story
from haidang.newsroom.workflow import ORDER, Decision, Put
from haidang.prepared import prepared


@dataclass(slots=True)
class _Past:
    """What became of a story so far, by numbers of revisions and submissions."""

    writers: list[tuple[int, int | None]] = field(default_factory=list)  # revision, who
    published: list[int] = field(default_factory=list)  # revisions that both agreed to
    withdrawn: int = 0  # the newest submission when it was withdrawn, shown or not
    is_withdrawn: bool = False


def puts_of(stories: Iterable[Story]) -> dict[int, tuple[Submission, Put]]:
    """The newest submission of each story that was ever sent, and how it stands."""
    rows = _newest([story.pk for story in stories])
    return {row.story_id: (row, put) for row, put in _put(rows)}


def put_of(story: Story) -> tuple[Submission | None, Put | None]:
    """The newest submission of one story, and how it stands."""
    return puts_of([story]).get(story.pk, (None, None))


def put_of_submission(submission: Submission) -> Put:
    """How one submission stands, be it the newest or not."""
    [(_, put)] = _put(_one(submission.pk))
    return put


def _put(submissions: Sequence[Submission]) -> list[tuple[Submission, Put]]:
    if not submissions:
        return []
    pasts = _pasts([row.story_id for row in submissions])
    said: dict[int, list[Clearance]] = defaultdict(list)
    for made in _said([row.pk for row in submissions]):
        said[made.submission_id].append(made)
    return [(row, _as_put(row, pasts[row.story_id], said[row.pk])) for row in submissions]


def _as_put(row: Submission, past: _Past, said: Iterable[Clearance]) -> Put:
    since = max((one for one in past.published if one < row.revision_id), default=0)
    writers = {who for number, who in past.writers if since < number <= row.revision_id}
    return Put(
        authors=frozenset(writers - {None} | {row.submitted_by_id}),  # type: ignore[arg-type]
        decisions=tuple(
            Decision(Step(made.step), made.by_id, made.agrees, made.reason) for made in said
        ),
        is_newest=row.newest == row.revision_id,  # type: ignore[attr-defined] # annotated
        is_recalled=hasattr(row, "recall"),
        is_spent=past.is_withdrawn and row.pk <= past.withdrawn,
        is_urgent=_is_urgent(row),
    )


def _is_urgent(row: Submission) -> bool:
    emergency = getattr(row, "emergency", None)
    return emergency is not None and emergency.ended_at is None and clock.now() < emergency.clear_by


def _pasts(stories: list[int]) -> dict[int, _Past]:
    pasts: dict[int, _Past] = defaultdict(_Past)
    kind = ContentType.objects.get_for_model(Page).pk
    for story, number, who in _written([str(pk) for pk in stories], kind):
        pasts[int(story)].writers.append((number, who))
    _add_publications(pasts, stories)
    return pasts


def _add_publications(pasts: dict[int, _Past], stories: list[int]) -> None:
    for story, act, submission, revision, said in _acts(stories):
        past = pasts[story]
        # What was shown on a leader's order alone was cleared by nobody: its writers stay authors.
        if act != Act.WITHDRAWN and said == len(ORDER):
            past.published.append(revision or 0)
        past.withdrawn = max(past.withdrawn, submission or 0)
        past.is_withdrawn = act == Act.WITHDRAWN


@prepared
def _newest(stories: list[int]) -> QuerySet[Submission]:
    sent = Submission.objects.filter(story__in=stories).order_by().values("story")
    return _loaded(Submission.objects.filter(pk__in=sent.annotate(last=Max("pk")).values("last")))


@prepared
def _one(submission: int) -> QuerySet[Submission]:
    return _loaded(Submission.objects.filter(pk=submission))


def _loaded(rows: QuerySet[Submission]) -> QuerySet[Submission]:
    rows = rows.select_related("emergency", "recall", "submitted_by__unit")
    return rows.annotate(newest=F("story__latest_revision"))


@prepared
def _said(submissions: list[int]) -> QuerySet[Clearance]:
    return Clearance.objects.filter(submission__in=submissions)


@prepared
def _written(stories: list[str], kind: int) -> QuerySet[Revision, tuple[str, int, int | None]]:
    rows: QuerySet[Revision, tuple[str, int, int | None]] = (
        Revision.objects.filter(object_id__in=stories, base_content_type=kind)
        .order_by("pk")
        .values_list("object_id", "pk", "user")
    )
    return rows


@prepared
def _acts(
    stories: list[int],
) -> QuerySet[Publication, tuple[int, str, int | None, int | None, int]]:
    agreed = Count("submission__clearances", filter=Q(submission__clearances__agrees=True))
    acts = Publication.objects.filter(story__in=stories).order_by("pk").annotate(agreed=agreed)
    return acts.values_list("story", "act", "submission", "submission__revision", "agreed")
