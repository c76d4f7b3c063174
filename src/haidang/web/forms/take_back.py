"""Forms of a draft that comes back: the file, then a decision on each figure changed by hand."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from haidang.documents.coming_back import unexplained
from haidang.documents.commands.taking_back import MOST_LETTERS, RESTORE
from haidang.text.merge import ChangedFigure
from haidang.web.widgets import AskedField, FileButton

EDITABLE = ".docx,.odt,.doc,.rtf"
EXPLAIN, BACK = "explain", "restore"


class ReturnForm(forms.Form):
    """The edited file."""

    file = forms.FileField(
        label="Tệp đã sửa",
        help_text="Tệp .docx tải về từ trang văn bản và đã sửa bằng Word hoặc LibreOffice;"
        " tối đa 20 MB. Không tải lên văn bản mật.",
        widget=FileButton("Chọn tệp", "upload", attrs={"accept": EDITABLE}),
        error_messages={
            "required": "Chọn tệp đã sửa.",
            "empty": "Tệp này rỗng. Hãy chọn lại.",
        },
    )


class TakeBackForm(forms.Form):
    """For each figure that was changed by hand: a reason, or its old value again."""

    newest = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, typed: Any = None, *, newest: int, figures: Sequence[ChangedFigure]) -> None:
        super().__init__(typed, initial={"newest": newest})
        self.figures = figures
        for figure in figures:
            self.fields[f"act-{figure.key}"] = forms.ChoiceField(
                label=f"{_called(figure)}: giữ {figure.new} hay khôi phục {figure.old}?",
                error_messages={"required": unexplained(figure)},
                help_text=f"{figure.place[:1].upper()}{figure.place[1:]}",
                choices=[
                    (EXPLAIN, f"Giữ {figure.new} và giải thích"),
                    (BACK, f"Khôi phục số cũ {figure.old}"),
                ],
                widget=forms.RadioSelect,
            )
            self.fields[f"reason-{figure.key}"] = AskedField(
                label=f"Giải thích, nếu giữ {figure.new}",
                required=False,
                help_text=f"Vì sao khác số {figure.old} đã cộng; tối đa {MOST_LETTERS} chữ.",
                widget=forms.Textarea({"rows": 2}),
            )

    def rows(self) -> Iterator[tuple[ChangedFigure, BoundField, BoundField]]:
        """Each figure with its two fields."""
        for figure in self.figures:
            yield figure, self[f"act-{figure.key}"], self[f"reason-{figure.key}"]

    def explanations(self) -> dict[str, str | None]:
        """What was decided, as the command takes it."""
        typed = self.cleaned_data
        return {
            figure.key: RESTORE
            if typed.get(f"act-{figure.key}") == BACK
            else typed.get(f"reason-{figure.key}", "")
            for figure in self.figures
        }


def _called(figure: ChangedFigure) -> str:
    words = figure.words or "Số liệu"
    return f"{words[:1].upper()}{words[1:]}"
