"""Forms of the documents screens. They only clean what was typed; commands decide."""

from collections.abc import Sequence
from typing import Any

from django import forms

from haidang import clock
from haidang.orgs.naming import bare
from haidang.web.widgets import FileButton

CHECKED = ".docx,.pdf"


class CheckForm(forms.Form):
    """A file to be checked, of which nothing is kept."""

    file = forms.FileField(
        label="Tệp văn bản",
        help_text="Tệp Word (.docx) hoặc .pdf, tối đa 20 MB. Không tải lên văn bản mật.",
        widget=FileButton("Chọn tệp", "upload", attrs={"accept": CHECKED}),
        error_messages={
            "required": "Chọn tệp cần soát.",
            "empty": "Tệp này rỗng. Hãy chọn lại.",
        },
    )


class RegisterFilter(forms.Form):
    """Which year of a register, and words to be found in it, with or without marks."""

    nam = forms.TypedChoiceField(label="Năm", coerce=int, required=False)
    tim = forms.CharField(
        label="Tìm",
        required=False,
        max_length=200,
        widget=forms.TextInput({"type": "search", "placeholder": "số, trích yếu, cơ quan …"}),
    )

    def __init__(self, typed: Any, *, years: Sequence[int]) -> None:
        this_year = clock.today().year
        offered = sorted({*years, this_year}, reverse=True)
        super().__init__(typed if "nam" in typed else {**typed.dict(), "nam": str(this_year)})
        year = self.fields["nam"]
        assert isinstance(year, forms.ChoiceField)
        year.choices = [(str(one), f"Năm {one}") for one in offered]
        self.is_valid()

    @property
    def year(self) -> int:
        """The year asked for; this one where the address asks for none that is held."""
        return self.cleaned_data.get("nam") or clock.today().year

    @property
    def words(self) -> list[str]:
        """The words to be found, without marks and in small letters, as rows keep them."""
        return bare(self.cleaned_data.get("tim", "")).casefold().split()


class SubmitForm(forms.Form):
    """What goes with a draft on its way to be signed."""

    note = forms.CharField(
        label="Ý kiến trình",
        required=False,
        max_length=1000,
        help_text="Tóm tắt nội dung, điểm cần xin ý kiến.",
        widget=forms.Textarea({"rows": 3}),
    )


class AnswerForm(forms.Form):
    """What a post says of a draft."""

    remark = forms.CharField(
        label="Ý kiến",
        required=False,
        max_length=1000,
        help_text="Bắt buộc khi chuyển lại: ghi rõ chỗ cần sửa.",
        widget=forms.Textarea({"rows": 3}),
    )
