"""The form of an answer to one item of the plan above."""

from collections.abc import Mapping
from typing import Any

from django import forms

from haidang.plans.enums import How
from haidang.plans.models import Answer, Task
from haidang.plans.said import Said
from haidang.web import wording
from haidang.web.forms.cascade import DoneByForm
from haidang.web.widgets import AskedField

FIELDS = {
    How.TAKEN_UP: ("owner", "due_on"),
    How.ADAPTED: ("words", "reason", "owner", "due_on"),
    How.WAIVED: ("reason",),
}
REASONS = {
    How.ADAPTED: ("Điều chỉnh ở đâu, vì sao", "Ví dụ: xã có bảy cụm loa nên phát hai buổi."),
    How.WAIVED: ("Lý do không triển khai", "Cấp trên đọc được lý do này."),
}


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
