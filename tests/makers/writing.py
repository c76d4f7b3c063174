"""Stories for tests, written by the real commands."""

from haidang.newsroom.commands.writing import draft_story, edit_story
from haidang.newsroom.enums import Section, StoryKind
from haidang.newsroom.models import Story


def make_story(room, *, by=None, title="Ngư dân ra khơi", kind=StoryKind.NEWS, **given):
    """Draft a story of a newsroom's unit (see makers/newsroom.py)."""
    asked = {"unit": room.unit, "section": Section.NEWS} | given
    return draft_story(kind=kind, title=title, by=by or room.author, **asked)


def edit(story, by, **facts):
    """Edit a story as somebody does who saw its newest revision."""
    seen = Story.objects.get(pk=story.pk).latest_revision_id
    return edit_story(story=story, seen=seen, by=by, **facts)
