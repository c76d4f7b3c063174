"""Forms of signing and numbering: slips, numbers, issue. They only clean what was typed."""

from collections.abc import Sequence
from typing import Any

from django import forms

from haidang.documents.commands import Wish
from haidang.documents.models import Number
from haidang.web.forms.numbers import year_words
from haidang.web.widgets import AskedField, DayField, WholeNumberField

NEXT = "next"
WHY = "why-"


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
            (pk, f"{row.written}{year_words(row)}: {row.purpose or 'đang giữ'}")
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
