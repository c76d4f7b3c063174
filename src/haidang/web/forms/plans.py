"""Forms of the plans screens. They only clean what was typed; commands decide."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from haidang.errors import Incomplete
from haidang.orgs.models import Unit, UnitGroup
from haidang.plans.enums import Bucket
from haidang.plans.models import Plan, Task
from haidang.web import wording
from haidang.web.widgets import DayBoxes, DayField, FileButton

NOBODY = ""
ACCEPTED = ".docx,.doc,.pdf,.odt,.rtf,.html,.htm,.mht,.mhtml,.txt"
Typed = Mapping[str, Any]
Choices = list[tuple[str, str] | tuple[str, list[tuple[str, str]]]]


def show_refusal(form: forms.Form, error: Incomplete) -> None:
    """Put what a command missed onto the form, beside its field where there is one."""
    for issue in error.issues:
        form.add_error(issue.field if issue.field in form.fields else None, issue.message)


class PlanFileForm(forms.Form):
    """A document to be read in."""

    file = forms.FileField(
        label="Tệp văn bản",
        help_text="Tệp Word (.docx, .doc), .pdf kể cả bản quét, .odt, .rtf, .html, .mht hoặc .txt;"
        " tối đa 20 MB. Không tải lên văn bản mật.",
        widget=FileButton("Chọn tệp", attrs={"accept": ACCEPTED}),
        error_messages={
            "required": "Chọn tệp của văn bản kế hoạch.",
            "empty": "Tệp này rỗng. Hãy chọn lại.",
        },
    )


class RefusalForm(forms.Form):
    """Why a task is dropped."""

    reason = forms.CharField(
        label="Lý do bỏ",
        max_length=300,
        help_text="Ví dụ: chỉ là lời kêu gọi chung, không giao việc cụ thể.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Nêu lý do bỏ, để người xem sau hiểu."},
    )


class BucketForm(forms.Form):
    """What a sentence is for."""

    bucket = forms.ChoiceField(
        label="Loại câu",
        choices=[(bucket.value, bucket.label.capitalize()) for bucket in Bucket],
        widget=forms.RadioSelect,
    )


class OwnerForm(forms.Form):
    """A unit, or a group of units, under one authority."""

    owner = forms.ChoiceField(
        label="Đơn vị thực hiện",
        help_text="Chọn một nhóm thì mỗi đơn vị trong nhóm được giao riêng.",
        error_messages={"required": "Chọn một đơn vị, hoặc nhóm đơn vị, của cơ quan."},
    )

    def __init__(
        self, typed: Typed | None, *, plan: Plan, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(typed, initial=initial)
        self.units = {
            f"u{unit.pk}": unit for unit in Unit.objects.on(plan.first_day).below(plan.unit)
        }
        self.groups = {
            f"g{group.pk}": group for group in UnitGroup.objects.filter(parent=plan.unit)
        }
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ChoiceField)
        owner.choices = [(NOBODY, "Chưa giao đơn vị nào"), *self._named()]

    def chosen(self) -> dict[str, Any]:
        """The owner as commands take it."""
        key = self.cleaned_data["owner"]
        return {"unit": self.units.get(key), "group": self.groups.get(key)}

    def _named(self) -> Choices:
        groups = [(key, group.name) for key, group in self.groups.items()]
        units = [(key, unit.short_name) for key, unit in self.units.items()]
        return [*([("Nhóm đơn vị", groups)] if groups else []), ("Đơn vị", units)]


class TaskForm(OwnerForm):
    """A task as a person words it: title, who does it, with whom, until when."""

    title = forms.CharField(
        label="Tên việc",
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Viết tên việc, ví dụ “Báo cáo kết quả năm”."},
    )
    coordinators = forms.MultipleChoiceField(
        label="Đơn vị phối hợp", required=False, widget=forms.CheckboxSelectMultiple
    )
    deadline = forms.ChoiceField(label="Hạn hoàn thành", widget=forms.RadioSelect)
    due_on = DayField(
        label="Ngày khác",
        required=False,
        help_text="Chỉ điền khi chọn “Ngày khác”.",
        widget=DayBoxes(lately=False),
    )
    field_order = ("title", "owner", "coordinators", "deadline", "due_on")

    def __init__(self, typed: Typed | None, *, task: Task) -> None:
        super().__init__(typed, plan=task.plan, initial=as_it_stands(task))
        self.task = task
        self.fields["owner"].required = False
        self._offer("coordinators", ((key, unit.short_name) for key, unit in self.units.items()))
        self._offer("deadline", readings(task))

    def clean(self) -> dict[str, Any]:
        """Ask for the day where another day was chosen."""
        is_missing = "due_on" not in self.errors and not self.cleaned_data.get("due_on")
        if self.cleaned_data.get("deadline") == "other" and is_missing:
            self.add_error("due_on", "Nhập đủ ngày, tháng, năm, ví dụ 29 11 2024.")
        return self.cleaned_data

    def given(self) -> dict[str, Any]:
        """What was typed, as `change_task` takes it."""
        typed = self.cleaned_data
        days = {**days_of(self.task), "other": typed["due_on"]}
        return {
            "title": typed["title"],
            **self.chosen(),
            "nobody": not typed["owner"],
            "coordinators": [self.units[key] for key in typed["coordinators"]],
            "due_on": days.get(typed["deadline"]),
            "no_day": typed["deadline"] == "none",
        }

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)


def as_it_stands(task: Task) -> dict[str, Any]:
    """What the form shows before anything is typed."""
    owner = f"u{task.unit_id}" if task.unit_id else f"g{task.group_id}" if task.group_id else NOBODY
    return {
        "title": task.title,
        "owner": owner,
        "coordinators": [f"u{unit.pk}" for unit in task.coordinators.all()],
        "deadline": "read" if task.due_on else "none",
    }


def days_of(task: Task) -> dict[str, dt.date]:
    """The days that a deadline may mean: as it was read, or with its own day still in time."""
    if not task.due_on:
        return {}
    days = {"read": task.due_on}
    if task.deadline_rule.startswith("before") and not task.due_confirmed_at:
        days["through"] = task.due_on + dt.timedelta(days=1)
    return days


def readings(task: Task) -> list[tuple[str, str]]:
    """The ways of understanding a deadline, in words, for a person to choose from."""
    words = {"read": "Chậm nhất 24 giờ, ", "through": "Hết ngày được nêu: "}
    days = [
        (name, f"{words[name]}{wording.weekday(on)} {wording.day(on)}")
        for name, on in days_of(task).items()
    ]
    return [*days, ("other", "Ngày khác"), ("none", "Không có ngày cụ thể")]
