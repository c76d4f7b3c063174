"""The right side of the reading page: tasks in the order of the text."""

from dataclasses import dataclass

from haidang.orgs.models import UnitGroup
from haidang.plans.enums import Bucket, TaskStatus
from haidang.plans.models import Item, Plan, Task
from haidang.plans.titles import short_title
from haidang.web.views.plans.lamp import Lamp, rests_on

DECIDED = {TaskStatus.ACCEPTED, TaskStatus.REFUSED}


@dataclass(slots=True)
class Card:
    """One task, or one sentence: under the lamp, or one that nobody could sort."""

    place: int
    task: Task | None = None
    item: Item | None = None
    title: str = ""
    is_current: bool = False

    @property
    def state(self) -> str:
        """What was decided of it; an unsorted sentence waits."""
        if self.task:
            return self.task.status
        unsorted = self.item is not None and self.item.bucket == Bucket.UNRESOLVED
        return "unresolved" if unsorted else "sorted"

    @property
    def label(self) -> str:
        """The section that it stands in."""
        return self.task.label if self.task else self.item.section if self.item else ""

    @property
    def here(self) -> str:
        """What an address needs to come to it."""
        if self.task:
            return f"viec={self.task.pk}"
        return f"cau={self.item.pk}" if self.item else ""


def cards_of(plan: Plan, sentences: list[Item], tasks: list[Task], lamp: Lamp) -> list[Card]:
    """All cards of a plan in the order of its text."""
    text = plan.revision.text
    cards = [
        Card(task.start, task=task, title=task.title, is_current=task == lamp.task)
        for task in tasks
    ]
    for item in sentences:
        is_current = lamp.task is None and item == lamp.item
        is_unsorted = item.bucket == Bucket.UNRESOLVED
        if is_current or (is_unsorted and not any(rests_on(task, item) for task in tasks)):
            title = short_title(text[item.start : item.end].strip(" -–+•*\r\n"))
            cards.append(Card(item.start, item=item, title=title, is_current=is_current))
    return sorted(cards, key=lambda card: card.place)


def group_sizes(plan: Plan, tasks: list[Task]) -> dict[UnitGroup, int]:
    """How many units each group of the tasks has on the plan's first day."""
    owners = (owner for task in tasks for owner in task.owners)
    groups = dict.fromkeys(owner for owner in owners if isinstance(owner, UnitGroup))
    return {group: group.members(plan.first_day).count() for group in groups}


def next_waiting(tasks: list[Task], after: Task) -> Task:
    """The next task to look at after one was decided; that one again where none waits."""
    waiting = [task for task in tasks if task.status == TaskStatus.PROPOSED]
    later = [task for task in waiting if task.start > after.start]
    return next(iter([*later, *waiting]), after)


def current_at(cards: list[Card]) -> int:
    return next((place for place, card in enumerate(cards) if card.is_current), 0)
