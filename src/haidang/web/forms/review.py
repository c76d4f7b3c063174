"""Forms of reviewing: the day to mend by, words with a decision, a mark, an opinion."""

from django import forms

from haidang.web.widgets import DayBoxes, DayField

MARKS = [("", "Chưa chấm"), *((str(mark), f"{mark}") for mark in range(5, 0, -1))]


class ReturnForm(forms.Form):
    """The day by which a unit is to mend its report."""

    mend_by = DayField(
        label="Hạn bổ sung",
        help_text="Ngày cuối cùng đơn vị gửi lại.",
        widget=DayBoxes(lately=False),
    )


class ReasonForm(forms.Form):
    """Why a report is taken back."""

    reason = forms.CharField(
        label="Lý do thu hồi",
        help_text="Cơ quan nhận thấy lý do này. Bản đã gửi vẫn được lưu.",
        max_length=300,
        error_messages={"required": "Ghi lý do thu hồi."},
    )


class QualityForm(forms.Form):
    """How good an accepted report was."""

    mark = forms.ChoiceField(label="Chất lượng, 5 là tốt nhất", choices=MARKS, required=False)
    quality = forms.CharField(label="Nhận xét", max_length=500, required=False)


class OpinionForm(forms.Form):
    """What a body outside the tree says of a report."""

    agrees = forms.ChoiceField(
        label="Ý kiến",
        choices=[("yes", "Đồng ý"), ("no", "Chưa đồng ý")],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn đồng ý hay chưa đồng ý."},
    )
    words = forms.CharField(
        label="Nội dung", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
