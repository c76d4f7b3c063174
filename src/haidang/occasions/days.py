"""A day of the calendar as pages, lists and feeds show it."""

import datetime as dt
from dataclasses import dataclass

from haidang.occasions.enums import Kind
from haidang.occasions.falling import otherwise
from haidang.occasions.lunar import LunarDay, lunar_day
from haidang.occasions.models import Confirmation, Occasion
from haidang.text.habits import USUAL, Habits
from haidang.text.understanding.times.workdays import is_workday

CERTAIN, PROVISIONAL = "chắc chắn", "tạm tính"


@dataclass(frozen=True, slots=True)
class Day:
    """An occasion in one year: its days, the anniversary it is, and how sure the day is."""

    occasion: Occasion
    on: dt.date
    until: dt.date
    note: str = ""
    confirmation: Confirmation | None = None
    lead_days: int = 0
    habits: Habits = USUAL

    @property
    def years(self) -> int | None:
        """The how-many-th anniversary it is; None where nobody counts."""
        since = self.occasion.since_year
        return self.on.year - since if since is not None and since < self.on.year else None

    @property
    def is_round(self) -> bool:
        """Năm tròn: a number of years that ends in 0 (NĐ 145/2013/NĐ-CP, Điều 3)."""
        return self.years % 10 == 0 if self.years else False

    @property
    def is_five(self) -> bool:
        """Năm lẻ 5: a number of years that ends in 5 (NĐ 145/2013/NĐ-CP, Điều 3)."""
        return self.years % 10 == 5 if self.years else False

    @property
    def mark(self) -> str:
        """The name of the anniversary, where it has one."""
        return "năm tròn" if self.is_round else "năm lẻ 5" if self.is_five else ""

    @property
    def words(self) -> str:
        """The anniversary in words: 70 năm."""
        return f"{self.years} năm" if self.years else ""

    @property
    def is_provisional(self) -> bool:
        """Whether the day was only computed, and waits for the one that is announced."""
        return self.occasion.needs_confirmation and self.confirmation is None

    @property
    def certainty(self) -> str:
        """How sure the day is: `chắc chắn` or `tạm tính`."""
        return PROVISIONAL if self.is_provisional else CERTAIN

    @property
    def otherwise(self) -> dt.date | None:
        """What Vietnamese almanacs give, while a Khmer day waits and they differ."""
        return otherwise(self.occasion, self.on) if self.is_provisional else None

    @property
    def lunar(self) -> LunarDay | None:
        """The lunar day, for what follows the moon."""
        follows = self.occasion.kind in {Kind.FESTIVAL, Kind.KHMER} or self.occasion.is_lunar
        return lunar_day(self.on) if follows else None

    @property
    def begin_on(self) -> dt.date:
        """When to begin preparing: so many days before, on a working day or the last one before."""
        begin = self.on - dt.timedelta(self.lead_days)
        while not is_workday(begin, self.habits):
            begin -= dt.timedelta(1)
        return begin
