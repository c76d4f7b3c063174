"""Stories in several languages for tests."""

from dataclasses import dataclass

from haidang.newsroom.commands import translating
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.models import Story, StorySource
from haidang.newsroom.queries.homes import section_page
from haidang.newsroom.queries.translations import newest, original_of
from haidang.newsroom.segments import segments_of
from haidang.orgs.enums import Role
from tests.kept import kept
from tests.makers.orgs import make_user
from tests.makers.planning import Newsroom, make_newsroom

BODY = (
    "<h2>Nghề muối</h2><p>Diêm dân ra đồng từ sáng sớm. Xem <a href='https://vi.example/'>"
    "bản đồ</a> và <b>giờ mở cửa</b>.</p><ul><li>Đường đi thuận tiện.</li></ul>"
)
ENGLISH = {
    "Muối Thử": "Salt of Thử",
    "Một nghề bên biển.": "A craft by the sea.",
    "Nghề muối": "Making salt",
    "Đường đi thuận tiện.": "It is easy to reach.",
    'Diêm dân ra đồng từ sáng sớm. Xem <a id="a1">bản đồ</a> và <b>giờ mở cửa</b>.': (
        "Salt makers go out at dawn. See [the map](a1) and **opening hours**."
    ),
}


@dataclass
class Desk:
    """A newsroom whose portal is open, a story in Vietnamese, and a translator."""

    newsroom: Newsroom
    story: Story
    translator: object
    reader: object


@kept
def make_desk(language="vi", **fields):
    """Open a portal and write a story for it."""
    newsroom = make_newsroom()
    open_portal(unit=newsroom.authority.district, by=None)
    return Desk(
        newsroom=newsroom,
        story=make_original(newsroom, language, **fields),
        translator=make_user(Role.EDITOR, unit=newsroom.centre, post="Biên dịch"),
        reader=make_user(Role.CLERK, unit=newsroom.centre, post="Người đọc bản ngữ"),
    )


def make_original(newsroom, language="vi", **fields):
    """Write a story in a section of the portal."""
    section = section_page(newsroom.centre, "tin", language)
    said = {"title": "Muối Thử", "standfirst": "Một nghề bên biển.", "body": BODY} | fields
    story = Story(unit=newsroom.centre, locale=section.locale, live=False, **said)
    section.add_child(instance=story)
    story.save_revision(user=newsroom.writer)
    return Story.objects.get(pk=story.pk)


def rewrite(desk, **fields):
    """Change the original, as a new revision that readers do not see yet."""
    page = newest(Story.objects.get(pk=desk.story.pk))
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(user=desk.newsroom.writer)


def add_source(desk, words):
    page = newest(Story.objects.get(pk=desk.story.pk))
    page.sources = [StorySource(words=words)]
    page.save_revision(user=desk.newsroom.writer)


def begin(desk, language="en"):
    return translating.start_translation(story=desk.story, language=language, by=desk.translator)


def fresh(story):
    return Story.objects.select_related("unit", "locale").get(pk=story.pk)


def keys(story):
    """The segments of a translation's original, by their words."""
    return {one.data: one.key for one in segments_of(newest(original_of(fresh(story))))}


def translate(desk, story, words=None, *, by=None, **more):
    """Translate what is named, by the original's words; all of it unless told otherwise."""
    found = keys(story)
    said = {found[before]: after for before, after in (words or ENGLISH).items()}
    return translating.save_translation(
        story=story,
        segments=said,
        seen=fresh(story).latest_revision_id,
        by=by or desk.translator,
        **more,
    )
