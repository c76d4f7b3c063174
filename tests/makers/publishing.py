"""A newsroom with everybody in it, and stories of it on the way to the public."""

import datetime as dt
from dataclasses import dataclass

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.newsroom.addressing import address_for
from haidang.newsroom.commands.clearing import clear_story, submit_story
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.commands.publishing import publish_story
from haidang.newsroom.commands.translating import save_translation, start_translation
from haidang.newsroom.enums import Section, Step, StoryKind
from haidang.newsroom.models import FrontPage, SectionPage, Story
from haidang.newsroom.queries.translations import newest
from haidang.newsroom.segments import segments_of
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from tests.kept import kept
from tests.makers.orgs import make_unit, make_user

FIRST = dt.datetime(2024, 11, 25, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


@dataclass
class Newsroom:
    """A district with its portal, a centre that writes, a border post outside of the centre."""

    district: Unit
    centre: Unit
    writer: User
    editor: User
    officer: User
    leader: User
    administrator: User
    auditor: User

    def section(self, language="vi", key=Section.NEWS):
        """The page of a section in a language; it is laid where there is none."""
        front = FrontPage.objects.get(unit=self.district, locale__language_code=language)
        found = SectionPage.objects.child_of(front).filter(key=key).first()
        if found is None:
            found = SectionPage(title=key.label, slug=key, key=key, locale=front.locale)
            front.add_child(instance=found)
        return found

    def story(self, title="Lễ hội Nghinh Ông", *, language="vi", **facts):
        """A draft in a language, written in it."""
        parent = self.section(language)
        facts = {"standfirst": "Ngư dân ra khơi.", "body": "<p>Ba ngày hội.</p>"} | facts
        story = Story(title=title, unit=self.centre, locale=parent.locale, live=False, **facts)
        story.slug = address_for(story, parent)
        parent.add_child(instance=story)
        story.save_revision(user=self.writer)
        return story

    def translated(self, story, title="The whale festival"):
        """The story in English, cleared; again, the words of its original as it is now."""
        by = self.writer
        page = start_translation(story=story, language="en", by=by)
        original = newest(story)
        words = {one.key: f"English words, {n}" for n, one in enumerate(segments_of(original))}
        words |= {one.key: title for one in segments_of(original) if one.data == original.title}
        seen = Story.objects.get(pk=page.pk).latest_revision_id
        save_translation(story=page, segments=words, seen=seen, by=by)
        self.clear(page)
        return Story.objects.get(pk=page.pk)

    def edit(self, story, **facts):
        """Save a newer revision."""
        newest = story.get_latest_revision_as_object()
        for name, value in facts.items():
            setattr(newest, name, value)
        newest.save_revision(user=self.writer)

    def submit(self, story):
        """Send the newest revision to those who clear."""
        return submit_story(story=story, by=self.writer, no_secret=True)

    def clear(self, story):
        """Have the newest revision cleared twice."""
        submission = self.submit(story)
        for step, by in ((Step.EDITOR, self.editor), (Step.CONFIDENTIALITY, self.officer)):
            clear_story(submission=submission, step=step, agrees=True, by=by)
        return submission

    def cleared(self, *args, **facts):
        """A story that may appear."""
        story = self.story(*args, **facts)
        self.clear(story)
        return story

    def published(self, *args, **facts):
        """A story that readers see."""
        story = self.cleared(*args, **facts)
        publish_story(story=story, by=self.editor)
        return Story.objects.get(pk=story.pk)

    def mended(self, story, **facts):
        """A published story with a newer revision that is cleared."""
        self.edit(story, **(facts or {"title": "Lễ hội Nghinh Ông năm nay"}))
        self.clear(story)
        return Story.objects.get(pk=story.pk)


@kept
def make_newsroom():
    """Open a district's portal, with the people that a story passes through."""
    load_catalogue()
    district = make_unit("huyện Thử", kind="huyen")
    centre = make_unit("Trung tâm huyện", kind="phong", parent=district)
    post = make_unit("Đồn Biên phòng Thử", kind="don", parent=district)
    open_portal(unit=district, by=None)
    return Newsroom(
        district=district,
        centre=centre,
        writer=make_user(Role.EDITOR, unit=centre, post="Phóng viên"),
        editor=make_user(Role.EDITOR, unit=centre, post="Biên tập viên"),
        officer=make_user(Role.CONFIDENTIALITY_OFFICER, unit=post, post="Cán bộ"),
        leader=make_user(Role.LEADER, unit=district, post="Phó Chủ tịch"),
        administrator=make_user(Role.ADMINISTRATOR, unit=centre, post="Quản trị"),
        auditor=make_user(Role.AUDITOR, unit=centre, post="Kiểm tra"),
    )


def at_hour(hours):
    """Let it be so many hours after the first morning."""
    return clock.as_if(FIRST + dt.timedelta(hours=hours))


def make_clarification(newsroom, known, **facts):
    """A draft that answers a claim known at a moment."""
    facts = {"claim": "Cảng cá đóng cửa", "claim_at": known, "answered_by": "UBND huyện"} | facts
    return newsroom.story("Về tin cảng cá đóng cửa", kind=StoryKind.CLARIFICATION, **facts)
