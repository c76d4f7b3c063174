"""Forms of stations and their hours. They only clean what was typed; commands decide."""

from typing import Any

from django import forms
from django.http import QueryDict

from haidang.activities.enums import Language
from haidang.broadcast.enums import StationKind
from haidang.broadcast.models import HoursRule, Slot, Station
from haidang.broadcast.station_facts import (
    ALL_DAYS,
    WEEKDAYS,
    SlotFacts,
    StationFacts,
    slot_facts,
    station_facts,
)
from haidang.orgs.models import Unit
from haidang.web.forms.desk.planning import RowField, Seen, capital
from haidang.web.widgets import DayBoxes, DayField, WholeNumberField


class StationForm(Seen):
    """A station, or a cluster that hangs on one."""

    name = forms.CharField(label="Tên", max_length=200)
    kind = forms.ChoiceField(label="Loại", choices=capital(StationKind.choices))
    within = RowField(
        None, label="Thuộc đài", required=False, empty_label="Không", help_text="Cho cụm loa."
    )
    place = forms.CharField(label="Đặt ở", max_length=200, required=False)
    languages = forms.MultipleChoiceField(
        label="Ngôn ngữ phát",
        choices=capital(Language.choices),
        initial=["vi"],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một ngôn ngữ phát."},
    )
    relays = forms.CharField(
        label="Tiếp âm", max_length=200, required=False, help_text="Ví dụ VOV1, đài tỉnh."
    )
    stream = forms.CharField(label="Địa chỉ luồng phát", max_length=300, required=False)
    rule = RowField(None, label="Quy định giờ phát", required=False, empty_label="Không áp dụng")

    def __init__(self, typed: QueryDict | None, *, unit: Unit, **given: Any) -> None:
        super().__init__(typed, **given)
        near = Station.objects.filter(unit__in=[unit.pk, unit.seat.pk, unit.parent_id or unit.pk])
        near = near.exclude(kind=StationKind.CLUSTER).filter(is_retired=False)
        for name, rows in (("within", near), ("rule", HoursRule.objects.all())):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows

    def given(self) -> StationFacts:
        """What was typed, as commands take it."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return StationFacts(**typed | {"languages": tuple(typed["languages"])})


class HourField(forms.TimeField):
    """A time of day as it is said on the radio: 5:00, 5h00."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            input_formats=["%H:%M", "%Hh%M", "%H:%M:%S"],
            help_text="Ví dụ 5:00 hoặc 5h00.",
            widget=forms.TimeInput({"class": "short"}, format="%H:%M"),
            error_messages={"invalid": "Ghi giờ và phút, ví dụ 5:00."},
            **more,
        )


class SlotForm(forms.Form):
    """A time of day at which a station speaks."""

    name = forms.CharField(label="Tên khung", max_length=60, help_text="Ví dụ Sáng.")
    starts_at = HourField(label="Bắt đầu")
    minutes = WholeNumberField(label="Số phút", min_value=1, max_value=1440)
    weekdays = forms.MultipleChoiceField(
        label="Các thứ",
        choices=list(WEEKDAYS.items()),
        initial=list(ALL_DAYS),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một thứ trong tuần."},
    )
    valid_from = DayField(label="Từ ngày", widget=DayBoxes(lately=False))
    valid_to = DayField(label="Đến hết ngày", required=False, widget=DayBoxes(lately=False))

    def given(self) -> SlotFacts:
        """What was typed, as commands take it."""
        typed = self.cleaned_data
        return SlotFacts(**typed | {"weekdays": "".join(typed["weekdays"])})


def station_standing(station: Station) -> dict[str, Any]:
    """What a form shows of a station as it stands."""
    facts = station_facts(station)
    shown = {name: getattr(facts, name) for name in StationFacts.__dataclass_fields__}
    return shown | {"seen": station.version}


def slot_standing(slot: Slot) -> dict[str, Any]:
    """What a form shows of a slot as it stands."""
    facts = slot_facts(slot)
    shown = {name: getattr(facts, name) for name in SlotFacts.__dataclass_fields__}
    return shown | {"weekdays": list(facts.weekdays)}
