"""What a planned story must say before it stands in the calendar."""

import datetime as dt
from collections.abc import Iterator

from haidang import clock
from haidang.errors import Issue
from haidang.newsroom.enums import Content, Section, StoryKind
from haidang.newsroom.planned_facts import PlannedFacts
from haidang.newsroom.queries.writers import tasks_for, writers_for
from haidang.occasions.models import Occasion
from haidang.orgs.models import Unit

LONGEST_TITLE, LONGEST_NOTE = 200, 300
BACK, AHEAD = dt.timedelta(366), dt.timedelta(800)


def about(facts: PlannedFacts, unit: Unit) -> list[Issue]:
    """Everything that is missing or wrong in what was given for a unit's calendar."""
    return [*_words(facts), *about_day(facts.on), *_choices(facts), *_others(facts, unit)]


def about_day(on: dt.date) -> list[Issue]:
    """A day that is so far off that it was mistyped."""
    today = clock.today()
    if today - BACK <= on <= today + AHEAD:
        return []
    return [Issue("far_day", f"Ngày {on:%d/%m/%Y} quá xa hôm nay. Xem lại năm.", "on")]


def _words(facts: PlannedFacts) -> Iterator[Issue]:
    if not 0 < len(facts.title) <= LONGEST_TITLE:
        message = f"Ghi tên bài, không quá {LONGEST_TITLE} ký tự."
        yield Issue("no_title", message, "title")
    if len(facts.note) > LONGEST_NOTE:
        yield Issue("long_note", f"Ghi chú không quá {LONGEST_NOTE} ký tự.", "note")


def _choices(facts: PlannedFacts) -> Iterator[Issue]:
    if not facts.channels:
        yield Issue("no_channel", "Chọn ít nhất một kênh.", "channels")
    if not facts.languages:
        yield Issue("no_language", "Chọn ít nhất một ngôn ngữ.", "languages")
    for name, choices in (("kind", StoryKind), ("content", Content), ("section", Section)):
        if getattr(facts, name) not in choices.values:
            yield Issue(f"no_{name}", "Chọn một mục trong danh sách.", name)


def _others(facts: PlannedFacts, unit: Unit) -> Iterator[Issue]:
    if facts.writer and not writers_for(unit).filter(pk=facts.writer.pk).exists():
        yield Issue("no_writer", "Người này không viết được cho đơn vị.", "writer")
    if facts.task and not tasks_for(unit).filter(pk=facts.task.pk).exists():
        yield Issue("other_task", "Nhiệm vụ này không giao cho đơn vị.", "task")
    if facts.occasion and not Occasion.objects.of(unit.seat).filter(pk=facts.occasion.pk).exists():
        yield Issue("other_occasion", "Dịp này không có trong lịch của đơn vị.", "occasion")
