"""Forms of signed copies and trusted roots. They only clean what was given; commands decide."""

from django import forms

from haidang.web.widgets import FileButton


class SignedCopyForm(forms.Form):
    """The signed PDF that came back."""

    file = forms.FileField(
        label="Tệp đã ký số",
        help_text="Tệp .pdf đúng như công cụ ký số trả về, tối đa 20 MB.",
        widget=FileButton("Chọn tệp", "upload", attrs={"accept": ".pdf,application/pdf"}),
        error_messages={
            "required": "Chọn tệp .pdf đã ký số.",
            "empty": "Tệp này rỗng. Hãy chọn lại.",
        },
    )
    unsigned = forms.BooleanField(label="Vẫn lưu tệp không có chữ ký số", required=False)


class RootForm(forms.Form):
    """The certificate of an authority that signatures may be traced to."""

    file = forms.FileField(
        label="Chứng thư gốc",
        help_text="Tệp .cer, .crt, .pem hoặc .der của tổ chức chứng thực, lấy từ nguồn chính thức.",
        widget=FileButton("Chọn tệp", "upload", attrs={"accept": ".cer,.crt,.pem,.der"}),
        error_messages={
            "required": "Chọn tệp chứng thư gốc.",
            "empty": "Tệp này rỗng. Hãy chọn lại.",
        },
    )
