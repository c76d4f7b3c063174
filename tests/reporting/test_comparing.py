"""What stands beside a figure: plan, the same period a year before, products; words of periods."""

import datetime as dt
from decimal import Decimal

import pytest

from haidang import clock
from haidang.activities.models import Goal, Indicator
from haidang.orgs.enums import Change
from haidang.orgs.models import Succession
from haidang.reporting import commands
from haidang.reporting.official.annexes import annexes_of
from haidang.reporting.official.comparing import against_before, beside, plan_of_all, whose_plan
from haidang.reporting.official.parts import completed, default_parts
from haidang.reporting.official.periods import next_words, ordinal_of, period_words, whole_words
from haidang.reporting.official.products import MOST_PRODUCTS
from haidang.reporting.official.signing import usual_signature
from haidang.reporting.queries.official import official_of
from haidang.reporting.queries.planned import planned_in
from haidang.reporting.queries.sums import frame_of
from haidang.reporting.sheet import Sheet
from haidang.text.merge.marked import taken_apart
from tests.makers.activities import make_activity
from tests.makers.official import LOUD, make_words, make_written
from tests.makers.orgs import make_unit
from tests.makers.reporting import make_accepted, make_season

pytestmark = pytest.mark.django_db


def sheet(value, *, plan=None, last=None):
    """A sheet of one indicator: what was done, planned, and done the year before."""
    content = {
        "round": {"id": 5, "frequency": "year"},
        "frozen": {"ordinal": 1},
        "units": [],
        "totals": {"1": {"value": str(value), "estimate": str(value), "units": 2}},
        "plan": {"1": {"quantity": str(plan), "goals": [1]}} if plan is not None else {},
        "last_year": {"words": "năm 2023", "values": {"1": str(last)}}
        if last is not None
        else None,
    }
    return Sheet(content)


def said(*args, **more):
    return taken_apart(beside(sheet(*args, **more), "1", {})).text


@pytest.mark.parametrize(
    ("done", "plan", "last", "words"),
    [
        (105, 100, None, " (đạt 105 % kế hoạch năm)"),
        (112, None, 100, " (tăng 12 % so với cùng kỳ năm 2023)"),
        (88, 80, 100, " (đạt 110 % kế hoạch năm; giảm 12 % so với cùng kỳ năm 2023)"),
        (100, None, 100, " (không đổi so với cùng kỳ năm 2023)"),
        (1, 3, 8, " (đạt 33,3 % kế hoạch năm; giảm 87,5 % so với cùng kỳ năm 2023)"),
        (5, None, None, ""),
        (5, 0, 0, ""),
    ],
)
def test_a_figure_is_compared_only_where_there_is_something_to_compare_with(
    done, plan, last, words
):
    assert said(done, plan=plan, last=last) == words


def test_a_share_of_the_plan_of_a_part_says_of_how_many_units_it_is():
    part = sheet(105, plan=100, last=84)
    part.content["plan"]["1"]["of_units"] = True
    units = [{"accepted_at": "2024-11-20T08:00:00+07:00", "figures": {}}] * 2
    part.content["units"] = units
    whole = taken_apart(beside(Sheet(part.content), "1", {})).text
    part.content["units"] = [*units, {"accepted_at": None}]

    said = taken_apart(beside(Sheet(part.content), "1", {})).text

    assert said == (
        " (đạt 105 % kế hoạch năm của 2 đơn vị đã báo cáo; tăng 25 % so với cùng kỳ năm 2023)"
    )
    assert whole == said.replace(" của 2 đơn vị đã báo cáo", "")


def test_every_number_beside_a_figure_leads_to_its_own_page():
    text = beside(sheet(105, plan=100, last=84), "1", {})

    paths = [link.path for link in taken_apart(text).links]
    assert paths == ["/so/5/1/so-ke-hoach/?lan=1", "/so/5/1/cung-ky/?lan=1"]


def test_a_change_is_what_the_rounded_share_says():
    compared = against_before(sheet(1, last=3), "1")

    assert (compared.percent, compared.change) == (Decimal("33.3"), Decimal("-66.7"))


@pytest.mark.parametrize(
    ("frequency", "month", "words", "after"),
    [
        ("month", 12, "tháng 12 năm 2026", "tháng 1 năm 2027"),
        ("quarter", 4, "quý II năm 2026", "quý III năm 2026"),
        ("half", 7, "6 tháng cuối năm 2026", "6 tháng đầu năm 2027"),
        ("year", 1, "năm 2026", "năm 2027"),
        ("", 1, "năm 2026", "thời gian tới"),
    ],
)
def test_periods_are_named_as_documents_name_them(frequency, month, words, after):
    ordinal = ordinal_of(frequency, month)

    assert period_words(frequency, 2026, ordinal) == words
    assert next_words(frequency, 2026, ordinal) == after


