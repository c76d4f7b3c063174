"""Words follow the figures while they are only suggested; later a number that differs is named."""

import pytest

from haidang.activities.commands import withdraw_activity
from haidang.activities.models import Activity
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason, RemarkKind
from haidang.reporting.queries.doubts import doubts_of
from haidang.reporting.queries.suggestion import suggestions_of
from haidang.reporting.remarked import Remarked
from tests.makers.activities import make_activity
from tests.makers.reporting import (
    make_begun,
    make_complete,
    make_returned,
    make_season,
    make_year_of_work,
)

pytestmark = pytest.mark.django_db

RESULTS = 7


@pytest.fixture
def season():
    season = make_season()
    make_year_of_work(season)
    return season


def report_broadcasts(season, report, number):
    given = {"1.1": Entered(number, number, reason=DifferenceReason.NOT_LOGGED)}
    section = season.section(1)
    commands.save_figures(report=report, section=section, figures=given, by=season.reporter)


def write(season, report, text):
    section = season.section(RESULTS)
    commands.save_prose(report=report, section=section, text=text, by=season.reporter)


def test_suggested_words_follow_a_figure_that_was_changed(season):
    report = make_begun(season)
    saved_at = report.prose.get().saved_at

    report_broadcasts(season, report, "66")

    prose = report.prose.get()
    assert prose.text.startswith("Đã phát 66 buổi phát thanh;")
    assert prose.sources[0]["sources"][0]["label"] == "1.1 Buổi phát thanh: 66"
    assert (prose.is_suggested, prose.saved_at) == (True, saved_at)


def test_suggested_words_follow_the_log(season):
    report = make_begun(season)
    make_activity(report.unit, season.reporter, quantities={"sessions": 1, "attendances": 500})

    commands.refresh_figures(report=report, by=season.reporter)

    assert "đã tổ chức 2 buổi tuyên truyền trực tiếp" in report.prose.get().text


def test_words_that_a_person_saved_stay_and_are_offered_anew(season):
    report = make_begun(season)
    kept = report.prose.get().text
    write(season, report, kept)

    report_broadcasts(season, report, "66")

    assert report.prose.get().text == kept
    assert suggestions_of(report, season.section(RESULTS))[0].text.startswith("Đã phát 66 buổi")


def test_a_number_in_words_that_differs_from_its_figure_is_named_before_sending(season):
    report = make_complete(season)
    write(season, report, "Đã phát 1 buổi phát thanh.")
    report_broadcasts(season, report, "66")

    (doubt,) = [one for one in doubts_of(report) if one.section]

    assert (doubt.name, doubt.code, doubt.section) == ("words_differ", "1.1", RESULTS)
    assert doubt.message == (
        "Mục 7. Kết quả đạt được viết “1 buổi phát thanh”, số liệu 1.1 Buổi phát thanh là 66."
    )


def test_words_that_say_the_figure_are_not_named(season):
    report = make_complete(season)
    report_broadcasts(season, report, "66")
    write(season, report, "Đã phát 66 buổi phát thanh, trong đó quý I 5 buổi phát thanh.")

    assert [one for one in doubts_of(report) if one.section] == []


def test_what_was_mended_on_the_way_is_no_difficulty_of_the_unit(season):
    talk = Activity.objects.first()
    withdraw_activity(activity=talk, reason="ghi hai lần", by=season.reporter)
    remark = Remarked(section=8, kind=RemarkKind.MISSING, text="Nêu rõ số cụm loa hỏng.")
    report = make_returned(season, remarks=[remark])

    assert suggestions_of(report, season.section(8)) == []
