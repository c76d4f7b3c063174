"""The form of a rule for hours. It only cleans what was typed; the command decides."""

from dataclasses import asdict
from typing import Any

from django import forms

from haidang.broadcast.models import HoursRule
from haidang.broadcast.station_facts import RuleFacts, rule_facts
from haidang.web.forms.radio.stations import HourField
from haidang.web.widgets import WholeNumberField


class HoursRuleForm(forms.Form):
    """What a kind of station may do a day and a week; what is left empty is not ruled."""

    name = forms.CharField(
        label="Tên quy định",
        max_length=100,
        help_text="Ví dụ Nông thôn.",
        error_messages={"required": "Ghi tên quy định, ví dụ “Nông thôn”."},
    )
    most_times_a_day = WholeNumberField(
        label="Nhiều nhất mỗi ngày (buổi)", min_value=1, max_value=100, required=False
    )
    most_minutes_a_time = WholeNumberField(
        label="Nhiều nhất mỗi buổi (phút)", min_value=1, max_value=1440, required=False
    )
    most_days_a_week = WholeNumberField(
        label="Nhiều nhất mỗi tuần (ngày)", min_value=1, max_value=100, required=False
    )
    not_before = HourField(label="Không phát trước", required=False)
    not_after = HourField(label="Không phát sau", required=False)
    source = forms.CharField(
        label="Căn cứ",
        max_length=300,
        required=False,
        help_text="Số, ký hiệu, ngày của văn bản.",
    )

    def given(self) -> RuleFacts:
        """What was typed, as the command takes it."""
        return RuleFacts(**self.cleaned_data)


def rule_standing(rule: HoursRule) -> dict[str, Any]:
    """What the form shows of a rule as it stands."""
    return asdict(rule_facts(rule))
