"""Children that read files side by side; their answers come in order.

A file that asks for too much, or makes a reader crash, ends its child and nothing else.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from multiprocessing.connection import wait
from typing import NamedTuple

from haidang.console.child import TICK, Act, Answer, Child, Ended, Page
from haidang.text.reading.progress import Progress, silent

AHEAD = 4  # answers a child that may wait for an earlier one: they stand in memory


class Crew(NamedTuple):
    """How many children there may be, what each does, and what is said of a file that ends one.

    `read` hears how many files are read, `recognised` how many pages of one of them.
    """

    size: int
    act: Act
    lost: Callable[[str], Answer]
    read: Progress = silent
    recognised: Progress = silent


def answers(crew: Crew, files: Sequence[str]) -> Generator[Answer, None, None]:
    """The answer to each file in the order given. Closing the iterator ends the children."""
    waiting, done = deque(enumerate(files)), dict[int, Answer]()
    children: list[Child] = []
    said = 0
    try:
        while said < len(files):
            while waiting and waiting[0][0] < said + AHEAD * crew.size:
                if (child := _idle(children, crew)) is None:
                    break
                child.ask(*waiting.popleft())
            for number, answer in _heard(children, crew):
                done[number] = answer
                crew.read(said + len(done), len(files))
            while said in done:
                yield done.pop(said)
                said += 1
    finally:
        for child in children:
            child.end()


def _idle(children: list[Child], crew: Crew) -> Child | None:
    for child in children:
        if child.file is None:
            return child
    if len(children) == crew.size:
        return None
    children.append(Child(crew.act))
    return children[-1]


def _heard(children: list[Child], crew: Crew) -> Iterator[tuple[int, Answer]]:
    """The answers of those that are ready, and of those that died or took too long."""
    busy = [child for child in children if child.file is not None]
    wait([child.pipe for child in busy], TICK)
    for child in busy:
        assert child.file is not None
        number, file = child.file
        match child.hear():
            case Answer() as answer:
                child.file = None
                yield number, answer
            case Ended(answer):
                child.end()
                children.remove(child)
                yield number, answer or crew.lost(file)
            case Page(page, of):
                crew.recognised(page, of)
