"""Forms of the catalogue: a measure, a kind of activity, an indicator. They only clean input."""

from typing import Any

from django import forms

from haidang.activities.catalogue import KindSeed, MeasureSeed
from haidang.activities.catalogue_facts import IndicatorFacts, Row, facts_of
from haidang.activities.enums import Aggregation, Channel, Language
from haidang.activities.models import Indicator, Kind, Measure
from haidang.web.widgets import WholeNumberField

ICONS = {
    "radio": "đài",
    "newspaper": "báo",
    "users": "nhiều người",
    "megaphone": "loa",
    "image": "tranh",
    "globe": "địa cầu",
    "user": "một người",
    "repeat": "lặp lại",
    "send": "gửi",
    "phone": "điện thoại",
    "list-checks": "danh sách",
    "book-open": "sách mở",
    "file-text": "tài liệu",
    "eye": "xem",
    "landmark": "công trình",
    "pencil": "bút",
    "shield-check": "khiên",
    "camera": "máy ảnh",
    "circle-alert": "lưu ý",
    "check-check": "hoàn thành",
    "save": "sổ",
}


class RowForm(forms.Form):
    """A row of the catalogue; what is wrong in it the command says."""

    name = forms.CharField(label="Tên", max_length=200, required=False)

    def __init__(self, *args: Any, row: Row | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.row = row
        if row is not None:
            facts = facts_of(row)
            self.initial = {name: getattr(facts, name, None) for name in self.fields}
            self.fields.pop("code", None)  # it stands in addresses and in frozen reports
        for field in self.fields.values():
            field.is_asked = True  # type: ignore[attr-defined]


class MeasureForm(RowForm):
    """Something that is counted."""

    unit_name = forms.CharField(label="Đơn vị tính", max_length=60, required=False)
    example = WholeNumberField(
        label="Số ví dụ trên biểu mẫu",
        min_value=1,
        max_value=100_000,
        help_text="Ghi 1 thì biểu mẫu điền sẵn số 1.",
        error_messages={"required": "Ghi một số ví dụ, ít nhất là 1."},
    )

    def facts(self) -> MeasureSeed:
        """What was filled in."""
        given = self.cleaned_data
        return MeasureSeed("", given["name"], given["unit_name"], given["example"])


class KindForm(RowForm):
    """A kind of activity, and what its form asks."""

    example = forms.CharField(
        label="Ví dụ về nội dung", max_length=120, required=False, widget=forms.TextInput
    )
    icon = forms.ChoiceField(label="Hình", choices=list(ICONS.items()))
    form = forms.ChoiceField(
        label="Hình thức thông tin cơ sở",
        required=False,
        choices=[("", "không thuộc hình thức nào"), *Channel.choices],
        help_text="Theo Nghị định 49/2024/NĐ-CP.",
    )
    measures = forms.MultipleChoiceField(
        label="Số lượng phải ghi", required=False, widget=forms.CheckboxSelectMultiple
    )
    asks_language = forms.BooleanField(label="Hỏi ngôn ngữ", required=False)
    asks_link = forms.BooleanField(label="Mở sẵn ô đường dẫn", required=False)

    def __init__(self, *args: Any, row: Row | None, **options: Any) -> None:
        super().__init__(*args, row=row, **options)
        offered = [(one.code, str(one)) for one in Measure.objects.in_use()]
        self.fields["measures"].choices = offered  # type: ignore[attr-defined]

    def facts(self) -> KindSeed:
        """What was filled in."""
        given = self.cleaned_data | {"measures": tuple(self.cleaned_data["measures"])}
        return KindSeed(code="", **given)


class IndicatorForm(RowForm):
    """A number that reports ask for."""

    code = forms.CharField(label="Mã số", max_length=10, required=False)
    unit_name = forms.CharField(label="Đơn vị tính", max_length=60, required=False)
    group = forms.CharField(
        label="Nhóm", max_length=100, required=False, help_text="Ví dụ: 1. Phát thanh"
    )
    aggregation = forms.ChoiceField(
        label="Cách tính",
        required=False,
        choices=[("", "cộng số lượng, hoặc đếm nếu không có số lượng"), *Aggregation.choices],
        help_text=(
            "Nhiều đơn vị: số đếm, số cộng, số cuối kỳ được cộng lại; trung bình là của các đơn vị "
            "có số, đơn vị chưa báo cáo không tính là 0. Tỷ số lấy tổng chia tổng: xã A 90 lượt "
            "trong 3 buổi, xã B 10 lượt trong 1 buổi thì 100 ÷ 4 = 25, không phải (30 + 10) ÷ 2."
        ),
    )
    kinds = forms.MultipleChoiceField(
        label="Tính từ các loại hoạt động", required=False, widget=forms.CheckboxSelectMultiple
    )
    measure = forms.ChoiceField(
        label="Cộng số lượng nào",
        required=False,
        help_text="Bỏ trống thì đếm số hoạt động.",
    )
    divisor = WholeNumberField(
        label="Chia cho", required=False, help_text="60 để đổi phút ra giờ; thường là 1."
    )
    language = forms.ChoiceField(
        label="Chỉ tính tiếng", required=False, choices=[("", "mọi thứ tiếng"), *Language.choices]
    )
    numerator = forms.ChoiceField(
        label="Tử số", required=False, help_text="Cho tỷ số. Ví dụ: 3.2 Lượt người dự."
    )
    denominator = forms.ChoiceField(
        label="Mẫu số", required=False, help_text="Cho tỷ số. Ví dụ: 3.1 Số buổi."
    )
    per = WholeNumberField(
        label="Nhân với", required=False, help_text="100 để ra phần trăm; thường là 1."
    )
    formula = forms.CharField(
        label="Công thức",
        max_length=200,
        required=False,
        widget=forms.TextInput,
        help_text="Mã chỉ tiêu trong ngoặc vuông, + - * / và ngoặc tròn. Ví dụ: [3.1] + [4.1]",
    )
    part_of = forms.ChoiceField(
        label="Là một phần của",
        required=False,
        help_text="Khi điền, số này không được lớn hơn số kia. Ví dụ: 1.3 nằm trong 1.1.",
    )
    understood = forms.BooleanField(
        label="Tôi hiểu: số từ nhật ký sẽ đổi nghĩa như nêu trên", required=False
    )

    def __init__(self, *args: Any, row: Row | None, **options: Any) -> None:
        super().__init__(*args, row=row, **options)
        others = [(one.code, str(one)) for one in Indicator.objects.in_use() if one != row]
        for name, none in (("numerator", "chưa chọn"), ("denominator", "chưa chọn")):
            self.fields[name].choices = [("", none), *others]  # type: ignore[attr-defined]
        self.fields["part_of"].choices = [("", "không"), *others]  # type: ignore[attr-defined]
        kinds = [(one.code, str(one)) for one in Kind.objects.in_use()]
        measures = [(one.code, str(one)) for one in Measure.objects.in_use()]
        self.fields["kinds"].choices = kinds  # type: ignore[attr-defined]
        self.fields["measure"].choices = [("", "đếm số hoạt động"), *measures]  # type: ignore[attr-defined]

    def facts(self) -> IndicatorFacts:
        """What was filled in."""
        given = {name: self.cleaned_data.get(name) for name in self.fields if name != "understood"}
        facts: dict[str, Any] = {
            "code": "",
            **given,
            "kinds": tuple(given["kinds"] or ()),
            "measure": given["measure"] or None,
            "divisor": 1 if given["divisor"] is None else given["divisor"],
            "per": 1 if given["per"] is None else given["per"],
        }
        facts |= {name: given[name] or None for name in ("numerator", "denominator", "part_of")}
        return IndicatorFacts(**facts)
