"""The form of an emergency: short enough for a phone and one minute."""

from collections.abc import Collection
from typing import Any
from uuid import uuid4

from django import forms

from haidang.activities.enums import Language
from haidang.broadcast.alert_facts import AlertFacts
from haidang.broadcast.cap_words import AlertStatus, Category, Certainty, Severity, Urgency
from haidang.broadcast.models import Alert, Recording, Station
from haidang.web.forms.desk.planning import capital
from haidang.web.widgets import FileButton

SAID = (
    "status",
    "headline",
    "description",
    "category",
    "severity",
    "urgency",
    "certainty",
    "language",
    "minutes",
    "repeats",
)
LASTS = [(15, "15 phút"), (60, "1 giờ"), (180, "3 giờ"), (720, "12 giờ"), (1440, "24 giờ")]
TIMES = [(count, f"{count} lần") for count in (1, 2, 3, 5, 10)]


class AlertForm(forms.Form):
    """What a leader says: where, what, in whose voice."""

    status = forms.ChoiceField(
        label="Tin này là", choices=capital(AlertStatus.choices), widget=forms.RadioSelect
    )
    stations = forms.MultipleChoiceField(
        label="Phát ở",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một đài, cụm loa."},
    )
    headline = forms.CharField(
        label="Tiêu đề",
        max_length=160,
        help_text="Ví dụ: Bão số 12 đổ bộ tối nay, tàu thuyền về nơi trú.",
        error_messages={"required": "Hãy viết một câu, ví dụ “Bão số 12 đổ bộ tối nay”."},
    )
    description = forms.CharField(
        label="Nội dung, việc người dân cần làm",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Hãy viết người dân cần biết gì, cần làm gì."},
    )
    category = forms.ChoiceField(label="Loại việc", choices=capital(Category.choices))
    severity = forms.ChoiceField(
        label="Mức độ", choices=capital(Severity.choices), initial=Severity.SEVERE
    )
    urgency = forms.ChoiceField(label="Khi nào", choices=capital(Urgency.choices))
    certainty = forms.ChoiceField(
        label="Chắc chắn", choices=capital(Certainty.choices), initial=Certainty.LIKELY
    )
    language = forms.ChoiceField(label="Ngôn ngữ", choices=capital(Language.choices))
    minutes = forms.TypedChoiceField(label="Có hiệu lực", choices=LASTS, coerce=int, initial=60)
    repeats = forms.TypedChoiceField(label="Đọc", choices=TIMES, coerce=int, initial=2)
    sound = forms.FileField(
        label="Ghi âm hoặc tệp tiếng",
        required=False,
        widget=FileButton("Ghi âm hoặc chọn tệp", attrs={"accept": "audio/*", "capture": "user"}),
        help_text="Điện thoại mở máy ghi âm. Diễn tập thì nói rõ “đây là diễn tập” khi đọc.",
    )
    machine = forms.BooleanField(label="Để giọng máy đọc tiêu đề và nội dung", required=False)
    recording = forms.IntegerField(widget=forms.HiddenInput, required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    updates = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        stations: Collection[Station],
        off: Collection[int] = (),
        has_voice: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.offered = {str(one.pk): one for one in stations if one.pk not in off}
        offered = [(pk, _named(one)) for pk, one in self.offered.items()]
        self.fields["stations"].choices = offered  # type: ignore[attr-defined]
        self.fields["key"].initial = uuid4
        self.fields["sound"].is_asked = True  # type: ignore[attr-defined] # or a voice beside it
        if not has_voice:
            del self.fields["machine"]

    def chosen(self) -> list[Station]:
        """The stations that were chosen."""
        return [self.offered[pk] for pk in self.cleaned_data["stations"]]

    def facts(self) -> AlertFacts:
        """What was said, for the command."""
        given = self.cleaned_data
        event = str(Category(given["category"]).label)[:60]
        return AlertFacts(event=event, **{name: given[name] for name in SAID})

    def given_again(self, recording: Recording) -> list[tuple[str, str]]:
        """What a page has to bring back, with the sound that was taken."""
        kept = {name: self.data.get(name) for name in self.fields if name != "sound"}
        kept |= {"recording": str(recording.pk), "key": str(self.cleaned_data["key"] or uuid4())}
        kept["stations"] = None
        chosen = [("stations", pk) for pk in self.cleaned_data["stations"]]
        return chosen + [(name, str(value)) for name, value in kept.items() if value]

    def spoken_words(self) -> str:
        """What a machine would say."""
        facts = self.facts()
        return f"{facts.marked_headline}.\n{facts.description}"


def from_alert(alert: Alert) -> dict[str, Any]:
    """What a message that takes another's place begins with."""
    facts = alert.facts
    same = {name: facts[name] for name in ("status", "severity", "urgency", "certainty")}
    return same | {
        "category": facts["category"][0],
        "headline": facts["headline"][:160],
        "description": facts["description"],
        "repeats": facts["repeats"],
        "stations": [str(pk) for pk in alert.stations.values_list("pk", flat=True)],
        "updates": alert.pk,
    }


def recording_given(form: AlertForm, seat_path: str) -> Recording | None:
    """The sound that was taken at the first look, if the form brings it back."""
    found = Recording.objects.filter(pk=form.cleaned_data.get("recording") or 0)
    return found.filter(unit__path__startswith=seat_path).select_related("unit", "file").first()


def _named(station: Station) -> str:
    return f"{station} (cụm loa)" if station.within_id else str(station)
