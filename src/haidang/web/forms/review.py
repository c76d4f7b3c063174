"""Forms of reviewing: remarks at their places, the day to mend by, words with a decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django import forms

from haidang.reporting.enums import RemarkKind
from haidang.reporting.models import Figure
from haidang.reporting.paragraphs import paragraphs_of
from haidang.reporting.queries.filling import Step
from haidang.reporting.remarked import Remarked
from haidang.web.widgets import DayBoxes, DayField

REMARK_KINDS = RemarkKind.choices
MARKS = [("", "Chưa chấm"), *((str(mark), f"{mark}") for mark in range(5, 0, -1))]


class ReturnForm(forms.Form):
    """The day by which a unit is to mend its report."""

    mend_by = DayField(
        label="Hạn bổ sung",
        help_text="Ngày cuối cùng đơn vị gửi lại.",
        widget=DayBoxes(lately=False),
    )


class ReasonForm(forms.Form):
    """Why a report is taken back."""

    reason = forms.CharField(
        label="Lý do thu hồi",
        help_text="Cơ quan nhận thấy lý do này. Bản đã gửi vẫn được lưu.",
        max_length=300,
        required=False,
    )


class QualityForm(forms.Form):
    """How good an accepted report was."""

    mark = forms.ChoiceField(label="Chất lượng, 5 là tốt nhất", choices=MARKS, required=False)
    quality = forms.CharField(label="Nhận xét", max_length=500, required=False)


class OpinionForm(forms.Form):
    """What a body outside the tree says of a report."""

    agrees = forms.ChoiceField(
        label="Ý kiến",
        choices=[("yes", "Đồng ý"), ("no", "Chưa đồng ý")],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn đồng ý hay chưa đồng ý."},
    )
    words = forms.CharField(
        label="Nội dung", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a remark can be pinned: a figure, a section of prose, a paragraph; what is typed."""

    section: int
    title: str
    row: Figure | None = None
    paragraph: int | None = None
    words: str = ""  # of the paragraph
    kind: str = ""
    text: str = ""

    @property
    def name(self) -> str:
        """The end of the names of its boxes."""
        if self.row:
            return f"{self.section}-{self.row.indicator.code}"
        return f"{self.section}-d{self.paragraph}" if self.paragraph else str(self.section)


def places_of(step: Step, typed: Mapping[str, str]) -> list[Place]:
    """The places of one section in order, with what was typed there."""
    ordinal = step.section.ordinal
    found = [Place(ordinal, str(row.indicator), row=row) for row in step.rows]
    if not found:
        words = enumerate(paragraphs_of(step.prose.text if step.prose else ""), 1)
        found = [
            Place(ordinal, f"đoạn {number}", paragraph=number, words=text) for number, text in words
        ]
        found.append(Place(ordinal, "cả mục"))
    return [_with_typed(place, typed) for place in found]


def _with_typed(place: Place, typed: Mapping[str, str]) -> Place:
    return Place(
        place.section,
        place.title,
        place.row,
        place.paragraph,
        place.words,
        typed.get(f"kind-{place.name}", ""),
        typed.get(f"remark-{place.name}", "").strip(),
    )


def remarks_at(places: Iterable[Place]) -> list[Remarked]:
    """The remarks that were typed, each at its place; a place without words has none."""
    return [
        Remarked(
            section=place.section,
            kind=RemarkKind(place.kind),
            text=place.text,
            code=place.row.indicator.code if place.row else "",
            paragraph=place.paragraph,
        )
        for place in places
        if place.text and place.kind in RemarkKind.values
    ]
