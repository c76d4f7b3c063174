"""Forms of what is done before the public. They only clean what was typed; commands decide."""

import datetime as dt
from typing import Any

from django import forms

from haidang import clock
from haidang.newsroom.social import NETWORKS
from haidang.web.widgets import DayBoxes, DayField

STALE = "Vẫn đăng bản dịch này, dù bài gốc đã đổi sau khi dịch"


class PublishForm(forms.Form):
    """Nothing is typed to publish; a translation that is behind is said to be."""

    stale_said = forms.BooleanField(label=STALE, required=False)

    def __init__(self, *args: Any, is_stale: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_stale:
            del self.fields["stale_said"]

    def given(self) -> dict[str, Any]:
        """What was typed, as the commands take it."""
        return dict(self.cleaned_data)


class ScheduleForm(PublishForm):
    """A day and an hour, and whether it is forbidden to show the story before."""

    day = DayField(label="Ngày đăng", widget=DayBoxes(lately=False))
    hour = forms.TimeField(
        label="Giờ đăng",
        help_text="Giờ Việt Nam, ví dụ 7:00.",
        input_formats=["%H:%M", "%Hh%M", "%H.%M", "%Hh", "%H"],
        error_messages={"invalid": "Ghi giờ và phút, ví dụ 7:00."},
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    is_embargo = forms.BooleanField(
        label="Không ai được đăng trước giờ này",
        required=False,
        help_text="Dùng khi nội dung chưa được phép công bố trước giờ hẹn.",
    )
    field_order = ("day", "hour", "is_embargo", "stale_said")

    def given(self) -> dict[str, Any]:
        """The moment that was typed, as `schedule_story` takes it."""
        typed = dict(self.cleaned_data)
        hour: dt.time = typed.pop("hour")
        return {"at": clock.at(typed.pop("day"), hour.hour, hour.minute), **typed}


class NoticeForm(PublishForm):
    """The words for readers that go with a correction or a withdrawal."""

    notice = forms.CharField(
        label="Thông báo cho bạn đọc",
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Ghi điều bạn đọc cần biết."},
    )
    field_order = ("notice", "stale_said")


class PostForm(forms.Form):
    """Where a story was posted."""

    network = forms.ChoiceField(
        label="Mạng xã hội", choices=[(key, row.name) for key, row in NETWORKS.items()]
    )
    address = forms.CharField(
        label="Địa chỉ bài đã đăng",
        max_length=300,
        help_text="Mở bài vừa đăng, sao chép đường dẫn rồi dán vào đây.",
        widget=forms.URLInput({"autocomplete": "off"}),
    )


class AccountForm(PostForm):
    """An official account of a unit."""

    name = forms.CharField(label="Tên trang, kênh", max_length=200)
    field_order = ("network", "name", "address")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["address"].label = "Địa chỉ trang, kênh"
        self.fields["address"].help_text = "Ví dụ https://www.facebook.com/…"
