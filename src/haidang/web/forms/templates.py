"""The form of a changed template. It only cleans what was given; the command decides."""

from django import forms

from haidang.web.widgets import FileButton


class TemplateForm(forms.Form):
    """A template that was changed in Word or LibreOffice."""

    file = forms.FileField(
        label="Mẫu đã sửa",
        help_text="Tệp Word (.docx). Mẫu được kiểm tra trước; chưa dùng ngay.",
        widget=FileButton("Chọn tệp", "upload", attrs={"accept": ".docx"}),
        error_messages={
            "required": "Chọn tệp .docx của mẫu.",
            "empty": "Tệp này rỗng. Hãy chọn lại.",
        },
    )
