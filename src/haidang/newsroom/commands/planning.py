"""The editorial calendar: what is planned, moved, given to a writer, dropped, and begun."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import planning_checks as checks
from haidang.newsroom import planning_rules as rules
from haidang.newsroom.commands.writing import draft_story
from haidang.newsroom.models import PlannedStory, Story
from haidang.newsroom.planned_facts import PlannedFacts, facts_of, in_words, put, refuse_late
from haidang.newsroom.queries.writers import writers_for
from haidang.orgs.models import Unit, User
from haidang.plans.changes import differences


@transaction.atomic
def plan_story(*, unit: Unit, facts: PlannedFacts, by: User) -> PlannedStory:
    """Put a story into a unit's calendar. Refuses with NotAllowed and Incomplete."""
    if not rules.may_plan(by, unit):
        raise NotAllowed("Chỉ người làm nội dung của đơn vị mới được lên lịch tin, bài.")
    planned = PlannedStory(unit=unit, made_by=by, made_at=clock.now())
    _take(planned, facts)
    planned.save(force_insert=True)
    record("plan_story", target=planned, by=by, **_known_by(planned))
    return planned


@transaction.atomic
def change_plan(
    *, planned: PlannedStory, facts: PlannedFacts, by: User, seen: int | None = None
) -> PlannedStory:
    """Put other facts in place of those of a planned story.

    Refuses with WrongState once it was dropped, NotAllowed, Overtaken and Incomplete.
    """
    planned = _in_hand(planned, by, seen)
    before = in_words(planned)
    _take(planned, facts)
    return _keep("change_plan", planned, before, by)


@transaction.atomic
def move_plan(
    *, planned: PlannedStory, on: dt.date, by: User, seen: int | None = None
) -> PlannedStory:
    """Move a planned story to another day.

    Refuses with WrongState, NotAllowed, Overtaken, and Incomplete for a day that is far off.
    """
    planned = _in_hand(planned, by, seen)
    if issues := checks.about_day(on):
        raise Incomplete(issues)
    before = in_words(planned)
    planned.on = on
    return _keep("move_plan", planned, before, by)


@transaction.atomic
def assign_writer(
    *, planned: PlannedStory, writer: User | None, by: User, seen: int | None = None
) -> PlannedStory:
    """Say who writes a planned story, or that nobody does yet.

    Refuses with WrongState, NotAllowed, Overtaken, and Incomplete for who cannot write here.
    """
    planned = _in_hand(planned, by, seen)
    if writer and not writers_for(planned.unit).filter(pk=writer.pk).exists():
        message = "Người này không viết được cho đơn vị."
        raise Incomplete([Issue("no_writer", message, "writer")])
    before = in_words(planned)
    planned.writer = writer
    return _keep("assign_writer", planned, before, by)


@transaction.atomic
def drop_plan(*, planned: PlannedStory, by: User, seen: int | None = None) -> PlannedStory:
    """Take a story out of the calendar before anybody began to write it.

    Refuses with WrongState where it was begun or is dropped, NotAllowed and Overtaken.
    """
    planned = _in_hand(planned, by, seen)
    if planned.story_id is not None:
        raise WrongState("Bài này đã bắt đầu viết nên không bỏ khỏi lịch được.")
    before = in_words(planned)
    planned.is_dropped = True
    return _keep("drop_plan", planned, before, by)


@transaction.atomic
def start_from_plan(*, planned: PlannedStory, by: User) -> Story:
    """Begin to write a planned story, in the first of its languages.

    It takes the task along, so that what appears counts for it. Refuses with NotAllowed, and with
    WrongState where it was begun or dropped, or there is no portal.
    """
    if not rules.may_start(by, planned):
        raise NotAllowed("Chỉ người được giao hoặc người làm nội dung của đơn vị mới viết bài này.")
    story = draft_story(
        unit=planned.unit,
        kind=planned.kind,
        section=planned.section,
        title=planned.title,
        language=planned.languages.split()[0],
        planned=planned,
        by=by,
    )
    begun = PlannedStory.objects.select_for_update(no_key=True).get(pk=planned.pk)
    begun.version += 1
    begun.save(update_fields=["version"])
    record("start_from_plan", target=begun, by=by, story=story.pk, **_known_by(begun))
    return story


def _in_hand(planned: PlannedStory, by: User, seen: int | None) -> PlannedStory:
    """The row as it stands, locked, for who may change it."""
    rows = PlannedStory.objects.select_for_update(no_key=True, of=("self",))
    planned = rows.select_related("unit__acts_for", "writer__unit", "task", "occasion").get(
        pk=planned.pk
    )
    if not rules.may_plan(by, planned.unit):
        raise NotAllowed("Chỉ người làm nội dung của đơn vị mới được sửa lịch tin, bài.")
    refuse_late(planned, seen, by)
    if planned.is_dropped:
        raise WrongState("Bài này đã bỏ khỏi lịch.")
    return planned


def _take(planned: PlannedStory, facts: PlannedFacts) -> None:
    refuse_stamped(title=facts.title, note=facts.note)
    put(planned, facts)
    planned.title, planned.note = one_line(facts.title), one_line(facts.note)
    if issues := checks.about(facts_of(planned), planned.unit):
        raise Incomplete(issues)


def _keep(event: str, planned: PlannedStory, before: dict[str, str], by: User) -> PlannedStory:
    planned.version += 1
    planned.save()
    changes: Sequence[Sequence[str]] = differences(before, in_words(planned))
    record(event, target=planned, by=by, changes=changes, **_known_by(planned))
    return planned


def _known_by(planned: PlannedStory) -> dict[str, object]:
    return {"title": planned.title, "on": str(planned.on), "channels": planned.channels}
