"""Form controls that a browser does not have: three boxes for a date, large choices, file buttons."""

import datetime as dt
import re
from collections.abc import Mapping

from django import forms

from haidang import clock


class DayBoxes(forms.MultiWidget):
    """A date as three number boxes: a phone set to English would show mm/dd/yyyy otherwise."""

    template_name = "kit/widgets/day_boxes.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        boxes = {name: forms.TextInput({"inputmode": "numeric"}) for name in ("day", "month", "year")}
        super().__init__(boxes, attrs)

    def decompress(self, value: dt.date | None) -> list[str]:
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]

    def get_context(self, name: str, value: object, attrs: dict[str, object] | None) -> dict[str, object]:
        context = super().get_context(name, value, attrs)
        today = clock.today()
        return {**context, "today": today, "yesterday": today - dt.timedelta(days=1)}


class DayField(forms.MultiValueField):
    """A date typed as day, month and year; refuses what is not a day of the calendar."""

    widget = DayBoxes
    default_error_messages = {
        "required": "Nhập đủ ngày, tháng, năm, ví dụ 25 11 2024.",
        "invalid": "Ngày này không có trong lịch. Ví dụ đúng: 25 11 2024.",
    }

    def __init__(self, **options: object) -> None:
        fields = [forms.IntegerField(min_value=1) for _ in range(3)]
        super().__init__(fields=fields, **options)

    def clean(self, value: object) -> dt.date | None:
        try:
            return super().clean(value)
        except forms.ValidationError as error:
            if any(value or []):
                raise forms.ValidationError(self.error_messages["invalid"], "invalid") from error
            raise

    def compress(self, data_list: list[int]) -> dt.date | None:
        if not data_list:
            return None
        day, month, year = data_list
        return dt.date(year, month, day)


class WholeNumberField(forms.IntegerField):
    """A whole number as people type it here: 1032, 1.032 or 1 032; refuses anything else."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Phải là số, ví dụ 85."}

    def to_python(self, value: object) -> int | None:
        typed = re.sub(r"(?<=\d)[. \u00a0](?=\d{3}\b)", "", value) if isinstance(value, str) else value
        return super().to_python(typed)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, object]:
        return {**super().widget_attrs(widget), "inputmode": "numeric", "class": "short num"}


class Tiles(forms.RadioSelect):
    """Two columns of large choices, each with an icon: `Tiles(icons={"radio": "radio"})`."""

    template_name = "kit/widgets/tiles.html"

    def __init__(self, icons: Mapping[str, str], **options: object) -> None:
        super().__init__(**options)
        self.icons = icons

    def create_option(self, name: str, value: object, *rest: object, **options: object) -> dict[str, object]:
        option = super().create_option(name, value, *rest, **options)
        return {**option, "icon": self.icons.get(str(value), "circle")}


class FileButton(forms.FileInput):
    """A file control with a Vietnamese button: the browser's own words follow the phone's language."""

    template_name = "kit/widgets/file_button.html"

    def __init__(self, word: str = "Chọn tệp", sign: str = "upload", **options: object) -> None:
        super().__init__(**options)
        self.word, self.sign = word, sign

    def get_context(self, name: str, value: object, attrs: dict[str, object] | None) -> dict[str, object]:
        return {**super().get_context(name, value, attrs), "word": self.word, "sign": self.sign}
