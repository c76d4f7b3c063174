"""Forms of the documents screens. They only clean what was typed; commands decide."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from haidang import clock
from haidang.documents.enums import Priority
from haidang.documents.folding import folded
from haidang.documents.models import Edition
from haidang.orgs.models import Unit
from haidang.web.forms.plans import ACCEPTED
from haidang.web.widgets import DayBoxes, DayField, FileButton, WholeNumberField

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
        return folded(self.cleaned_data.get("tim", "")).split()


class ArrivalFileForm(forms.Form):
    """A document that came as a file."""

    file = forms.FileField(
        label="Tệp văn bản đến",
        help_text="Tệp .pdf kể cả bản quét, Word, .odt, .rtf, .html, .mht hoặc .txt; tối đa 20 MB. "
        "Không tải lên văn bản mật.",
        widget=FileButton("Chọn tệp", attrs={"accept": ACCEPTED}),
        error_messages={
            "required": "Chọn tệp của văn bản đến.",
            "empty": "Tệp này rỗng. Hãy chọn lại.",
        },
    )
    second = forms.BooleanField(label="Đây là bản thứ hai của văn bản đã vào sổ", required=False)


class ArrivalForm(forms.Form):
    """What the register says of an incoming document, to be checked against the document."""

    issuer = forms.CharField(
        label="Tác giả (cơ quan gửi)",
        max_length=200,
        error_messages={"required": "Ghi tên cơ quan gửi."},
    )
    number_symbol = forms.CharField(
        label="Số, ký hiệu", max_length=80, required=False, help_text="Ví dụ: 1466/QĐ-UBND."
    )
    issued_on = DayField(label="Ngày văn bản", required=False, widget=DayBoxes(lately=False))
    document_type = forms.CharField(label="Tên loại", max_length=100, required=False)
    subject = forms.CharField(
        label="Trích yếu",
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Ghi trích yếu, hoặc tóm tắt nội dung trong một câu."},
    )
    signer = forms.CharField(label="Người ký", max_length=200, required=False)
    signer_post = forms.CharField(label="Chức vụ người ký", max_length=200, required=False)
    pages = WholeNumberField(label="Số trang", required=False, min_value=1, max_value=9999)
    priority = forms.TypedChoiceField(
        label="Mức độ khẩn", choices=Priority.choices, coerce=int, widget=forms.RadioSelect
    )
    note = forms.CharField(label="Ghi chú", max_length=500, required=False)


class PaperArrivalForm(ArrivalForm):
    """A document that came on paper: its facts, and the day on which it came."""

    arrived_on = DayField(label="Ngày đến")
    field_order = ("arrived_on",)


class HandOverForm(forms.Form):
    """Who deals with an incoming document, and until when."""

    to = forms.ModelChoiceField(
        Unit.objects.none(),
        label="Chuyển cho",
        empty_label="Chọn đơn vị",
        error_messages={"required": "Chọn đơn vị nhận xử lý."},
    )
    due_on = DayField(label="Thời hạn xử lý", required=False, widget=DayBoxes(lately=False))

    def __init__(self, typed: Any = None, *, units: QuerySet[Unit], **more: Any) -> None:
        super().__init__(typed, **more)
        to = self.fields["to"]
        assert isinstance(to, forms.ModelChoiceField)
        to.queryset = units


class EditionField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A document of ours, shown with its number where it has one."""

    def label_from_instance(self, obj: Any) -> str:
        """Say number and subject, as far as a line holds them."""
        sign = f"{obj}: " if obj.number else ""
        return f"{sign}{obj.document}"[:120]


class LedToForm(forms.Form):
    """A document of ours that an incoming one led to."""

    edition = EditionField(
        Edition.objects.none(),
        label="Văn bản làm theo",
        empty_label="Chọn văn bản của cơ quan",
        error_messages={"required": "Chọn văn bản của cơ quan."},
    )

    def __init__(self, typed: Any = None, *, editions: QuerySet[Edition]) -> None:
        super().__init__(typed)
        edition = self.fields["edition"]
        assert isinstance(edition, EditionField)
        edition.queryset = editions


class DraftFileForm(forms.Form):
    """A file whose words become a draft."""

    file = forms.FileField(
        label="Tệp dự thảo",
        help_text="Tệp Word (.docx, .doc), .odt, .rtf hoặc .txt; tối đa 20 MB. "
        "Không tải lên văn bản mật.",
        widget=FileButton("Chọn tệp", attrs={"accept": ".docx,.doc,.odt,.rtf,.txt"}),
        error_messages={
            "required": "Chọn tệp dự thảo.",
            "empty": "Tệp này rỗng. Hãy chọn lại.",
        },
    )
