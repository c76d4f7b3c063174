"""Planned stories for tests, and a centre with a newsroom beside a border post."""

import datetime as dt
from dataclasses import dataclass

from haidang.newsroom.commands import planning
from haidang.newsroom.commands.clearing import clear_story, submit_story
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.commands.writing import edit_story
from haidang.newsroom.enums import Step
from haidang.newsroom.planned_facts import PlannedFacts
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, UnitKind, User
from tests.kept import kept
from tests.makers.orgs import Authority, make_authority, make_unit, make_user

MONDAY = dt.date(2024, 11, 25)


@dataclass
class Newsroom:
    """A centre that writes, with two editors, and a post outside of it that reads for secrets."""

    authority: Authority
    centre: Unit
    post: Unit
    editor: User
    writer: User
    officer: User


@kept
def make_newsroom(communes=1):
    """Make a district with a centre of two editors and a border post."""
    authority = make_authority(communes)
    centre = make_unit("Trung tâm Thử", kind="trung-tam", parent=authority.district)
    post = make_unit("Đồn Thử", kind="don-bien-phong", parent=authority.district)
    UnitKind.objects.filter(code="don-bien-phong").update(stands_apart=True)
    open_portal(unit=authority.district, by=None)
    return Newsroom(
        authority=authority,
        centre=centre,
        post=post,
        editor=make_user(Role.EDITOR, unit=centre, post="Biên tập viên"),
        writer=make_user(Role.EDITOR, unit=centre, post="Phóng viên"),
        officer=make_user(Role.CONFIDENTIALITY_OFFICER, unit=post, post="Cán bộ"),
    )


def facts(**given):
    """What is planned, unless told otherwise."""
    return PlannedFacts(
        **({"title": "Ngư dân ra khơi", "on": MONDAY, "channels": ("portal",)} | given)
    )


def make_planned(newsroom, *, by=None, **given):
    """Plan a story of the centre."""
    return planning.plan_story(unit=newsroom.centre, facts=facts(**given), by=by or newsroom.editor)


def make_written(newsroom, *, by=None, **given):
    """A planned story of the centre with some words."""
    by = by or newsroom.writer
    planned = make_planned(newsroom, **given)
    story = planning.start_from_plan(planned=planned, by=by)
    words = {"body": "Sáng nay, tàu ra khơi.", "standfirst": "Vụ mới bắt đầu."}
    return edit_story(story=story, seen=story.latest_revision_id, by=by, **words)


def send(newsroom, story, *, by=None):
    """Put a story before those who clear it."""
    return submit_story(story=story, by=by or newsroom.writer, no_secret=True)


def agree(newsroom, submission):
    """Let the editor and the officer agree."""
    for step, by in ((Step.EDITOR, newsroom.editor), (Step.CONFIDENTIALITY, newsroom.officer)):
        clear_story(submission=submission, step=step, agrees=True, by=by)
