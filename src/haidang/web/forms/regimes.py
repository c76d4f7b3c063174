"""Forms of regimes: what a regime says, a section, a line. They only clean input."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms

from haidang import clock
from haidang.activities.models import Indicator
from haidang.orgs.enums import Frequency
from haidang.orgs.models import Unit, UnitGroup
from haidang.reporting.due import DueRule
from haidang.reporting.enums import ContentKind, Preset, RegimeKind, SectionKind
from haidang.reporting.models import Line
from haidang.reporting.regime_facts import USUAL_SENDING, RegimeFacts
from haidang.reporting.window import YEAR_ENDS
from haidang.web.widgets import WholeNumberField

DAY_AND_MONTH = re.compile(r"\s*(\d{1,2})\s*[/-]\s*(\d{1,2})\s*")
DUE_MONTHS = [
    (0, "tháng cuối kỳ (tháng 12 của báo cáo năm)"),
    (-1, "tháng trước tháng cuối kỳ (tháng 11 của báo cáo năm)"),
    (1, "tháng sau kỳ báo cáo"),
    *((-back, f"tháng {12 - back}, chỉ báo cáo năm") for back in range(2, 12)),
]


def said(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, str]]:
    """Choices that begin with a capital, as each stands alone."""
    return [(value, f"{label}"[:1].upper() + f"{label}"[1:]) for value, label in choices]


class DayOfYearField(forms.CharField):
    """A day of any year, typed 14/12 and kept as 12-14; what is no day the command says."""

    def to_python(self, value: Any) -> str:
        """Turn the day round; leave what is something else as it was typed."""
        typed = super().to_python(value) or ""
        found = DAY_AND_MONTH.fullmatch(typed)
        return f"{int(found[2]):02}-{int(found[1]):02}" if found else typed[:20]

    def prepare_value(self, value: Any) -> Any:
        """Show a kept day as people write it."""
        parts = re.fullmatch(r"(\d\d)-(\d\d)", value or "")
        return f"{parts[2]}/{parts[1]}" if parts else value


class RegimeForm(forms.Form):
    """The fields of a regime (Nghị định 09/2019/NĐ-CP); what is wrong in them the command says."""

    name = forms.CharField(label="Tên chế độ báo cáo", max_length=200)
    title = forms.CharField(
        label="Trích yếu của báo cáo",
        max_length=300,
        help_text="Đứng dưới chữ “BÁO CÁO”, ví dụ “Kết quả công tác thông tin đối ngoại”.",
    )
    basis = forms.CharField(
        label="Căn cứ",
        max_length=500,
        required=False,
        help_text="Văn bản nào yêu cầu báo cáo này.",
    )
    kind = forms.ChoiceField(
        label="Loại báo cáo", choices=said(RegimeKind.choices), widget=forms.RadioSelect
    )
    frequency = forms.ChoiceField(
        label="Tần suất",
        choices=[("", "Không định kỳ"), *said(Frequency.choices)],
        required=False,
        help_text="Chuyên đề và đột xuất thì không có tần suất.",
    )
    content_kind = forms.ChoiceField(
        label="Nội dung yêu cầu", choices=said(ContentKind.choices), widget=forms.RadioSelect
    )
    reporters = forms.ModelChoiceField(
        UnitGroup.objects.none(),
        label="Đối tượng báo cáo",
        empty_label=None,
        help_text="Nhóm đơn vị; ai thuộc nhóm vào ngày mở kỳ thì có báo cáo.",
    )
    receiver = forms.ModelChoiceField(Unit.objects.none(), label="Cơ quan nhận", empty_label=None)
    through = forms.ModelChoiceField(
        Unit.objects.none(),
        label="Qua đơn vị",
        required=False,
        empty_label="Gửi thẳng",
        help_text="Phòng tham mưu xem xét và tổng hợp.",
    )
    upper = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label="Tổng hợp rồi báo cáo tiếp lên",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sending = forms.CharField(
        label="Cách gửi",
        max_length=300,
        required=False,
        help_text="Đã nhận bản điện tử hợp lệ thì không yêu cầu thêm bản giấy.",
    )
    preset = forms.ChoiceField(
        label="Kỳ số liệu của báo cáo năm",
        choices=said(Preset.choices),
        widget=forms.RadioSelect,
        help_text="Tháng, quý, 6 tháng luôn theo Nghị định 09/2019: từ ngày 15 đến hết ngày 14.",
    )
    data_to = DayOfYearField(
        label="Năm số liệu hết ngày",
        help_text="Theo nghị định là 14/12.",
    )
    cut_off = DayOfYearField(
        label="Số thực hiện tính đến hết ngày",
        required=False,
        help_text="Chỉ với kỳ theo chương trình, ví dụ 14/11. Bỏ trống: đến ngày lập báo cáo.",
    )
    due_day = WholeNumberField(
        label="Hạn gửi: ngày", required=False, help_text="Ngày trong tháng, ví dụ 20."
    )
    due_month = forms.TypedChoiceField(label="của tháng", choices=DUE_MONTHS, coerce=int)
    due_before = forms.BooleanField(
        label="Văn bản viết “trước ngày”",
        required=False,
        help_text="Ngày đó có còn tính hay không là theo cách đọc hạn của cơ quan.",
    )
    due_after = WholeNumberField(
        label="Hoặc: số ngày sau khi hết kỳ số liệu", required=False, help_text="Ví dụ 5."
    )
    due_by_plan = forms.BooleanField(
        label="Nhiệm vụ báo cáo trong kế hoạch năm cho hạn, nếu có", required=False
    )
    guidance = forms.CharField(
        label="Hướng dẫn cho đơn vị",
        required=False,
        max_length=5000,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, data: Any = None, *, seat: Unit, facts: RegimeFacts | None = None) -> None:
        self.was = facts
        super().__init__(data, initial=_typed(facts) if facts else _usual(seat))
        here = Unit.objects.on(clock.today())
        groups = UnitGroup.objects.filter(parent__path__startswith=seat.path)
        receivers = here.filter(pk__in=[seat.pk, *groups.values_list("parent", flat=True)])
        choices = {
            "reporters": groups.order_by("name"),
            "receiver": receivers,
            "through": here.filter(acts_for__in=receivers),
            "upper": here.filter(kind__rank__lt=seat.kind.rank).exclude(pk=seat.pk)[:50],
        }
        for name, rows in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = (
                rows if name != "upper" else Unit.objects.filter(pk__in=[unit.pk for unit in rows])
            )

    def facts(self) -> RegimeFacts:
        """What was filled in; what the form does not ask stays as it was."""
        given = dict(self.cleaned_data)
        due = DueRule(
            day=given.pop("due_day") or 0,
            month=given.pop("due_month"),
            before=given.pop("due_before"),
            after=given.pop("due_after") or 0,
            by_plan=given.pop("due_by_plan"),
        )
        asked = {"fed_by": self.was.fed_by, "reviewer": self.was.reviewer} if self.was else {}
        return RegimeFacts(**given | {"upper": tuple(given["upper"]), "due": _read(due)} | asked)


def _read(due: DueRule) -> DueRule:
    # The month alone says nothing.
    return due or DueRule(by_plan=due.by_plan)


def _typed(facts: RegimeFacts) -> dict[str, Any]:
    said = {name: getattr(facts, name) for name in RegimeForm.base_fields if hasattr(facts, name)}
    due = facts.due
    return said | {
        "due_day": due.day or None,
        "due_month": due.month,
        "due_before": due.before,
        "due_after": due.after or None,
        "due_by_plan": due.by_plan,
    }


def _usual(seat: Unit) -> dict[str, Any]:
    return {
        "kind": RegimeKind.PERIODIC,
        "content_kind": ContentKind.BOTH,
        "frequency": Frequency.MONTH,
        "receiver": seat,
        "sending": USUAL_SENDING,
        "preset": Preset.DECREE,
        "data_to": YEAR_ENDS,
        "due_month": 0,
    }


class SectionForm(forms.Form):
    """A section of an outline."""

    title = forms.CharField(label="Tiêu đề", max_length=100)
    kind = forms.ChoiceField(
        label="Loại", choices=said(SectionKind.choices), widget=forms.RadioSelect
    )
    hint = forms.CharField(
        label="Hướng dẫn", max_length=300, required=False, help_text="Đơn vị đọc khi viết mục này."
    )
    opening = forms.CharField(
        label="Lời dẫn trong văn bản",
        max_length=200,
        required=False,
        help_text="Mở đầu câu nêu số liệu của mục, ví dụ “Đã phát”.",
    )


class SectionWordsForm(SectionForm):
    """The words of a section that is there; its kind stays."""

    kind = None  # type: ignore[assignment]


class LineForm(forms.Form):
    """An indicator that a section asks for."""

    indicator = forms.ModelChoiceField(Indicator.objects.none(), label="Chỉ tiêu", empty_label=None)
    words = forms.CharField(
        label="Lời văn",
        max_length=200,
        required=False,
        help_text="Số trong câu, ví dụ “{số} buổi phát thanh”. Bỏ trống: tên và số.",
    )

    def __init__(self, data: Any = None, *, regime_pk: int) -> None:
        super().__init__(data)
        field = self.fields["indicator"]
        assert isinstance(field, forms.ModelChoiceField)
        asked = Indicator.objects.filter(
            pk__in=Line.objects.filter(section__regime=regime_pk).values("indicator")
        )
        field.queryset = Indicator.objects.in_use().exclude(pk__in=asked.values("pk"))


class TypedIndicatorForm(forms.Form):
    """An indicator that no log feeds."""

    name = forms.CharField(label="Tên chỉ tiêu", max_length=100)
    unit_name = forms.CharField(label="Đơn vị tính", max_length=30)
