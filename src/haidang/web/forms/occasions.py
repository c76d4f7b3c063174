"""Forms of the calendar. They only clean what was typed; commands decide."""

import datetime as dt
from textwrap import shorten
from typing import Any, Self

from django import forms
from django.http import QueryDict

from haidang.occasions.days import Day
from haidang.occasions.enums import Calendar
from haidang.occasions.models import Occasion
from haidang.occasions.models.occasion import LEAD
from haidang.occasions.overtaken import Overtaken
from haidang.orgs.models import Unit, UnitGroup
from haidang.plans.models import Owner, Task
from haidang.web.widgets import DayBoxes, DayField, WholeNumberField

_SHORT = 140  # letters of a direction, to be known again by
OFFERED = {
    Calendar.SOLAR: "Dương lịch, hằng năm",
    Calendar.LUNAR: "Âm lịch, hằng năm",
    Calendar.ONCE: "Một lần, trong năm ghi dưới đây",
}


class ConfirmForm(forms.Form):
    """The day that was announced for a festival, and by whom."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    on = DayField(label="Từ ngày", widget=DayBoxes(lately=False))
    until = DayField(label="Đến hết ngày", widget=DayBoxes(lately=False))
    source = forms.CharField(
        label="Theo",
        max_length=200,
        required=False,
        help_text="Ví dụ: thông báo của UBND tỉnh, Hội Đoàn kết sư sãi yêu nước.",
    )

    def given(self) -> dict[str, Any]:
        """What was typed, as `confirm_day` takes it."""
        return self.cleaned_data | {"seen": self.cleaned_data["seen"] or 0}

    def seen_now(self, error: Overtaken) -> Self:
        """Keep what was typed, say what somebody else confirmed, and take that as seen."""
        assert isinstance(self.data, QueryDict)
        typed = self.data.copy()
        typed["seen"] = str(error.standing.version)
        self.data = typed
        self.add_error(None, error.message)
        return self


def confirmation_of(day: Day) -> dict[str, Any]:
    """What the form shows before anything is typed: the day as it stands."""
    said = day.confirmation
    return {
        "seen": said.version if said else 0,
        "on": day.on,
        "until": day.until,
        "source": said.source if said else "",
    }


class OccasionForm(forms.Form):
    """A day of the authority's own, or a given one that an administrator puts right."""

    name = forms.CharField(
        label="Tên dịp",
        max_length=200,
        error_messages={"required": "Ghi tên dịp, ví dụ “Lễ hội Nghinh Ông”."},
    )
    calendar = forms.ChoiceField(
        label="Tính theo",
        choices=[(calendar.value, words) for calendar, words in OFFERED.items()],
        initial=Calendar.SOLAR,
        widget=forms.RadioSelect,
    )
    day = WholeNumberField(label="Ngày", min_value=1, max_value=31)
    month = WholeNumberField(label="Tháng", min_value=1, max_value=12)
    year = WholeNumberField(
        label="Năm", required=False, help_text="Chỉ điền khi dịp diễn ra một lần, ví dụ 2024."
    )
    length = WholeNumberField(label="Kéo dài (ngày)", initial=1)
    since_year = WholeNumberField(
        label="Kỷ niệm tính từ năm", required=False, help_text="Ví dụ 1959."
    )
    lead_days = WholeNumberField(label="Chuẩn bị trước (ngày)", initial=LEAD)
    source = forms.CharField(label="Nguồn", max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Join the three numbers to a day where it happens once."""
        typed = self.cleaned_data
        if typed.get("calendar") == Calendar.ONCE and {"day", "month"} <= typed.keys():
            try:
                typed["on"] = dt.date(typed.get("year") or 0, typed["month"], typed["day"])
            except ValueError:
                self.add_error("year", "Ngày này không có trong lịch. Ví dụ đúng: 25 11 2024.")
        return typed

    def given(self) -> dict[str, Any]:
        """What was typed, as `add_occasion` takes it."""
        typed = {name: self.cleaned_data.get(name) for name in self.fields if name != "year"}
        if typed["calendar"] == Calendar.ONCE:
            typed |= {"day": None, "month": None, "on": self.cleaned_data["on"]}
        return typed | {"calendar": Calendar(str(typed["calendar"]))}


class NewOccasionForm(OccasionForm):
    """A day to be added, of the authority or of the person's unit alone."""

    for_unit = forms.BooleanField(label="Chỉ của đơn vị tôi, không phải cả cơ quan", required=False)


class ChangedOccasionForm(OccasionForm):
    """An occasion as it stands. By which calendar it goes stays as it is."""

    doubt = forms.CharField(label="Điều chưa chắc", max_length=300, required=False)

    def __init__(self, typed: QueryDict | None, *, occasion: Occasion) -> None:
        names = ("name", "day", "month", "length", "since_year", "lead_days", "source", "doubt")
        super().__init__(typed, initial={name: getattr(occasion, name) for name in names})
        left_out = ["calendar", "year"]
        if occasion.month is None:  # once, or the Khmer new year: no day of every year
            left_out += ["day", "month"]
        for name in left_out:
            del self.fields[name]

    def given(self) -> dict[str, Any]:
        """What was typed, as `change_occasion` takes it."""
        return {name: self.cleaned_data[name] for name in self.fields}


class LeadForm(forms.Form):
    """How many days before an occasion the authority begins to prepare."""

    lead_days = WholeNumberField(label="Chuẩn bị trước (ngày)")


class StartForm(forms.Form):
    """A task for an occasion: its words, who does it, until when, by which direction."""

    title = forms.CharField(
        label="Tên việc",
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Viết tên việc, ví dụ “Tuyên truyền Ngày Biên phòng”."},
    )
    owners = forms.MultipleChoiceField(
        label="Đơn vị thực hiện",
        widget=forms.CheckboxSelectMultiple,
        help_text="Chọn một nhóm thì mỗi đơn vị trong nhóm được giao riêng.",
        error_messages={"required": "Chọn ít nhất một đơn vị."},
    )
    due_on = DayField(label="Chậm nhất hết ngày", widget=DayBoxes(lately=False))
    direction = forms.TypedChoiceField(
        label="Theo phương hướng của kế hoạch", coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, typed: QueryDict | None, *, day: Day, directions: list[Task]) -> None:
        title = f"Tuyên truyền {day.occasion.name}{f' ({day.words})' if day.mark else ''}"
        first = directions[0].pk
        super().__init__(typed, initial={"title": title, "due_on": day.on, "direction": first})
        authority = directions[0].plan.unit
        groups = UnitGroup.objects.filter(parent=authority)
        units = Unit.objects.on(day.begin_on).below(authority)
        self.things: dict[str, Owner] = {f"g{group.pk}": group for group in groups}
        self.things |= {f"u{unit.pk}": unit for unit in units}
        self.directions = {task.pk: task for task in directions}
        self._offer("owners", [(key, str(thing)) for key, thing in self.things.items()])
        self._offer("direction", [(task.pk, _named(task)) for task in directions])

    def given(self) -> dict[str, Any]:
        """What was typed, as `start_from_occasion` takes it."""
        typed = self.cleaned_data
        return {
            "title": typed["title"],
            "due_on": typed["due_on"],
            "owners": [self.things[key] for key in typed["owners"]],
            "direction": self.directions[typed["direction"]],
        }

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


def _named(direction: Task) -> str:
    words = shorten(direction.text, _SHORT, placeholder="…")
    return f"{direction.label}: {words}"