def test_all_of_a_period_has_a_name():
    assert [whole_words(one) for one in ("year", "quarter", "")] == ["cả năm", "cả quý", "cả kỳ"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Ủy ban nhân dân huyện Thử", "PHÓ CHỦ TỊCH"),
        ("Uỷ ban nhân dân xã Thử", "PHÓ CHỦ TỊCH"),
        ("Sở Ngoại vụ", "GIÁM ĐỐC"),
        ("Phòng Văn hóa và Thông tin", "TRƯỞNG PHÒNG"),
        ("Đồn Biên phòng Thử", "ĐỒN TRƯỞNG"),
        ("Hội Khuyến học", "THỦ TRƯỞNG"),
    ],
)
def test_who_signs_follows_from_what_a_body_is(name, title):
    assert usual_signature(name).title == title


PROSE = {"ordinal": 1, "title": "Phương hướng quý tới", "kind": "prose"}


def test_sections_go_where_their_titles_say():
    titles = (
        "Công tác chỉ đạo",
        "Nội dung đã làm",
        "Tồn tại, hạn chế",
        "Phương hướng",
        "Kiến nghị",
    )
    sections = [
        {"ordinal": at, "title": title, "kind": "prose"} for at, title in enumerate(titles, 1)
    ]

    assert [part["sections"] for part in default_parts(sections)] == [[1], [2], [3], [4], [5]]


def test_a_section_that_no_part_asks_for_is_put_beside_its_like():
    sections = [PROSE, PROSE | {"ordinal": 2}, PROSE | {"ordinal": 3, "kind": "figures"}]
    parts = [
        {"title": "A", "says": [], "sections": [9, 1]},
        {"title": "B", "says": [], "sections": []},
    ]

    assert [part["sections"] for part in completed(parts, sections)] == [[1, 2], [3]]


def goal(season, unit, quantity, quarter=None, code="3.1", year=2024):
    return Goal.objects.create(
        indicator=Indicator.objects.get(code=code),
        unit=unit,
        year=year,
        quarter=quarter,
        quantity=quantity,
        set_at=clock.now(),
        set_by=season.drafter,
    )


def plan_of(season):
    return planned_in(season.round, frame_of(season.round))


def test_the_plan_is_the_receivers_own_word_else_what_the_units_that_reported_were_told():
    season = make_season(2)
    first, second = (goal(season, report.unit, 10 + at) for at, report in enumerate(season.reports))
    assert plan_of(season) == {}
    make_accepted(season, season.reports[0])
    told = Sheet(frame_of(season.round) | {"plan": plan_of(season)})
    assert whose_plan(told, "3.1") == "của 1 đơn vị đã báo cáo"
    assert plan_of(season)["3.1"] == {"quantity": "10", "goals": [first.pk], "of_units": True}
    make_accepted(season, season.reports[1])
    both = [first.pk, second.pk]
    assert plan_of(season)["3.1"] == {"quantity": "21", "goals": both, "of_units": True}

    second.delete()
    assert plan_of(season) == {}  # what two did is not held against what one was told

    own = goal(season, season.authority.district, 50)

    assert plan_of(season)["3.1"] == {"quantity": "50", "goals": [own.pk]}


def test_the_plan_of_all_is_said_to_be_that_where_only_some_reported():
    season = make_season(2)
    make_accepted(season, season.reports[0])
    goal(season, season.authority.district, 50)
    content = frame_of(season.round)

    some = Sheet(content | {"plan": plan_of(season)})

    assert whose_plan(some, "3.1") == "chung, mới có số của 1/2 đơn vị"
    assert plan_of_all(some) == (
        "kế hoạch của chỉ tiêu 3.1 là kế hoạch chung, số thực hiện mới của 1/2 đơn vị"
    )
    assert whose_plan(some, "3.2") == ""
    every = Sheet(some.content | {"units": some.reported})
    assert (whose_plan(every, "3.1"), plan_of_all(every)) == ("", "")


def test_quarters_are_the_plan_of_a_year_only_where_all_four_are_told():
    season = make_season(1)
    make_accepted(season)
    for quarter in (1, 2, 3):
        goal(season, season.report.unit, 5, quarter)
    assert plan_of(season) == {}
    goal(season, season.report.unit, 5, 4)
    assert plan_of(season)["3.1"]["quantity"] == "20"


