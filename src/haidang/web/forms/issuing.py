"""Forms of signing and numbering: slips, numbers, issue. They only clean what was typed."""

from collections.abc import Sequence
from typing import Any

from django import forms

from haidang import clock
from haidang.documents.commands import Wish
from haidang.documents.models import Number
from haidang.text.layout import KINDS
from haidang.web.widgets import AskedField, DayField, WholeNumberField

NEXT = "next"
WHY = "why-"


class SubmitForm(forms.Form):
    """What goes with a draft on its way to be signed."""

    note = AskedField(
        label="Ý kiến trình",
        max_length=1000,
        help_text="Tóm tắt nội dung, điểm cần xin ý kiến; bắt buộc khi trình lại bản chưa sửa.",
        widget=forms.Textarea({"rows": 3}),
    )


class AnswerForm(forms.Form):
    """What a post says of a draft."""

    remark = AskedField(
        label="Ý kiến",
        max_length=1000,
        help_text="Bắt buộc khi chuyển lại: ghi rõ chỗ cần sửa.",
        widget=forms.Textarea({"rows": 3}),
    )


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


class IssueForm(forms.Form):
    """The number and the day that a document is issued under."""

    number = forms.ChoiceField(label="Số văn bản", widget=forms.RadioSelect)
    issued_on = DayField(label="Ngày ban hành")
    copies = WholeNumberField(
        label="Số lượng bản",
        min_value=1,
        max_value=9999,
        required=False,
        help_text="Để trống thì sổ ghi số bản nêu trên văn bản; không nêu thì sổ cũng để trống.",
    )
    note = forms.CharField(label="Ghi chú trong sổ", max_length=500, required=False)

    def __init__(
        self, typed: Any = None, *, next_number: int, held: Sequence[Number], **more: Any
    ) -> None:
        super().__init__(typed, **more)
        self.held = {str(number.pk): number for number in held}
        number = self.fields["number"]
        assert isinstance(number, forms.ChoiceField)
        reserved = [
            (pk, f"{row.written}{_year(row)}: {row.purpose or 'đang giữ'}")
            for pk, row in self.held.items()
        ]
        number.choices = [(NEXT, f"Số tiếp theo của sổ: {next_number:02d}"), *reserved]
        for name in typed or ():
            if name.startswith(WHY):
                self.ask_why(name.removeprefix(WHY), "")

    def ask_why(self, rule: str, words: str) -> None:
        """Ask why a fault of layout is let through; `words` say what it is."""
        field = AskedField(label="Giải trình", help_text=words, max_length=300, required=False)
        self.fields[f"{WHY}{rule}"] = field

    def wish(self) -> Wish:
        """What was typed, as `issue_document` takes it."""
        typed = self.cleaned_data
        why = {name.removeprefix(WHY): typed[name] for name in typed if name.startswith(WHY)}
        return Wish(
            issued_on=typed["issued_on"],
            number=self.held.get(typed["number"]),
            copies=typed["copies"] or 0,
            note=typed["note"],
            explanations=why,
        )


def _year(number: Number) -> str:
    year = number.series.year
    return "" if year == clock.today().year else f" (năm {year})"
