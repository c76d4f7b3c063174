"""The form of a flash report: what, where, when, and what is proposed. It only cleans input."""

from collections.abc import Sequence
from typing import Any

from django import forms

from haidang.reporting.models import Regime


class FlashForm(forms.Form):
    """One short form; `id` makes that the same report is sent once on a bad line."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    regime = forms.ModelChoiceField(Regime.objects.none(), label="Gửi theo", empty_label=None)
    title = forms.CharField(
        label="Việc gì", max_length=200, help_text="Một câu, ví dụ “Tàu cá vào tránh bão”."
    )
    place = forms.CharField(label="Ở đâu", max_length=200)
    happened = forms.CharField(label="Lúc nào", max_length=100, help_text="Ví dụ “6 giờ sáng nay”.")
    words = forms.CharField(
        label="Diễn biến, đã xử lý ra sao",
        max_length=2000,
        help_text="Nói về việc, không nói về cá nhân.",
        widget=forms.Textarea({"rows": 5}),
    )
    proposal = forms.CharField(
        label="Đề xuất",
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    no_secret = forms.BooleanField(
        label="Báo cáo không chứa bí mật nhà nước",
        help_text="Việc mật thì dùng văn bản giấy hoặc mạng LAN độc lập, không ghi ở đây.",
        error_messages={"required": "Xác nhận báo cáo không chứa bí mật nhà nước."},
    )

    def __init__(self, data: Any = None, *, regimes: Sequence[Regime], initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["regime"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Regime.objects.filter(pk__in=[row.pk for row in regimes])
        if len(regimes) == 1:
            field.widget = forms.HiddenInput()
            field.initial = regimes[0].pk
