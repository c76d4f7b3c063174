"""Forms of an amendment that is read in: whole or in part, and the file."""

from collections.abc import Iterable
from typing import Any

from django import forms

from haidang.plans.models import Plan
from haidang.web.forms.plans import PlanFileForm

WHOLE, SOME = "whole", "some"
WAYS = [
    (WHOLE, "Thay cả kế hoạch: mục nào không có trong bản mới là bãi bỏ"),
    (SOME, "Chỉ sửa một số mục: mục không được nêu vẫn giữ nguyên"),
]


class WayForm(forms.Form):
    """Whether a document takes the place of a plan, or changes some of its items."""

    way = forms.ChoiceField(
        label="Văn bản mới", choices=WAYS, initial=WHOLE, widget=forms.RadioSelect
    )

    @property
    def is_partial(self) -> bool:
        """Whether only some items are changed."""
        return bool(self.cleaned_data["way"] == SOME)


class AmendmentFileForm(PlanFileForm, WayForm):
    """The amending document."""

    field_order = ("file", "way")


class AmendmentPlanForm(WayForm):
    """A plan in review that was read in before."""

    plan = forms.ChoiceField(label="Kế hoạch đang rà soát")

    def __init__(self, *args: Any, plans: Iterable[Plan], **options: Any) -> None:
        super().__init__(*args, **options)
        self.plans = {str(plan.pk): plan for plan in plans}
        names = [(key, f"{plan}, năm {plan.year}") for key, plan in self.plans.items()]
        self.fields["plan"].choices = names  # type: ignore[attr-defined]

    field_order = ("plan", "way")
