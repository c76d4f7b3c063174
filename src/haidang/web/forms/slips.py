"""Forms of the slip: handing a draft on, and an answer to it."""

from django import forms

from haidang.web.widgets import AskedField


class SubmitForm(forms.Form):
    """What goes with a draft on its way to be signed."""

    note = AskedField(
        label="Ý kiến trình",
        max_length=1000,
        help_text="Tóm tắt nội dung, điểm cần xin ý kiến; bắt buộc khi trình lại bản chưa sửa.",
        widget=forms.Textarea({"rows": 3}),
    )


class AnswerForm(forms.Form):
    """What a post says of a draft."""

    remark = AskedField(
        label="Ý kiến",
        max_length=1000,
        help_text="Bắt buộc khi chuyển lại: ghi rõ chỗ cần sửa.",
        widget=forms.Textarea({"rows": 3}),
    )
