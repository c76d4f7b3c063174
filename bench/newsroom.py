"""A thousand stories in three languages on sixteen sites: planned to corrected, nothing typed.

The real commands, one after another as people give them, on SQLite with full durability, then on
PostgreSQL. Each story is planned, begun from its plan, written, sent, cleared twice, published,
edited, cleared again and corrected. Published means: kept with its evidence. Visible means: a
stranger's request of its address is answered with it.
"""

import datetime as dt
import os
import time
from dataclasses import dataclass, field
from typing import Any

from bench.ground import on_both, own_installation
from bench.measure import QUICK, median, p95, seconds, table

DAY = dt.date(2024, 11, 25)
SITES, LANGUAGES = 16, ("vi", "en", "km")
STORIES = 48 if os.environ.get(QUICK) else 1_000
MOST_VISIBLE = 2.0  # seconds
WORDS = {
    "vi": ("Ngư dân ra khơi vụ mới", "Ngư dân ra khơi từ sáng sớm."),
    "en": ("Fishermen set out for the season", "The boats left at dawn."),
    "km": ("អ្នកនេសាទចេញសមុទ្រ", "ទូកចេញដំណើរពីព្រលឹម។"),
}


@dataclass
class Took:
    """Seconds of each act of every story, and seconds of the processor for a whole story."""

    acts: dict[str, list[float]] = field(default_factory=dict)
    work: list[float] = field(default_factory=list)

    def time(self, name: str, act: Any) -> Any:
        """Do an act and keep how long it took."""
        begun = time.perf_counter()
        made = act()
        self.acts.setdefault(name, []).append(time.perf_counter() - begun)
        return made


def main() -> None:
    on_both("newsroom", _measure)


def _measure(address: str | None) -> None:
    from django.core.management import call_command

    name = "PostgreSQL (fsync off)" if address else "SQLite"
    with own_installation(as_of=DAY.isoformat(), database=address):
        call_command("collectstatic", interactive=False, verbosity=0)
        rooms, took = _rooms(), Took()
        for number in range(STORIES):
            begun = time.process_time()
            _story(rooms[number % SITES], LANGUAGES[number // SITES % 3], number, took)
            took.work.append(time.process_time() - begun)
        rows = [*_times(took), *_found()]
    heads = ["act", "time", "limit", "of it", "found"]
    table(f"{STORIES} stories on {SITES} sites, on {name}", heads, rows)


def _rooms() -> list[dict[str, Any]]:
    """Communes with a portal each on its own host, and a border post for them all."""
    from haidang.activities.commands import load_catalogue
    from haidang.newsroom.commands.portals import open_portal
    from haidang.orgs.enums import Role
    from tests.makers import make_unit, make_user

    load_catalogue()
    district = make_unit("huyện Thử", kind="huyen")
    post = make_unit("Đồn Biên phòng Thử", kind="don", parent=district)
    officer = make_user(Role.CONFIDENTIALITY_OFFICER, unit=post)
    rooms = []
    for number in range(SITES):
        unit = make_unit(f"xã Thử {number}", parent=district)
        open_portal(unit=unit, by=None, host=f"xa{number}.localhost")
        writer, editor = (make_user(Role.EDITOR, unit=unit) for _ in range(2))
        rooms.append({"unit": unit, "writer": writer, "editor": editor, "officer": officer})
    return rooms


def _story(room: dict[str, Any], language: str, number: int, took: Took) -> None:
    """One story from its plan to its correction."""
    from haidang.newsroom.commands import publishing

    title, words = WORDS[language]
    story = took.time("planned, begun and written", lambda: _written(room, language, number))
    _clear(room, story, took)
    editor = room["editor"]
    begun = time.perf_counter()
    shown = took.time(
        "published, with its evidence",
        lambda: publishing.publish_story(story=story, by=editor, stale_said=True),
    )
    assert title in _read(shown.address)
    took.acts.setdefault("published and visible", []).append(time.perf_counter() - begun)
    _edit(room, story, f"{words} {words}")
    _clear(room, story, took)
    notice = {"vi": "Đã sửa.", "en": "Mended.", "km": "បានកែ។"}[language]
    corrected = took.time(
        "corrected, every copy told",
        lambda: publishing.correct_story(story=story, notice=notice, by=editor),
    )
    assert notice in _read(corrected.address)


def _written(room: dict[str, Any], language: str, number: int) -> Any:
    from haidang.newsroom.commands import planning, writing
    from haidang.newsroom.planned_facts import PlannedFacts

    title, words = WORDS[language]
    facts = PlannedFacts(
        title=f"{title}, {number}", on=DAY, channels=("portal",), languages=(language,)
    )
    planned = planning.plan_story(unit=room["unit"], facts=facts, by=room["editor"])
    story = writing.draft_story(
        unit=room["unit"],
        kind="news",
        section="tin",
        title=planned.title,
        by=room["writer"],
        language=language,
        planned=planned,
    )
    _edit(room, story, words)
    return story


def _edit(room: dict[str, Any], story: Any, body: str) -> None:
    from haidang.newsroom.commands import writing
    from haidang.newsroom.models import Story

    seen = Story.objects.get(pk=story.pk).latest_revision_id
    lead = WORDS[story.language][1]
    writing.edit_story(story=story, seen=seen, by=room["writer"], standfirst=lead, body=body)


def _clear(room: dict[str, Any], story: Any, took: Took) -> None:
    from haidang.newsroom.commands import clearing
    from haidang.newsroom.enums import Step

    def cleared() -> None:
        sent = clearing.submit_story(story=story, by=room["writer"], no_secret=True)
        for step, by in ((Step.EDITOR, "editor"), (Step.CONFIDENTIALITY, "officer")):
            clearing.clear_story(submission=sent, step=step, agrees=True, by=room[by])

    took.time("sent and cleared twice", cleared)


def _read(address: str) -> str:
    """What a stranger is answered at an address."""
    from haidang.newsroom.seen import as_seen

    return as_seen(address).decode()


def _times(took: Took) -> list[list[str]]:
    rows = []
    for name, times in took.acts.items():
        worst, limit = p95(times), MOST_VISIBLE if "visible" in name else None
        part = f"{worst / limit:.0%}" if limit else ""
        said = f"{seconds(median(times))}, p95 {seconds(worst)}"
        rows.append([name, said, seconds(limit) if limit else "", part, f"{len(times)} times"])
    worked = f"{seconds(sum(took.work) / len(took.work))} of the processor"
    return [*rows, ["a whole story, both rounds", worked, "", "", ""]]


def _found() -> list[list[str]]:
    """How much evidence there is, and how much of it nobody's act made."""
    from haidang.activities.models import Activity, Evidence
    from haidang.newsroom.models import Publication

    rows = Activity.objects.standing().filter(kind="article").count()
    acts = Publication.objects.values("activity")
    typed = Activity.objects.exclude(pk__in=acts).count()
    shown = Evidence.objects.filter(activity__kind="article").count()
    assert (rows, typed, shown) == (STORIES, 0, 2 * STORIES), (rows, typed, shown)
    said = f"{rows} rows, {typed} typed, {shown} pages kept"
    return [["evidence", "", f"{STORIES} rows, 0 typed", "", said]]


if __name__ == "__main__":
    main()
