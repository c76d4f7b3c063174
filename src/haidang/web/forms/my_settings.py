"""The form in which a person says whether and where to be mailed."""

from django import forms


class MySettingsForm(forms.Form):
    """The person's address, and whether the daily digest is wanted."""

    email = forms.EmailField(
        label="Địa chỉ thư điện tử",
        required=False,
        max_length=254,
        help_text="Chỉ dùng để gửi thư nhắc việc, đơn vị khác không thấy. Để trống: không gửi.",
        error_messages={"invalid": "Viết địa chỉ như vanthu@donvi.gov.vn."},
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    wants_digest = forms.BooleanField(
        label="Gửi thư nhắc việc",
        required=False,
        help_text="Mỗi ngày làm việc nhiều nhất một thư, từ 7 giờ 30; chỉ khi có việc còn "
        "30, 14, 7, 3 hoặc 1 ngày là hết hạn.",
    )
