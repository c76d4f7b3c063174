"""Forms of an outline: a section, its words, an indicator it asks for. They only clean input."""

from typing import Any

from django import forms

from haidang.activities.models import Indicator
from haidang.reporting.enums import SectionKind
from haidang.reporting.models import Line
from haidang.web.forms.regime_choices import said


class SectionForm(forms.Form):
    """A section of an outline."""

    title = forms.CharField(label="Tiêu đề", max_length=100)
    kind = forms.ChoiceField(
        label="Loại", choices=said(SectionKind.choices), widget=forms.RadioSelect
    )
    hint = forms.CharField(
        label="Hướng dẫn", max_length=300, required=False, help_text="Đơn vị đọc khi viết mục này."
    )
    opening = forms.CharField(
        label="Lời dẫn trong văn bản",
        max_length=200,
        required=False,
        help_text="Mở đầu câu nêu số liệu của mục, ví dụ “Đã phát”.",
    )


class SectionWordsForm(SectionForm):
    """The words of a section that is there; its kind stays."""

    kind = None  # type: ignore[assignment]


class LineForm(forms.Form):
    """An indicator that a section asks for."""

    indicator = forms.ModelChoiceField(Indicator.objects.none(), label="Chỉ tiêu", empty_label=None)
    words = forms.CharField(
        label="Lời văn",
        max_length=200,
        required=False,
        help_text="Số trong câu, ví dụ “{số} buổi phát thanh”. Bỏ trống: tên và số.",
    )

    def __init__(self, data: Any = None, *, regime_pk: int) -> None:
        super().__init__(data)
        field = self.fields["indicator"]
        assert isinstance(field, forms.ModelChoiceField)
        asked = Indicator.objects.filter(
            pk__in=Line.objects.filter(section__regime=regime_pk).values("indicator")
        )
        field.queryset = Indicator.objects.in_use().exclude(pk__in=asked.values("pk"))


class TypedIndicatorForm(forms.Form):
    """An indicator that no log feeds."""

    name = forms.CharField(label="Tên chỉ tiêu", max_length=100)
    unit_name = forms.CharField(label="Đơn vị tính", max_length=30)
