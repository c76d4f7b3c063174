"""What is checked while a unit fills: two readings of a number, estimates, sources, doubts."""

import datetime as dt
from decimal import Decimal

import pytest

from haidang import clock
from haidang.activities.commands import attach_photo
from haidang.activities.models import Indicator
from haidang.errors import Incomplete
from haidang.orgs.enums import Change
from haidang.orgs.models import Succession
from haidang.reporting import commands
from haidang.reporting.burden import burden_of
from haidang.reporting.entered import Entered, amount
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Figure, Report
from haidang.reporting.queries.burden import burden_of_regime
from haidang.reporting.queries.doubts import doubts_of
from haidang.reporting.queries.last_year import last_year_of, year_before
from tests.makers.activities import make_activity
from tests.makers.orgs import make_unit
from tests.makers.reporting import (
    DUE_ON,
    make_accepted,
    make_begun,
    make_complete,
    make_season,
    make_sent,
    make_year_of_work,
)

pytestmark = pytest.mark.django_db
OTHER = DifferenceReason.OTHER_SOURCE


def figure(report, code):
    return Figure.objects.get(report=report, indicator__code=code)


def save(season, report, ordinal, figures, **more):
    section, reporter = season.section(ordinal), season.reporter_of(report)
    given = {"report": report, "section": section, "by": reporter, **more}
    commands.save_figures(**given, figures=figures)


def refused(season, report, ordinal, figures, **more):
    with pytest.raises(Incomplete) as refusal:
        save(season, report, ordinal, figures, **more)
    return {issue.field: issue.message for issue in refusal.value.issues}


@pytest.mark.parametrize(
    ("typed", "whole", "number"),
    [
        ("1.234,5", False, "1234.5"),
        ("1,234.5", False, "1234.5"),
        ("1,234,567", True, "1234567"),
        ("12.5", False, "12.5"),
        ("12,5", False, "12.5"),
        ("1.234", True, "1234"),
        ("0.50", False, "0.5"),
    ],
)
def test_a_number_with_one_reading_is_taken(typed, whole, number):
    assert amount(typed, whole=whole) == Decimal(number)


@pytest.mark.parametrize("typed", ["1.234", " 12.500 "])
def test_a_number_with_two_readings_is_asked_back_with_both(typed):
    with pytest.raises(ValueError, match="đọc được hai cách"):
        amount(typed, whole=False)


def test_a_number_that_the_page_wrote_itself_is_not_asked_back():
    assert amount("1.234", whole=False, known=(None, Decimal(1234))) == 1234


@pytest.mark.parametrize("given", ["1000000000000", Decimal("1e12"), Decimal("1e40"), "9" * 60])
def test_a_number_beyond_all_measure_is_refused_with_words(given):
    with pytest.raises(ValueError, match="lớn quá mức có thể"):
        amount(given, whole=True)


def test_the_largest_number_that_is_taken_has_an_estimate_that_can_be_kept():
    season = make_season()
    make_year_of_work(season, times=11)
    report = make_begun(season)
    by_machine = str(figure(report, "3.1").estimate)

    save(season, report, 3, {"3.1": Entered("999.999.999.999", by_machine, reason=OTHER)})

    row = figure(report, "3.1")
    assert row.value == row.estimate == 999_999_999_999


def test_an_estimate_below_the_figure_says_why_and_does_not_hide_the_missing_reason():
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)

    said = refused(season, report, 3, {"3.2": Entered("93", "90")})

    assert set(said) == {"3.2-estimate", "3.2-reason"}
    assert "không thể ít hơn số thực hiện 93, vì cả năm gồm cả phần đã làm" in said["3.2-estimate"]
    assert "hãy chọn lý do" in said["3.2-reason"]


def test_a_figure_that_no_log_counts_asks_where_it_is_from():
    season = make_season()
    Indicator.objects.get(code="6.2").kinds.clear()
    report = make_begun(season)

    said = refused(season, report, 6, {"6.2": Entered("12", reason="not_logged")})
    save(season, report, 6, {"6.2": Entered("12", note="sổ tiếp công dân")})

    assert "ghi số lấy từ đâu" in said["6.2-note"]
    row = figure(report, "6.2")
    assert (row.value, row.reason, row.note) == (12, OTHER, "sổ tiếp công dân")


