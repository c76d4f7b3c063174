"""Stories that wait for a person's word before the public may see them."""

from haidang.newsroom.queries.waiting import Waiting, waiting_for
from haidang.orgs.models import User
from haidang.web import wording
from haidang.web.views.work.rows import Group, Row, link


def clearances_of(user: User) -> Group:
    """What an editor or the officer of the border post has to decide, the longest waiting first."""
    return Group("Chờ duyệt trước khi đăng", [_row(one) for one in waiting_for(user)])


def _row(one: Waiting) -> Row:
    sent = wording.day_short(one.submission.submitted_at)
    return Row(
        title=one.submission.revision.object_str,
        why=f"{one.story.unit} gửi ngày {sent}",
        url=link("clear-story", one.submission.pk),
        kind="soon",
        word=one.step.label[0].upper() + one.step.label[1:],
        sign="lock",
    )
