"""Stories that appear by themselves at a time: also with two workers, late, by a jumping clock."""

import datetime as dt

import pytest

from haidang import clock
from haidang.activities.models import Activity
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.newsroom.commands.publishing import publish_story
from haidang.newsroom.commands.scheduling import (
    publish_scheduled,
    schedule_story,
    unschedule_story,
)
from haidang.newsroom.enums import State
from haidang.newsroom.jobs import publish_due
from haidang.newsroom.models import Publication, Schedule, Story
from haidang.newsroom.queries.states import states_of
from tests.at_once import at_once
from tests.makers.publishing import FIRST, at_hour, make_newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _morning():
    with clock.as_if(FIRST):
        yield


@pytest.fixture
def newsroom():
    return make_newsroom()


def schedule(newsroom, story, hours=2, **facts):
    at = FIRST + dt.timedelta(hours=hours)
    return schedule_story(story=story, at=at, by=newsroom.editor, **facts)


def due(hours):
    with at_hour(hours):
        publish_due.call(None)
    return list(Story.objects.filter(live=True))


def test_schedule_story_lets_it_appear_at_its_time_and_not_before(newsroom):
    story = newsroom.cleared()
    schedule(newsroom, story)

    assert states_of([story])[story.pk] == State.SCHEDULED
    assert due(1.99) == []
    assert due(2) == [story]
    shown = Publication.objects.get()
    assert (shown.by, shown.at) == (newsroom.editor, FIRST + dt.timedelta(hours=2))
    assert Activity.objects.get().logged_by == newsroom.editor
    assert Entry.objects.latest("seq").event == "publish_scheduled"
    assert not Schedule.objects.exists()


def test_a_late_start_and_a_clock_that_jumps_show_it_once(newsroom):
    schedule(newsroom, newsroom.cleared())

    for hours in (30, 1, 31, 2.5):
        due(hours)

    assert Publication.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_show_it_once(newsroom):
    row = schedule(newsroom, newsroom.cleared())

    def work():
        with at_hour(3):
            return publish_scheduled(schedule=row)

    done = at_once(work, work)

    assert [one is None for one in done].count(True) == 1
    assert Publication.objects.count() == Activity.objects.count() == 1


def test_a_story_that_was_edited_is_not_shown_and_the_ledger_says_why(newsroom):
    story = newsroom.cleared()
    schedule(newsroom, story)
    newsroom.edit(story, title="Khác")

    assert due(3) == []
    assert not Schedule.objects.exists()
    entry = Entry.objects.latest("seq")
    assert (entry.event, entry.by) == ("drop_schedule", None)


def test_one_story_that_cannot_be_shown_holds_up_no_other(newsroom, settings):
    first, second = newsroom.cleared("Một"), newsroom.cleared("Hai")
    schedule(newsroom, first, 1)
    schedule(newsroom, second, 2)
    settings.ADDRESS, here = "http://khong.example.vn", settings.ADDRESS

    assert due(3) == []
    settings.ADDRESS = here
    assert len(due(3)) == 2


def test_a_further_time_takes_the_place_of_the_first(newsroom):
    story = newsroom.cleared()
    schedule(newsroom, story, 2)
    schedule(newsroom, story, 5)

    assert due(3) == []
    assert due(5) == [story]


def test_nobody_shows_a_story_before_its_embargo(newsroom):
    story = newsroom.cleared()
    schedule(newsroom, story, is_embargo=True)

    with pytest.raises(WrongState, match="10:00 ngày 25/11/2024"):
        publish_story(story=story, by=newsroom.editor)
    assert due(2) == [story]


def test_without_an_embargo_it_may_be_shown_earlier(newsroom):
    story = newsroom.cleared()
    schedule(newsroom, story)

    publish_story(story=story, by=newsroom.editor)

    assert due(3) == [story]
    assert Publication.objects.count() == 1


def test_unschedule_story_takes_the_time_back(newsroom):
    story = newsroom.cleared()
    schedule(newsroom, story)

    unschedule_story(story=story, by=newsroom.editor)

    assert due(3) == []
    with pytest.raises(WrongState):
        unschedule_story(story=story, by=newsroom.editor)
    with pytest.raises(NotAllowed):
        unschedule_story(story=story, by=newsroom.leader)


@pytest.mark.parametrize("hours", [-1, 0, 24 * 400])
def test_schedule_story_refuses_a_time_that_is_past_or_too_far(newsroom, hours):
    with pytest.raises(Incomplete) as refusal:
        schedule(newsroom, newsroom.cleared(), hours)

    assert refusal.value.issues[0].field == "at"


def test_schedule_story_refuses_what_is_shown_or_not_cleared_and_others(newsroom):
    for story in (newsroom.story("Nháp"), newsroom.published("Đã đăng")):
        with pytest.raises(WrongState):
            schedule(newsroom, story)
    with pytest.raises(NotAllowed):
        schedule_story(
            story=newsroom.cleared(), at=FIRST + dt.timedelta(days=1), by=newsroom.officer
        )


def test_publish_scheduled_before_its_time_does_nothing(newsroom):
    row = schedule(newsroom, newsroom.cleared())

    assert publish_scheduled(schedule=row) is None


@pytest.mark.promise("N16")
def test_a_translation_whose_original_was_changed_since_does_not_appear_by_itself(newsroom):
    original = newsroom.published()
    english = newsroom.translated(original)
    schedule(newsroom, english)
    newsroom.edit(original, title="Lễ hội Nghinh Ông hoãn")

    assert due(2) == [original]
    entry = Entry.objects.latest("seq")
    assert (entry.event, "Bài gốc đã đổi" in entry.details) == ("drop_schedule", True)
    schedule(newsroom, english, hours=3, stale_said=True)
    assert len(due(3)) == 2


def test_a_time_holds_only_for_the_words_it_was_set_for(newsroom):
    story = newsroom.cleared()
    schedule(newsroom, story)
    newsroom.edit(story, title="Lễ hội, đổi giờ")
    newsroom.clear(story)

    assert states_of([story])[story.pk] == State.CLEARED
    assert due(2) == []
    assert not Schedule.objects.exists()
    entry = Entry.objects.latest("seq")
    assert (entry.event, "sau khi hẹn giờ" in entry.get_details()["reason"]) == (
        "drop_schedule",
        True,
    )
