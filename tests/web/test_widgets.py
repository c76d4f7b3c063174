import datetime as dt

import pytest
from django import forms

from haidang.web.widgets import DayBoxes, DayField, FileButton, Tiles, WholeNumberField


class LogForm(forms.Form):
    kind = forms.ChoiceField(
        label="Loại", choices={"radio": "Phát thanh"}, widget=Tiles({"radio": "radio"})
    )
    held_on = DayField(label="Ngày")
    people = WholeNumberField(
        label="Số lượt người", required=False, help_text="Ước lượng cũng được"
    )
    photo = forms.FileField(label="Ảnh", widget=FileButton("Chụp ảnh", "camera"), required=False)
    secret_free = forms.BooleanField(label="Không chứa bí mật nhà nước")


def typed(**changes):
    day = {"held_on_day": "25", "held_on_month": "11", "held_on_year": "2024"}
    return {"kind": "radio", "people": "64", "secret_free": "on"} | day | changes


def test_a_day_is_read_from_three_boxes():
    form = LogForm(typed(held_on_day="05"))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["held_on"] == dt.date(2024, 11, 5)


@pytest.mark.parametrize(
    "wrong",
    [
        {"held_on_day": "31"},
        {"held_on_year": "hai nghìn"},
        {"held_on_month": "13"},
        {"held_on_day": "0"},
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_refused_with_one_sentence(wrong):
    form = LogForm(typed(**wrong))

    assert form.errors["held_on"] == ["Ngày này không có trong lịch. Ví dụ đúng: 25 11 2024."]


def test_a_year_may_be_two_digits():
    form = LogForm(typed(held_on_year="24"))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["held_on"] == dt.date(2024, 11, 25)


@pytest.mark.parametrize("empty", [("day", "month", "year"), ("month",), ("year",)])
def test_an_empty_box_of_a_day_is_asked_for(empty):
    form = LogForm(typed(**{f"held_on_{box}": "" for box in empty}))

    assert form.errors["held_on"] == ["Nhập đủ ngày, tháng, năm, ví dụ 25 11 2024."]


def test_an_optional_day_may_stay_empty():
    assert DayField(required=False).clean(["", "", ""]) is None


@pytest.mark.parametrize("empty", ["day", "month", "year"])
def test_an_optional_day_is_given_whole_or_not_at_all(empty):
    values = {"day": "25", "month": "11", "year": "2024"} | {empty: ""}

    with pytest.raises(forms.ValidationError, match="Nhập đủ ngày, tháng, năm"):
        DayField(label="Ngày", required=False).clean(list(values.values()))


def test_a_day_to_come_has_no_buttons_for_days_gone():
    class Due(forms.Form):
        due_on = DayField(label="Hạn", widget=DayBoxes(lately=False))

    assert "Hôm qua" not in Due()["due_on"].as_field_group()
    assert "Hôm qua" in LogForm()["held_on"].as_field_group()


def test_a_day_comes_back_in_its_boxes():
    html = LogForm(initial={"held_on": dt.date(2024, 3, 5)})["held_on"].as_field_group()

    assert 'value="5"' in html
    assert 'value="3"' in html
    assert 'value="2024"' in html
    assert "<legend>Ngày</legend>" in html


@pytest.mark.parametrize(
    ("text", "value"),
    [("1032", 1032), ("1.032", 1032), ("1 032", 1032), (" 2.629.000 ", 2629000), (85, 85)],
)
def test_a_whole_number_is_read_as_people_type_it(text, value):
    assert WholeNumberField().clean(text) == value


@pytest.mark.parametrize("text", ["khoảng 80", "12,5", "1.03"])
def test_what_is_not_a_whole_number_is_refused(text):
    with pytest.raises(forms.ValidationError, match="Phải là số"):
        WholeNumberField().clean(text)


def test_a_form_comes_out_with_a_summary_that_links_to_its_fields():
    html = str(LogForm(typed(people="nhiều")))

    assert '<a href="#id_people">Phải là số, ví dụ 85.</a>' in html
    assert 'id="id_people_helptext">Ước lượng cũng được' in html
    assert 'aria-describedby="id_people_helptext id_people_error"' in html
    assert 'aria-invalid="true"' in html


def test_a_form_without_errors_has_no_summary():
    assert "Có lỗi cần sửa" not in str(LogForm())


def test_choices_are_large_tiles_with_icons():
    html = str(LogForm()["kind"])

    assert "icons.svg#radio" in html
    assert html.count('type="radio"') == 1


def test_a_file_has_a_vietnamese_button():
    assert "Chụp ảnh" in str(LogForm()["photo"])


def test_a_box_to_tick_stands_before_its_words():
    html = LogForm()["secret_free"].as_field_group()

    assert html.index("<input") < html.index("Không chứa bí mật nhà nước")
