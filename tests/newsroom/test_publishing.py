"""Publishing: what readers are served is kept and counted by the act itself (N7)."""

import hashlib

import pytest
from django.test import Client

from haidang.activities.models import Activity
from haidang.activities.queries import totals_of
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.ledger.queries import first_fault
from haidang.newsroom.commands.clearing import clear_story
from haidang.newsroom.commands.publishing import correct_story, publish_story
from haidang.newsroom.enums import Act, Step, StoryKind
from haidang.newsroom.models import Publication, Story
from haidang.newsroom.seen import NotShown
from tests.at_once import at_once
from tests.makers.publishing import make_newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom():
    return make_newsroom()


def read(publication):
    path = publication.address.partition("8000")[2]
    return Client().get(path, headers={"host": "127.0.0.1:8000"})


@pytest.mark.promise("N7")
def test_publish_story_keeps_the_bytes_that_readers_are_served_and_where_and_when(newsroom):
    story = newsroom.cleared()

    shown = publish_story(story=story, by=newsroom.editor)

    served = read(shown)
    assert served.status_code == 200
    assert "Lễ hội Nghinh Ông" in served.content.decode()
    assert hashlib.sha256(served.content).hexdigest() == shown.page.sha256
    assert shown.page.read() == served.content
    assert (shown.act, shown.by, shown.story) == (Act.PUBLISHED, newsroom.editor, story)
    assert shown.address == f"http://127.0.0.1:8000/vi/tin/{story.slug}/"
    assert first_fault() is None


@pytest.mark.promise("N7")
def test_publish_story_writes_one_entry_that_nobody_typed(newsroom):
    shown = publish_story(story=newsroom.cleared(video="https://x.vn/v"), by=newsroom.editor)

    (entry,) = Activity.objects.all()
    assert shown.activity == entry
    assert (entry.title, entry.unit, entry.language) == (
        "Lễ hội Nghinh Ông",
        newsroom.centre,
        "vi",
    )
    assert entry.link == shown.address
    assert {q.measure_id: q.amount for q in entry.quantities.all()} == {"items": 1, "files": 1}
    assert [row.file for row in entry.evidence.all()] == [shown.page]


@pytest.mark.promise("N7")
def test_a_story_in_two_languages_is_two_entries_each_in_its_language(newsroom):
    story = newsroom.cleared()

    for one in (story, newsroom.translated(story)):
        publish_story(story=one, by=newsroom.editor)

    assert sorted(Activity.objects.values_list("language", flat=True)) == ["en", "vi"]


def test_a_page_that_says_who_the_unit_is_counts_nothing(newsroom):
    shown = publish_story(story=newsroom.cleared(kind=StoryKind.FIXED), by=newsroom.editor)

    assert shown.activity is None
    assert not Activity.objects.exists()


def test_publish_story_refuses_what_is_not_cleared_twice(newsroom):
    story = newsroom.story()
    with pytest.raises(WrongState):
        publish_story(story=story, by=newsroom.editor)
    submission = newsroom.submit(story)
    clear_story(submission=submission, step=Step.EDITOR, agrees=True, by=newsroom.editor)

    with pytest.raises(WrongState):
        publish_story(story=story, by=newsroom.editor)
    assert not Story.objects.get().live
    assert not Publication.objects.exists()


def test_publish_story_refuses_what_was_edited_after_it_was_cleared(newsroom):
    story = newsroom.cleared()
    newsroom.edit(story, title="Khác")

    with pytest.raises(WrongState):
        publish_story(story=story, by=newsroom.editor)


@pytest.mark.parametrize("who", ["officer", "leader", "administrator", "auditor"])
def test_publish_story_is_for_editors_of_its_authority(newsroom, who):
    story = newsroom.cleared()

    with pytest.raises(NotAllowed):
        publish_story(story=story, by=getattr(newsroom, who))


def test_what_cannot_be_shown_is_not_published_at_all(newsroom, settings):
    story, entries = newsroom.cleared(), Entry.objects.count()
    settings.ADDRESS = "http://ten-khac.example.vn"  # a host that the server does not answer on

    with pytest.raises(NotShown):
        publish_story(story=story, by=newsroom.editor)

    assert not Story.objects.get().live
    assert (Entry.objects.count(), Activity.objects.count()) == (entries, 0)
    assert not Publication.objects.exists()


