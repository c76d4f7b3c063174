"""The form that looks for units in the coverage of a plan."""

from collections.abc import Mapping
from typing import Any

from django import forms

from haidang.plans.enums import How
from haidang.plans.models import Task

STATES = [
    ("", "Tất cả"),
    ("silent", "Chưa trả lời"),
    *((how.value, how.label.capitalize()) for how in How),
]


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
