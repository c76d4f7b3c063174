"""The reason of a correction."""

from django import forms


class AdjustForm(forms.Form):
    """Why the log of accepted days is not what was reported; the command says what is wrong."""

    reason = forms.CharField(
        label="Lý do điều chỉnh",
        max_length=300,
        required=False,
        widget=forms.TextInput,
        help_text="Ví dụ: xã ghi sót một buổi tại ấp.",
    )
    reason.is_asked = True  # type: ignore[attr-defined]
