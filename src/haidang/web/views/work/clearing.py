"""Stories and bulletins that wait for a person's word before the public may see them."""

from haidang.broadcast.models import Bulletin
from haidang.broadcast.queries.to_decide import bulletins_to_decide
from haidang.newsroom.enums import Step
from haidang.newsroom.queries.waiting import Waiting, waiting_for
from haidang.orgs.models import User
from haidang.web import wording
from haidang.web.views.work.rows import Group, Row, link


def clearances_of(user: User) -> Group:
    """What an editor or the officer of the border post has to decide, the longest waiting first."""
    rows = [_row(one) for one in waiting_for(user)]
    rows += [_bulletin(*one) for one in bulletins_to_decide(user)]
    return Group("Chờ duyệt trước khi đăng", rows)


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


def _bulletin(one: Bulletin, step: Step) -> Row:
    return Row(
        title=one.title,
        why=f"{one.unit} · bản tin cho ngày {wording.day_short(one.on)}",
        url=link("clear-bulletin", one.pk),
        kind="soon",
        word=step.label[0].upper() + step.label[1:],
        sign="lock",
    )
