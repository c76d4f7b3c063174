"""With whom something was done: a usual few are ticked, others named. It only cleans input."""

import re
from collections.abc import Iterable

from django import forms

from haidang.activities.queries import partners_named
from haidang.orgs.models import Unit

BETWEEN = re.compile(r"[;,\n]")


class NamesInput(forms.TextInput):
    """A line for names of units, which the browser completes where it can."""

    template_name = "activities/names_input.html"

    def __init__(self, names: Iterable[str] = ()) -> None:
        super().__init__({"list": "don-vi-gan"})
        self.names = list(names)

    def get_context(self, name: str, value: object, attrs: dict[str, object] | None) -> dict:  # type: ignore[type-arg]
        """Add the names that may be completed."""
        return super().get_context(name, value, attrs) | {"names": self.names}


class TogetherForm(forms.Form):
    """The part of a form that asks with whom something was done."""

    together = forms.MultipleChoiceField(
        label="Cùng làm với", required=False, widget=forms.CheckboxSelectMultiple
    )
    others = forms.CharField(
        label="Đơn vị khác",
        required=False,
        max_length=2000,
        help_text="Gõ tên đơn vị, ví dụ Vinh Kim; nhiều đơn vị thì cách nhau bằng dấu phẩy. "
        "Hội, đoàn thể hoặc đơn vị ở ngoài thì ghi vào Nội dung.",
        widget=NamesInput(),
    )

    def offer_partners(self, near: Iterable[Unit], usual: Iterable[Unit]) -> None:
        """Offer the usual ones, and those that stand in the form already, to be ticked."""
        self.near = {str(unit.pk): unit for unit in near}
        offered = {str(unit.pk): unit for unit in usual}
        given = self["together"].value() or ()
        chosen = [given] if isinstance(given, str) else list(map(str, given))
        offered |= {pk: self.near[pk] for pk in chosen if pk in self.near}
        choices = [(pk, str(unit)) for pk, unit in offered.items()]
        self.fields["together"].choices = choices  # type: ignore[attr-defined]
        names = [str(unit) for pk, unit in self.near.items() if pk not in offered]
        self.fields["others"].widget = NamesInput(names)

    def clean_others(self) -> list[Unit]:
        """Return the units that were named; refuses a name that is nobody's or several units'."""
        typed = self.cleaned_data["others"]
        names = [name.strip() for name in BETWEEN.split(typed) if name.strip()]
        found = partners_named(self.near.values(), names)
        if found.unknown:
            words = ", ".join(f"“{name}”" for name in found.unknown)
            raise forms.ValidationError(
                f"Không rõ {words} là đơn vị nào trong các đơn vị cùng cấp trên. "
                "Gõ tên đầy đủ hơn, ví dụ “UBND xã Vinh Kim”. Hội, đoàn thể hoặc đơn vị ở ngoài "
                "thì ghi tên vào ô Nội dung."
            )
        return found.units

    def partners(self) -> tuple[Unit, ...]:
        """Those that were ticked, and those that were named."""
        ticked = [self.near[pk] for pk in self.cleaned_data["together"] if pk in self.near]
        return tuple(dict.fromkeys([*ticked, *self.cleaned_data["others"]]))

    @property
    def has_partners(self) -> bool:
        """Whether somebody stands in the form, or something is wrong there: then it is open."""
        said = self["together"].value() or self["others"].value()
        return bool(said or self["together"].errors or self["others"].errors)
