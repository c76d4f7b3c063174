"""Forms of goals, headlines, and of what a task is measured by. They only clean what was typed."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from haidang.activities.models import Goal, Indicator, Kind
from haidang.orgs.models import Unit
from haidang.web import wording

EVENLY, AS_DONE = "evenly", "as-done"


class AmountField(forms.CharField):
    """An amount as people write it: 1.032 or 12,5; nothing where nothing is set."""

    def __init__(self, label: str, unit_name: str) -> None:
        widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(label=f"{label} ({unit_name})", required=False, widget=widget)

    def clean(self, value: Any) -> Decimal | None:
        """Read dots as thousands and a comma as decimals. Refuses words."""
        typed = super().clean(value).replace(" ", "").replace("\u00a0", "")
        if not typed:
            return None
        whole, _, decimals = typed.replace(".", "").partition(",")
        if not (whole + decimals).isascii() or not (whole + (decimals or "0")).isdigit():
            raise forms.ValidationError("Ghi một số, ví dụ 150 hoặc 12,5; để trống nếu chưa đặt.")
        return Decimal(f"{whole}.{decimals or 0}")


class GoalsForm(forms.Form):
    """How much of each indicator a unit is to reach in one period."""

    def __init__(
        self,
        typed: Any,
        *,
        indicators: Sequence[Indicator],
        goals: Mapping[int, Goal],
        above: Mapping[int, Unit],
        done: Mapping[int, str],
    ) -> None:
        super().__init__(typed)
        self.indicators, self.goals = indicators, goals
        for row in indicators:
            field = AmountField(f"{row.code} {row.name}", row.unit_name)
            field.help_text = done.get(row.pk, "")
            if goal := goals.get(row.pk):
                field.initial = wording.number(goal.quantity)
            if row.pk in above:
                field.disabled = True
                field.help_text = f"Do {above[row.pk]} đặt. {field.help_text}".strip()
            self.fields[_name(row)] = field

    @property
    def groups(self) -> dict[str, list[forms.BoundField]]:
        """The boxes by group of indicators."""
        found: dict[str, list[forms.BoundField]] = {}
        for row in self.indicators:
            found.setdefault(row.group, []).append(self[_name(row)])
        return found

    def changed(self) -> list[tuple[Indicator, Decimal | None]]:
        """What differs from what was set, with nothing where a goal was taken away."""
        given = [(row, self.cleaned_data[_name(row)]) for row in self.indicators]
        return [(row, amount) for row, amount in given if amount != self._before(row)]

    def _before(self, row: Indicator) -> Decimal | None:
        goal = self.goals.get(row.pk)
        return goal.quantity if goal else None


class SpreadForm(forms.Form):
    """Which indicator a target of a plan is counted by, over which units, and how it is cut."""

    indicator = forms.ModelChoiceField(
        Indicator.objects.filter(is_retired=False),
        label="Tính bằng chỉ tiêu",
        empty_label="Chọn chỉ tiêu",
        error_messages={"required": "Chọn chỉ tiêu dùng để đếm."},
    )
    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label="Chia cho",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một đơn vị."},
    )
    how = forms.ChoiceField(
        label="Cách chia",
        choices=[
            (EVENLY, "Chia đều"),
            (AS_DONE, "Theo số đã làm năm trước"),
        ],
        widget=forms.RadioSelect,
    )


class ExpectForm(forms.Form):
    """By what a task is measured and what shows that it was done."""

    kinds = forms.ModelMultipleChoiceField(
        Kind.objects.filter(is_retired=False),
        label="Minh chứng là hoạt động",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Loại hoạt động trong nhật ký cho thấy việc đã làm.",
    )
    indicators = forms.ModelMultipleChoiceField(
        Indicator.objects.filter(is_retired=False).prefetch_related("kinds"),
        label="Đo bằng chỉ tiêu",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Con số trong báo cáo mà việc này góp vào.",
    )


class HeadlinesForm(forms.Form):
    """The three numbers that a leader reads first."""

    def __init__(self, typed: Any, *, chosen: Sequence[Indicator]) -> None:
        super().__init__(typed)
        in_use = Indicator.objects.filter(is_retired=False)
        for at, name in enumerate(("first", "second", "third")):
            field = forms.ModelChoiceField(
                in_use, label=f"Con số thứ {at + 1}", required=False, empty_label="Không chọn"
            )
            field.initial = chosen[at].pk if at < len(chosen) else None
            self.fields[name] = field

    def chosen(self) -> list[Indicator]:
        """The indicators in order, without empty places."""
        return [row for row in self.cleaned_data.values() if row is not None]


def _name(row: Indicator) -> str:
    return f"quantity_{row.pk}"
