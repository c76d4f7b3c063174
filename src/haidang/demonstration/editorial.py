"""The editorial calendar of the demonstration: its week, the stories on their way, days to come."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from haidang import clock
from haidang.demonstration.desk import Desk
from haidang.demonstration.season import Step as Act
from haidang.demonstration.stories import told
from haidang.newsroom.commands.planning import plan_story, start_from_plan
from haidang.newsroom.commands.scheduling import schedule_story
from haidang.newsroom.enums import Section, Step
from haidang.newsroom.models import PlannedStory
from haidang.newsroom.planned_facts import PlannedFacts
from haidang.occasions.models import Occasion

PLANNED_ON = clock.at(dt.date(2024, 11, 18), 8, 15)
WRITTEN_ON, READ_ON = dt.date(2024, 11, 21), dt.date(2024, 11, 22)
DRAFT, SENT, READ, CLEARED, SCHEDULED = range(5)
TET, ARMY = "tet-nguyen-dan", "quan-doi"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the calendar; `story` is the file of what was written, `stage` how far it came."""

    on: dt.date
    channels: str
    languages: str = "vi"
    story: str = ""
    stage: int = -1
    title: str = ""
    occasion: str = ""
    has_writer: bool = True


def _november(day: int) -> dt.date:
    return dt.date(2024, 11, day)


ROWS = (
    Row(_november(25), "radio", "vi km", "luat-phat-thanh", CLEARED),
    Row(_november(25), "portal social", "vi", "ra-khoi", READ),
    Row(_november(26), "portal radio", "vi km", "bien-dao-phat-thanh", SCHEDULED),
    Row(_november(26), "portal", "vi en", "thanh-tuu-thang-11", SENT),
    Row(
        _november(27),
        "portal",
        "en",
        title="Tiềm năng, thế mạnh của huyện: mời gọi đầu tư",
        has_writer=False,
    ),
    Row(_november(27), "radio", "km", title="Bản tin tiếng Khmer"),
    Row(_november(28), "portal social", "vi", "hoi-dien", READ),
    Row(_november(28), "radio", "vi", "trach-nhiem", DRAFT),
    Row(_november(29), "portal", "vi en", "kieu-bao", SENT),
    Row(_november(29), "radio", title="Bản tin cuối tuần"),
    Row(_november(30), "radio", title="Phát lại: Luật Biên phòng Việt Nam, bài 3"),
    Row(dt.date(2024, 12, 20), "portal", title="80 năm Quân đội nhân dân Việt Nam", occasion=ARMY),
    Row(dt.date(2024, 12, 22), "radio", title="Ngày hội Quốc phòng toàn dân", occasion=ARMY),
    Row(dt.date(2025, 1, 17), "portal", "vi en", title="Kiều bào về quê đón Tết", occasion=TET),
    Row(dt.date(2025, 1, 22), "portal board", title="Lịch văn nghệ mừng Xuân", occasion=TET),
    Row(dt.date(2025, 1, 25), "radio", title="Chợ Tết ở các xã, thị trấn", occasion=TET),
)


def steps(desk: Desk) -> Iterator[Act]:
    """Yield the planning of the week, and how far each of its stories came."""
    planned: dict[Row, PlannedStory] = {}
    yield PLANNED_ON, partial(_plan_all, desk, planned)
    for row in ROWS:
        if row.story:
            yield clock.at(WRITTEN_ON, 9, 0), partial(_write, desk, planned, row)
        if row.stage >= SENT:
            yield clock.at(WRITTEN_ON, 15, 20), partial(desk.send, row.story)
        if row.stage >= READ:
            yield clock.at(READ_ON, 9, 30), partial(desk.agree, row.story, Step.EDITOR)
        if row.stage >= CLEARED:
            agree = partial(desk.agree, row.story, Step.CONFIDENTIALITY)
            yield clock.at(READ_ON, 15, 0), agree
        if row.stage >= SCHEDULED:
            yield clock.at(READ_ON, 16, 0), partial(_schedule, desk, row)


def _plan_all(desk: Desk, planned: dict[Row, PlannedStory]) -> None:
    for row in ROWS:
        planned[row] = plan_story(unit=desk.unit, facts=_facts(desk, row), by=desk.editor)


def _facts(desk: Desk, row: Row) -> PlannedFacts:
    story = told(row.story) if row.story else None
    facts = story.facts if story else {}
    return PlannedFacts(
        title=story.words.title if story else row.title,
        on=row.on,
        channels=tuple(row.channels.split()),
        languages=tuple(row.languages.split()),
        section=facts.get("section", Section.NEWS),
        writer=desk.writer if row.has_writer else None,
        task=desk.task,
        occasion=Occasion.objects.get(key=row.occasion) if row.occasion else None,
    )


def _write(desk: Desk, planned: dict[Row, PlannedStory], row: Row) -> None:
    desk.stories[row.story] = start_from_plan(planned=planned[row], by=desk.writer)
    desk.fill(row.story)


def _schedule(desk: Desk, row: Row) -> None:
    at = clock.at(row.on, 7, 0)
    schedule_story(story=desk.stories[row.story], at=at, by=desk.editor)
