"""The right side of the reading page: tasks in the order of the text, decided runs folded away."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from haidang.orgs.models import UnitGroup
from haidang.plans.enums import TaskStatus
from haidang.plans.models import Item, Plan, Task
from haidang.plans.titles import short_title

NEAR = 3  # how many cards around the current one stay open


@dataclass(slots=True)
class Card:
    """One task, or one sentence that nobody could sort."""

    place: int
    task: Task | None = None
    item: Item | None = None
    title: str = ""
    is_current: bool = False

    @property
    def state(self) -> str:
        """What was decided of it; an unsorted sentence waits."""
        return self.task.status if self.task else "unresolved"


@dataclass(slots=True)
class Run:
    """Cards of one state, shown one by one or, where `words` are given, folded."""

    cards: list[Card]
    words: str = ""


def cards_of(
    plan: Plan, unresolved: list[Item], tasks: list[Task], current: Task | Item | None
) -> list[Card]:
    """All cards of a plan in the order of its text."""
    text = plan.revision.text
    cards = [
        Card(task.start, task=task, title=task.title, is_current=task == current) for task in tasks
    ]
    for item in unresolved:
        if not any(task.start < item.end and task.end > item.start for task in tasks):
            title = short_title(text[item.start : item.end].strip(" -–+•*\r\n"))
            cards.append(Card(item.start, item=item, title=title, is_current=item == current))
    return sorted(cards, key=lambda card: card.place)


def runs_of(cards: list[Card], show: str) -> list[Run]:
    """The cards that a filter keeps; only the whole list folds what was decided."""
    if show == "cho-xem":
        return [Run([card]) for card in cards if card.state in {TaskStatus.PROPOSED, "unresolved"}]
    if show == "da-nhan":
        return [Run([card]) for card in cards if card.state == TaskStatus.ACCEPTED]
    return list(_folded(cards))


def group_sizes(plan: Plan, tasks: list[Task]) -> dict[UnitGroup, int]:
    """How many units each group of the tasks has on the plan's first day."""
    groups = {task.group for task in tasks if task.group}
    return {group: group.members(plan.first_day).count() for group in groups}


def next_waiting(tasks: list[Task], after: Task) -> Task:
    """The next task to look at after one was decided; that one again where none waits."""
    waiting = [task for task in tasks if task.status == TaskStatus.PROPOSED]
    later = [task for task in waiting if task.start > after.start]
    return next(iter([*later, *waiting]), after)


def _folded(cards: list[Card]) -> Iterator[Run]:
    at = next((place for place, card in enumerate(cards) if card.is_current), 0)

    def closed(numbered: tuple[int, Card]) -> str:
        place, card = numbered
        is_decided = card.state in {TaskStatus.ACCEPTED, TaskStatus.REFUSED}
        return card.state if is_decided and abs(place - at) > NEAR else ""

    for state, numbered in groupby(enumerate(cards), key=closed):
        run = [card for _, card in numbered]
        if state and len(run) > 1:
            yield Run(run, _run_words(run, TaskStatus(state)))
        else:
            yield from (Run([card]) for card in run)


def _run_words(run: list[Card], state: TaskStatus) -> str:
    labels = [card.task.label for card in run if card.task]
    reach = " đến ".join([labels[0], labels[-1]]) if len(labels) > 2 else ", ".join(labels)
    return f"{reach}: {len(run)} nhiệm vụ {state.label}"
