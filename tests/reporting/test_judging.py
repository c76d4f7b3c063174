"""A body outside the tree is asked, quality is marked, and a remark finds its paragraph again."""

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.enums import RemarkKind, ReportStatus
from haidang.reporting.models import Opinion, Quality, Regime, Remark, Report, Round
from haidang.reporting.paragraphs import paragraphs_of, place_now
from haidang.reporting.queries.attempts import compared
from haidang.reporting.remarked import Remarked
from tests.makers import make_unit, make_user
from tests.makers.reporting import (
    DUE_ON,
    make_accepted,
    make_begun,
    make_complete,
    make_in_review,
    make_season,
    make_sent,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def season():
    """A season in which the border guard is asked for its opinion."""
    season = make_season(2)
    season.guard = make_unit("Đồn Biên phòng", kind="don")
    season.guards = make_user(Role.LEADER, unit=season.guard, post="Đồn trưởng")
    Regime.objects.update(reviewer=season.guard)
    return season


def accept(season, report, **given):
    return commands.accept_report(report=report, by=season.drafter, **given)


def say(season, report, *, agrees=True, words=""):
    return commands.give_opinion(report=report, agrees=agrees, words=words, by=season.guards)


def test_acceptance_waits_for_the_opinion(season):
    report = make_in_review(season)
    with pytest.raises(Incomplete, match="Chưa có ý kiến của Đồn Biên phòng"):
        accept(season, report)

    say(season, report)

    assert accept(season, report).status == ReportStatus.ACCEPTED


def test_acceptance_against_an_opinion_or_without_it_says_why(season):
    report = make_in_review(season)
    say(season, report, agrees=False, words="Thiếu số liệu tuyến biển.")
    with pytest.raises(Incomplete, match="chưa đồng ý"):
        accept(season, report)

    accept(season, report, without_opinion="Số liệu đó nộp riêng.")

    last = Opinion.objects.last()
    assert (last.agrees, last.words) == (None, "Số liệu đó nộp riêng.")


def test_an_opinion_is_of_one_sending(season):
    report = make_in_review(season)
    say(season, report)
    remark = Remarked(section=8, kind=RemarkKind.OTHER, text="Sửa")
    report = commands.return_report(
        report=report, remarks=[remark], mend_by=DUE_ON, by=season.drafter
    )
    commands.save_prose(report=report, section=season.section(8), text="Mới", by=season.reporter)
    report = commands.submit_report(report=report, by=season.reporter, no_secret=True)
    commands.begin_review(report=report, by=season.drafter)

    with pytest.raises(Incomplete, match="Chưa có ý kiến"):
        accept(season, report)


def test_the_body_sees_what_was_sent_and_nothing_else(season):
    sent, draft = season.reports
    make_sent(season, sent)
    make_begun(season, draft)

    assert list(Report.objects.visible_to(season.guards)) == [sent]
    assert not Round.objects.visible_to(season.guards).exists()


def test_give_opinion_refuses_others_no_words_and_what_is_decided(season):
    report = make_sent(season)
    for person in (season.drafter, season.reporter, season.authority.auditor):
        with pytest.raises(NotAllowed):
            commands.give_opinion(report=report, agrees=True, words="", by=person)
    with pytest.raises(Incomplete, match="cần sửa gì"):
        say(season, report, agrees=False)
    report = commands.begin_review(report=report, by=season.drafter)
    accept(season, report, without_opinion="Gấp")
    with pytest.raises(WrongState):
        say(season, report)


def test_quality_is_marked_once_accepted_and_the_last_mark_counts():
    season = make_season()
    report = make_accepted(season)
    given = {"report": report, "words": "Đủ, rõ."}

    for mark in (3, 4):
        commands.mark_quality(**given, mark=mark, by=season.drafter)

    assert report.qualities.last().mark == 4
    for mark in (0, 6):
        with pytest.raises(Incomplete):
            commands.mark_quality(**given, mark=mark, by=season.drafter)
    with pytest.raises(NotAllowed):
        commands.mark_quality(**given, mark=5, by=season.reporter)


def test_mark_quality_refuses_what_is_not_accepted():
    season = make_season()
    report = make_in_review(season)
    with pytest.raises(WrongState):
        commands.mark_quality(report=report, mark=5, words="", by=season.drafter)
    assert not Quality.objects.exists()


LETTER = "Đã mở ba lớp học.\nLoa ấp Nhì hỏng từ tháng 6.\nDân đến đông."


def returned_on_a_paragraph(season):
    report = make_complete(season)
    commands.save_prose(report=report, section=season.section(7), text=LETTER, by=season.reporter)
    report = commands.submit_report(report=report, by=season.reporter, no_secret=True)
    report = commands.begin_review(report=report, by=season.drafter)
    remark = Remarked(7, RemarkKind.OTHER, "Ghi rõ nguyên nhân.", paragraph=2)
    return commands.return_report(
        report=report, remarks=[remark], mend_by=DUE_ON, by=season.drafter
    )


@pytest.mark.parametrize(
    ("text", "how", "place"),
    [
        (f"Thêm một câu mở đầu.\n{LETTER}", "same", 3),
        (LETTER.replace("tháng 6.", "tháng 6 do hơi muối."), "changed", 2),
        ("Đã mở ba lớp học.\nDân đến đông.", "gone", None),
    ],
)
def test_a_remark_finds_its_paragraph_again_or_says_that_it_is_gone(text, how, place):
    season = make_season()
    report = returned_on_a_paragraph(season)
    assert Remark.objects.get().quote == "Loa ấp Nhì hỏng từ tháng 6."
    commands.save_prose(report=report, section=season.section(7), text=text, by=season.reporter)
    report = commands.submit_report(report=report, by=season.reporter, no_secret=True)

    pair = compared(report, 2)

    assert [(one.how, one.paragraph) for one in pair.remarks] == [(how, place)]
    assert pair.unasked == 0
    assert not pair.figures


def test_a_remark_on_a_paragraph_that_is_not_there_is_refused():
    season = make_season()
    report = make_in_review(season)
    remark = Remarked(7, RemarkKind.OTHER, "Sửa", paragraph=9)
    with pytest.raises(Incomplete, match="đoạn 9"):
        commands.return_report(report=report, remarks=[remark], mend_by=DUE_ON, by=season.drafter)


def test_only_two_sendings_are_compared():
    season = make_season()
    report = make_sent(season)
    assert compared(report, 1) is None
    assert compared(report, 2) is None


def test_blank_lines_are_no_paragraphs():
    assert paragraphs_of("\n Một. \n\n\nHai.\n") == ["Một.", "Hai."]
    assert place_now("Một.", 5, "Một.") is None
