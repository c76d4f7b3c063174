"""What a phrase of a document may mean: units and groups, how sure each is, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from haidang.orgs.models import Unit
from haidang.plans.models import Owner

CERTAIN = 95  # of 100: taken without a second look
LIKELY = 80  # proposed, for a person to look at; below it a name is only offered


class Why(StrEnum):
    """Why a unit or a group may be meant, in a word."""

    NAME = "đúng tên"
    ALIAS = "bí danh"
    GROUP = "nhóm"
    AREA = "địa bàn"
    POST = "chức danh"
    LETTERS = "viết tắt"
    FORMER = "tên cũ"
    BARE = "không dấu"
    NEAR = "gần đúng"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit or group that may be meant, how sure that is (of 100), and why."""

    thing: Owner
    sure: int
    why: Why

    def __str__(self) -> str:
        return str(self.thing)

    @property
    def key(self) -> str:
        """What stands for the thing in a form: "u12" for a unit, "g3" for a group."""
        return key_of(self.thing)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A part of a phrase that names one thing, its place in the phrase, and what it may mean.

    `is_generic` where it names nobody in particular: "các cơ quan, đơn vị có liên quan".
    """

    words: str
    start: int
    end: int
    candidates: tuple[Candidate, ...] = ()
    is_generic: bool = False

    @property
    def best(self) -> Owner | None:
        """The one that is likely meant, if there is one and no other is as likely."""
        first, second = [*self.candidates[:2], None, None][:2]
        if first is None or first.sure < LIKELY or (second and second.sure == first.sure):
            return None
        return first.thing

    @property
    def is_certain(self) -> bool:
        """Whether it can mean one thing alone."""
        return self.best is not None and self.candidates[0].sure >= CERTAIN

    @property
    def thing(self) -> Owner | None:
        """The one that is meant for certain."""
        return self.best if self.is_certain else None


def key_of(thing: Owner) -> str:
    """What stands for a unit ("u12") or a group ("g3") in a form."""
    return f"{'u' if isinstance(thing, Unit) else 'g'}{thing.pk}"


def likeliest_first(candidates: Iterable[Candidate], limit: int) -> tuple[Candidate, ...]:
    """Each thing once, with its best reason, in the order in which it is likely."""
    best: dict[Owner, Candidate] = {}
    for one in sorted(candidates, key=lambda one: (-one.sure, str(one), one.key)):
        best.setdefault(one.thing, one)
    return tuple(best.values())[:limit]
