"""Forms of a detailed plan. They only clean what was typed; commands decide."""

from typing import Any

from django import forms

from haidang.plans.enums import How
from haidang.plans.said import Said
from haidang.web.forms.plans import SeenForm
from haidang.web.widgets import DayBoxes, DayField


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
