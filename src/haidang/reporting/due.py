"""The rule by which the sending deadline follows from a period, as data. No database."""

import calendar
import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any, Self

from haidang.orgs.enums import Frequency
from haidang.text.habits import BeforeDay, Habits
from haidang.text.understanding.times.workdays import after_workdays, is_workday

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
MONTHS = {-1: "tháng trước tháng cuối kỳ", 0: "tháng cuối kỳ", 1: "tháng sau kỳ báo cáo"}
LAST_DAY = 31  # of each month: the last day that it has
DAYS_TO_MEND = 3  # working days that are offered where the deadline is over
DECREE_DAY = 25  # NĐ 09/2019/NĐ-CP, Điều 13: to the Government by the 25th of the last month


@dataclass(frozen=True, slots=True)
class DueRule:
    """Either a day of a month, or some days after the data window ends; neither: no rule.

    `by_plan` says that a task of the year's plan gives the day, and the rule where none does.
    `month` counts from the period's last month: -1 is the one before it, 1 the one after. `before`
    says "trước ngày": whether the day itself still counts, the authority decides.
    """

    day: int = 0
    month: int = 0
    before: bool = False
    after: int = 0
    by_plan: bool = False

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Self:
        """The rule that a regime keeps."""
        return cls(**kept)

    def kept(self) -> dict[str, Any]:
        """What a regime keeps of it: nothing where there is no rule."""
        return {name: value for name, value in asdict(self).items() if value}

    def __bool__(self) -> bool:
        return bool(self.day or self.after)

    def day_of(self, ends_on: dt.date, data_to: dt.date, habits: Habits) -> dt.date | None:
        """The last day on which a report is in time; a day off stays what it is."""
        if self.after:
            return data_to + dt.timedelta(days=self.after)
        if not self.day:
            return None
        named = self._named(ends_on)
        is_earlier = self.before and habits.before_day_is == BeforeDay.DAY_BEFORE
        return named - dt.timedelta(days=1) if is_earlier else named

    def words(self, frequency: str, ends_on: dt.date | None = None) -> str:
        """The rule as a document says it, of one period or of all."""
        if self.after:
            return f"chậm nhất {self.after} ngày sau khi hết kỳ số liệu"
        if not self.day:
            return ""
        how = "trước ngày" if self.before else "chậm nhất ngày"
        if ends_on is not None:
            named = self._named(ends_on)
            return f"{how} {named.day} tháng {named.month} năm {named.year}"
        if frequency == Frequency.YEAR and self.month <= 0:
            return f"{how} {self.day} tháng {12 + self.month} hằng năm"
        if self.day == LAST_DAY:
            return f"{'trước' if self.before else 'chậm nhất'} ngày cuối của {MONTHS[self.month]}"
        return f"{how} {self.day} của {MONTHS[self.month]}"

    def missing_in(self, ends_on: dt.date) -> int:
        """The month after a period's end that does not have the day; 0 where it has it."""
        year, month = self._month(ends_on)
        return month if self.day > calendar.monthrange(year, month)[1] else 0

    def _named(self, ends_on: dt.date) -> dt.date:
        year, month = self._month(ends_on)
        return dt.date(year, month, min(self.day, calendar.monthrange(year, month)[1]))

    def _month(self, ends_on: dt.date) -> tuple[int, int]:
        year, month = divmod(ends_on.year * 12 + ends_on.month - 1 + self.month, 12)
        return year, month + 1


def day_off_words(due_on: dt.date, habits: Habits) -> str:
    """What is said of a deadline on a day off: it stays, for nothing in the decree moves it."""
    if is_workday(due_on, habits):
        return ""
    earlier = due_on
    while not is_workday(earlier, habits):
        earlier -= dt.timedelta(days=1)
    return (
        f"Ngày {due_on:%d/%m/%Y} ({WEEKDAYS[due_on.weekday()]}) là ngày nghỉ. Nghị định 09/2019 "
        f"không dời hạn, nên hạn giữ nguyên; ngày làm việc cuối trước đó là "
        f"{WEEKDAYS[earlier.weekday()]} {earlier:%d/%m/%Y}."
    )


def day_to_mend(due_on: dt.date, today: dt.date, habits: Habits) -> dt.date:
    """The day that is offered for mending a report: the deadline, while it is still to come."""
    later = after_workdays(today, DAYS_TO_MEND, habits)
    return due_on if due_on > today or later is None else later
