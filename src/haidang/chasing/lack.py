"""What one unit has not done yet, as values: the thing, its deadline, how it was reminded of it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from haidang.chasing.enums import LackKind
from haidang.chasing.models import Reminder
from haidang.documents.enums import EditionStatus
from haidang.orgs.models import Unit

SOON = dt.timedelta(days=7)
_TELEPHONE = re.compile(r"\+?\d[\d .()-]{7,}\d")


@dataclass(frozen=True, slots=True)
class Lack:
    """A thing that a unit lacks on a day. `kind` and `ref` name it, `url` is where to mend it.

    `phrase` is the deadline in the words of the document, `due_on` the last day on which it is
    still in time; a thing without a day has none. `reminders` are all of it, the oldest first.
    """

    unit: Unit
    kind: LackKind
    ref: int
    what: str
    why: str
    due_on: dt.date | None
    url: str
    on: dt.date
    phrase: str = ""
    reminders: Sequence[Reminder] = ()

    @property
    def key(self) -> tuple[int, str, int]:
        """What names it among all."""
        return self.unit.pk, self.kind.value, self.ref

    @property
    def days_late(self) -> int:
        """How many days ago it was due; none where it is still in time."""
        return max(0, (self.on - self.due_on).days) if self.due_on else 0

    @property
    def late_words(self) -> str:
        """Quá hạn 3 ngày; blank where it is still in time."""
        return f"Quá hạn {self.days_late} ngày" if self.days_late else ""

    @property
    def is_pressing(self) -> bool:
        """Whether it is late, or due within seven days; what has no day does not press."""
        return self.due_on is not None and self.due_on <= self.on + SOON

    @property
    def given(self) -> list[Reminder]:
        """The reminders that reached the unit: a letter that was not issued is none yet."""
        return [one for one in self.reminders if not _is_draft(one)]

    @property
    def last_reminded(self) -> Reminder | None:
        """The last reminder of it, with who gave it, when and how."""
        return max(self.given, key=lambda one: one.on, default=None)

    @property
    def in_draft(self) -> Reminder | None:
        """The letter that would remind the unit of it, where one lies in draft."""
        return next((one for one in self.reminders if _is_draft(one)), None)

    @property
    def is_reminded_today(self) -> bool:
        """Whether the unit was reminded of it today, or a letter about it lies in draft."""
        last = self.last_reminded
        return self.in_draft is not None or (last is not None and last.on == self.on)

    @property
    def contact(self) -> str:
        """Whom to call at the unit; blank where nobody is named."""
        return self.unit.contact


def telephone_in(contact: str) -> str:
    """The telephone number that a contact names, as a link takes it; blank where it names none.

    >>> telephone_in("Công chức VH-XH, 0294 382 5xxx hoặc 0294.382.5000")
    '02943825000'
    """
    found = _TELEPHONE.search(contact)
    return re.sub(r"[^\d+]", "", found[0]) if found else ""


def _is_draft(reminder: Reminder) -> bool:
    edition = reminder.edition
    return edition is not None and edition.status == EditionStatus.DRAFT
