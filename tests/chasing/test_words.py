"""The words for a chat: short, both readings of the deadline, a link, no person's name."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.chasing.enums import LackKind
from haidang.chasing.lack import Lack
from haidang.chasing.queries import Lacking
from haidang.chasing.words import (
    LONGEST,
    contact_of,
    group_text,
    reminder_text,
    reminder_words,
    shortened,
)
from haidang.orgs.models import Unit

ON = dt.date(2024, 11, 25)
LINK = {"url": "https://vi.du/bc/7/", "contact": "Phòng VH&TT, 7:30–17:00"}
COMMUNE = Unit(pk=1, area="xã Vinh Kim", short_name="UBND xã Vinh Kim")


def lack(what="báo cáo năm 2024", due_on=dt.date(2024, 11, 29), unit=COMMUNE, phrase=""):
    return Lack(unit, LackKind.REPORT, 1, what, "chưa mở", due_on, "/bc/7/", ON, phrase)


def test_a_unit_is_told_what_it_lacks_by_when_and_where():
    row = Lacking(COMMUNE, [lack(phrase="trước ngày 30 tháng 11")])

    assert reminder_text(row, **LINK) == (
        "[TTĐN 2024] Xã Vinh Kim còn thiếu: báo cáo năm 2024 (“trước ngày 30 tháng 11”, chậm nhất "
        "24 giờ ngày 29/11/2024). Mở: https://vi.du/bc/7/\nĐầu mối: Phòng VH&TT, 7:30–17:00."
    )


def test_what_is_late_says_by_how_many_days():
    row = Lacking(COMMUNE, [lack(due_on=dt.date(2024, 11, 22))])

    assert "(quá hạn 3 ngày, hạn 22/11/2024)" in reminder_text(row, **LINK)


def test_what_has_no_day_says_none():
    assert "còn thiếu: báo cáo năm 2024. Mở" in reminder_text(
        Lacking(COMMUNE, [lack(due_on=None)]), **LINK
    )


@given(st.lists(st.text("aăâb ", min_size=1, max_size=300), min_size=1, max_size=20))
def test_the_words_for_one_unit_fit_a_chat_whatever_it_lacks(titles):
    lacks = [lack(what=title) for title in titles]

    text = reminder_text(Lacking(COMMUNE, lacks), **LINK)

    assert len(text) <= LONGEST
    assert f"Mở: {LINK['url']}\n" in text
    assert len(reminder_words(lacks)) <= 500


def test_what_does_not_fit_is_counted():
    row = Lacking(COMMUNE, [lack(what=f"nhiệm vụ {n} " + "dài " * 15) for n in range(5)])

    assert "; và 3 việc khác. Mở:" in reminder_text(row, **LINK)


def test_the_group_is_told_who_lacks_what_thing_by_thing():
    other = Unit(pk=2, short_name="TT VH-TT&TT")
    rows = [
        Lacking(COMMUNE, [lack(), lack(what="nhiệm vụ III.1 Phát thanh")]),
        Lacking(other, [lack(unit=other)]),
    ]

    assert group_text(rows, **LINK).splitlines() == [
        "[TTĐN 2024] Đề nghị các đơn vị hoàn thành:",
        "- Báo cáo năm 2024 (chậm nhất 24 giờ ngày 29/11/2024): xã Vinh Kim, TT VH-TT&TT",
        "- Nhiệm vụ III.1 Phát thanh (chậm nhất 24 giờ ngày 29/11/2024): xã Vinh Kim",
        "Mở: https://vi.du/bc/7/",
        "Đầu mối: Phòng VH&TT, 7:30–17:00.",
    ]


def test_of_a_large_group_the_first_are_named():
    units = [Unit(pk=n, area=f"xã {n}") for n in range(20)]

    text = group_text([Lacking(unit, [lack(unit=unit)]) for unit in units], **LINK)

    assert "xã 13, xã 14 và 5 đơn vị khác" in text


@pytest.mark.parametrize(
    ("own", "above", "said"),
    [("0294", "", "Phòng, 0294"), ("", "0299", "Phòng, 0299"), ("", "", "Phòng")],
)
def test_the_contact_is_the_office_with_its_own_telephone_or_that_above(own, above, said):
    authority = Unit(pk=3, short_name="UBND", contact=above)
    office = Unit(pk=4, short_name="Phòng", contact=own, acts_for=authority)

    assert contact_of(office) == said


def test_a_long_title_ends_with_dots_at_a_word():
    assert shortened("một hai") == "một hai"
    assert shortened("chữ " * 30).endswith("chữ…")
