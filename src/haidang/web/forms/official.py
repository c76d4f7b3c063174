"""The form of an outline: parts, which sections feed each, patterns, annexes, who signs."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from haidang.reporting.models import Section
from haidang.reporting.official.parts import ANNEXES, SAYS, Part
from haidang.reporting.official.patterns import PATTERNS

MORE = 1  # empty rows for parts that are to be added


class OutlineForm(forms.Form):
    """Cleans input only; what may serve the command says."""

    authority = forms.CharField(
        label="Quyền hạn người ký",
        help_text="Mỗi dòng một phần, ví dụ TM. ỦY BAN NHÂN DÂN rồi KT. CHỦ TỊCH.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    signer = forms.CharField(
        label="Chức vụ người ký",
        help_text="Để trống thì theo lệ của cơ quan.",
        required=False,
    )
    annexes = forms.MultipleChoiceField(
        label="Phụ lục kèm theo",
        choices=[(key, name.capitalize()) for key, name in ANNEXES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, sections: Sequence[Section], served: Any) -> None:
        super().__init__(data, initial=_initial(served))
        self.sections = sections
        self.count = len(served["parts"]) + MORE
        for at in range(1, self.count + 1):
            self._add_part(at, served["parts"][at - 1] if at < self.count else None)
        places = [(str(at), f"Phần {at}") for at in range(1, self.count + 1)]
        for section in sections:
            self.fields[f"of_{section.ordinal}"] = forms.ChoiceField(
                label=f"{section.ordinal}. {section.title}",
                choices=places,
                initial=_place(section.ordinal, served["parts"]),
            )
        for pattern in PATTERNS:
            fields = ", ".join(f"{{{name}}}" for name in dict.fromkeys(pattern.fields))
            self.fields[f"pattern_{pattern.key}"] = forms.CharField(
                label=pattern.name,
                help_text=f"Trường dùng được: {fields}.",
                initial=served["patterns"].get(pattern.key, pattern.text),
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def _add_part(self, at: int, part: Part | None) -> None:
        self.fields[f"title_{at}"] = forms.CharField(
            label=f"Tiêu đề phần {at}",
            initial=part["title"] if part else "",
            help_text="" if part else "Để trống nếu không thêm phần.",
            required=False,
        )
        self.fields[f"says_{at}"] = forms.MultipleChoiceField(
            label="Câu lập từ số liệu",
            choices=[(key, name.capitalize()) for key, name in SAYS.items()],
            initial=part["says"] if part else [],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    @property
    def part_rows(self) -> list[tuple[Any, Any]]:
        """The title of each part with what the figures say in it."""
        return [(self[f"title_{at}"], self[f"says_{at}"]) for at in range(1, self.count + 1)]

    @property
    def section_rows(self) -> list[Any]:
        """Which part each section feeds."""
        return [self[f"of_{section.ordinal}"] for section in self.sections]

    @property
    def pattern_rows(self) -> list[Any]:
        """The sentence patterns."""
        return [self[f"pattern_{pattern.key}"] for pattern in PATTERNS]

    def asked(self) -> dict[str, Any]:
        """What the command is asked; of a part without a title, nothing."""
        said: Mapping[str, Any] = self.cleaned_data
        parts = []
        for at in range(1, self.count + 1):
            fed = [one.ordinal for one in self.sections if said[f"of_{one.ordinal}"] == str(at)]
            if said[f"title_{at}"] or fed:
                says = list(said[f"says_{at}"])
                parts.append({"title": said[f"title_{at}"], "says": says, "sections": fed})
        return {
            "parts": parts,
            "patterns": {one.key: said[f"pattern_{one.key}"] for one in PATTERNS},
            "annexes": list(said["annexes"]),
            "authority": [line for line in said["authority"].splitlines() if line.strip()],
            "signer": said["signer"],
        }


def _initial(served: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "authority": "\n".join(served["authority"]),
        "signer": served["signer"],
        "annexes": served["annexes"],
    }


def _place(ordinal: int, parts: Sequence[Part]) -> str:
    return str(next((at for at, part in enumerate(parts, 1) if ordinal in part["sections"]), 1))
