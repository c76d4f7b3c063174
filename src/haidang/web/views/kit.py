"""The page that shows every part of the look once, for those who build or judge screens."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from haidang.web.views import kit_samples
from haidang.web.widgets import DayField, FileButton, Tiles, WholeNumberField


class SampleForm(forms.Form):
    """One field of each sort."""

    people = WholeNumberField(
        label="Số lượt người", error_messages={"invalid": "Số lượt người phải là số, ví dụ 85."}
    )
    task = forms.ChoiceField(
        label="Nhiệm vụ",
        help_text="Gợi ý theo nội dung đã ghi",
        choices={"II.1": "II.1 Tuyên truyền Luật Biên phòng Việt Nam"},
    )
    kind = forms.ChoiceField(
        label="Loại", choices=kit_samples.KINDS, widget=Tiles(kit_samples.KIND_ICONS)
    )
    held_on = DayField(label="Ngày")
    words = forms.CharField(label="Nội dung", widget=forms.Textarea({"rows": 2}), required=False)
    photo = forms.FileField(
        label="Minh chứng",
        widget=FileButton("Chụp hoặc chọn ảnh", "camera", attrs={"data-shrink": ""}),
        required=False,
    )
    decision = forms.ChoiceField(
        label="Quyết định",
        choices={"yes": "Cho đăng", "no": "Không cho đăng"},
        widget=forms.RadioSelect,
    )
    nothing = forms.BooleanField(label="Không phát sinh", required=False)


def kit(request: HttpRequest) -> HttpResponse:
    return render(
        request, "kit/all.html", {"form": SampleForm(kit_samples.TYPED), **kit_samples.SHOWN}
    )
