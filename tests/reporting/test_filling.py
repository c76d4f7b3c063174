"""Starting and filling a report."""

import datetime as dt
from decimal import Decimal

import pytest

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason, ReportStatus
from haidang.reporting.models import Figure
from haidang.reporting.queries.filling import steps_of
from tests.makers import make_user
from tests.makers.activities import make_activity
from tests.makers.reporting import (
    make_begun,
    make_returned,
    make_season,
    make_sent,
    make_year_of_work,
)

pytestmark = pytest.mark.django_db


def figure(report, code):
    return Figure.objects.get(report=report, indicator__code=code)


def save(season, report, ordinal, figures):
    section, reporter = season.section(ordinal), season.reporter_of(report)
    commands.save_figures(report=report, section=section, figures=figures, by=reporter)


def test_start_report_takes_figures_from_the_log():
    season = make_season()
    make_year_of_work(season, times=3)

    report = make_begun(season)

    assert report.status == ReportStatus.DRAFT
    assert report.counted_to == dt.date(2024, 11, 25)
    row = figure(report, "3.2")
    # No more people at no further event: three sessions stay three.
    assert (row.logged, row.value, row.estimate, row.is_none) == (255, 255, 255, False)
    assert figure(report, "1.2").value == Decimal("0.75")


def test_start_report_leaves_empty_what_the_log_does_not_hold():
    season = make_season()

    report = make_begun(season)

    assert set(report.figures.values_list("value", "estimate", "is_none")) == {(None, None, False)}


def test_start_report_suggests_words_that_say_they_are_a_suggestion():
    season = make_season()
    make_year_of_work(season)

    report = make_begun(season)

    prose = report.prose.get()
    assert prose.is_suggested
    assert prose.section.title == "Kết quả đạt được"
    assert prose.text.splitlines() == [
        (
            "Đã phát 1 buổi phát thanh; đã đăng tải 1 tin, bài; "
            "đã tổ chức 1 buổi tuyên truyền trực tiếp; đã tổ chức 1 cuộc văn nghệ, hội thi; "
            "đã thực hiện 4 pa nô, băng rôn; đã có 1 tin, bài quảng bá địa phương."
        ),
        (
            "Hoạt động tiêu biểu: Tuyên truyền trực tiếp ngày 16/03 (16/03/2024, 85 lượt người); "
            "Văn nghệ, hội thi ngày 16/03 (16/03/2024, 85 lượt người); "
            "Tiếp kiều bào ngày 16/03 (16/03/2024, 85 lượt người)."
        ),
    ]


@pytest.mark.parametrize("days", [1, 300])
def test_start_report_refuses_before_the_first_day_that_counts(days):
    season = make_season()
    make_year_of_work(season)
    first = season.round.data_from

    early = clock.as_if(clock.at(first - dt.timedelta(days=days), 9))
    with early, pytest.raises(WrongState, match="15/12/2023"):
        commands.start_report(report=season.report, by=season.reporter)
    with clock.as_if(clock.at(first, 9)):
        assert commands.start_report(report=season.report, by=season.reporter).counted_to == first


def test_start_report_refuses_a_second_start():
    season = make_season()
    make_begun(season)

    with pytest.raises(WrongState, match="đã được mở"):
        make_begun(season)


@pytest.mark.parametrize("who", ["drafter", "auditor", "leader"])
def test_start_report_refuses_people_of_other_units(who):
    season = make_season()

    with pytest.raises(NotAllowed):
        commands.start_report(report=season.report, by=getattr(season.authority, who))


def test_start_report_refuses_the_neighbour():
    season = make_season(2)

    with pytest.raises(NotAllowed):
        commands.start_report(report=season.report, by=season.authority.reporters[1])


def test_refresh_figures_follows_the_log_where_nobody_changed_a_figure():
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)
    other = DifferenceReason.OTHER_SOURCE
    save(season, report, 3, {"3.2": Entered("90", "95", reason=other)})
    make_activity(report.unit, season.reporter, quantities={"sessions": 1, "attendances": 5})

    commands.refresh_figures(report=report, by=season.reporter)

    sessions, people = figure(report, "3.1"), figure(report, "3.2")
    assert (sessions.logged, sessions.value) == (2, 2)
    # The missing five were logged: the figure and the log say the same, no reason is left over.
    assert (people.logged, people.value, people.reason) == (90, 90, "")


def test_refresh_figures_keeps_a_figure_that_differs_with_its_reason():
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)
    save(season, report, 3, {"3.2": Entered(99, reason=DifferenceReason.OTHER_SOURCE, note=" sổ ")})
    make_activity(report.unit, season.reporter, quantities={"sessions": 1, "attendances": 5})

    commands.refresh_figures(report=report, by=season.reporter)

    people = figure(report, "3.2")
    assert (people.logged, people.value, people.note) == (90, 99, "sổ")
    assert people.difference == 9


