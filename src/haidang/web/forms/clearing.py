"""Forms of sending a story and of deciding on it. They only clean what was chosen."""

from typing import Any

from django import forms

from haidang.newsroom.enums import REASONS, Step

STALE = "Vẫn gửi bản dịch này, dù bài gốc đã đổi sau khi dịch"
YES, NO = "cho-dang", "khong"


class SubmitForm(forms.Form):
    """What whoever sends a story answers for."""

    no_secret = forms.BooleanField(
        label="Tôi xác nhận bài, ảnh và tệp kèm không có nội dung bí mật nhà nước.", required=False
    )
    stale_said = forms.BooleanField(label=STALE, required=False)

    def __init__(self, *args: Any, is_stale: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_stale:
            del self.fields["stale_said"]


class DecideForm(forms.Form):
    """Yes, or no with a code; there is no place for words, so that none can tell a secret."""

    decision = forms.ChoiceField(
        label="Quyết định",
        choices=[(YES, "Cho đăng"), (NO, "Không cho đăng")],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn Cho đăng hoặc Không cho đăng."},
    )
    reason = forms.ChoiceField(
        label="Lý do, nếu không cho đăng", widget=forms.RadioSelect, required=False
    )

    def __init__(self, *args: Any, step: Step, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].is_asked = True  # type: ignore[attr-defined] # the label says when
        self.fields["reason"].choices = [  # type: ignore[attr-defined]
            (code.value, f"{code.value} {code.label[0].upper()}{code.label[1:]}")
            for code in REASONS[step]
        ]

    def given(self) -> dict[str, Any]:
        """What the command asks; a reason beside "Cho đăng" was chosen before the mind changed."""
        agrees = self.cleaned_data["decision"] == YES
        return {"agrees": agrees, "reason": "" if agrees else self.cleaned_data["reason"]}
