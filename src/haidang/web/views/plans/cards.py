"""The right side of the reading page: tasks in the order of the text, decided runs folded away."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from haidang.orgs.models import UnitGroup
from haidang.plans.enums import Bucket, TaskStatus
from haidang.plans.models import Item, Plan, Task
from haidang.plans.titles import short_title
from haidang.web.views.plans.lamp import Lamp, rests_on

NEAR = 3  # how many cards around the current one stay open
MANY = 60  # more cards than this are not all sent: those far away are a line that leads to them
WITHIN = 12  # how many around the current one are sent then
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


@dataclass(slots=True)
class Run:
    """Cards of one state, shown one by one or, where `words` are given, folded.

    Where the cards are too many to be sent, `here` leads to the first of them.
    """

    cards: list[Card]
    words: str = ""
    here: str = ""
    is_decided: bool = False


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


def runs_of(cards: list[Card], show: str) -> list[Run]:
    """The cards that a filter keeps; only the whole list folds what was decided."""
    wanted: dict[str, set[str]] = {
        "cho-xem": {TaskStatus.PROPOSED, "unresolved"},
        "da-nhan": {TaskStatus.ACCEPTED},
    }
    kept = [card for card in cards if show not in wanted or card.state in wanted[show]]
    if len(kept) > MANY:
        return list(_windowed(kept))
    return list(_folded(kept)) if show not in wanted else [Run([card]) for card in kept]


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


def _current_at(cards: list[Card]) -> int:
    return next((place for place, card in enumerate(cards) if card.is_current), 0)


def _folded(cards: list[Card]) -> Iterator[Run]:
    at = _current_at(cards)

    def closed(numbered: tuple[int, Card]) -> str:
        place, card = numbered
        return card.state if card.state in DECIDED and abs(place - at) > NEAR else ""

    for state, numbered in groupby(enumerate(cards), key=closed):
        run = [card for _, card in numbered]
        if state and len(run) > 1:
            yield Run(run, _run_words(run, TaskStatus(state).label), is_decided=True)
        else:
            yield from (Run([card]) for card in run)


def _windowed(cards: list[Card]) -> Iterator[Run]:
    at = _current_at(cards)

    def far(numbered: tuple[int, Card]) -> str:
        place, card = numbered
        return card.state if abs(place - at) > WITHIN else ""

    for state, numbered in groupby(enumerate(cards), key=far):
        run = [card for _, card in numbered]
        if state and len(run) > 1:
            label = TaskStatus(state).label if state in TaskStatus.values else "chưa rõ"
            yield Run([], _run_words(run, label), run[0].here, state in DECIDED)
        else:
            yield from (Run([card]) for card in run)


def _run_words(run: list[Card], state: str) -> str:
    labels = [card.label for card in run if card.label]
    reach = " đến ".join([labels[0], labels[-1]]) if len(labels) > 2 else ", ".join(labels)
    return f"{reach}: {len(run)} nhiệm vụ {state}"
