"""Putting a cleared story before the public, now, and correcting what stands there."""

from django.db import transaction

from haidang.documents.stamps import refuse_stamped
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import publishing_checks as checks
from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.appearing import Done, show, told
from haidang.newsroom.enums import Act
from haidang.newsroom.holding_still import held
from haidang.newsroom.models import Emergency, Publication, Story
from haidang.newsroom.publishing_checks import noticed
from haidang.orgs.models import User


@transaction.atomic
def publish_story(*, story: Story, by: User, stale_said: bool = False) -> Publication:
    """Let readers see a story from now on; what they are served is kept and counted (N7).

    Refuses with WrongState what is shown already, is not cleared (N18) or is under an embargo, with
    NotAllowed, and with Incomplete a translation that is behind unless it is said to be (N16).
    """
    story = held(story)
    if story.live:
        raise WrongState("Bài này đã được đăng. Muốn đổi thì sửa, gửi duyệt lại, rồi đính chính.")
    if not rules.may_publish(by, story):
        raise NotAllowed("Chỉ biên tập viên của cơ quan có bài mới được đăng bài.")
    submission = checks.cleared(story)
    checks.refuse_embargoed(story)
    checks.refuse_stale(story, stale_said=stale_said)
    publication = show(story, Done(Act.PUBLISHED, submission, by, by))
    record("publish_story", target=story, by=by, **told(publication, stale_said))
    return publication


@transaction.atomic
def correct_story(*, story: Story, notice: str, by: User, stale_said: bool = False) -> Publication:
    """Show the newest cleared revision in the place of the one shown, with a public notice.

    Every copy follows, or is listed as not to be recalled (N15). Refuses with WrongState what is
    not shown, not cleared or the same as shown, with NotAllowed, and with Incomplete without a
    notice or a translation that is behind.
    """
    refuse_stamped(notice=notice)
    story = held(story)
    if not story.live:
        raise WrongState("Bài này chưa đăng hoặc đã rút, nên không đính chính được.")
    if not rules.may_publish(by, story):
        raise NotAllowed("Chỉ biên tập viên của cơ quan có bài mới được đính chính bài.")
    submission = checks.cleared(story)
    checks.refuse_same(story, submission)
    notice = noticed(notice, "Đã sửa mức phí ở đoạn hai: 20.000 đồng, không phải 30.000 đồng.")
    checks.refuse_stale(story, stale_said=stale_said)
    publication = show(story, Done(Act.CORRECTED, submission, by, by, notice))
    replaced = Emergency.objects.filter(submission__story=story, ended_at=None)
    replaced.exclude(submission=submission).update(ended_at=publication.at, was_cleared=False)
    record("correct_story", target=story, by=by, **told(publication, stale_said))
    return publication
