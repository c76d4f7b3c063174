"""Forms of the plans screens. They only clean what was typed; commands decide."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Self

from django import forms
from django.http import QueryDict

from haidang.errors import Incomplete
from haidang.orgs.models import Unit, UnitGroup
from haidang.plans.enums import Bucket
from haidang.plans.models import Owner, Plan, Task
from haidang.plans.overtaking import Overtaken
from haidang.plans.recognition import key_of
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


class SeenForm(forms.Form):
    """A form that tells which version of a thing the person saw; none where it is not asked."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def seen_now(self, error: Overtaken) -> Self:
        """Keep what was typed, say what somebody else changed, and take that as seen from now."""
        assert isinstance(self.data, QueryDict)
        typed = self.data.copy()
        typed["seen"] = str(error.version)
        self.data = typed
        self.add_error(None, error.message)
        self.was_overtaken = True
        return self

    @property
    def status(self) -> int:
        """The status of the page that shows the form."""
        if getattr(self, "was_overtaken", False):
            return 409
        return 422 if self.errors else 200


class RefusalForm(SeenForm):
    """Why a task is dropped."""

    reason = forms.CharField(
        label="Lý do bỏ",
        max_length=300,
        help_text="Ví dụ: chỉ là lời kêu gọi chung, không giao việc cụ thể.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Nêu lý do bỏ, để người xem sau hiểu."},
    )


class WithdrawalForm(forms.Form):
    """Why a plan is taken back."""

    reason = forms.CharField(
        label="Lý do rút",
        max_length=300,
        help_text="Ví dụ: tải nhầm tệp, không phải kế hoạch của cơ quan.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Nêu lý do rút, để người xem sau hiểu."},
    )


class BucketForm(SeenForm):
    """What a sentence is for."""

    bucket = forms.ChoiceField(
        label="Loại câu",
        choices=[(bucket.value, bucket.label.capitalize()) for bucket in Bucket],
        widget=forms.RadioSelect,
    )


class OwnerForm(SeenForm):
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

    def thing(self, key: str | None) -> Owner | None:
        """The unit or group that stands behind a key."""
        return self.units.get(key or "") or self.groups.get(key or "")

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
    further = forms.MultipleChoiceField(
        label="Cùng thực hiện", required=False, widget=forms.CheckboxSelectMultiple
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
    field_order = ("title", "owner", "further", "coordinators", "deadline", "due_on")

    def __init__(self, typed: Typed | None, *, task: Task) -> None:
        super().__init__(typed, plan=task.plan, initial=as_it_stands(task))
        self.task = task
        self.fields["owner"].required = False
        everyone = [*self.groups.items(), *self.units.items()]
        self._offer("further", ((key, str(thing)) for key, thing in everyone))
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
        keys = [typed["owner"], *typed["further"]]
        days = {**days_of(self.task), "other": typed["due_on"]}
        return {
            "title": typed["title"],
            "seen": typed["seen"],
            "owners": list(dict.fromkeys(filter(None, map(self.thing, keys)))),
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
    owner, *further = [key_of(owner) for owner in task.owners] or [NOBODY]
    return {
        "seen": task.version,
        "title": task.title,
        "owner": owner,
        "further": further,
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
    if task.due_or_on and task.due_or_on != task.due_on:
        days["or"] = task.due_or_on
    return days


def readings(task: Task) -> list[tuple[str, str]]:
    """The ways of understanding a deadline, in words, for a person to choose from."""
    words = {
        "read": "Chậm nhất 24 giờ, ",
        "through": "Kể cả ngày được nêu: ",
        "or": "Hiểu theo năm ban hành: ",
    }
    days = [
        (name, f"{words[name]}{wording.weekday(on)} {wording.day(on)}")
        for name, on in days_of(task).items()
    ]
    return [*days, ("other", "Ngày khác"), ("none", "Không có ngày cụ thể")]
