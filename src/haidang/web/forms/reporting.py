"""Forms of the reporting screens: a round, figures, remarks. They only clean input."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django import forms

from haidang import clock
from haidang.errors import Issue
from haidang.orgs.models import Unit
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Plan, Task
from haidang.plans.queries import report_task
from haidang.reporting.entered import Entered, amount
from haidang.reporting.enums import DifferenceReason, RemarkKind
from haidang.reporting.models import Figure, Regime
from haidang.reporting.numerals import write_difference, write_number
from haidang.reporting.remarked import Remarked
from haidang.web.widgets import DayBoxes, DayField, WholeNumberField

REASONS = DifferenceReason.choices
REMARK_KINDS = RemarkKind.choices


class AskingTaskField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A task that asks for a report, shown with its deadline as written and as read."""

    def label_from_instance(self, obj: Any) -> str:
        """Say the task and both readings of its deadline."""
        return f"{obj} (“{obj.deadline_phrase}”: chậm nhất {obj.due_on:%d/%m/%Y})"


class OpenRoundForm(forms.Form):
    """A round to open: which regime, which year, by which task of the plan, until when."""

    regime = forms.ModelChoiceField(Regime.objects.none(), label="Chế độ báo cáo", empty_label=None)
    year = WholeNumberField(
        label="Năm",
        min_value=2000,
        max_value=2100,
        error_messages={"invalid": "Phải là năm, ví dụ 2024."},
    )
    task = AskingTaskField(
        Task.objects.none(),
        label="Nhiệm vụ trong kế hoạch",
        help_text="Hạn gửi lấy từ nhiệm vụ này, cả lời văn và ngày đã xác nhận.",
        empty_label="Không theo nhiệm vụ nào",
        required=False,
    )
    due_on = DayField(
        label="Hạn gửi khác",
        help_text="Chỉ ghi khi hạn không theo nhiệm vụ: ngày cuối cùng còn kịp.",
        required=False,
        widget=DayBoxes(lately=False),
    )

    def __init__(self, data: Any = None, *, seat: Unit) -> None:
        self.tasks = tasks = self.asking(seat)
        initial = {"year": clock.today().year, "task": tasks[0] if tasks else None}
        super().__init__(data, initial=initial)
        regime, task = self.fields["regime"], self.fields["task"]
        assert isinstance(regime, forms.ModelChoiceField)
        assert isinstance(task, forms.ModelChoiceField)
        regime.queryset = Regime.objects.filter(receiver=seat)
        task.queryset = Task.objects.filter(pk__in=[row.pk for row in tasks])

    @staticmethod
    def asking(seat: Unit) -> list[Task]:
        """The tasks of the authority's adopted plans that ask for a report, newest plan first."""
        plans = Plan.objects.filter(unit=seat, status=PlanStatus.ADOPTED).order_by("-year")
        return [task for plan in plans if (task := report_task(plan))]


@dataclass(frozen=True, slots=True)
class FigureField:
    """One indicator of a section as the page shows it: what the log says, what was typed."""

    row: Figure
    typed: Entered
    last: Decimal | None = None
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The code of the indicator, which begins the names of its boxes."""
        return self.row.indicator.code

    @property
    def difference(self) -> str:
        """How far the typed number is from the log, with its sign; nothing where it agrees."""
        try:
            value = amount(self.typed.value, whole=False)
        except ValueError:
            return ""
        value = Decimal(0) if self.typed.is_none else value
        if value is None or value == self.row.logged:
            return ""
        return write_difference(value - self.row.logged)

    @property
    def messages(self) -> list[str]:
        """What is wrong, said under the boxes; a missing reason is said by its own row."""
        return [message for part, message in self.errors.items() if part != "reason"]

    @property
    def check(self) -> tuple[str, str, str]:
        """Kind, word and sign of the last column."""
        if self.messages:
            return ("late", "Cần sửa", "")
        if self.difference:
            has_reason = bool(self.typed.reason)
            return (
                ("run", "Có lý do", "pencil")
                if has_reason
                else ("soon", "Cần lý do", "triangle-alert")
            )
        if self.typed.is_none:
            return ("plain", "Không phát sinh", "")
        return ("done", "Khớp nhật ký", "") if self.typed.value else ("none", "Chưa có số", "")


def figure_fields(
    rows: Iterable[Figure],
    last: Mapping[int, Decimal],
    typed: Mapping[str, Entered] | None = None,
    issues: Iterable[Issue] = (),
) -> list[FigureField]:
    """The fields of a section: as saved, or as typed where the command refused it."""
    errors = {issue.field: issue.message for issue in issues}
    return [
        FigureField(
            row=row,
            typed=(typed or {}).get(row.indicator.code) or saved(row),
            last=last.get(row.indicator_id),
            errors={
                part: errors[name]
                for part in ("value", "estimate", "reason", "note")
                if (name := f"{row.indicator.code}-{part}") in errors
            },
        )
        for row in rows
    ]


def saved(row: Figure) -> Entered:
    """A saved figure as it would be typed."""
    blank = row.value is None or row.is_none
    return Entered(
        value="" if blank else write_number(row.value or Decimal(0)),
        estimate="" if row.estimate is None else write_number(row.estimate),
        is_none=row.is_none,
        reason=row.reason,
        note=row.note,
    )


def entered_from(data: Mapping[str, str], codes: Iterable[str]) -> dict[str, Entered]:
    """What was typed for each indicator."""
    return {
        code: Entered(
            value=data.get(f"{code}-value", "").strip(),
            estimate=data.get(f"{code}-estimate", "").strip(),
            is_none=f"{code}-none" in data,
            reason=data.get(f"{code}-reason", ""),
            note=data.get(f"{code}-note", ""),
        )
        for code in codes
    }


class ReturnForm(forms.Form):
    """The day by which a unit is to mend its report."""

    mend_by = DayField(
        label="Hạn bổ sung",
        help_text="Ngày cuối cùng đơn vị gửi lại.",
        widget=DayBoxes(lately=False),
    )


def remarks_from(data: Mapping[str, str], places: Iterable[tuple[int, str]]) -> list[Remarked]:
    """The remarks that were typed, each at its place; a place without words has none."""
    remarks = []
    for section, code in places:
        name = f"{section}-{code}" if code else f"{section}"
        text = data.get(f"remark-{name}", "").strip()
        kind = data.get(f"kind-{name}", "")
        if text and kind in RemarkKind.values:
            remarks.append(Remarked(section=section, kind=RemarkKind(kind), text=text, code=code))
    return remarks
