"""The form of a regime. It only cleans input."""

from typing import Any

from django import forms

from haidang.orgs.enums import Frequency
from haidang.orgs.models import Unit, UnitGroup
from haidang.reporting.enums import ContentKind, Preset, RegimeKind
from haidang.reporting.models import Regime
from haidang.reporting.regime_facts import USUAL_SENDING, RegimeFacts
from haidang.reporting.window import YEAR_ENDS
from haidang.web.forms.regime_choices import RegimeChoiceField, choices_of, said
from haidang.web.forms.regime_days import DUE_MONTHS, DayOfYearField, due_from, due_typed
from haidang.web.widgets import WholeNumberField


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
    reviewer = forms.ModelChoiceField(
        Unit.objects.none(),
        label="Xin ý kiến trước khi tiếp nhận",
        required=False,
        empty_label="Không",
        help_text="Cơ quan ở ngoài hệ thống, ví dụ đồn biên phòng.",
    )
    fed_by = RegimeChoiceField(
        Regime.objects.none(),
        label="Lấy số từ chế độ báo cáo cấp dưới",
        required=False,
        empty_label="Không, chỉ lấy từ nhật ký",
        help_text="Số đã chốt ở cấp dưới điền sẵn vào báo cáo của đơn vị.",
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
        label="Hạn gửi: ngày",
        required=False,
        help_text="Ngày trong tháng, ví dụ 20; 31 là ngày cuối tháng.",
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
        super().__init__(data, initial=_typed(facts) if facts else _usual(seat))
        for name, rows in choices_of(seat, facts).items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows

    def facts(self) -> RegimeFacts:
        """What was filled in."""
        given = dict(self.cleaned_data)
        due = due_from(given)
        return RegimeFacts(**given | {"upper": tuple(given["upper"]), "due": due})


def _typed(facts: RegimeFacts) -> dict[str, Any]:
    said = {name: getattr(facts, name) for name in RegimeForm.base_fields if hasattr(facts, name)}
    return said | due_typed(facts.due)


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
