"""Runs of cards: decided ones folded away, those far from the current one not sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from haidang.plans.enums import TaskStatus
from haidang.web.views.plans.cards import DECIDED, Card, current_at

NEAR = 3  # how many cards around the current one stay open
MANY = 60  # more cards than this are not all sent: those far away are a line that leads to them
WITHIN = 12  # how many around the current one are sent then


@dataclass(slots=True)
class Run:
    """Cards of one state, shown one by one or, where `words` are given, folded.

    Where the cards are too many to be sent, `here` leads to the first of them.
    """

    cards: list[Card]
    words: str = ""
    here: str = ""
    is_decided: bool = False


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


def _folded(cards: list[Card]) -> Iterator[Run]:
    at = current_at(cards)

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
    at = current_at(cards)

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
