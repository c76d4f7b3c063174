"""How types are divided among series, and series that begin behind a register on paper."""

import datetime as dt

import pytest

from haidang import clock
from haidang.documents import commands
from haidang.documents.queries import series_code
from haidang.errors import Incomplete, NotAllowed, WrongState
from tests.makers.documents import MONDAY, make_bureau

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


def set_series(bureau, *types, code="CHUNG", by=None, **wanted):
    by = by or bureau.administrator
    return commands.set_series(
        unit=bureau.district, document_types=types, code=code, by=by, **wanted
    )


def reserve(bureau, document_type):
    return commands.reserve_number(
        unit=bureau.district, document_type=document_type, by=bureau.clerk
    )


def test_set_series_numbers_types_together(bureau):
    set_series(bureau, "Báo cáo", "công văn")

    given = [reserve(bureau, kind) for kind in ("công văn", "báo cáo", "kế hoạch")]

    assert [(number.series.code, number.value) for number in given] == [
        ("CHUNG", 1),
        ("CHUNG", 2),
        ("KH", 1),
    ]


def test_set_series_again_replaces_what_was_set_for_the_year(bureau):
    set_series(bureau, "Báo cáo")
    (rule,) = set_series(bureau, "Báo cáo", code="RIÊNG")

    assert str(rule) == "báo cáo → RIÊNG"
    assert series_code(bureau.district, "Báo cáo", 2024) == "RIÊNG"


def test_set_series_for_next_year_leaves_this_one(bureau):
    reserve(bureau, "Báo cáo")
    set_series(bureau, "Báo cáo", from_year=2025)

    assert [series_code(bureau.district, "Báo cáo", year) for year in (2024, 2025, 2026)] == [
        "BC",
        "CHUNG",
        "CHUNG",
    ]


def test_set_series_refuses_a_year_in_which_numbers_were_handed_out(bureau):
    reserve(bureau, "Báo cáo")

    with pytest.raises(WrongState, match="chỉ áp dụng từ năm sau"):
        set_series(bureau, "Báo cáo")
    with pytest.raises(WrongState):
        set_series(bureau, "Kế hoạch", from_year=2023)


def test_set_series_refuses_the_clerk_unknown_types_and_codes(bureau):
    with pytest.raises(NotAllowed):
        set_series(bureau, "Báo cáo", by=bureau.clerk)
    for types, code, name in (
        (["Báo cáo"], " ", "code"),
        (["Báo cáo"], "#đến", "code"),
        (["Tờ tin"], "A", "type"),
        ([], "A", "type"),
    ):
        with pytest.raises(Incomplete) as refusal:
            set_series(bureau, *types, code=code)
        assert [issue.name for issue in refusal.value.issues] == [name]


def test_begin_series_goes_on_behind_the_register_on_paper(bureau):
    series = commands.begin_series(
        unit=bureau.district, document_type="Kế hoạch", after=97, by=bureau.clerk
    )

    assert str(series) == "KH, năm 2024"
    assert str(reserve(bureau, "Kế hoạch")) == "98"
    with clock.as_if(clock.at(dt.date(2025, 1, 1))):
        assert str(reserve(bureau, "Kế hoạch")) == "01"


def test_begin_series_refuses_others_and_a_series_that_began(bureau):
    reserve(bureau, "Kế hoạch")
    wanted = {"unit": bureau.district, "document_type": "Kế hoạch", "after": 9}

    with pytest.raises(NotAllowed):
        commands.begin_series(**wanted, by=bureau.drafter)
    with pytest.raises(WrongState, match="đã cấp số"):
        commands.begin_series(**wanted, by=bureau.clerk)


@pytest.mark.parametrize("after", [-1, 100_000, 10**30])
def test_begin_series_refuses_what_no_register_ends_with(bureau, after):
    with pytest.raises(Incomplete, match="từ 0 đến 99999"):
        commands.begin_series(
            unit=bureau.district, document_type="Kế hoạch", after=after, by=bureau.clerk
        )
