"""Stories whose day has come, or comes this week, and that are not there yet; what came back."""

import datetime as dt

from haidang import clock
from haidang.newsroom.models import Clearance, PlannedStory
from haidang.newsroom.queries.clarifications import Awaited, awaited_clarifications
from haidang.newsroom.queries.sent_back import sent_back
from haidang.newsroom.queries.unfulfilled import unfulfilled
from haidang.orgs.models import User
from haidang.web import wording
from haidang.web.story_words import CHANNELS
from haidang.web.views.work.rows import Group, Row, due_words, link, monday, overdue_words

SHOWN = dt.timedelta(days=30)  # what came back before that was laid aside


def stories_of(user: User) -> Group:
    """What an editor's newsroom, or a writer, has to bring to its end by the end of the week."""
    today, sunday = clock.today(), monday() + dt.timedelta(6)
    return Group("Tin, bài đến ngày", [_row(one) for one in unfulfilled(user, today, sunday)])


def sent_back_stories_of(user: User) -> Group:
    """What a person sent to be cleared and got back this month, until it is sent again."""
    found = sent_back(user, clock.now() - SHOWN)
    return Group("Bài bị chuyển lại", [_sent_back(one) for one in found])


def clarifications_of(user: User) -> Group:
    """What a person's authority has to answer within 24 hours, the most urgent first."""
    found = awaited_clarifications(user, clock.now())
    return Group("Chờ phát ngôn đầu tiên", [_awaited(one) for one in found])


def _sent_back(one: Clearance) -> Row:
    on = wording.day_short(one.at)
    return Row(
        title=one.submission.revision.object_str,
        why=f"{one.get_step_display().capitalize()} ngày {on}: {one.get_reason_display()}",
        url=link("story", one.submission.story_id),
        kind="back",
        word="Bị chuyển lại",
        edge="back",
    )


def _awaited(one: Awaited) -> Row:
    return Row(
        title=one.story.title,
        why=f"{one.story.unit} · chậm nhất {wording.moment(one.first.due, clock.today())}",
        url=link("story", one.story.pk),
        kind="late" if one.is_late else "soon",
        word=f"{one.words[:1].upper()}{one.words[1:]}",
        edge="late" if one.is_late else "",
    )


def _row(planned: PlannedStory) -> Row:
    where = [word for code, (_, word) in CHANNELS.items() if code in planned.channels.split()]
    is_late = planned.on < clock.today()
    kind, word, sign = _stand(planned)
    return Row(
        title=planned.title,
        why=" · ".join([", ".join(where), str(planned.writer or "chưa có người viết")]),
        url=link("planned-story", planned.pk),
        kind="late" if is_late else kind,
        word=overdue_words(planned.on) if is_late else word,
        sign="" if is_late else sign,
        date=due_words(planned.on),
        edge="late" if is_late else "",
    )


def _stand(planned: PlannedStory) -> tuple[str, str, str]:
    """How a story stands that still has its days: begun or not."""
    if planned.story_id is not None:
        return "run", "Đang làm", "pencil"
    is_today = planned.on == clock.today()
    return "soon" if is_today else "none", "Chưa viết", ""
