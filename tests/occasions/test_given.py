"""What the product brings, and the round years of its list."""

import datetime as dt
from collections import Counter

import pytest

from haidang.errors import NotAllowed
from haidang.ledger.models import Entry
from haidang.occasions import commands, queries
from haidang.occasions.enums import Kind
from haidang.occasions.models import Occasion
from tests.makers import make_authority
from tests.makers.occasions import load, occasion

pytestmark = [pytest.mark.promise("N24"), pytest.mark.django_db]
WITH = "Thiết lập quan hệ ngoại giao Việt Nam – "


def relations(district, year):
    days = queries.year_of(district, year)
    return [
        (day.occasion.name.removeprefix(WITH), day.years, str(day.on))
        for day in days
        if day.occasion.kind == Kind.RELATION
    ]


def test_load_occasions_adds_what_is_missing_and_leaves_what_was_edited():
    first = commands.load_occasions()
    Occasion.objects.filter(key="bao-chi").update(name="Ngày Báo chí")
    Occasion.objects.filter(key="asean").delete()

    again, nothing = commands.load_occasions(), commands.load_occasions()

    assert (first, again, nothing) == (Occasion.objects.count(), 1, 0)
    assert occasion("bao-chi").name == "Ngày Báo chí"
    assert Entry.objects.filter(event="load_occasions").count() == 2


def test_load_occasions_refuses_who_does_not_set_up():
    with pytest.raises(NotAllowed):
        commands.load_occasions(by=make_authority(1).drafter)


def test_every_five_and_ten_years_of_2024_are_there_once():
    load()

    assert relations(make_authority(0).district, 2024) == [
        ("Thụy Điển", 55, "2024-01-11"),
        ("Brazil", 35, "2024-05-08"),
        ("Venezuela", 35, "2024-12-18"),
    ]


def test_every_five_and_ten_years_of_2026_are_there_once():
    load()

    assert relations(make_authority(0).district, 2026) == [
        ("Chile", 55, "2026-03-25"),
        ("Philippines", 50, "2026-07-12"),
        ("Thái Lan", 50, "2026-08-06"),
        ("Thụy Sĩ", 55, "2026-10-11"),
        ("Na Uy", 55, "2026-11-25"),
        ("Đan Mạch", 55, "2026-11-25"),
    ]


def test_in_five_years_every_relation_is_spoken_of_once():
    load()
    district = make_authority(0).district
    told = [name for year in range(2027, 2032) for name, _, _ in relations(district, year)]

    all_of_them = Occasion.objects.filter(kind=Kind.RELATION)
    assert Counter(told) == Counter(one.name.removeprefix(WITH) for one in all_of_them)
    assert len(told) == 49


def test_the_years_after_are_told_as_the_list_has_them():
    load()
    district = make_authority(0).district
    of_2027, of_2028 = relations(district, 2027), relations(district, 2028)

    assert Counter(years for _, years, _ in of_2027) == {65: 2, 60: 1, 55: 4, 35: 3}
    assert ("Campuchia", 60, "2027-06-24") in of_2027
    assert Counter(years for _, years, _ in of_2028) == {55: 13, 35: 1}


def test_every_relation_names_its_source_and_the_doubtful_ones_say_so():
    load()
    known = Occasion.objects.filter(kind=Kind.RELATION)

    assert not known.filter(source="").exists()
    assert set(known.exclude(doubt="").values_list("key", flat=True)) == {
        f"quan-he-{code}" for code in ("hu", "pl", "bg", "nl", "fr", "mw", "my", "us", "gr")
    }


def test_khmer_festivals_alone_wait_for_a_person():
    load()
    waiting = Occasion.objects.filter(needs_confirmation=True)

    assert set(waiting.values_list("kind", flat=True)) == {Kind.KHMER}
    assert waiting.count() == 4


def test_public_holidays_are_days_off_by_the_one_source_of_working_days():
    load()
    district = make_authority(0).district
    for year in (2019, 2024, 2025, 2026, 2030, 2050):
        off = [
            rest.first + dt.timedelta(n)
            for rest in queries.days_off(year)
            for n in range((rest.last - rest.first).days + 1)
        ]
        days = queries.year_of(district, year)
        holidays = [day for day in days if day.occasion.kind == Kind.HOLIDAY]
        assert [day.occasion.key for day in holidays if day.on not in off] == []
        assert len(holidays) == 6


def test_the_swaps_of_2024_are_told():
    assert dt.date(2024, 5, 4) in queries.worked_instead(2024)
    assert (dt.date(2024, 4, 29), dt.date(2024, 5, 1)) in queries.days_off(2024)
    assert queries.worked_instead(1890) == queries.days_off(1890) == []
