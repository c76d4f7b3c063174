"""The newsroom of the demonstration at work: writing, translating, clearing, publishing."""

import datetime as dt
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from haidang import clock
from haidang.demonstration.scenes import SCENES, drawn
from haidang.demonstration.stories import Told, Words, told
from haidang.demonstration.units import District
from haidang.newsroom.commands.clearing import clear_story, submit_story
from haidang.newsroom.commands.pictures import add_picture
from haidang.newsroom.commands.reviewing_translation import review_translation
from haidang.newsroom.commands.translating import save_translation, start_translation
from haidang.newsroom.commands.writing import draft_story, edit_story
from haidang.newsroom.enums import Consent, Section, Step, StoryKind
from haidang.newsroom.marks import to_html
from haidang.newsroom.models import Picture, Story, StoryPicture, Submission
from haidang.newsroom.picture_facts import PictureFacts
from haidang.newsroom.placing import placed
from haidang.newsroom.queries.translations import newest
from haidang.newsroom.segments import Segment, segments_of
from haidang.newsroom.story_facts import Source
from haidang.orgs.models import Unit, User
from haidang.plans.models import Task

RIGHTS = "Tranh minh họa: Cổng thông tin Cầu Ngang"


@dataclass
class Desk:
    """The centre, its people, and what they have written so far."""

    unit: Unit
    task: Task
    writer: User
    translator: User
    editor: User
    officer: User
    stories: dict[str, Story] = field(default_factory=dict)
    submissions: dict[str, Submission] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)

    @classmethod
    def of(cls, district: District, persons: dict[str, User], task: Task) -> "Desk":
        """The newsroom of the centre."""
        return cls(
            unit=district.centre,
            task=task,
            writer=persons["phongvien"],
            translator=persons["biendich"],
            editor=persons["bientap"],
            officer=persons["baomat"],
        )

    def write(self, name: str, **other: Any) -> None:
        """Draft a story that nobody planned, with all that its file tells."""
        story = told(name)
        self.stories[name] = draft_story(
            unit=self.unit,
            kind=story.facts.get("kind", StoryKind.NEWS),
            section=story.facts.get("section", Section.NEWS),
            title=story.words.title,
            by=self.writer,
        )
        is_fixed = story.facts.get("kind") == StoryKind.FIXED
        self.fill(name, **({} if is_fixed else {"task": self.task}) | other)

    def fill(self, name: str, **other: Any) -> None:
        """Put the words of its file into a story that was begun."""
        facts = _typed(told(name)) | {"pictures": self._pictures(told(name))} | other
        story = self.stories[name]
        self.stories[name] = edit_story(
            story=story, seen=story.latest_revision_id, by=self.writer, **facts
        )

    def translate(self, name: str) -> None:
        """Put a story into English: one translates, another who reads English vouches for it."""
        original, english = newest(self.stories[name]), told(name).english
        assert english is not None
        page = start_translation(story=original, language="en", by=self.translator)
        page = save_translation(
            story=page,
            segments=_segments(original, told(name), english),
            seen=page.latest_revision_id,
            by=self.translator,
        )
        self.stories[f"{name}/en"] = review_translation(
            story=page, seen=page.latest_revision_id, reads_it=True, by=self.writer
        )

    def send(self, name: str) -> None:
        """Put a story before those who clear it."""
        self.submissions[name] = submit_story(
            story=self.stories[name], by=self.writer, no_secret=True
        )

    def agree(self, name: str, step: Step) -> None:
        """Let one of the two who clear it agree."""
        by = self.editor if step == Step.EDITOR else self.officer
        clear_story(submission=self.submissions[name], step=step, agrees=True, by=by)

    def _pictures(self, story: Told) -> list[StoryPicture]:
        return [placed(self._picture(scene)) for scene in story.scenes]

    def _picture(self, scene: str) -> Picture:
        if scene not in self.pictures:
            words = SCENES[scene]
            self.pictures[scene] = add_picture(
                unit=self.unit,
                content=drawn(scene),
                name=f"{scene}.png",
                facts=PictureFacts(
                    rights=RIGHTS, alt=words.alt, caption=words.caption, consent=Consent.NOBODY
                ),
                by=self.writer,
            )
        return self.pictures[scene]


def _typed(story: Told) -> dict[str, Any]:
    """What a file tells, as `edit_story` takes it."""
    facts: dict[str, Any] = {k: v for k, v in story.facts.items() if k not in {"kind", "section"}}
    if at := facts.get("claim_at"):
        day, time = at.split()
        facts["claim_at"] = clock.at(dt.date.fromisoformat(day), *map(int, time.split(":")))
    words = story.words
    spoken = {name: getattr(words, name) for name in ("standfirst", "body", "where", "contact")}
    return facts | spoken | {"sources": [Source(one) for one in story.sources]}


def _segments(original: Story, story: Told, english: Words) -> dict[str, str]:
    """The English words by the segments of the original: the same piece of the same part."""
    same = Story(
        title=english.title,
        standfirst=english.standfirst,
        body=to_html(english.body),
        where=english.where,
        contact=english.contact,
    )
    said = {path: [one.data for one in ones] for path, ones in _by_path(segments_of(same))}
    for at, scene in enumerate(story.scenes):
        said[f"pictures.{at}.alt"] = [SCENES[scene].english_alt]
        said[f"pictures.{at}.caption"] = [SCENES[scene].english_caption]
    return {
        one.key: words
        for path, ones in _by_path(segments_of(original))
        for one, words in zip(ones, said.get(path, ()), strict=False)
    }


def _by_path(segments: list[Segment]) -> list[tuple[str, list[Segment]]]:
    return [(path, list(ones)) for path, ones in groupby(segments, key=lambda one: one.path)]
