"""A newsroom with its portal and a person in each post, and stories on any part of their way."""

import datetime as dt
from dataclasses import dataclass

from haidang import clock
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.enums import Section, Step
from haidang.newsroom.models import SectionPage, Story
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, UnitKind, User
from tests.kept import kept
from tests.makers.orgs import make_unit, make_user


@dataclass
class Newsroom:
    """A district with its centre, a commune, the border post beside them, and their people."""

    district: Unit
    unit: Unit  # whose stories they are
    post: Unit
    author: User
    editor: User
    officer: User
    leader: User
    administrator: User
    auditor: User


@kept
def make_newsroom():
    """Make the newsroom of a district's centre; its portal is that of the district."""
    district = make_unit("huyện Thử", kind="huyen")
    unit = make_unit("Trung tâm Văn hóa huyện Thử", kind="trung-tam", parent=district)
    post = make_unit("Đồn Biên phòng Thử", kind="don-bien-phong", parent=district)
    UnitKind.objects.filter(code="don-bien-phong").update(stands_apart=True)
    open_portal(unit=district, by=None)
    return Newsroom(
        district=district,
        unit=unit,
        post=post,
        author=make_user(Role.EDITOR, unit=unit, post="Phóng viên"),
        editor=make_user(Role.EDITOR, unit=unit, post="Biên tập viên"),
        officer=make_user(Role.CONFIDENTIALITY_OFFICER, unit=post, post="Cán bộ"),
        leader=make_user(Role.LEADER, unit=unit, post="Giám đốc"),
        administrator=make_user(Role.ADMINISTRATOR, unit=district, post="Quản trị"),
        auditor=make_user(Role.AUDITOR, unit=district, post="Kiểm tra"),
    )


def write_story(room, title="Ngư dân ra khơi", *, by=None, language="vi", **facts):
    """A draft with one revision, written by the author."""
    by = by or room.author
    section = SectionPage.objects.get(key=Section.NEWS, locale__language_code=language)
    facts = {
        "body": "<p>Sáng nay, tàu ra khơi.</p>",
        "standfirst": "Vụ mới.",
        "live": False,
    } | facts
    story = Story(title=title, unit=room.unit, owner=by, locale=section.locale, **facts)
    section.add_child(instance=story)
    story.save_revision(user=by)
    return story


def rewrite(story, by, **facts):
    """One more revision with other words."""
    newest = Story.objects.get(pk=story.pk).get_latest_revision_as_object()
    for name, value in facts.items():
        setattr(newest, name, value)
    return newest.save_revision(user=by)


def submit(room, story, by=None):
    """Send a story to those who clear it."""
    from haidang.newsroom.commands.clearing import submit_story

    return submit_story(story=story, by=by or room.author, no_secret=True)


def clear(room, story):
    """Send a story and let both agree."""
    from haidang.newsroom.commands.clearing import clear_story

    submission = submit(room, story)
    clear_story(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)
    clear_story(submission=submission, step=Step.CONFIDENTIALITY, agrees=True, by=room.officer)
    return submission


def a_day_later():
    """The moment when an emergency that began now is over."""
    return clock.now() + dt.timedelta(hours=24, seconds=1)
