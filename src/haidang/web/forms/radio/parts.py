"""Forms of a week's programmes. They only clean what was typed; commands decide."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from haidang.activities.enums import Language
from haidang.broadcast.enums import ProgrammeKind
from haidang.broadcast.models import Part, Slot, Station
from haidang.broadcast.part_facts import PartFacts, part_facts
from haidang.broadcast.queries.stations import bulletins_for, music_for
from haidang.broadcast.sittings import comes_round, days_of
from haidang.broadcast.station_facts import WEEKDAYS
from haidang.orgs.models import User
from haidang.web.forms.desk.planning import RowField, Seen, capital

MOST = 60  # rows of a list
LENGTH = re.compile(r"^(\d{1,4})(?:[:'](\d{1,2}))?'?$")


class LengthField(forms.CharField):
    """Minutes, or minutes and seconds: 15, 15:30, 15'30; gives seconds."""

    def to_python(self, value: Any) -> Any:
        """Read it. Refuses what is neither."""
        typed = str(value or "").strip()
        if not typed:
            return None
        if not (found := LENGTH.match(typed)) or int(found[2] or 0) > 59:
            raise forms.ValidationError("Ghi số phút, ví dụ 15 hoặc 15:30.", "invalid")
        return int(found[1]) * 60 + int(found[2] or 0)


def as_typed(seconds: int) -> str:
    """Seconds as `LengthField` takes them."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02}" if rest else str(minutes)


def sittings_to_choose(slots: Sequence[Slot], monday: dt.date) -> list[tuple[str, str]]:
    """The times of a week: “T2 25/11, 5h00 Sáng”."""
    return [
        (
            f"{slot.pk}:{on.isoformat()}",
            f"{WEEKDAYS[str(on.isoweekday())]} {on:%d/%m}, {slot.starts_at:%-Hh%M} {slot.name}",
        )
        for on in days_of(monday)
        for slot in slots
        if comes_round(slot, on)
    ]


class SittingField(forms.ChoiceField):
    """A time of a week; gives the number of the slot and the day."""

    def clean(self, value: Any) -> Any:
        """Take a value apart that was one of the choices."""
        slot, day = super().clean(value).split(":")
        return int(slot), dt.date.fromisoformat(day)


class PartForm(Seen):
    """What is on the air."""

    kind = forms.ChoiceField(
        label="Loại",
        choices=capital(ProgrammeKind.choices),
    )
    bulletin = RowField(
        None,
        label="Bản tin",
        required=False,
        empty_label="Chưa chọn",
        help_text="Cho bản tin, thông báo, phát lại. Chỉ bản tin đã duyệt mới được phát.",
    )
    recording = RowField(
        None,
        label="Bản thu",
        required=False,
        empty_label="Không có, người trực mở bằng tay",
        help_text="Cho văn nghệ, nhạc hiệu.",
    )
    title = forms.CharField(
        label="Tên chương trình",
        max_length=200,
        required=False,
        help_text="Để trống thì lấy tên của bản tin hoặc bản thu.",
    )
    seconds = LengthField(
        label="Thời lượng (phút)",
        required=False,
        help_text="Ví dụ 15 hoặc 15:30. Để trống thì lấy độ dài của bản thu.",
        widget=forms.TextInput({"inputmode": "numeric", "class": "short num"}),
    )
    language = forms.ChoiceField(label="Ngôn ngữ", choices=capital(Language.choices))
    relay = forms.CharField(
        label="Nguồn tiếp âm",
        max_length=300,
        required=False,
        help_text="Địa chỉ luồng phát, bắt đầu bằng http:// hoặc https://. Chỉ cho loại tiếp âm.",
    )

    def __init__(
        self, typed: QueryDict | None, *, station: Station, user: User, **given: Any
    ) -> None:
        super().__init__(typed, **given)
        for name, rows in (
            ("bulletin", bulletins_for(station.unit, user)),
            ("recording", music_for(station.unit, user)),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows
            # A list of years is no list to choose from; what is chosen already stays on it.
            chosen = self[name].value()
            near = [*rows[:MOST]]
            if chosen and str(chosen) not in {str(one.pk) for one in near}:
                near += rows.filter(pk=chosen) if str(chosen).isdecimal() else []
            field.choices = [("", field.empty_label), *((one.pk, str(one)) for one in near)]

    def given(self) -> PartFacts:
        """What was typed, as commands take it."""
        return PartFacts(
            **{name: self.cleaned_data[name] for name in PartFacts.__dataclass_fields__}
        )


class AddPartForm(PartForm):
    """What is on the air, and when."""

    sitting = SittingField(label="Khung giờ")
    field_order = ("sitting",)

    def __init__(
        self,
        typed: QueryDict | None,
        *,
        station: Station,
        user: User,
        sittings: Sequence[tuple[str, str]],
        **given: Any,
    ) -> None:
        super().__init__(typed, station=station, user=user, **given)
        field = self.fields["sitting"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = sittings


class MovePartForm(Seen):
    """Another time for a programme, or another place in its time."""

    sitting = SittingField(label="Chuyển sang khung giờ")
    ordinal = forms.IntegerField(
        label="Đứng thứ mấy",
        required=False,
        min_value=1,
        max_value=99,
        help_text="Để trống thì đứng cuối khung.",
        widget=forms.TextInput({"inputmode": "numeric", "class": "short num"}),
    )

    def __init__(
        self, typed: QueryDict | None, *, sittings: Sequence[tuple[str, str]], **given: Any
    ) -> None:
        super().__init__(typed, **given)
        field = self.fields["sitting"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = sittings


def standing(part: Part) -> dict[str, Any]:
    """What a form shows of a programme as it stands."""
    facts = part_facts(part)
    shown = {name: getattr(facts, name) for name in PartFacts.__dataclass_fields__}
    return shown | {"seconds": as_typed(part.seconds), "seen": part.week.version}