def test_a_figure_that_somebody_saved_meanwhile_is_not_written_over():
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)
    seen = clock.now()
    save(season, report, 3, {"3.2": Entered("90", reason=OTHER)})

    said = refused(season, report, 3, {"3.2": Entered("95", reason=OTHER)}, seen=seen)
    save(season, report, 3, {"3.2": Entered("90", reason=OTHER)}, seen=seen)
    save(season, report, 3, {"3.2": Entered("95", reason=OTHER)}, seen=clock.now())

    assert "vừa lưu lúc" in said["3.2-value"]
    assert ": 90. Xem lại" in said["3.2-value"]
    assert figure(report, "3.2").value == 95


def test_words_that_somebody_saved_meanwhile_are_not_written_over():
    season = make_season()
    report = make_begun(season)
    given = {"report": report, "section": season.section(8), "by": season.reporter}
    seen = clock.now()
    commands.save_prose(**given, text="Loa hỏng.", seen=seen)

    with pytest.raises(Incomplete, match="vừa lưu mục này"):
        commands.save_prose(**given, text="Thiếu loa.", seen=seen)
    commands.save_prose(**given, text="Loa hỏng.", seen=seen)

    assert report.prose.get(section__ordinal=8).text == "Loa hỏng."


def test_a_part_that_is_larger_than_the_whole_is_not_sent():
    season = make_season()
    make_year_of_work(season)
    report = make_complete(season)
    save(season, report, 3, {"3.3": Entered("2", reason=OTHER)})

    with pytest.raises(Incomplete) as refusal:
        commands.submit_report(report=report, by=season.reporter, no_secret=True)

    (issue,) = refusal.value.issues
    assert (issue.name, issue.field) == ("part_larger", "3.3-value")
    assert "2 nhiều hơn 3.1 Số buổi 1, trong khi chỉ là một phần" in issue.message


def test_a_part_is_what_the_indicator_says_itself():
    season = make_season()
    make_year_of_work(season)
    report = make_complete(season)
    people = Indicator.objects.get(code="4.2")
    Indicator.objects.filter(code="4.1").update(part_of=people)
    save(season, report, 4, {"4.1": Entered("99", reason=OTHER), "4.2": Entered("85")})

    with pytest.raises(Incomplete, match=r"99 nhiều hơn 4\.2 Lượt người dự 85"):
        commands.submit_report(report=report, by=season.reporter, no_secret=True)


@pytest.mark.parametrize(
    ("typed", "name", "words"),
    [
        ("1.000.000", "never_so_much", "1.000.000 lớn khác thường"),
        ("850", "far_from_log", "gấp 10 lần số trong nhật ký"),
    ],
)
def test_a_figure_out_of_range_is_a_doubt_that_a_reason_answers(typed, name, words):
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)
    save(season, report, 3, {"3.2": Entered(typed, reason=OTHER, note="sổ theo dõi")})

    doubt = next(one for one in doubts_of(report) if one.name == name)

    assert words in doubt.message
    assert (doubt.code, doubt.answer, doubt.field) == ("3.2", "sổ theo dõi", "3.2-note")


def test_entries_without_a_photo_are_a_doubt():
    season = make_season()
    with_photo = make_activity(season.report.unit, season.reporter)
    make_activity(season.report.unit, season.reporter)
    picture = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364"
        "f80f00010501012718e3660000000049454e44ae426082"
    )
    attach_photo(activity=with_photo, content=picture, name="a.png", by=season.reporter)
    report = make_begun(season)

    (doubt,) = [one for one in doubts_of(report) if one.name == "no_photo"]

    assert doubt.code == "3.2"
    assert "1/2 hoạt động chưa có ảnh" in doubt.message


def next_year(season, settings, report=None):
    """The same regime a year later; the report of the same unit."""
    settings.AS_OF = dt.date(2024, 11, 25)
    regime = season.round.regime
    commands.open_round(regime=regime, year=2024, due_on=DUE_ON, by=season.drafter)
    rows = Report.objects.filter(round__period__ends_on__year=2024).order_by("unit")
    return rows.get(unit=(report or season.report).unit)


