"""What to write of: the days to come, and what tasks of the plan ask for; how much there is yet."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from haidang.activities.models import Expectation
from haidang.newsroom.models import PlannedStory, Story
from haidang.newsroom.queries.writers import tasks_for
from haidang.occasions.days import Day
from haidang.occasions.enums import Kind
from haidang.occasions.queries import next_of
from haidang.orgs.models import Unit
from haidang.plans.models import Task
from haidang.plans.queries import habits_of

AHEAD, AROUND = 120, dt.timedelta(60)
# What a plan calls a story.
WORDS = ("tin, bài", "tin bài", "bài viết", "đăng tải", "đăng tin", "thông tin điện tử", "quảng bá")
KINDS = ("article", "promotion")  # kinds of activity that stories are


@dataclass(frozen=True, slots=True)
class Coming:
    """A day to come, and how many stories are planned for it."""

    day: Day
    stories: int

    def presses(self, today: dt.date) -> bool:
        """Whether it is time to prepare and nothing is planned."""
        return not self.stories and self.day.begin_on <= today


@dataclass(frozen=True, slots=True)
class Asking:
    """A task that asks for stories, with how many are planned and how many are live."""

    task: Task
    planned: int
    live: int


def coming_days(unit: Unit, today: dt.date) -> list[Coming]:
    """The days of the coming four months, relations aside, each with its stories."""
    days = next_of(unit.seat, today, AHEAD, habits_of(unit.seat))
    shown = [day for day in days if day.occasion.kind != Kind.RELATION or day.mark]
    planned = _days_by_occasion(unit, [day.occasion.pk for day in shown])
    near = [
        sum(abs(on - day.on) <= AROUND for on in planned.get(day.occasion.pk, ())) for day in shown
    ]
    return [Coming(day, stories) for day, stories in zip(shown, near, strict=True)]


def asking_tasks(unit: Unit, year: int) -> list[Asking]:
    """The tasks of a unit in a year whose words or whose measure ask for stories."""
    said = Q()
    for words in WORDS:
        said |= Q(text__icontains=words)
    measured = Expectation.objects.filter(kinds__in=KINDS).values("task")
    tasks = list(tasks_for(unit).filter(said | Q(pk__in=measured), plan__year=year))
    planned = PlannedStory.objects.filter(task__in=tasks, is_dropped=False)
    live = Story.objects.filter(task__in=tasks, live=True)
    counts = [
        dict(rows.order_by().values_list("task").annotate(Count("pk"))) for rows in (planned, live)
    ]
    return [Asking(task, *(count.get(task.pk, 0) for count in counts)) for task in tasks]


def _days_by_occasion(unit: Unit, occasions: Sequence[int]) -> dict[int, list[dt.date]]:
    rows = PlannedStory.objects.filter(
        unit__path__startswith=unit.seat.path, occasion__in=occasions, is_dropped=False
    )
    found: dict[int, list[dt.date]] = {}
    for occasion, on in rows.order_by().values_list("occasion", "on"):
        if occasion is not None:
            found.setdefault(occasion, []).append(on)
    return found
