"""The gate: nothing of a story becomes public but by a command, and only what was cleared (N18).

It is asked three times: by the command, by the row when it is written, and by the page when it is
served. What it decides stands in `workflow`; here is what it knows of a story.
"""

from django.db.models import QuerySet
from wagtail.models import Revision

from haidang.newsroom import workflow
from haidang.newsroom.enums import Act
from haidang.newsroom.fingerprint import fingerprint
from haidang.newsroom.models.clearing import Submission
from haidang.newsroom.models.published import Publication
from haidang.newsroom.models.story import Story
from haidang.newsroom.opening import NotCleared, opened
from haidang.newsroom.queries.puts import put_of, put_of_submission
from haidang.prepared import prepared

__all__ = [
    "NotCleared",
    "is_cleared",
    "is_newest",
    "is_public",
    "may_appear",
    "opened",
    "standing",
    "standing_publication",
]


def standing(submission: Submission) -> workflow.Put:
    """A submission as the gate sees it now."""
    return put_of_submission(submission)


def may_appear(story: Story) -> bool:
    """Whether the newest words of a story may be put before the public now.

    Both clearances or an open emergency, on the newest revision, whose fingerprint is still that
    which was cleared; made after the story was last withdrawn.
    """
    submission, put = put_of(story)
    return workflow.may_appear(put) and submission is not None and is_newest(submission, put)


def is_cleared(submission: Submission) -> bool:
    """Whether both agreed to a submission, whatever was written since."""
    return workflow.is_cleared(put_of_submission(submission))


def is_newest(submission: Submission, put: workflow.Put | None = None) -> bool:
    """Whether the story's newest revision is the one that was sent, to the letter.

    `put` where the caller has asked for it just now.
    """
    if not (put or put_of_submission(submission)).is_newest:
        return False
    # As they stand now, not as they were read.
    sent = Revision.objects.get(pk=submission.revision_id)
    story = Story.objects.select_related("locale").get(pk=submission.story_id)
    return fingerprint(story.with_content_json(sent.content)) == submission.fingerprint


def is_public(story: Story) -> bool:
    """Whether what stands in a story's row is what was published, and may still stand there.

    The page asks this before it is served: a row that was written past the commands is not shown,
    nor one whose emergency is over, whoever should have withdrawn it.
    """
    last = standing_publication(story)
    if not story.live or last is None or last.fingerprint != fingerprint(story):
        return False
    return last.submission is not None and workflow.may_stay(put_of_submission(last.submission))


def standing_publication(story: Story) -> Publication | None:
    """The publication that the public sees of a story; nothing where it was withdrawn."""
    last = next(iter(_last(story.pk)), None)
    return None if last is None or last.act == Act.WITHDRAWN else last


@prepared
def _last(story: int) -> QuerySet[Publication]:
    acts = Publication.objects.filter(story=story).select_related("submission")
    return acts.order_by("-pk")[:1]
