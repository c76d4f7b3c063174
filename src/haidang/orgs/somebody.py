"""Whoever looks, where only what is seen counts: for questions that are put into SQL once.

What `visible_to` asks of a person may then be a stand-in: compared one by one, in no set or list.
"""

from dataclasses import dataclass
from typing import Any

from haidang.orgs.models import User


@dataclass(frozen=True, slots=True)
class Seat:
    """The authority that somebody works for, as far as a question needs it."""

    pk: int
    path: str


@dataclass(frozen=True, slots=True)
class Somebody:
    """Stands for a person in `visible_to`, with values that may be stand-ins."""

    unit_id: int
    seat: Seat
    everything: bool

    def sees_everything(self) -> bool:
        """Whether no unit is hidden from this person."""
        return self.everything


def somebody(unit: int, seat: int, path: str, *, everything: bool) -> Any:
    """Somebody of a unit who works for an authority, for `visible_to`, which asks for no more."""
    return Somebody(unit, Seat(seat, path), everything)


def eyes(user: User) -> tuple[int, int, str]:
    """What `somebody` takes of a person who has a unit."""
    assert user.unit_id is not None
    return user.unit_id, user.seat.pk, user.seat.path
