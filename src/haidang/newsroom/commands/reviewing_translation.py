"""Vouching for a translation: a named person who reads the language, and did not translate it."""

from django.db import transaction

from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import translation_rules
from haidang.newsroom.models import Story
from haidang.newsroom.queries.memory import left_of, translators_of
from haidang.newsroom.queries.translations import newest, original_of
from haidang.newsroom.segments import is_summary
from haidang.orgs.models import Unit, User
from haidang.plans.overtaking import Overtaken


@transaction.atomic
def review_translation(*, story: Story, seen: int, reads_it: bool, by: User) -> Story:
    """Put one's name to a translation as it is, having read it in its language.

    Whoever translated a part of it cannot. Refuses with NotAllowed, with WrongState where it is no
    translation or the original was changed since, with Incomplete where a part is not translated
    or the person does not say to have read it, and with Overtaken.
    """
    Unit.objects.select_for_update(no_key=True).get(pk=story.unit_id)
    story = Story.objects.select_for_update(no_key=True, of=("self",)).get(pk=story.pk)
    original = original_of(story)
    if original is None:
        raise WrongState("Bài này không phải bản dịch.")
    if not translation_rules.may_review_translation(by, story):
        raise NotAllowed("Chỉ người của đơn vị có bài mới soát được bản dịch.")
    original = newest(original)
    if by.pk in translators_of(original, story):
        raise NotAllowed("Người dịch không tự soát bản dịch của mình. Nhờ người khác đọc và soát.")
    if story.latest_revision_id != seen:
        raise Overtaken([], story.latest_revision_id or 0, by)
    if issues := _before_reviewing(original, story, reads_it=reads_it):
        raise Incomplete(issues)
    page = newest(story)
    page.reviewed_by = by
    page.save_revision(user=by)
    record("review_translation", target=story, by=by, revision=page.latest_revision_id)
    return page


def _before_reviewing(original: Story, story: Story, *, reads_it: bool) -> list[Issue]:
    issues = []
    short = is_summary(newest(story), original)
    if left := left_of(original, story.locale, without_body=short):
        issues.append(Issue("not_translated", f"Còn {len(left)} câu chưa dịch.", "segments"))
    if not reads_it:
        message = "Đánh dấu là anh/chị đọc được ngôn ngữ này và đã đọc hết bản dịch."
        issues.append(Issue("not_read", message, "reads_it"))
    return issues
