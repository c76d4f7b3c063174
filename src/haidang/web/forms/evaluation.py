"""Forms of scoring: a rule by its criteria, a unit's contest and the answer to it."""

from django import forms

from haidang.reporting.enums import Criterion
from haidang.reporting.evaluation.criteria import LOSING, Weight

OUT_OF_BOUNDS = {
    "min_value": "Ghi số từ 0 đến 100.",
    "max_value": "Ghi số từ 0 đến 100.",
    "invalid": "Ghi số nguyên từ 0 đến 100.",
    "required": "Ghi số từ 0 đến 100.",
}


class RuleForm(forms.Form):
    """How much each criterion is worth, and what a loss costs."""

    reason = forms.CharField(
        label="Căn cứ, lý do",
        help_text="Ví dụ: Quy chế thi đua năm 2026.",
        max_length=300,
        required=False,
    )

    def __init__(self, data: object = None, *, weights: list[Weight]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        known = {row.criterion: row for row in weights}
        for criterion in Criterion:
            row = known.get(criterion, Weight(criterion, 0))
            self.fields[f"points-{criterion}"] = forms.IntegerField(
                label=criterion.label.capitalize(),
                min_value=0,
                max_value=100,
                initial=row.points,
                error_messages=OUT_OF_BOUNDS,
            )
            if criterion in LOSING:
                self.fields[f"loss-{criterion}"] = forms.IntegerField(
                    label=f"{LOSING[criterion].capitalize()} trừ (%)",
                    min_value=0,
                    max_value=100,
                    initial=row.loss,
                    error_messages=OUT_OF_BOUNDS,
                )

    @property
    def weights(self) -> list[Weight]:
        """The rule as it was typed; what is worth nothing is left out."""
        given = self.cleaned_data
        rows = (
            Weight(one, given[f"points-{one}"], given.get(f"loss-{one}", 0)) for one in Criterion
        )
        return [row for row in rows if row.points]


class BasesForm(forms.Form):
    """The bases of law of an authority, one a line."""

    words = forms.CharField(
        label="Các căn cứ",
        help_text="Mỗi dòng một căn cứ, mở đầu bằng “Căn cứ”.",
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Ghi ít nhất một căn cứ."},
    )


class ContestForm(forms.Form):
    """What a unit asks to be looked at again."""

    criterion = forms.ChoiceField(label="Tiêu chí", choices=Criterion.choices)
    words = forms.CharField(
        label="Đề nghị xem lại điều gì",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Ghi rõ đề nghị xem lại điều gì."},
    )


class AnswerForm(forms.Form):
    """What the authority answers; no share means that the points stay."""

    percent = forms.IntegerField(
        label="Được hưởng (% điểm của tiêu chí)",
        help_text="Để trống nếu giữ nguyên điểm.",
        min_value=0,
        max_value=100,
        required=False,
        error_messages=OUT_OF_BOUNDS,
    )
    words = forms.CharField(
        label="Trả lời",
        max_length=500,
        error_messages={"required": "Ghi lý do của câu trả lời."},
    )
