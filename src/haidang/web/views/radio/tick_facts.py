"""What a form or a telephone says of a sitting, read."""

from typing import Any

from django import forms
from django.http import Http404, QueryDict

from haidang.broadcast import rules
from haidang.broadcast.enums import Missed
from haidang.broadcast.models import Slot, Station
from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.web.views.activities.words import issues_of


class TickForm(forms.Form):
    """Which sitting, of which parts (`part`, several), aired or not, and why."""

    id = forms.UUIDField()
    station = forms.IntegerField()
    slot = forms.IntegerField()
    on = forms.DateField(input_formats=["%Y-%m-%d"])
    missed = forms.ChoiceField(choices=[("", ""), *Missed.choices], required=False)
    note = forms.CharField(max_length=200, required=False)
    minutes = forms.IntegerField(
        min_value=1,
        max_value=1440,
        required=False,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"),
            "Số phút thực phát phải là số từ 1 đến 1440, ví dụ 12.",
        ),
    )


def tick_facts(fields: QueryDict, user: User) -> dict[str, Any]:
    """What the command is to be told. Refuses with Incomplete; 404 for what is not seen."""
    form = TickForm(fields)
    if not form.is_valid():
        raise Incomplete(issues_of(form))
    said = form.cleaned_data
    station = Station.objects.select_related("unit__acts_for").filter(pk=said["station"]).first()
    slots = Slot.objects.filter(pk=said["slot"])
    slot = slots.filter(station__in=_sources(station)).first() if station else None
    if station is None or slot is None or not rules.may_look(user, station):
        raise Http404
    is_missed = fields.get("aired") == "no"
    return {
        "id": said["id"],
        "station": station,
        "slot": slot,
        "on": said["on"],
        "parts": [part for part in fields.getlist("part") if part],
        "missed": said["missed"] or ("unsaid" if is_missed else ""),
        "note": fields.get("note", ""),
        "seconds": said["minutes"] * 60 if said["minutes"] else None,
    }


def _sources(station: Station) -> list[int]:
    return [pk for pk in (station.pk, station.within_id) if pk is not None]
