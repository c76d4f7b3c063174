"""What a person may ask of the matrix. It only cleans what was chosen."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from haidang import clock
from haidang.orgs.models import Unit, UnitGroup
from haidang.plans.models import Plan
from haidang.web import wording
from haidang.web.narrowing import Narrowing
from haidang.web.plan_words import STATES
from haidang.web.widgets import DayField

A_DAY, A_WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
WEEK, OTHER = "tuan", "ngay"
MANY = 200  # units beyond which they are sought by name instead of chosen from a list
ALL = ""


class MatrixForm(forms.Form):
    """The filters of the matrix; what is not of the plan is left out, and the rest holds."""

    use_required_attribute = False

    def __init__(
        self,
        asked: Mapping[str, Any],
        *,
        plans: Iterable[Plan],
        units: list[Unit],
        groups: Iterable[UnitGroup],
        sections: Mapping[str, str],
        is_many: bool = False,
    ) -> None:
        super().__init__({"tu": WEEK, **asked})
        self.units = {str(unit.pk): unit for unit in units}
        self.groups = {str(group.pk): group for group in groups}
        plan_names = [(str(plan.pk), f"{plan}, năm {plan.year}") for plan in plans]
        if len(plan_names) > 1:
            self._choose("ke-hoach", "Kế hoạch", plan_names)
        unit_names = [(key, unit.short_name) for key, unit in self.units.items()]
        self._choose("don-vi", "Đơn vị", [(ALL, "Tất cả đơn vị"), *unit_names])
        if is_many:
            self.fields["ten"] = forms.CharField(
                label="Đơn vị có tên", required=False, max_length=100
            )
        if len(self.groups) > 1:
            names = [(key, group.name) for key, group in self.groups.items()]
            self._choose("nhom", "Nhóm đơn vị", [(ALL, "Mọi nhóm"), *names])
        self._choose("muc", "Mục", [(ALL, "Mọi mục"), *sections.items()])
        states = [(key, words.capitalize()) for key, words in STATES.items()]
        self._choose("trang-thai", "Trạng thái", [(ALL, "Mọi trạng thái"), *states])
        self._choose("tu", "Thay đổi từ", [(name, words) for name, words in _moments()])
        self.fields["tim"] = forms.CharField(
            label="Tìm việc", required=False, max_length=100, widget=forms.SearchInput
        )
        self.fields["qua-han"] = forms.BooleanField(label="Chỉ quá hạn", required=False)
        self.fields["an-xong"] = forms.BooleanField(label="Ẩn việc đã hoàn thành", required=False)
        self.fields["cua-toi"] = forms.BooleanField(label="Chỉ việc của đơn vị tôi", required=False)
        self.fields["ngay"] = DayField(label="Ngày khác", required=False)
        self.is_valid()

    def _choose(self, name: str, label: str, choices: Iterable[tuple[str, str]]) -> None:
        self.fields[name] = forms.ChoiceField(label=label, required=False, choices=list(choices))

    @property
    def unit(self) -> Unit | None:
        """The one unit that was chosen."""
        return self.units.get(self._said("don-vi"))

    @property
    def group(self) -> UnitGroup | None:
        """The group of units that was chosen."""
        return self.groups.get(self._said("nhom"))

    @property
    def since(self) -> dt.date:
        """The day from which changes are told: a chosen one, else a week ago."""
        days = _days()
        chosen = self.cleaned_data.get("ngay")
        if self._said("tu") == OTHER and isinstance(chosen, dt.date):
            return min(chosen, clock.today())
        return days.get(self._said("tu"), days[WEEK])

    @property
    def since_words(self) -> str:
        """That day as people say it."""
        name = next((_NAMES[key] for key, day in _days().items() if day == self.since), None)
        return f"{name} ({wording.day(self.since)})" if name else f"ngày {wording.day(self.since)}"

    @property
    def has_more(self) -> bool:
        """Whether something is asked that the fold hides."""
        return self._said("tu") == OTHER or any(map(self._said, ("nhom", "muc", "cua-toi")))

    @property
    def name(self) -> str:
        """The words that a unit's name is to have."""
        return self._said("ten")

    def narrowing(self, only: frozenset[int] | None) -> Narrowing:
        """The rows that were asked for; `only` are the tasks of the person's own unit."""
        return Narrowing(
            section=self._said("muc"),
            words=self._said("tim"),
            state=self._said("trang-thai"),
            only_late=bool(self.cleaned_data.get("qua-han")),
            hides_done=bool(self.cleaned_data.get("an-xong")),
            only_given=self.unit is not None,
            only=only if self.cleaned_data.get("cua-toi") else None,
        )

    def _said(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "")


_NAMES = {WEEK: "tuần trước", "hom-qua": "hôm qua", "giao-ban": "giao ban thứ Hai"}


def _days() -> dict[str, dt.date]:
    today = clock.today()
    monday = today - dt.timedelta(days=today.weekday() or 7)  # the last one before today
    return {WEEK: today - A_WEEK, "hom-qua": today - A_DAY, "giao-ban": monday}


def _moments() -> Iterable[tuple[str, str]]:
    for name, day in _days().items():
        yield name, f"{_NAMES[name]} ({wording.day_short(day)})"
    yield OTHER, "ngày khác"