def test_refresh_figures_keeps_an_estimate_that_a_person_left_empty():
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)
    save(season, report, 3, {"3.1": Entered("1"), "3.2": Entered("85", "85")})
    make_activity(report.unit, season.reporter, quantities={"sessions": 1, "attendances": 5})

    commands.refresh_figures(report=report, by=season.reporter)

    assert (figure(report, "3.1").value, figure(report, "3.1").estimate) == (2, None)
    assert (figure(report, "3.2").value, figure(report, "3.2").estimate) == (90, 90)


def test_refresh_figures_empties_a_figure_whose_entries_are_gone():
    season = make_season()
    activity = make_activity(season.report.unit, season.reporter, on=dt.date(2024, 5, 1))
    report = make_begun(season)
    activity.quantities.all().delete()
    activity.delete()

    commands.refresh_figures(report=report, by=season.reporter)

    assert figure(report, "3.1").value is None
    assert figure(report, "3.1").estimate is None


def test_refresh_figures_refuses_before_the_start_and_others():
    season = make_season()

    with pytest.raises(WrongState, match="chưa được mở"):
        commands.refresh_figures(report=season.report, by=season.reporter)
    make_begun(season)
    with pytest.raises(NotAllowed):
        commands.refresh_figures(report=season.report, by=season.drafter)


def test_save_figures_keeps_value_estimate_and_reason():
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)
    given = Entered(
        "1.032", "1.100", reason=DifferenceReason.NOT_LOGGED, note="chưa ghi buổi 14/11"
    )

    save(season, report, 3, {"3.2": given})

    row = figure(report, "3.2")
    assert (row.value, row.estimate, row.note) == (1032, 1100, "chưa ghi buổi 14/11")
    assert row.get_reason_display() == "hoạt động chưa ghi nhật ký"
    entry = Entry.objects.get(event="save_figures")
    assert '"3.2": "1032"' in entry.details


def test_save_figures_reads_half_an_hour_but_not_half_a_session():
    season = make_season()
    report = make_begun(season)
    other = DifferenceReason.OTHER_SOURCE

    save(season, report, 1, {"1.2": Entered("12,5", reason=other)})
    with pytest.raises(Incomplete, match="Buổi phát thanh: Số thực hiện phải là số nguyên"):
        save(season, report, 1, {"1.1": Entered("12,5", reason=other)})

    assert figure(report, "1.2").value == Decimal("12.5")


def test_save_figures_takes_nothing_to_report_and_a_typed_zero_alike():
    season = make_season()
    report = make_begun(season)

    save(season, report, 4, {"4.1": Entered(is_none=True), "4.2": Entered("0")})

    rows = report.figures.filter(indicator__code__startswith="4.")
    assert set(rows.values_list("value", "is_none")) == {(0, True)}


@pytest.mark.parametrize(
    ("given", "field", "words"),
    [
        (Entered("khoảng tám chục"), "3.2-value", "phải là số, ví dụ 85"),
        (Entered("-5"), "3.2-value", "không được là số âm"),
        (Entered("1,234.5"), "3.2-value", "phải là số nguyên"),
        (Entered("1.234,5"), "3.2-value", "phải là số nguyên"),
        (Entered("1,234"), "3.2-value", "ghi 1.234 nếu là số nghìn, 1,23 nếu lẻ"),
        (Entered("1.23.4"), "3.2-value", "dấu chấm giữa hàng nghìn và dấu phẩy"),
        (Entered("1000000000000"), "3.2-value", "lớn quá mức có thể"),
        (Entered("85", "cỡ trăm"), "3.2-estimate", "Ước thực hiện cả năm phải là số"),
        (Entered("85", "80"), "3.2-estimate", "không thể ít hơn số thực hiện"),
        (Entered("86"), "3.2-reason", "khác nhật ký +1 lượt người, hãy chọn lý do"),
        (Entered("80", reason="vì thế"), "3.2-reason", "khác nhật ký −5 lượt người"),
        (Entered("85", is_none=True), "3.2-value", "bỏ dấu “Không phát sinh”"),
    ],
)
def test_save_figures_refuses_with_words_at_the_field(given, field, words):
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)

    with pytest.raises(Incomplete) as refusal:
        save(season, report, 3, {"3.2": given})

    (issue,) = refusal.value.issues
    assert (issue.field, words in issue.message) == (field, True)
    assert figure(report, "3.2").value == 85


