"""Forms of the cascade. They only clean what was typed; commands decide."""

from collections.abc import Mapping
from typing import Any

from django import forms

from haidang.plans.enums import How
from haidang.plans.models import Answer, Task
from haidang.plans.said import Said
from haidang.web import wording
from haidang.web.forms.plans import SeenForm
from haidang.web.widgets import AskedField, DayBoxes, DayField

FIELDS = {
    How.TAKEN_UP: ("owner", "due_on"),
    How.ADAPTED: ("words", "reason", "owner", "due_on"),
    How.WAIVED: ("reason",),
}
STATES = [
    ("", "Tất cả"),
    ("silent", "Chưa trả lời"),
    *((how.value, how.label.capitalize()) for how in How),
]
REASONS = {
    How.ADAPTED: ("Điều chỉnh ở đâu, vì sao", "Ví dụ: xã có bảy cụm loa nên phát hai buổi."),
    How.WAIVED: ("Lý do không triển khai", "Cấp trên đọc được lý do này."),
}


class DoneByForm(SeenForm):
    """Who does something in the unit, and until when."""

    owner = forms.CharField(
        label="Người thực hiện",
        required=False,
        help_text="Chức danh hoặc bộ phận, ví dụ: Công chức Văn hóa – Xã hội. Không ghi tên người.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    due_on = DayField(
        label="Hạn của đơn vị",
        required=False,
        widget=DayBoxes(lately=False),
    )


class AnswerForm(DoneByForm):
    """What the unit does with one item, with the fields that this answer needs."""

    words = AskedField(label="Nội dung của đơn vị", widget=forms.Textarea({"rows": 5}))
    reason = AskedField(label="Lý do", widget=forms.Textarea({"rows": 3}))
    field_order = ("words", "reason", "owner", "due_on")

    def __init__(
        self,
        typed: Mapping[str, Any] | None,
        *,
        how: How,
        task: Task,
        answer: Answer | None,
        owner: str,
    ) -> None:
        super().__init__(typed, initial=_as_it_stands(how, task, answer, owner))
        self.how = how
        for name in {"words", "reason", "owner", "due_on"} - set(FIELDS[how]):
            del self.fields[name]
        if "reason" in self.fields:
            self.fields["reason"].label, self.fields["reason"].help_text = REASONS[how]
        if "due_on" in self.fields and task.due_on:
            day = wording.day(task.due_on)
            self.fields["due_on"].help_text = f"Bỏ trống thì theo cấp trên, chậm nhất {day}."

    def said(self) -> Said:
        """What was typed, as the command takes it."""
        typed = {name: self.cleaned_data[name] for name in FIELDS[self.how]}
        return Said(self.how, **typed)


class OwnItemForm(DoneByForm):
    """Something that the unit adds of its own accord."""

    title = forms.CharField(
        label="Việc",
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Viết tên việc."},
    )
    words = forms.CharField(label="Nội dung", required=False, widget=forms.Textarea({"rows": 3}))
    field_order = ("title", "words", "owner", "due_on")

    def given(self) -> dict[str, Any]:
        """What was typed, as the command takes it."""
        typed = {name: self.cleaned_data[name] for name in ("words", "owner", "due_on")}
        return {"title": self.cleaned_data["title"], "said": Said(How.TAKEN_UP, **typed)}


class SignerForm(forms.Form):
    """Who signs the document; a blank name is written in later, in Word."""

    signer_post = forms.CharField(
        label="Chức vụ người ký",
        required=False,
        help_text="Mỗi dòng một phần, ví dụ KT. CHỦ TỊCH rồi PHÓ CHỦ TỊCH.",
        widget=forms.Textarea({"rows": 2}),
    )
    signer_name = forms.CharField(
        label="Họ tên người ký", required=False, widget=forms.TextInput({"autocomplete": "off"})
    )


class CoverageForm(forms.Form):
    """Which units of the coverage are shown."""

    state = forms.ChoiceField(label="Trạng thái", required=False, choices=STATES)
    muc = forms.ChoiceField(label="Mục", required=False)
    ten = forms.CharField(label="Tên đơn vị", required=False)

    def __init__(self, asked: Mapping[str, Any], tasks: list[Task]) -> None:
        super().__init__(asked)
        field = self.fields["muc"]
        assert isinstance(field, forms.ChoiceField)
        named = [(str(task.pk), f"{task.label} {task.title}"[:60]) for task in tasks]
        field.choices = [("", "Mọi mục"), *named]


def owner_of(answers: list[Answer]) -> str:
    """Who did the last item that somebody was named for: mostly it is one person in a commune."""
    named = [one for one in answers if one.owner]
    return max(named, key=lambda one: one.version).owner if named else ""


def _as_it_stands(how: How, task: Task, answer: Answer | None, owner: str) -> dict[str, Any]:
    if answer is None:
        return {"seen": 0, "words": task.text, "owner": owner}
    return {
        "seen": answer.version,
        "words": answer.words or task.text,
        "reason": answer.reason,
        "owner": answer.owner,
        "due_on": answer.due_on,
    }
