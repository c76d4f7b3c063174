"""Opening a portal, and the words that it greets with."""

import datetime as dt
from typing import Any

from django import forms

from haidang.orgs.models import Unit


class OpenPortalForm(forms.Form):
    """Whose portal, and on which host name it answers."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="Cổng của", empty_label="Chọn đơn vị")
    host = forms.CharField(
        label="Tên miền",
        max_length=253,
        required=False,
        help_text="Ví dụ caungang.vinhlong.gov.vn. Để trống nếu dùng địa chỉ chung của máy này.",
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.on(today).filter(acts_for=None).select_related("kind")
        self.fields["unit"].queryset = units  # type: ignore[attr-defined] # a field of choices


class PortalWordsForm(forms.Form):
    """The title of a page of a portal, and the words below it."""

    title = forms.CharField(label="Tên trang", max_length=120)
    standfirst = forms.CharField(
        label="Lời dẫn", max_length=300, required=False, widget=forms.Textarea({"rows": 3})
    )
