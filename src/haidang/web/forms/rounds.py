"""Forms of rounds: one to be opened, a deadline to be moved. They only clean input."""

from typing import Any

from django import forms

from haidang import clock
from haidang.orgs.enums import Frequency
from haidang.orgs.models import Period, Unit
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Plan, Task
from haidang.plans.queries import report_task
from haidang.reporting.enums import RegimeKind
from haidang.reporting.models import Regime
from haidang.reporting.window import calendar_days, periods_in_a_year
from haidang.web.widgets import DayBoxes, DayField, WholeNumberField


class AskingTaskField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A task that asks for a report, shown with its deadline as written and as read."""

    def label_from_instance(self, obj: Any) -> str:
        """Say the task and both readings of its deadline."""
        return f"{obj} (“{obj.deadline_phrase}”: chậm nhất {obj.due_on:%d/%m/%Y})"


class OpenRoundForm(forms.Form):
    """A round to open: which regime, which period, by which task of the plan, until when."""

    regime = forms.ModelChoiceField(Regime.objects.none(), widget=forms.HiddenInput)
    year = WholeNumberField(
        label="Năm",
        min_value=2000,
        max_value=2100,
        error_messages={"invalid": "Phải là năm, ví dụ 2024."},
    )
    ordinal = forms.TypedChoiceField(label="Kỳ", coerce=int)
    data_from = DayField(label="Số liệu từ ngày", widget=DayBoxes(lately=False))
    data_to = DayField(label="đến hết ngày", widget=DayBoxes(lately=False))
    task = AskingTaskField(
        Task.objects.none(),
        label="Nhiệm vụ trong kế hoạch",
        help_text="Hạn gửi lấy từ nhiệm vụ này, cả lời văn và ngày đã xác nhận.",
        empty_label="Không theo nhiệm vụ nào",
        required=False,
    )
    due_on = DayField(
        label="Hạn gửi khác",
        required=False,
        widget=DayBoxes(lately=False),
    )

    def __init__(
        self, data: Any = None, *, seat: Unit, regime: Regime, initial: dict[str, Any]
    ) -> None:
        is_yearly = regime.kind == RegimeKind.PERIODIC and regime.frequency == Frequency.YEAR
        self.tasks = tasks = self.asking(seat) if regime.due_rule.get("by_plan") else []
        usual = {"regime": regime.pk, "task": tasks[0] if tasks else None}
        super().__init__(data, initial=usual | initial)
        self._choices("regime", Regime.objects.filter(pk=regime.pk))
        self._choices("task", Task.objects.filter(pk__in=[row.pk for row in tasks]))
        if regime.kind == RegimeKind.PERIODIC:
            del self.fields["data_from"], self.fields["data_to"]
        if is_yearly or regime.kind != RegimeKind.PERIODIC:
            del self.fields["ordinal"]
        else:
            ordinal = self.fields["ordinal"]
            assert isinstance(ordinal, forms.ChoiceField)
            ordinal.choices = periods_of(regime.frequency)
        if not tasks:
            del self.fields["task"]
        words = "Chỉ ghi khi hạn không theo nhiệm vụ hoặc quy tắc của chế độ báo cáo."
        has_rule = bool(tasks or regime.due_rule)
        self.fields["due_on"].help_text = words if has_rule else "Ngày cuối cùng còn kịp."
        self.fields["due_on"].label = "Hạn gửi khác" if has_rule else "Hạn gửi"

    def _choices(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows

    @staticmethod
    def asking(seat: Unit) -> list[Task]:
        """The tasks of the authority's adopted plans that ask for a report, newest plan first."""
        plans = Plan.objects.filter(unit=seat, status=PlanStatus.ADOPTED).order_by("-year")
        return [task for plan in plans if (task := report_task(plan))]


def periods_of(frequency: str) -> list[tuple[int, str]]:
    """The periods of a year in words, without the year."""
    year, found = clock.today().year, []
    for ordinal in range(1, periods_in_a_year(frequency) + 1):
        starts_on, ends_on = calendar_days(frequency, year, ordinal)
        period = Period(frequency=frequency, starts_on=starts_on, ends_on=ends_on)
        found.append((ordinal, str(period).removesuffix(f" năm {year}")))
    return found


class MoveDeadlineForm(forms.Form):
    """Another day, and why: the units read it."""

    due_on = DayField(label="Hạn mới: hết ngày", widget=DayBoxes(lately=False))
    reason = forms.CharField(
        label="Lý do", max_length=300, help_text="Các đơn vị đọc lý do này trong thông báo."
    )
