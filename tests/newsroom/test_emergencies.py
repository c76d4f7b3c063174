"""A leader's order to publish: a day to clear it, else it goes by itself (N18)."""

import datetime as dt

import pytest

from haidang import clock
from haidang.activities.models import Activity
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.newsroom.commands.clearing import clear_story
from haidang.newsroom.commands.emergencies import end_emergency, publish_in_emergency
from haidang.newsroom.commands.publishing import correct_story
from haidang.newsroom.commands.scheduling import schedule_story
from haidang.newsroom.commands.translating import save_translation, start_translation
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.enums import Act, Reason, Step
from haidang.newsroom.jobs import end_emergencies
from haidang.newsroom.models import Emergency, Publication, Story
from haidang.newsroom.queries.translations import newest
from haidang.newsroom.segments import segments_of
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


@pytest.fixture
def story(newsroom):
    story = newsroom.story()
    newsroom.submit(story)
    publish_in_emergency(story=story, by=newsroom.leader)
    return Story.objects.get(pk=story.pk)


def minute(hours):
    with at_hour(hours):
        end_emergencies.call(None)
    return Story.objects.get().live


def decide(newsroom, story, step, agrees=True, reason=""):
    by = newsroom.editor if step == Step.EDITOR else newsroom.officer
    submission = story.submissions.get()
    clear_story(submission=submission, step=step, agrees=agrees, reason=reason, by=by)


def test_publish_in_emergency_shows_what_was_submitted_and_keeps_who_ordered_it(newsroom, story):
    emergency = Emergency.objects.get()

    assert story.live
    assert emergency.ordered_by == newsroom.leader
    assert (emergency.clear_by - emergency.ordered_at).total_seconds() == 24 * 3600
    assert Activity.objects.get().logged_by == newsroom.leader


@pytest.mark.promise("N18")
def test_without_clearance_it_goes_by_itself_after_a_day(newsroom, story):
    assert minute(23.9)
    assert not minute(24)

    gone = Publication.objects.order_by("-pk")[0]
    assert (gone.act, gone.by) == (Act.WITHDRAWN, None)
    assert "chưa được duyệt" in gone.notice
    assert Activity.objects.get().is_withdrawn
    assert Emergency.objects.get().was_cleared is False
    assert Entry.objects.latest("seq").by is None


def test_cleared_in_time_it_stays(newsroom, story):
    for step in Step:
        decide(newsroom, story, step)

    assert minute(48)
    assert Emergency.objects.get().was_cleared is True
    assert Publication.objects.count() == 1


def test_refused_it_goes_at_once(newsroom, story):
    decide(newsroom, story, Step.EDITOR, agrees=False, reason=Reason.FACTS)

    assert not Story.objects.get().live
    assert Publication.objects.order_by("-pk")[0].act == Act.WITHDRAWN


def test_end_emergency_twice_is_once(newsroom, story):
    minute(25)
    publications = Publication.objects.count()

    assert minute(26) is False
    assert end_emergency(emergency=Emergency.objects.get()) is False
    assert Publication.objects.count() == publications


@pytest.mark.django_db(transaction=True)
def test_two_workers_end_it_once(newsroom, story):
    emergency = Emergency.objects.get()

    def work():
        with at_hour(25):
            return end_emergency(emergency=emergency)

    assert sorted(at_once(work, work)) == [False, True]
    assert Publication.objects.filter(act=Act.WITHDRAWN).count() == 1


def test_a_correction_that_was_cleared_stays_when_the_first_words_were_not(newsroom, story):
    newsroom.mended(story)
    correct_story(story=story, notice="Đã sửa.", by=newsroom.editor)

    assert minute(25)
    assert Emergency.objects.get().ended_at is not None


def test_what_was_withdrawn_by_hand_ends_its_emergency(newsroom, story):
    withdraw_story(story=story, notice="Rút.", by=newsroom.leader)

    assert Emergency.objects.get().was_cleared is False
    assert minute(25) is False
    assert Publication.objects.count() == 2


@pytest.mark.parametrize("who", ["writer", "editor", "officer", "administrator", "auditor"])
def test_publish_in_emergency_is_a_leaders(newsroom, who):
    story = newsroom.story()
    newsroom.submit(story)

    with pytest.raises(NotAllowed):
        publish_in_emergency(story=story, by=getattr(newsroom, who))


def test_publish_in_emergency_refuses_what_was_not_sent_edited_refused_or_shown(newsroom, story):
    draft, edited, refused = (newsroom.story(title) for title in ("Nháp", "Sửa", "Chuyển lại"))
    newsroom.submit(edited)
    newsroom.edit(edited, title="Sửa rồi")
    submission = newsroom.submit(refused)
    clear_story(
        submission=submission, step=Step.EDITOR, agrees=False, reason="E1", by=newsroom.editor
    )

    for one in (draft, edited, refused, story):
        with pytest.raises(WrongState):
            publish_in_emergency(story=one, by=newsroom.leader)


def test_publish_in_emergency_shows_the_same_words_once(newsroom, story):
    withdraw_story(story=story, notice="Rút.", by=newsroom.leader)
    newsroom.submit(story)

    with pytest.raises(WrongState, match="đăng khẩn một lần"):
        publish_in_emergency(story=story, by=newsroom.leader)
    newsroom.edit(story, title="Lễ hội, giờ mới")
    newsroom.submit(story)
    publish_in_emergency(story=story, by=newsroom.leader)


def test_publish_in_emergency_refuses_words_that_were_sent_back_and_sent_again(newsroom):
    story = newsroom.story()
    newsroom.submit(story)
    decide(newsroom, story, Step.EDITOR, agrees=False, reason=Reason.FACTS)
    newsroom.submit(story)

    with pytest.raises(WrongState, match="trả lại"):
        publish_in_emergency(story=story, by=newsroom.leader)


def test_publish_in_emergency_keeps_an_embargo(newsroom):
    story = newsroom.cleared()
    at = FIRST + dt.timedelta(hours=3)
    schedule_story(story=story, at=at, by=newsroom.editor, is_embargo=True)
    newsroom.edit(story, title="Lễ hội, giờ mới")
    newsroom.submit(story)

    with pytest.raises(WrongState, match="không được đăng trước"):
        publish_in_emergency(story=story, by=newsroom.leader)


@pytest.mark.promise("N16")
def test_publish_in_emergency_says_of_a_translation_that_it_is_behind(newsroom):
    original = newsroom.published()
    page = start_translation(story=original, language="en", by=newsroom.writer)
    words = {one.key: "English words" for one in segments_of(newest(original))}
    seen = Story.objects.get(pk=page.pk).latest_revision_id
    save_translation(story=page, segments=words, seen=seen, by=newsroom.writer)
    newsroom.submit(page)
    newsroom.edit(original, title="Lễ hội Nghinh Ông hoãn")

    with pytest.raises(Incomplete):
        publish_in_emergency(story=page, by=newsroom.leader)
    publish_in_emergency(story=page, by=newsroom.leader, stale_said=True)
