"""Forms of chasing: which units are wanted, and which are ticked. They only clean input."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict

from haidang.chasing.enums import Channel, LackKind
from haidang.chasing.queries import Wish
from haidang.web.request import number_asked

LATE, UNREMINDED = "qua-han", "chua"
UNITS, MARKED, EVERY = "don-vi", "da-chon", "tat-ca"


class ChaseFilter(forms.Form):
    """Which units are shown."""

    thieu = forms.ChoiceField(
        label="Thiếu gì", choices=[("", "Mọi việc"), *LackKind.choices], required=False
    )
    han = forms.ChoiceField(
        label="Hạn", choices=[("", "Mọi hạn"), (LATE, "Đã quá hạn")], required=False
    )
    nhac = forms.ChoiceField(
        label="Lời nhắc",
        choices=[("", "Đã nhắc hay chưa"), (UNREMINDED, "Chưa nhắc lần nào")],
        required=False,
    )

    def wish(self) -> Wish:
        """What is wanted; a choice that there is none of asks for everything."""
        self.full_clean()
        said = self.cleaned_data
        return Wish(
            kind=said.get("thieu", ""),
            late=said.get("han") == LATE,
            unreminded=said.get("nhac") == UNREMINDED,
        )


@dataclass(frozen=True, slots=True)
class Ticked:
    """The units that somebody ticked, and how they are to be reminded."""

    units: frozenset[int]
    is_marked: bool  # whether the person has ticked, or looks for the first time
    every: bool  # all that the filter finds, also on other pages
    wish: Wish
    batch: UUID
    channel: str
    again: bool

    @property
    def alone(self) -> frozenset[int]:
        """The units that an address asks for, so that one can be reminded from elsewhere."""
        return frozenset() if self.is_marked else self.units


def ticked(asked: QueryDict) -> Ticked:
    """Read the ticks; what is no number is no unit."""
    numbers = (number_asked(text) for text in asked.getlist(UNITS))
    channel = asked.get("channel", "")
    return Ticked(
        units=frozenset(number for number in numbers if number is not None),
        is_marked=MARKED in asked,
        every=EVERY in asked,
        wish=ChaseFilter(asked).wish(),
        batch=batch_of(asked.get("batch", "")) or uuid4(),
        channel=channel if channel in Channel.values else "",
        again="again" in asked,
    )


def batch_of(text: str) -> UUID | None:
    """The reminding that an address names; None where it names none."""
    try:
        return UUID(text)
    except ValueError:
        return None