def test_a_figure_unlike_last_year_is_a_doubt(settings):
    season = make_season(year=2023)
    settings.AS_OF = dt.date(2023, 11, 25)
    make_activity(season.report.unit, season.reporter, on=dt.date(2023, 5, 1))
    make_accepted(season)
    report = next_year(season, settings)
    make_year_of_work(season, report, times=4)

    commands.start_report(report=report, by=season.reporter)

    told = {(one.name, one.code): one.message for one in doubts_of(report)}
    assert "năm trước 85, năm nay 340, khác nhau hơn ba lần" in told["unlike_last_year", "3.2"]
    save(season, report, 3, {"3.2": Entered("851", reason=OTHER)})
    far = {one.name: one.message for one in doubts_of(report) if one.code == "3.2"}
    assert "851 lớn khác thường, chưa kỳ nào đơn vị báo quá 85" in far["never_so_much"]
    assert last_year_of(report)[figure(report, "3.2").indicator_id] == 85


def test_last_year_of_a_merged_unit_is_the_sum_of_those_before_it(settings):
    season = make_season(2, year=2023)
    settings.AS_OF = dt.date(2023, 11, 25)
    for old in season.reports:
        make_activity(old.unit, season.reporter_of(old), on=dt.date(2023, 5, 1))
        make_accepted(season, old)
    settings.AS_OF = dt.date(2024, 11, 25)
    heir = make_unit("xã Gộp", kind="xa", parent=season.authority.district)
    heir.valid_from = dt.date(2024, 7, 1)
    heir.save()
    for old in season.reports:
        on = heir.valid_from
        Succession.objects.create(predecessor=old.unit, successor=heir, on=on, how=Change.MERGE)
        old.unit.valid_to = dt.date(2024, 6, 30)
        old.unit.save()
    regime = season.round.regime
    commands.open_round(regime=regime, year=2024, due_on=DUE_ON, by=season.drafter)
    report = Report.objects.get(unit=heir)

    before = year_before(report)

    people = Indicator.objects.get(code="3.2")
    assert before.values[people.pk] == 170
    assert [unit.pk for unit in before.units] == [old.unit_id for old in season.reports]
    Succession.objects.update(how=Change.SPLIT)
    assert year_before(report).values == {}


def test_last_year_is_found_through_the_version_that_was_replaced(settings):
    season = make_season(year=2023)
    settings.AS_OF = dt.date(2023, 11, 25)
    make_activity(season.report.unit, season.reporter, on=dt.date(2023, 5, 1))
    make_accepted(season)
    report = next_year(season, settings)
    old = season.round.regime
    newer = type(old).objects.get(pk=old.pk)
    newer.pk, newer.replaces = None, old
    newer.save()
    report.round.regime = newer
    report.round.save()

    assert last_year_of(report)[Indicator.objects.get(code="3.2").pk] == 85


def test_what_is_sent_tells_its_warnings_and_its_burden():
    season = make_season()
    make_year_of_work(season)
    report = make_complete(season)
    save(season, report, 3, {"3.2": Entered("850", reason=OTHER, note="sổ")})

    commands.submit_report(report=report, by=season.reporter, no_secret=True)

    content = report.submissions.get().content
    far = next(one for one in content["warnings"] if one["name"] == "far_from_log")
    assert (far["code"], far["answer"]) == ("3.2", "sổ")
    assert content["burden"] == {"asked": 17, "filled": 11, "typed": 6, "minutes": 21}


def test_the_burden_of_a_regime_is_the_middle_of_its_first_sendings():
    season = make_season(2)
    assert burden_of_regime(season.round.regime) is None
    make_year_of_work(season, season.reports[0])
    for report in season.reports:
        make_sent(season, report)

    burden = burden_of_regime(season.round.regime)

    assert (burden.reports, burden.asked, burden.filled, burden.share) == (2, 17, 6, 35)


def test_a_burden_counts_what_the_log_filled():
    plain = {"indicator": Indicator(aggregation="sum")}
    nothing = Figure(value=0, logged=0, is_none=True, **plain)
    rows = [Figure(value=3, logged=3, **plain), nothing, Figure(**plain)]

    burden = burden_of(rows, [], 2)

    assert (burden.asked, burden.filled, burden.typed, burden.minutes) == (5, 1, 4, 13)