def test_save_figures_refuses_an_indicator_of_another_section():
    season = make_season()
    report = make_begun(season)

    with pytest.raises(Incomplete, match="Mục này không có chỉ tiêu"):
        save(season, report, 3, {"1.1": Entered("1")})


def test_save_figures_refuses_a_sent_report_and_other_people():
    season = make_season()
    report = make_begun(season)
    with pytest.raises(NotAllowed):
        commands.save_figures(
            report=report, section=season.section(1), figures={}, by=season.authority.auditor
        )
    report.status = ReportStatus.SUBMITTED
    report.save()

    with pytest.raises(WrongState, match="đã gửi"):
        save(season, report, 1, {})


def test_save_figures_refuses_sections_without_a_remark():
    season = make_season()
    make_year_of_work(season)
    report = make_returned(season)

    save(season, report, 3, {"3.2": Entered("80", reason=DifferenceReason.WRONG_ENTRY)})
    with pytest.raises(WrongState, match="không có góp ý"):
        save(season, report, 1, {"1.1": Entered("2")})

    assert figure(report, "3.2").value == 80


def test_a_returned_report_keeps_its_days_and_its_closed_figures(settings):
    season = make_season()
    make_year_of_work(season)
    report = make_returned(season)
    settings.AS_OF = dt.date(2024, 11, 28)
    make_activity(report.unit, season.reporter, kind="radio", on=dt.date(2024, 11, 20))
    make_activity(report.unit, season.reporter, kind="talk", on=dt.date(2024, 11, 20))
    make_activity(report.unit, season.reporter, kind="talk", on=dt.date(2024, 11, 28))

    commands.refresh_figures(report=report, by=season.reporter)

    report.refresh_from_db()
    assert report.counted_to == dt.date(2024, 11, 25)
    assert (figure(report, "1.1").logged, figure(report, "3.1").logged) == (1, 2)


def test_save_prose_makes_a_suggestion_the_units_own():
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)

    commands.save_prose(
        report=report, section=season.section(7), text=" Đã phát tốt. ", by=season.reporter
    )

    prose = report.prose.get()
    assert (prose.text, prose.is_suggested) == ("Đã phát tốt.", False)


@pytest.mark.parametrize(
    ("text", "name"), [("lời " * 1300, "prose_too_long"), ("MẬT", "secrecy_mark")]
)
def test_save_prose_refuses_words_that_are_too_many_or_secret(text, name):
    season = make_season()
    report = make_begun(season)

    with pytest.raises(Incomplete) as refusal:
        commands.save_prose(report=report, section=season.section(8), text=text, by=season.reporter)

    assert [issue.name for issue in refusal.value.issues] == [name]


def test_save_prose_refuses_a_sent_report_and_other_people():
    season = make_season()
    report = make_begun(season)
    given = {"report": report, "section": season.section(7), "text": "Lời"}
    with pytest.raises(NotAllowed):
        commands.save_prose(**given, by=make_user())
    report.status = ReportStatus.ACCEPTED
    report.save()

    with pytest.raises(WrongState):
        commands.save_prose(**given, by=season.reporter)


def test_steps_say_how_far_each_section_is():
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)
    save(season, report, 4, {"4.1": Entered(is_none=True, reason="wrong_entry")})
    Figure.objects.filter(report=report, indicator__code="2.1").update(value=7)

    states = [(step.state, step.done, step.asked) for step in steps_of(report)]

    assert states == [
        ("part", 2, 3),
        ("look", 1, 2),
        ("part", 2, 3),
        ("done", 2, 2),
        ("done", 2, 2),
        ("done", 2, 2),
        ("suggested", 0, 1),
        ("todo", 0, 1),
        ("todo", 0, 1),
    ]


def test_steps_cost_the_same_for_much_and_little(django_assert_num_queries):
    season = make_season()
    make_year_of_work(season, times=3)
    report = make_sent(season)

    with django_assert_num_queries(4):
        steps_of(report)


@pytest.mark.promise("N14")
def test_a_unit_that_logged_its_work_finds_its_form_filled(proof):
    """Đơn vị ghi nhật ký đủ loại việc: tỷ lệ số liệu điền sẵn, không phải sửa."""
    season = make_season()
    make_year_of_work(season, times=5)
    make_activity(season.report.unit, season.reporter, kind="radio", language="km")
    make_activity(season.report.unit, season.reporter, kind="talk", language="km")

    report = make_begun(season)

    asked = report.figures.count()
    filled = sum(row.value == row.logged for row in report.figures.all())
    proof(times=asked, figure=f"{filled}/{asked} số liệu điền sẵn đúng nhật ký")
    assert filled / asked >= 0.8