@pytest.mark.parametrize("step", ["keep", "write_entry", "copying.follow"])
def test_a_fall_between_two_steps_leaves_nothing_half(newsroom, monkeypatch, step):
    def fall(*args, **kwargs):
        raise MemoryError

    story, entries = newsroom.cleared(), Entry.objects.count()
    with monkeypatch.context() as broken:
        broken.setattr(f"haidang.newsroom.appearing.{step}", fall)
        with pytest.raises(MemoryError):
            publish_story(story=story, by=newsroom.editor)

    assert not Story.objects.get().live
    assert (Entry.objects.count(), Activity.objects.count()) == (entries, 0)
    publish_story(story=story, by=newsroom.editor)
    assert Activity.objects.count() == Publication.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_who_press_at_once_publish_once(newsroom):
    story = newsroom.cleared()

    done = at_once(
        lambda: publish_story(story=story, by=newsroom.editor),
        lambda: publish_story(story=story, by=newsroom.writer),
    )

    assert sorted(type(one).__name__ for one in done) == ["Publication", "WrongState"]
    assert Activity.objects.count() == Publication.objects.count() == 1


def test_correct_story_shows_the_newest_words_with_a_notice(newsroom):
    story = newsroom.mended(newsroom.published())

    shown = correct_story(story=story, notice="Đã sửa tên lễ hội.", by=newsroom.editor)

    page = read(shown).content.decode()
    assert "Lễ hội Nghinh Ông năm nay" in page
    assert "Đã sửa tên lễ hội." in page
    assert shown.page.read().decode() == page
    assert [row.act for row in Publication.objects.order_by("pk")] == ["published", "corrected"]


def test_correct_story_corrects_the_entry_and_keeps_both_pages(newsroom):
    story = newsroom.mended(newsroom.published())

    correct_story(story=story, notice="Đã sửa.", by=newsroom.editor)

    (entry,) = Activity.objects.all()
    assert entry.title == "Lễ hội Nghinh Ông năm nay"
    assert entry.evidence.count() == 2
    assert totals_of(Activity.objects.all()) is not None


def test_correct_story_leaves_the_entry_alone_where_nothing_of_it_changed(newsroom):
    story = newsroom.mended(newsroom.published(), body="<p>Hai ngày hội.</p>")

    correct_story(story=story, notice="Hội hai ngày.", by=newsroom.editor)

    assert Activity.objects.get().version == 0


@pytest.mark.parametrize("notice", ["", "  \n", "x" * 501, "Sửa\nMẬT\nhết"])
def test_correct_story_asks_for_a_notice_that_readers_may_read(newsroom, notice):
    story = newsroom.mended(newsroom.published())

    with pytest.raises(Incomplete) as refusal:
        correct_story(story=story, notice=notice, by=newsroom.editor)

    assert refusal.value.issues[0].field == "notice"


def test_correct_story_refuses_what_is_not_shown_not_cleared_or_the_same(newsroom):
    for story in (newsroom.cleared("Chưa đăng"), newsroom.published("Như cũ")):
        with pytest.raises(WrongState):
            correct_story(story=story, notice="x", by=newsroom.editor)
    story = newsroom.published("Sửa dở")
    newsroom.edit(story, title="Sửa dở rồi")

    with pytest.raises(WrongState):
        correct_story(story=story, notice="x", by=newsroom.editor)
    with pytest.raises(NotAllowed):
        correct_story(story=story, notice="x", by=newsroom.officer)


@pytest.mark.promise("N16")
def test_a_translation_that_is_behind_is_not_published_unnoticed(newsroom):
    story = newsroom.published()
    other = newsroom.translated(story)
    newsroom.edit(story, title="Lễ hội Nghinh Ông lần thứ hai")

    with pytest.raises(Incomplete) as refusal:
        publish_story(story=other, by=newsroom.editor)

    assert refusal.value.issues[0].field == "stale_said"
    publish_story(story=other, by=newsroom.editor, stale_said=True)
    assert Entry.objects.filter(event="publish_story").latest("seq").get_details()["stale_said"]
