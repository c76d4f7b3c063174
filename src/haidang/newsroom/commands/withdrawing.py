"""Taking a story away: its address stays, with a public notice in the story's language."""

from django.db import transaction

from haidang.documents.stamps import refuse_stamped
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.appearing import Done, take_away, told
from haidang.newsroom.enums import Act
from haidang.newsroom.holding_still import held
from haidang.newsroom.models import Emergency, Publication, Story
from haidang.newsroom.publishing_checks import noticed
from haidang.orgs.models import User


@transaction.atomic
def withdraw_story(*, story: Story, notice: str, by: User) -> Publication:
    """Take a story from the public, with words for whoever comes to its address.

    What was counted of it is taken back; an emergency by which it was shown ends uncleared. Refuses
    with WrongState what is not shown, with NotAllowed, and with Incomplete without a notice.
    """
    refuse_stamped(notice=notice)
    story = held(story)
    if not story.live:
        raise WrongState("Bài này không còn trên cổng.")
    if not rules.may_withdraw(by, story):
        raise NotAllowed("Chỉ biên tập viên hoặc lãnh đạo của cơ quan có bài mới được rút bài.")
    notice = noticed(notice, "Bài đã được rút vì lịch lễ hội thay đổi; sẽ có thông báo mới.")
    publication = take_away(story, Done(Act.WITHDRAWN, None, by, by, notice))
    open_ones = Emergency.objects.filter(submission__story=story, ended_at=None)
    open_ones.update(ended_at=publication.at, was_cleared=False)
    record("withdraw_story", target=story, by=by, **told(publication))
    return publication
