"""The fixed words and the punctuation of official documents."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.layout import DateError
from haidang.text.layout.wording import (
    closing_for,
    number_line,
    place_date_line,
    punctuated,
    recipient_lines,
    without_end,
)


@pytest.mark.parametrize(
    ("number", "symbol", "line"),
    [
        ("99", "KH-UBND", "Số: 99/KH-UBND"),
        ("5", "BC-UBND", "Số: 05/BC-UBND"),
        (None, "BC-UBND", "Số:       /BC-UBND"),
        ("12a", "BC-UBND", "Số: 12a/BC-UBND"),
        ("7", None, "Số: 07"),
    ],
)
def test_the_number_has_a_leading_zero_or_room_for_the_clerk(number, symbol, line):
    assert number_line(number, symbol) == line


@pytest.mark.parametrize(
    ("place", "date", "line"),
    [
        ("Cầu Ngang", "2023-10-12", "Cầu Ngang, ngày 12 tháng 10 năm 2023"),
        ("Cầu Ngang", "2024-01-05", "Cầu Ngang, ngày 05 tháng 01 năm 2024"),
        ("Mỹ Long", "2024-03-09", "Mỹ Long, ngày 09 tháng 3 năm 2024"),
        ("Cầu Ngang", "2024-11", "Cầu Ngang, ngày        tháng 11 năm 2024"),
        (None, "2024", "ngày        tháng        năm 2024"),
        (None, None, "ngày        tháng        năm"),
    ],
)
def test_the_date_leaves_open_what_is_not_known(place, date, line):
    assert place_date_line(place, date) == line


@pytest.mark.parametrize("date", ["24-11-2024", "2024-13", "2024-1-5", "hôm nay", "2024-11-32"])
def test_a_date_in_another_form_is_refused(date):
    with pytest.raises(DateError, match="không đọc được"):
        place_date_line("Cầu Ngang", date)


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_leading_zeros_stand_before_days_under_ten_and_months_one_and_two_only(date):
    words = place_date_line(None, date.isoformat()).split()

    assert words[1].startswith("0") == (date.day < 10)
    assert words[3].startswith("0") == (date.month < 3)
    assert (int(words[1]), int(words[3]), int(words[5])) == (date.day, date.month, date.year)


def test_items_end_in_semicolons_and_the_last_in_a_full_stop():
    assert punctuated(["- Một;", " Hai. ", "", "Ba"]) == ["Một;", "Hai;", "Ba."]
    assert punctuated([]) == []


@given(st.lists(st.text("abđ ;.-,"), max_size=5))
def test_punctuating_twice_changes_nothing(items):
    once = punctuated(items)

    assert punctuated(once) == once
    assert [without_end(item) for item in once] == [t for i in items if (t := without_end(i))]


def test_recipients_end_with_the_filed_copy():
    lines = recipient_lines(["UBND tỉnh (b/c)", "Lưu: VT, VX", "Như Mục III;"], addressed=False)

    assert lines == ["- UBND tỉnh (b/c);", "- Như Mục III;", "- Lưu: VT, VX."]


def test_recipients_begin_as_addressed_where_there_is_an_address():
    assert recipient_lines([], addressed=True) == ["- Như trên;", "- Lưu: VT."]
    assert recipient_lines(["- Như trên;"], addressed=True) == ["- Như trên;", "- Lưu: VT."]


@pytest.mark.parametrize(
    ("text", "bare", "closing"),
    [
        ("theo quy định.", "theo quy định", "./."),
        ("theo quy định./. ", "theo quy định./.", ""),
        ("như sau;", "như sau", "./."),
        ("hội diễn...", "hội diễn...", "./."),
        ("", "", "./."),
    ],
)
def test_the_text_ends_with_its_closing_mark_once(text, bare, closing):
    assert closing_for(text) == (bare, closing)
