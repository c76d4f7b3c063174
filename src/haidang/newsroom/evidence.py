"""What publishing writes of itself into the log: one entry a story and language (promise N7).

Nobody types it. A correction corrects the entry, a withdrawal takes it back; a story that is
published anew after that is a new entry.
"""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

from haidang import clock
from haidang.activities.checks import first_day_of
from haidang.activities.commands import (
    attach_kept,
    correct_activity,
    log_activity,
    withdraw_activity,
)
from haidang.activities.facts import changes_between, facts_of
from haidang.activities.models import Activity, Kind
from haidang.activities.queries import is_loggable
from haidang.documents.models import StoredFile
from haidang.newsroom.enums import Act, StoryKind
from haidang.newsroom.evidence_facts import amounts, corrected_facts
from haidang.newsroom.models import Story
from haidang.orgs.models import User
from haidang.plans.models import Task

KIND = "article"
# A page that says who the unit is stands; it is no news that was put before the public.
NOT_COUNTED = {StoryKind.FIXED}


def standing_entry(story: Story) -> Activity | None:
    """The entry of a story that counts now, locked: before anything else of it is written."""
    rows = Activity.objects.select_for_update(no_key=True).filter(pk=_entry_id(story))
    return rows.filter(withdrawn_at=None).first()


def write_entry(story: Story, *, address: str, page: StoredFile, by: User) -> Activity | None:
    """Enter that a story was published, shown by the page; nothing where news is not counted."""
    kind = Kind.objects.filter(code=KIND).first()
    if kind is None or story.kind in NOT_COUNTED:
        return None
    entry = log_activity(
        id=_entry_id(story),
        unit=story.unit,
        kind=kind,
        title=story.title,
        on=clock.today(),
        by=by,
        quantities=amounts(kind, story),
        language=story.language,
        task=task_of(story),
        link=address,
        is_simulated=settings.AS_OF is not None,  # as everything of a demonstration
        is_made_by_act=True,
    )
    _show(entry, story, page, by)
    return entry


def correct_entry(
    entry: Activity, story: Story, *, address: str, page: StoredFile, notice: str, by: User
) -> None:
    """Correct the entry to what the story says now, and show it by the new page too."""
    before = facts_of(entry)
    facts = corrected_facts(before, story, address)
    if changes_between(before, facts):
        reason = f"Đính chính bài đã đăng: {notice}"[:300]
        correct_activity(activity=entry, facts=facts, by=by, reason=reason, is_made_by_act=True)
    _show(entry, story, page, by)


def take_entry_back(entry: Activity, *, notice: str, by: User) -> None:
    """Take the entry back with the words that readers were given."""
    reason = f"Bài đã rút khỏi cổng: {notice}"[:300]
    withdraw_activity(activity=entry, reason=reason, by=by, is_made_by_act=True)


def _show(entry: Activity, story: Story, page: StoredFile, by: User) -> None:
    name = f"trang-{story.language}-{clock.now():%Y%m%d-%H%M}.html"
    attach_kept(activity=entry, file=page, name=name, by=by)


def _entry_id(story: Story) -> UUID:
    times = story.publications.filter(act=Act.WITHDRAWN).count()
    return uuid5(NAMESPACE_URL, f"haidang:story:{story.pk}:{story.language}:{times}")


def task_of(story: Story) -> Task | None:
    """The task that the unit may log for; one that is not its own any more is left out."""
    task = story.task
    if task is None or not is_loggable(story.unit, task):
        return None
    return None if clock.today() < first_day_of(task.plan.year) else task