@pytest.fixture
def two_years(settings):
    """A year that was frozen, and the next one of the same regime, in which the work grew."""
    settings.AS_OF = dt.date(2024, 11, 25)
    season = make_season(2)
    make_words(season, LOUD, LOUD, times=2)
    make_written(season)
    settings.AS_OF = dt.date(2025, 11, 25)
    season.round = commands.open_round(
        regime=season.round.regime, year=2025, due_on=dt.date(2025, 11, 29), by=season.drafter
    )
    for report in season.reports:
        for _ in range(3):
            reporter = season.reporter_of(report)
            make_activity(report.unit, reporter, kind="talk", on=dt.date(2025, 5, 6))
    return season


def last_year(season):
    content = frame_of(season.round)
    return official_of(season.round, content)["last_year"]


def test_last_year_is_that_of_the_same_units(two_years):
    make_words(two_years, LOUD, LOUD)

    found = last_year(two_years)

    assert (found["words"], found["units"], found["of"]) == ("năm 2024", 2, 2)
    assert found["values"]["3.1"] == "4"
    sheet = Sheet(make_written(two_years).content)
    assert "tăng 50 % so với cùng kỳ năm 2024" in taken_apart(beside(sheet, "3.1", {})).text


def test_a_unit_that_is_missing_now_does_not_look_like_a_fall(two_years):
    make_words(two_years, LOUD)

    found = last_year(two_years)

    assert (found["units"], found["values"]["3.1"]) == (1, "2")
    (results, *_) = annexes_of(Sheet(make_written(two_years).content))
    assert "của 1/2 đơn vị" in results.blocks[-1].text


def test_a_unit_without_last_year_leaves_nothing_to_compare(two_years):
    make_words(two_years, LOUD, LOUD)
    unit = make_unit("xã Mới", parent=two_years.authority.district)
    two_years.reports[0].__class__.objects.filter(pk=two_years.reports[0].pk).update(unit=unit)

    assert last_year(two_years) is None


def test_a_unit_that_goes_on_for_another_is_compared_with_it(two_years):
    make_words(two_years, LOUD, LOUD)
    unit = make_unit("xã Mới", parent=two_years.authority.district)
    old = two_years.reports[0].unit
    two_years.reports[0].__class__.objects.filter(pk=two_years.reports[0].pk).update(unit=unit)
    row = Succession.objects.create(
        predecessor=old, successor=unit, on=dt.date(2025, 7, 1), how=Change.MERGE
    )
    assert last_year(two_years)["units"] == 2

    row.how = Change.SPLIT
    row.save()
    other = make_unit("xã Khác", parent=two_years.authority.district)
    Succession.objects.create(predecessor=old, successor=other, on=row.on, how=Change.SPLIT)
    assert last_year(two_years) is None


def test_the_first_year_has_nothing_before_it():
    season = make_season(1)
    make_words(season, LOUD)
    assert last_year(season) is None


def products(season):
    return official_of(season.round, frame_of(season.round))["products"]


def test_products_are_what_was_in_the_log_when_its_unit_sent(settings):
    settings.AS_OF = dt.date(2024, 11, 25)
    season = make_season(2)
    make_words(season, LOUD, times=1)
    settings.AS_OF = dt.date(2024, 11, 26)
    make_activity(season.report.unit, season.reporter, kind="article")
    make_activity(season.reports[1].unit, season.reporter_of(season.reports[1]), kind="article")

    found = products(season)

    kinds = [row["kind"] for row in found["rows"]]
    assert sorted(kinds) == ["Phát thanh", "Quảng bá địa phương", "Tin, bài"]
    assert found["count"] == 3
    assert {row["unit"] for row in found["rows"]} == {season.report.unit.grid_name}


def test_a_long_list_of_products_names_the_newest_and_counts_the_rest():
    row = {
        "id": "x", "title": "Tin", "kind": "Tin, bài", "channel": "", "language": "tiếng Việt",
        "on": "2024-05-06", "minutes": 0, "unit": "Thử",
        "link": "https://travinh.gov.vn/tin-tuc/ngu-dan-vuon-khoi-bam-bien-dao-que-huong",
    }  # fmt: skip
    content = {
        "round": {"year": 2024, "receiver": "UBND huyện Thử"},
        "indicators": [],
        "units": [],
        "products": {"count": MOST_PRODUCTS + 30, "rows": [row] * MOST_PRODUCTS},
    }

    (annex,) = annexes_of(Sheet(content))

    table, note = annex.blocks
    assert "Thời lượng (phút)" not in table.columns
    assert table.rows[0][-2].replace("\n", "") == row["link"].removeprefix("https://")
    assert max(map(len, table.rows[0][-2].split("\n"))) <= 30
    assert annex.title.endswith(f"({MOST_PRODUCTS} MỤC GẦN NHẤT)")
    assert note.text.startswith("Ghi chú: trong tổng số 75 tin, bài")
    assert "hệ thống" not in note.text  # who gets the report has no log to look in
