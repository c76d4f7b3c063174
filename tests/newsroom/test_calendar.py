"""What the calendar answers: cards with their states, the way of stories, what is not there yet."""

import datetime as dt

import pytest

from haidang import clock
from haidang.newsroom.commands import planning
from haidang.newsroom.commands.clearing import clear_story
from haidang.newsroom.commands.publishing import publish_story
from haidang.newsroom.commands.scheduling import schedule_story
from haidang.newsroom.enums import Reason, State, Step
from haidang.newsroom.queries.calendar import cards_between
from haidang.newsroom.queries.funnel import funnel_of
from haidang.newsroom.queries.ideas import asking_tasks
from haidang.newsroom.queries.unfulfilled import unfulfilled
from tests.makers.activities import make_adopted_plan, make_adopted_task
from tests.makers.planning import MONDAY, agree, make_newsroom, make_planned, make_written, send

pytestmark = pytest.mark.django_db
SUNDAY = MONDAY + dt.timedelta(6)
NOVEMBER = (clock.at(dt.date(2024, 11, 1)), clock.at(dt.date(2024, 11, 30), 23, 59))


@pytest.fixture(autouse=True)
def _on_monday(settings):
    settings.AS_OF = MONDAY


@pytest.fixture
def newsroom():
    return make_newsroom()


def states(user):
    return [card.state for card in cards_between(user, MONDAY, SUNDAY)]


def due(user):
    return [one.title for one in unfulfilled(user, MONDAY, SUNDAY)]


def test_a_card_follows_its_story_to_the_end(newsroom):
    planned = make_planned(newsroom, title="Chưa viết")
    story = make_written(newsroom, title="Đã viết")
    seen = [states(newsroom.editor)]

    submission = send(newsroom, story)
    seen.append(states(newsroom.editor))
    agree(newsroom, submission)
    seen.append(states(newsroom.editor))
    publish_story(story=story, by=newsroom.editor)
    seen.append(states(newsroom.editor))

    assert [state for first, state in seen if first is None] == [
        State.DRAFT,
        State.AT_EDITOR,
        State.CLEARED,
        State.LIVE,
    ]
    counts = dict(funnel_of(newsroom.editor, *NOVEMBER))
    assert (counts[State.LIVE], counts[State.DRAFT], sum(counts.values())) == (1, 0, 1)
    assert planned.story is None


@pytest.mark.promise("N18")
def test_what_is_between_two_people_stands_in_nobody_elses_calendar(newsroom):
    story = make_written(newsroom)
    submission = send(newsroom, story)
    clear_story(submission=submission, step=Step.EDITOR, agrees=True, by=newsroom.editor)
    k4 = {"agrees": False, "reason": Reason.IN_PERSON, "by": newsroom.officer}
    clear_story(submission=submission, step=Step.CONFIDENTIALITY, **k4)

    assert len(states(newsroom.writer)) == 1
    for other in (newsroom.editor, newsroom.authority.drafter, newsroom.authority.auditor):
        assert states(other) == []
        assert sum(count for _, count in funnel_of(other, *NOVEMBER)) == 0


def test_a_story_is_due_until_it_is_there(newsroom):
    make_planned(newsroom, title="Hôm qua", on=MONDAY - dt.timedelta(1))
    make_planned(newsroom, title="Rất cũ", on=MONDAY - dt.timedelta(40))
    make_planned(newsroom, title="Tuần sau", on=SUNDAY + dt.timedelta(1))
    make_planned(newsroom, title="Của đồn", writer=newsroom.officer)
    dropped = make_planned(newsroom, title="Đã bỏ")
    planning.drop_plan(planned=dropped, by=newsroom.editor)
    story = make_written(newsroom, title="Ra khơi")

    assert due(newsroom.editor) == ["Hôm qua", "Của đồn", "Ra khơi"]
    assert due(newsroom.officer) == ["Của đồn"]
    agree(newsroom, send(newsroom, story))
    assert "Ra khơi" in due(newsroom.editor)
    schedule_story(story=story, at=clock.now() + dt.timedelta(hours=20), by=newsroom.editor)
    assert "Ra khơi" not in due(newsroom.editor)
    publish_story(story=story, by=newsroom.editor)
    assert "Ra khơi" not in due(newsroom.editor)


def test_for_loudspeakers_a_story_is_ready_once_it_was_cleared(newsroom):
    story = make_written(newsroom, title="Bản tin", channels=("radio",))
    assert due(newsroom.editor) == ["Bản tin"]

    agree(newsroom, send(newsroom, story))

    assert due(newsroom.editor) == []


def test_tasks_that_ask_for_stories_say_how_many_there_are(newsroom):
    plan = make_adopted_plan(newsroom.authority.district, newsroom.authority.drafter)
    words = {"text": "Viết tin, bài đăng tải trên Trang thông tin điện tử huyện."}
    task = make_adopted_task(plan, newsroom.centre, **words)
    make_adopted_task(plan, newsroom.centre, text="Trực loa.", start=10, end=20)
    make_planned(newsroom, task=task)
    story = make_written(newsroom, task=task)
    agree(newsroom, send(newsroom, story))
    publish_story(story=story, by=newsroom.editor)

    asking = asking_tasks(newsroom.centre, 2024)

    assert [(one.task, one.planned, one.live) for one in asking] == [(task, 2, 1)]
