"""The form in which an administrator says how the authority reads its own words."""

import datetime as dt
import re
from typing import Any

from django import forms

from haidang.text.habits import BeforeDay, Habits

_WHOLE = re.compile(r"(\d{1,2})/(\d{1,2})/(20\d\d)")  # "10/01/26" would be a day of the year 26
EXCLUSIVE = "Ngày hôm trước: “trước ngày 30/11” là chậm nhất hết 29/11"
INCLUSIVE = "Chính ngày được nêu: “trước ngày 30/11” là chậm nhất hết 30/11"


class DaysField(forms.CharField):
    """Days, one a line, as 02/01/2026; refuses a line that is no day."""

    widget = forms.Textarea({"rows": 3})

    def to_python(self, value: str | None) -> list[dt.date]:  # type: ignore[override]
        """The days of the lines, in the order typed."""
        lines = [line.strip() for line in (value or "").splitlines()]
        return [_day(line) for line in lines if line]


class HabitsForm(forms.Form):
    """How "trước ngày …" is meant, and which days the authority rests or works besides."""

    before_day = forms.ChoiceField(
        label="“Trước ngày …” thì ngày cuối còn kịp là",
        choices=[("previous", EXCLUSIVE), ("same", INCLUSIVE)],
        widget=forms.RadioSelect,
    )
    days_off = DaysField(
        label="Ngày nghỉ thêm",
        required=False,
        help_text="Mỗi dòng một ngày, ví dụ 02/01/2026. Ngày lễ, Tết đã có sẵn.",
    )
    workdays = DaysField(
        label="Thứ Bảy, Chủ nhật làm bù",
        required=False,
        help_text="Mỗi dòng một ngày, ví dụ 10/01/2026.",
    )

    def given(self) -> dict[str, Any]:
        """What was typed, as `set_habits` takes it."""
        typed = self.cleaned_data
        return {
            "includes_named_day": typed["before_day"] == "same",
            "days_off": typed["days_off"],
            "workdays": typed["workdays"],
        }


def habits_as_they_stand(habits: Habits) -> dict[str, str]:
    """What the form shows before anything is typed."""
    return {
        "before_day": "same" if habits.before_day_is is BeforeDay.SAME_DAY else "previous",
        "days_off": _lines(habits.days_off),
        "workdays": _lines(habits.workdays),
    }


def _lines(days: frozenset[dt.date]) -> str:
    return "\n".join(f"{day:%d/%m/%Y}" for day in sorted(days))


def _day(line: str) -> dt.date:
    written = _WHOLE.sub(r"\3-\2-\1", line)
    try:
        return dt.datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        raise forms.ValidationError(
            f"“{line[:20]}” không phải là ngày. Viết như 02/01/2026, mỗi dòng một ngày."
        ) from error
