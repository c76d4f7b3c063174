"""Duties being put together: what is known of one while later lines may still add to it."""

from dataclasses import dataclass

from haidang.text.blocks import Certainty, Deadline, Duty
from haidang.text.understanding.paper.attributes import Attribute, Role
from haidang.text.understanding.times.deadlines import Years, deadline_of_column
from haidang.text.understanding.times.recurrences import recurrence_of_column
from haidang.text.understanding.words.folded import Folded
from haidang.text.understanding.words.parties import split_units


@dataclass(slots=True)
class Draft:
    """A duty whose attributes may still come from lines below it or cells beside it."""

    text: str
    start: int
    end: int
    label: str
    unit: str | None = None
    lead: str | None = None
    coordinate: tuple[str, ...] = ()
    deadline: Deadline | None = None
    recurrence: str | None = None
    certainty: Certainty = Certainty.HIGH

    def told(self, attribute: Attribute, folded: Folded, years: Years) -> None:
        """Take over what a line or cell says; the duty's own words come first."""
        value = attribute.value
        match attribute.role:
            case Role.LEAD:
                self.unit, self.lead = value, value
            case Role.DOER:
                self.unit = value
            case Role.MATES:
                self.coordinate = self.coordinate or split_units(value, columns=True)
            case Role.TIME:
                self._timed(attribute, folded, years)
            case _:
                return

    def _timed(self, attribute: Attribute, folded: Folded, years: Years) -> None:
        value, begin = attribute.value, attribute.begin
        recurrence = recurrence_of_column(value)
        self.recurrence = self.recurrence or recurrence
        if recurrence != value and self.deadline is None:
            self.deadline = deadline_of_column(folded, begin, begin + len(value), years)

    def duty(self) -> Duty:
        """The duty as it is known in the end."""
        return Duty(
            self.text,
            self.start,
            self.end,
            self.label,
            self.unit,
            self.lead,
            self.coordinate,
            self.deadline,
            self.recurrence,
            self.certainty,
        )
