"""Nothing of a story becomes public but by our commands, and only what both agreed to (N18)."""

from pathlib import Path

import pytest
from django.core.management import call_command
from wagtail.models import Page, Revision

from haidang import clock, newsroom
from haidang.documents.storage import keep
from haidang.newsroom import gate
from haidang.newsroom.enums import Act, State, Step
from haidang.newsroom.gate import NotCleared, opened
from haidang.newsroom.models import Publication, Story
from haidang.newsroom.queries.states import states_of
from tests.makers.newsroom import clear, make_newsroom, rewrite, submit, write_story

pytestmark = [pytest.mark.django_db, pytest.mark.promise("N18")]


@pytest.fixture
def room():
    return make_newsroom()


@pytest.fixture
def story(room):
    return write_story(room)


def show(story, submission):
    """What publishing does at the rows, without the page that it keeps."""
    with opened(story):
        submission.revision.publish()
    return Story.objects.get(pk=story.pk)


def publish(room, story, submission, act=Act.PUBLISHED):
    """Show it, and write that it was shown."""
    live = show(story, submission)
    page = {"address": "http://x/", "page": keep(b"<html>", "text/html"), "at": clock.now()}
    facts = {"story": live, "submission": submission, "fingerprint": submission.fingerprint}
    Publication.objects.create(act=act, **facts, **page, by=room.editor)
    return live


def test_both_agree_and_then_it_may_appear(room, story):
    assert not gate.may_appear(story)

    submission = clear(room, story)

    assert gate.may_appear(story)
    assert gate.is_cleared(submission)
    assert show(story, submission).live


def test_a_cleared_story_does_not_appear_past_the_commands(room, story):
    submission = clear(room, story)

    with pytest.raises(NotCleared):
        submission.revision.publish()

    assert not Story.objects.get(pk=story.pk).live


def test_not_even_a_command_shows_what_is_not_cleared(room, story):
    submission = submit(room, story)

    with pytest.raises(NotCleared), opened(story):
        submission.revision.publish()

    assert not Story.objects.get(pk=story.pk).live


@pytest.mark.parametrize("kind", [Story, Page])
def test_a_row_cannot_be_made_live(room, story, kind):
    clear(room, story)
    row = kind.objects.get(pk=story.pk)
    row.live = True

    with pytest.raises(NotCleared):
        row.save()


def test_a_new_row_cannot_be_live(room):
    with pytest.raises(NotCleared):
        write_story(room, live=True)


def test_the_scheduler_of_wagtail_publishes_nothing(room, story):
    submission = clear(room, story)
    Revision.objects.filter(pk=submission.revision_id).update(approved_go_live_at=clock.now())

    with pytest.raises(NotCleared):
        call_command("publish_scheduled")


def test_a_live_story_is_not_changed_moved_or_taken_away_past_the_commands(room, story):
    live = show(story, clear(room, story))
    live.title = "Khác"
    section = live.get_parent()
    other = section.get_next_sibling() or section.get_prev_sibling()

    for act in (live.save, live.unpublish, lambda: live.move(other, pos="last-child")):
        with pytest.raises(NotCleared):
            act()
    bare = Page.objects.get(pk=live.pk)
    bare.live = False
    with pytest.raises(NotCleared):
        bare.save()


def test_an_alias_of_a_story_is_refused(story):
    with pytest.raises(NotCleared):
        story.create_alias(update_slug="ban-sao")


def test_a_copy_of_a_live_story_is_a_draft_or_nothing(room, story):
    live = show(story, clear(room, story))

    with pytest.raises(NotCleared):
        live.copy(update_attrs={"slug": "hai", "title": "Hai"})
    assert not live.copy(update_attrs={"slug": "ba", "title": "Ba"}, keep_live=False).live


def test_a_revision_is_never_written_over(story):
    with pytest.raises(NotCleared):
        story.save_revision(overwrite_revision=story.latest_revision)


def test_any_edit_voids_both(room, story):
    clear(room, story)
    rewrite(story, room.author, body="<p>Sáng nay, tàu ra khơi!</p>")
    assert not gate.may_appear(story)

    rewrite(story, room.author, body="<p>Sáng nay, tàu ra khơi.</p>")
    assert not gate.may_appear(story)


def test_what_is_served_is_what_was_published(room, story):
    assert not gate.is_public(show(story, clear(room, story)))
    rewrite(story, room.author, standfirst="Bản hai.")

    live = publish(room, story, clear(room, story))
    assert gate.is_public(live)

    Story.objects.filter(pk=live.pk).update(title="Lén đổi")
    assert not gate.is_public(Story.objects.get(pk=live.pk))


def test_states_follow_what_was_done(room, story):
    def state():
        return states_of([story])[story.pk]

    assert state() == State.DRAFT
    submission = submit(room, story)
    assert state() == State.AT_EDITOR
    from haidang.newsroom.commands.clearing import clear_story

    clear_story(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)
    assert state() == State.AT_CONFIDENTIALITY
    clear_story(submission=submission, step=Step.CONFIDENTIALITY, agrees=True, by=room.officer)
    assert state() == State.CLEARED
    show(story, submission)
    assert state() == State.LIVE


def test_states_of_many_cost_what_those_of_one_cost(room, django_assert_max_num_queries):
    stories = [write_story(room, f"Bài {n}") for n in range(4)]
    for one in stories[:3]:
        clear(room, one)
    with django_assert_max_num_queries(7):
        states_of(stories[:1])
    with django_assert_max_num_queries(7):
        assert len(states_of(stories)) == 4


def test_only_three_places_open_the_way():
    """Showing, taking away, and moving a draft that nobody was sent yet."""
    src = Path(newsroom.__file__).parents[1]
    calls = {
        path.relative_to(src).as_posix(): path.read_text("utf-8").count("with opened(story)")
        for path in src.rglob("*.py")
    }

    assert {path: count for path, count in calls.items() if count} == {
        "newsroom/appearing.py": 2,
        "newsroom/commands/writing.py": 1,
    }
