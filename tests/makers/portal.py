"""Stories on a portal, written, cleared and published by the commands."""

from django.utils.text import slugify

from haidang.newsroom.commands.publishing import publish_story
from haidang.newsroom.enums import Section
from haidang.newsroom.models import Portal, SectionPage, Story, StorySource
from tests.makers.newsroom import clear


def publish(room, title="Ngư dân ra khơi", *, section=Section.NEWS, language="vi", **facts):
    story = _written(room, section, language, title, **facts)
    clear(room, story)
    publish_story(story=story, by=room.editor)
    return Story.objects.get(pk=story.pk)


def _written(room, section, language, title, **facts):
    root = Portal.objects.get(unit=room.district)
    pages = SectionPage.objects.descendant_of(root)
    place = pages.get(key=section, locale__language_code=language)
    given = {"body": "<p>Sáng nay, tàu ra khơi.</p>", "standfirst": "Vụ mới.", "live": False}
    given["slug"] = slugify(title.replace("đ", "d").replace("Đ", "D"))
    story = Story(
        title=title, unit=room.unit, owner=room.author, locale=place.locale, **given | facts
    )
    story.sources = [StorySource(words="UBND huyện")]
    place.add_child(instance=story)
    story.save_revision(user=room.author)
    return story
