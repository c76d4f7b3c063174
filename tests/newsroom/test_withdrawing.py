"""Taking a story away: a notice stays at its address, and what was counted is taken back."""

import pytest
from django.test import Client

from haidang.activities.models import Activity
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.newsroom.commands.publishing import publish_story
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.enums import State
from haidang.newsroom.models import Publication, Story
from haidang.newsroom.queries.states import states_of
from tests.makers.publishing import make_newsroom

pytestmark = pytest.mark.django_db
NOTICE = "Bài đã rút vì lịch lễ hội đổi."


@pytest.fixture
def newsroom():
    return make_newsroom()


def read(publication):
    path = publication.address.partition("8000")[2]
    return Client().get(path, headers={"host": "127.0.0.1:8000"})


def test_withdraw_story_leaves_a_notice_at_the_address(newsroom):
    story = newsroom.published()

    gone = withdraw_story(story=story, notice=NOTICE, by=newsroom.editor)

    page = read(gone)
    assert page.status_code == 410
    assert NOTICE in page.content.decode()
    assert "Ba ngày hội" not in page.content.decode()
    assert gone.page.read() == page.content
    assert states_of([story])[story.pk] == State.WITHDRAWN


def test_withdraw_story_takes_its_entry_back_with_the_reason(newsroom):
    story = newsroom.published()

    withdraw_story(story=story, notice=NOTICE, by=newsroom.leader)

    entry = Activity.objects.get()
    assert entry.is_withdrawn
    assert NOTICE in entry.withdrawal_reason
    assert entry.withdrawn_by == newsroom.leader


def test_a_withdrawn_story_needs_to_be_cleared_anew_and_counts_anew(newsroom):
    story = newsroom.published()
    withdraw_story(story=story, notice=NOTICE, by=newsroom.editor)
    with pytest.raises(WrongState):
        publish_story(story=story, by=newsroom.editor)

    shown = publish_story(story=newsroom.mended(story), by=newsroom.editor)

    assert shown.activity != Publication.objects.order_by("pk")[0].activity
    assert Activity.objects.standing().count() == 1


@pytest.mark.parametrize("who", ["officer", "administrator", "auditor"])
def test_withdraw_story_is_for_its_editors_and_leaders(newsroom, who):
    with pytest.raises(NotAllowed):
        withdraw_story(story=newsroom.published(), notice=NOTICE, by=getattr(newsroom, who))


def test_withdraw_story_asks_for_words_and_for_what_is_shown(newsroom):
    story = newsroom.published()
    for notice in ("", "TỐI MẬT\n"):
        with pytest.raises(Incomplete):
            withdraw_story(story=story, notice=notice, by=newsroom.editor)
    with pytest.raises(WrongState):
        withdraw_story(story=newsroom.story("Nháp"), notice=NOTICE, by=newsroom.editor)
    assert Story.objects.filter(live=True).get() == story
