"""One correction, all copies: each follows at once, or is listed with what to do (N15)."""

import datetime as dt
import html
import time

import pytest
from django.test import Client

from haidang import clock
from haidang.activities.models import Activity, Indicator
from haidang.activities.queries import logged_values
from haidang.newsroom.commands.publishing import correct_story, publish_story
from haidang.newsroom.commands.sharing import record_post, settle_copy
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.copying import CopyLine
from haidang.newsroom.enums import CopyState
from haidang.newsroom.models import Copy, Story
from haidang.newsroom.queries.copies import FOLLOWING, TAKEN, copies_of, left_to_do
from haidang.newsroom.queries.notes import notes_of
from tests.makers.publishing import make_newsroom

pytestmark = pytest.mark.django_db
OLD, NEW = "30.000 đồng", "20.000 đồng"
NOTICE = f"Mức phí đúng là {NEW}."
AT_MOST = 60  # seconds (promise N15)


class Bulletins:
    """Stands for a room above that keeps bulletins which wait to be aired."""

    said: list[str] = []

    def hold(self, story):
        pass

    def follow(self, publication):
        self.said.append(publication.notice)

    def lines(self, story):
        yield CopyLine("Bản tin chờ phát", CopyState.CURRENT)


BULLETINS = Bulletins()


@pytest.fixture
def newsroom(settings):
    settings.STORY_COPIES = [f"{__name__}.BULLETINS"]
    return make_newsroom()


@pytest.fixture
def story(newsroom):
    """Shown in two languages and posted twice, with a fee that is wrong."""
    story = newsroom.published(body=f"<p>Phí {OLD}.</p>")
    publish_story(story=newsroom.translated(story), by=newsroom.editor)
    for network, address in (("facebook", "https://fb.com/p/1"), ("zalo", "https://zalo.me/1")):
        record_post(story=story, network=network, address=address, by=newsroom.editor)
    return story


def read(path, status=200):
    answer = Client().get(path, headers={"host": "127.0.0.1:8000"})
    assert answer.status_code == status
    return answer.content.decode()


def missing(path, *words):
    """What is not to be read there: a whole page in a failure tells nobody anything."""
    page = html.unescape(read(path))
    return [one for one in words if one not in page]


def states(story):
    return {line.where: line.state for line in copies_of(story)}


@pytest.mark.promise("N15")
def test_a_correction_reaches_every_copy_within_a_minute_or_lists_it(newsroom, story):
    before = time.monotonic()
    newsroom.mended(story, body=f"<p>Phí {NEW}.</p>", title=f"Lễ hội, phí {NEW}")
    correct_story(story=story, notice=NOTICE, by=newsroom.editor)

    other = Story.objects.get(locale__language_code="en")
    assert missing(f"/vi/tin/{story.slug}/", NEW, NOTICE) == []
    assert missing(f"/vi/tin/{story.slug}/", OLD) == [OLD]
    assert missing(f"/en/tin/{other.slug}/", "The original was corrected") == []
    for place in ("/vi/tin/", "/vi/tin.rss", "/vi/tin.atom", "/vi/tim/?q=le+hoi+phi"):
        assert missing(place, f"Lễ hội, phí {NEW}") == [], place
    assert Bulletins.said[-1] == NOTICE
    assert Activity.objects.get(kind="article", language="vi").title == f"Lễ hội, phí {NEW}"
    assert time.monotonic() - before < AT_MOST
    found = states(Story.objects.get(pk=story.pk))
    assert found["Cổng thông tin, tiếng Anh"] == CopyState.STALE
    assert found["Facebook"] == found["Zalo"] == found[TAKEN] == CopyState.CANNOT_RECALL
    assert found["Bản tin chờ phát"] == found[FOLLOWING] == CopyState.CURRENT


@pytest.mark.promise("N15")
def test_what_cannot_be_recalled_says_where_it_is_and_what_to_do(newsroom, story):
    newsroom.mended(story, body=f"<p>Phí {NEW}.</p>")
    correct_story(story=story, notice=NOTICE, by=newsroom.editor)

    lines = [line for line in copies_of(story) if line.is_behind]
    assert len(lines) == 4
    assert all(line.doing for line in lines)
    assert {line.address for line in lines if line.copy} == {
        "https://fb.com/p/1",
        "https://zalo.me/1",
    }
    assert left_to_do(story) == 3
    for copy in Copy.objects.all():
        settle_copy(copy=copy, state=CopyState.CURRENT, by=newsroom.editor)
    assert left_to_do(story) == 1


@pytest.mark.promise("N15")
def test_a_withdrawal_reaches_every_copy_and_the_figures(newsroom, story):
    unit, today = newsroom.centre, clock.today()
    indicator = Indicator.objects.get(code="2.1")
    days = {"data_from": today - dt.timedelta(days=1), "data_to": today}
    asked = {"units": [unit], "indicators": [indicator], **days}
    before = logged_values(**asked)[unit.pk, indicator.pk]

    withdraw_story(story=story, notice=NOTICE, by=newsroom.editor)

    assert (NOTICE in read(f"/vi/tin/{story.slug}/", status=410)) is True
    assert missing("/vi/tin/", story.title) == [story.title]
    assert logged_values(**asked)[unit.pk, indicator.pk] == before - 1
    assert Copy.objects.filter(state=CopyState.CANNOT_RECALL).count() == 2


def test_the_note_on_a_translation_goes_when_it_was_brought_up_to_date(newsroom, story):
    newsroom.mended(story, body=f"<p>Phí {NEW}.</p>")
    correct_story(story=story, notice=NOTICE, by=newsroom.editor)
    other = Story.objects.get(locale__language_code="en")
    assert notes_of(other).original_corrected.words == NOTICE

    newsroom.translated(Story.objects.get(pk=story.pk), "Whale festival, mended")
    correct_story(story=other, notice="Fee mended.", by=newsroom.editor)

    notes = notes_of(Story.objects.get(pk=other.pk))
    assert notes.original_corrected is None
    assert [note.words for note in notes.corrections] == ["Fee mended."]


def test_a_story_that_was_never_shown_has_no_copies(newsroom):
    draft = newsroom.story()

    assert copies_of(draft) == []
    assert not notes_of(draft)


def test_the_questions_about_copies_are_as_many_for_one_post_as_for_four(
    newsroom, story, django_assert_max_num_queries
):
    for number in (2, 3):
        record_post(
            story=story, network="zalo", address=f"https://zalo.me/{number}", by=newsroom.editor
        )

    with django_assert_max_num_queries(22):
        copies_of(story)
