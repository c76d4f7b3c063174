"""Forms of the answers to an amendment: by which day, from which day, and the answer itself."""

from collections.abc import Mapping
from typing import Any

from django import forms

from haidang.plans.enums import How
from haidang.plans.models import Asked
from haidang.web.forms.plans import SeenForm
from haidang.web.widgets import AskedField, DayBoxes, DayField

ANSWERS = [
    (How.TAKEN_UP.value, "Nhận: thực hiện như bản mới"),
    (How.ADAPTED.value, "Điều chỉnh: thực hiện khác đi"),
    (How.WAIVED.value, "Không thực hiện vì …"),
]


class AskedDay(DayField):
    """A day that some answers need: none where nobody is asked."""

    is_asked = True


class AnswerByForm(forms.Form):
    """Until when the units are to answer."""

    answer_by = AskedDay(
        label="Các đơn vị trả lời chậm nhất hết ngày",
        required=False,
        widget=DayBoxes(lately=False),
    )


class OnDayForm(forms.Form):
    """The day on which a plan is looked at."""

    ngay = DayField(label="Bản có hiệu lực vào ngày", widget=DayBoxes(lately=False))


class ChangeAnswerForm(SeenForm):
    """What a unit does with a changed item."""

    how = forms.ChoiceField(
        label="Trả lời",
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn một cách trả lời."},
    )
    words = AskedField(
        label="Điều chỉnh thế nào, hoặc vì sao không thực hiện",
        help_text="Bắt buộc khi điều chỉnh hoặc không thực hiện.",
        widget=forms.Textarea({"rows": 3}),
    )

    @classmethod
    def of(cls, asked: Asked, typed: Mapping[str, Any] | None = None) -> "ChangeAnswerForm":
        """The form of one item, with what was answered so far; several stand on one page."""
        stood = {"how": asked.how, "words": asked.words, "seen": asked.version}
        return cls(typed, initial=stood, prefix=f"a{asked.pk}")
