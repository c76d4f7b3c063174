"""Form controls that a browser does not have: three boxes for a date, large choices, a file."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from haidang import clock


class DayBoxes(forms.MultiWidget):
    """A date as three number boxes: a phone set to English would show mm/dd/yyyy otherwise.

    `lately` offers today and yesterday at one press; not for a day that is still to come.
    """

    template_name = "kit/widgets/day_boxes.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, lately: bool = True) -> None:
        self.lately = lately
        parts = ("day", "month", "year")
        super().__init__({part: forms.TextInput({"inputmode": "numeric"}) for part in parts}, attrs)

    def decompress(self, value: dt.date | None) -> list[str]:
        """Split a date over the boxes."""
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the days that the two buttons fill in, if there are to be any."""
        today = clock.today()
        context: dict[str, Any] = super().get_context(name, value, attrs)
        days = {"today": today, "yesterday": today - dt.timedelta(days=1)}
        return context | (days if self.lately else {})


class DayField(forms.MultiValueField):
    """A date typed as day, month and year, 24 for 2024; refuses what is no day of the calendar."""

    widget = DayBoxes
    default_error_messages = {
        "required": "Nhập đủ ngày, tháng, năm, ví dụ 25 11 2024.",
        "invalid": "Ngày này không có trong lịch. Ví dụ đúng: 25 11 2024.",
    }

    def __init__(self, **options: Any) -> None:
        fields = [forms.IntegerField(min_value=1, max_value=9999) for _ in range(3)]
        super().__init__(fields=fields, **options)

    def clean(self, value: Sequence[Any]) -> dt.date | None:
        """Return the date; one sentence says what is wrong, not one for each box."""
        try:
            day: dt.date | None = super().clean(value)
        except forms.ValidationError:
            name = "invalid" if all(value) else "required"
            raise forms.ValidationError(self.error_messages[name], name) from None
        return day

    def compress(self, data_list: Sequence[int | None]) -> dt.date | None:
        """Join the boxes to a date; a day that may be left out is left out whole."""
        if not data_list:
            return None
        day, month, year = data_list
        if day is None or month is None or year is None:
            raise forms.ValidationError(self.error_messages["required"], "required")
        year += 2000 if year < 100 else 0
        try:
            return dt.date(year, month, day)
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid") from error


class WholeNumberField(forms.IntegerField):
    """A whole number as people type it here: 1032, 1.032 or 1 032; refuses anything else."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Phải là số, ví dụ 85."}

    def to_python(self, value: Any) -> int | None:
        """Read a number with or without marks between thousands."""
        marks = r"(?<=\d)[.\s](?=\d{3}(\D|$))"
        typed = re.sub(marks, "", value.strip()) if isinstance(value, str) else value
        return super().to_python(typed)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask a phone for its number keys."""
        return super().widget_attrs(widget) | {"inputmode": "numeric", "class": "short num"}


class AskedField(forms.CharField):
    """Words that some answers need and others do not: the label calls them neither way."""

    is_asked = True

    def __init__(self, **more: Any) -> None:
        super().__init__(**{"required": False, **more})


class Tiles(forms.RadioSelect):
    """Two columns of large choices, each with an icon: `Tiles({"radio": "radio"})`."""

    template_name = "kit/widgets/tiles.html"

    def __init__(self, icons: Mapping[str, str], attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.icons = icons

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the icon of a choice."""
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        return option | {"icon": self.icons.get(str(value), "circle")}


class FileButton(forms.FileInput):
    """A file with a Vietnamese button: the browser's own words follow the phone's language."""

    template_name = "kit/widgets/file_button.html"

    def __init__(
        self, word: str = "Chọn tệp", sign: str = "upload", attrs: dict[str, Any] | None = None
    ) -> None:
        super().__init__(attrs)
        self.word, self.sign = word, sign

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the word and the icon of the button."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        return context | {"word": self.word, "sign": self.sign}
