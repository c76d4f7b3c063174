"""What is said of a story that is planned, how it changed, and who was there before."""

import datetime as dt
from dataclasses import dataclass

from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from haidang.newsroom.enums import Channel, Content, Section, StoryKind
from haidang.newsroom.models import PlannedStory
from haidang.occasions.models import Occasion
from haidang.orgs.models import User
from haidang.plans.changes import Change, Fact
from haidang.plans.models import Task
from haidang.plans.overtaking import Overtaken

CHANGING = ("change_plan", "move_plan", "assign_writer", "drop_plan", "start_from_plan")
LANGUAGES = {"vi": "tiếng Việt", "en": "tiếng Anh", "km": "tiếng Khmer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFacts:
    """What is to appear, on which day, where, in which languages, and for what."""

    title: str
    on: dt.date
    channels: tuple[str, ...]
    languages: tuple[str, ...] = ("vi",)
    kind: str = StoryKind.NEWS
    content: str = Content.IMAGE
    section: str = Section.NEWS
    writer: User | None = None
    task: Task | None = None
    occasion: Occasion | None = None
    note: str = ""


def put(planned: PlannedStory, facts: PlannedFacts) -> None:
    """Write facts into a row, which is not saved yet; codes stand in the order of their list."""
    for name in ("title", "on", "kind", "content", "section", "writer", "task", "occasion", "note"):
        setattr(planned, name, getattr(facts, name))
    planned.channels = " ".join(code for code in Channel.values if code in facts.channels)
    planned.languages = " ".join(code for code in LANGUAGES if code in facts.languages)


def facts_of(planned: PlannedStory) -> PlannedFacts:
    """What the calendar says of a planned story now."""
    return PlannedFacts(
        title=planned.title,
        on=planned.on,
        channels=tuple(planned.channels.split()),
        languages=tuple(planned.languages.split()),
        kind=planned.kind,
        content=planned.content,
        section=planned.section,
        writer=planned.writer,
        task=planned.task,
        occasion=planned.occasion,
        note=planned.note,
    )


def in_words(planned: PlannedStory) -> dict[str, str]:
    """The same as people read it, by the names that the history gives."""
    return {
        "tên bài": planned.title,
        "ngày": f"{planned.on:%d/%m/%Y}",
        "kênh": ", ".join(Channel(code).label for code in planned.channels.split()),
        "ngôn ngữ": ", ".join(LANGUAGES[code] for code in planned.languages.split()),
        "loại": planned.get_kind_display(),
        "nội dung đối ngoại": planned.get_content_display(),
        "chuyên mục": planned.get_section_display(),
        "người viết": str(planned.writer or ""),
        "nhiệm vụ": str(planned.task or ""),
        "dịp": str(planned.occasion or ""),
        "ghi chú": planned.note,
        "đã bỏ": "có" if planned.is_dropped else "",
    }


def refuse_late(planned: PlannedStory, seen: int | None, by: User) -> None:
    """Refuse with Overtaken who saw an earlier version than the one that stands."""
    if seen is not None and seen < planned.version:
        raise Overtaken(changes_of(planned)[: planned.version - seen], planned.version, by)


def changes_of(planned: PlannedStory) -> list[Change]:
    """What was done to a planned story since it was planned, newest first."""
    acts = history_of(planned).filter(event__in=CHANGING).select_related("by__unit")
    return [_change(entry) for entry in acts]


def _change(entry: Entry) -> Change:
    changed = entry.get_details().get("changes", [])
    facts = tuple(Fact(*row) for row in changed)
    return Change(at=entry.at, by=entry.by, by_name=entry.by_name, event=entry.event, facts=facts)
