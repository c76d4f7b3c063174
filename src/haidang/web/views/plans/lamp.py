"""What stands under the lamp on the reading page, what comes before and after, how it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from haidang.plans.enums import Bucket, TaskStatus
from haidang.plans.models import Item, Task

FILTERS = frozenset({"", "cho-xem", "da-nhan"})


@dataclass(frozen=True, slots=True)
class Lamp:
    """The sentence that a person looks at, and the task that rests on it, if one does."""

    task: Task | None = None
    item: Item | None = None

    @property
    def thing(self) -> Task | Item | None:
        """What the right side shows a card of."""
        return self.task or self.item

    @property
    def here(self) -> str:
        """What an address needs to come back here."""
        if self.task:
            return f"viec={self.task.pk}"
        return f"cau={self.item.pk}" if self.item else ""


@dataclass(frozen=True, slots=True)
class Way:
    """Where the keys J, K and C lead: the sentences around, and the next that nobody looked at."""

    next: str = ""
    previous: str = ""
    waiting: str = ""
    number: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Manner:
    """How the page is shown: which cards, the words or the pages of the original, on a phone."""

    show: str = ""
    on_pages: bool = False
    view: str = "viec"
    whole: bool = False

    @property
    def keep(self) -> str:
        """What every address on the page carries on."""
        kept = {"loc": self.show, "goc": "1" if self.on_pages else ""}
        return "".join(f"&{urlencode({name: value})}" for name, value in kept.items() if value)


def manner_of(asked: Mapping[str, str], pages: int) -> Manner:
    """How somebody asked to see the page; what is not there is not asked for."""
    show = asked.get("loc", "")
    return Manner(
        show=show if show in FILTERS else "",
        on_pages=pages > 0 and asked.get("goc") == "1",
        view="van-ban" if asked.get("xem") == "van-ban" else "viec",
        whole=asked.get("ca") == "1",
    )


def lamp_of(tasks: list[Task], sentences: list[Item], asked: Mapping[str, str]) -> Lamp:
    """What was asked for, else the first task that waits, else a task, else a sentence."""
    by_item = {str(item.pk): item for item in sentences}
    if item := by_item.get(asked.get("cau", "")):
        return Lamp(next((task for task in tasks if rests_on(task, item)), None), item)
    by_task = {str(task.pk): task for task in tasks}
    waiting = (task for task in tasks if task.status == TaskStatus.PROPOSED)
    fallback = next(waiting, tasks[0] if tasks else None)
    task = by_task.get(asked.get("viec", "")) or fallback
    if task is None:
        return Lamp(item=sentences[0] if sentences else None)
    return Lamp(task, next((item for item in sentences if rests_on(task, item)), None))


def rests_on(task: Task, item: Item) -> bool:
    """Whether a task was read from a sentence, or from a part of it."""
    return task.start < item.end and task.end > item.start


def way_from(lamp: Lamp, tasks: list[Task], sentences: list[Item]) -> Way:
    """The sentences around the lamp, and the next thing that waits for somebody."""
    if lamp.item is None:
        return Way(of=len(sentences))
    at = sentences.index(lamp.item)
    around = {
        place: f"cau={sentences[place].pk}"
        for place in (at - 1, at + 1)
        if place >= 0 and place < len(sentences)
    }
    return Way(
        next=around.get(at + 1, ""),
        previous=around.get(at - 1, ""),
        waiting=_waiting(lamp, tasks, sentences),
        number=at + 1,
        of=len(sentences),
    )


def _waiting(lamp: Lamp, tasks: list[Task], sentences: list[Item]) -> str:
    here = lamp.thing.start if lamp.thing else 0
    waits = [
        (task.start, f"viec={task.pk}")
        for task in tasks
        if task.status == TaskStatus.PROPOSED and task != lamp.task
    ]
    waits += [
        (item.start, f"cau={item.pk}")
        for item in sentences
        if item.bucket == Bucket.UNRESOLVED and item != lamp.item
    ]
    later = [address for start, address in sorted(waits) if start >= here]
    return next(iter([*later, *(address for _, address in sorted(waits))]), "")
