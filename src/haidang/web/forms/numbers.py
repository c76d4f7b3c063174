"""Forms of numbers: one set aside, and one cancelled."""

from typing import Any

from django import forms

from haidang import clock
from haidang.documents.models import Number
from haidang.text.layout import KINDS
from haidang.web.widgets import WholeNumberField


class ReserveForm(forms.Form):
    """A number to be held: for which type, for what, and the number where paper gave it."""

    document_type = forms.ChoiceField(
        label="Tên loại", error_messages={"required": "Chọn tên loại của văn bản."}
    )
    purpose = forms.CharField(
        label="Giữ cho văn bản nào",
        max_length=500,
        error_messages={"required": "Ghi văn bản sẽ dùng số này."},
    )
    number = WholeNumberField(
        label="Số ghi tay",
        min_value=1,
        max_value=99_999,
        required=False,
        help_text="Chỉ khi số đã ghi trên giấy; để trống thì lấy số tiếp theo của sổ.",
    )

    def __init__(self, typed: Any = None) -> None:
        super().__init__(typed)
        kind = self.fields["document_type"]
        assert isinstance(kind, forms.ChoiceField)
        named = [(one.name, one.name.capitalize()) for one in KINDS]
        kind.choices = [("", "Chọn tên loại"), *named]
        if "again" in (typed or ()):
            self.ask_again()

    def ask_again(self) -> None:
        """Ask whether one more number is wanted where one is held for the same purpose."""
        self.fields["again"] = forms.BooleanField(label="Giữ thêm số nữa", required=False)


class CancelForm(forms.Form):
    """Why a number that was held is given up."""

    reason = forms.CharField(
        label="Lý do hủy số",
        max_length=500,
        help_text="Số đã hủy vẫn nằm trong sổ và không cấp lại.",
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Ghi lý do hủy số."},
    )


def year_words(number: Number) -> str:
    """Which year a number is of, where it is not this one."""
    year = number.series.year
    return "" if year == clock.today().year else f" (năm {year})"
