"""The check before a report is sent, the sending, the receipt, and words with their sources."""

import datetime as dt

import pytest

from haidang.reporting import commands
from haidang.reporting.models import Report
from haidang.reporting.sheet import fingerprint
from tests.makers.reporting import (
    make_begun,
    make_complete,
    make_returned,
    make_season,
    make_sent,
    make_year_of_work,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def season():
    return make_season()


@pytest.fixture
def reporter(client, season):
    client.force_login(season.reporter)
    return client


def test_the_check_lists_what_is_missing_before_the_button_and_where_to_mend_it(reporter, season):
    make_year_of_work(season)
    make_begun(season)
    pk = season.report.pk

    page = reporter.get(f"/bc/{pk}/gui/").text

    assert "Còn 5 chỗ phải làm trước khi gửi." in page
    assert f'<a href="/bc/{pk}/8/">Mục 8. Khó khăn, vướng mắc: chưa viết.</a>' in page


def test_warnings_are_answered_on_the_check_and_go_along(reporter, season):
    make_year_of_work(season)
    report = make_complete(season)
    address = f"/bc/{report.pk}/gui/"
    page = reporter.get(address).text
    assert 'name="answer-3.2"' in page

    reporter.post(address, {"no_secret": "1", "attempt": "0", "answer-3.2": "máy ảnh hỏng"})

    warnings = report.submissions.get().content["warnings"]
    assert {one["code"]: one["answer"] for one in warnings}["3.2"] == "máy ảnh hỏng"
    assert "cảnh báo gửi kèm" in reporter.get(f"/bc/{report.pk}/bien-nhan/").text


def test_a_report_sent_twice_is_sent_once_and_told_so(reporter, season):
    report = make_complete(season)
    address, data = f"/bc/{report.pk}/gui/", {"no_secret": "1", "attempt": "0"}
    reporter.post(address, data)

    page = reporter.post(address, data, follow=True).text

    assert "Báo cáo này đã gửi lúc" in page
    assert "không gửi lần nữa" in page
    assert report.submissions.count() == 1


def test_an_old_page_does_not_send_what_came_back_since(reporter, season):
    make_year_of_work(season)
    report = make_returned(season)
    reporter.post(f"/bc/{report.pk}/3/", {"3.1-value": "1", "3.2-value": "85", "3.3-none": "1"})

    page = reporter.post(
        f"/bc/{report.pk}/gui/", {"no_secret": "1", "attempt": "0"}, follow=True
    ).text

    assert "được trả lại sau khi trang này mở" in page
    assert report.submissions.count() == 1


def test_suggestions_are_taken_one_by_one_into_the_words_and_keep_their_sources(reporter, season):
    make_year_of_work(season)
    report = make_begun(season)
    address = f"/bc/{report.pk}/7/"
    largest = "Hoạt động tiêu biểu: "

    page = reporter.post(address, {"text": "Lời riêng.", "take": "2", "seen": "x"})
    text = page.context["text"]
    reporter.post(address, {"text": text})

    assert "chưa lưu" in page.text
    assert text.startswith("Lời riêng.\nHoạt động tiêu biểu")
    (row,) = report.prose.get().sources
    assert row["paragraph"] == 2
    assert row["text"].startswith(largest)
    assert {one["kind"] for one in row["sources"]} == {"activity"}
    assert f'<a href="/n/{row["sources"][0]["id"]}"' in reporter.get(address).text
    Report.objects.update(status="submitted")
    sent = reporter.get(address).text
    assert "Nguồn của từng câu đã lưu" in sent
    assert f'<a href="/n/{row["sources"][0]["id"]}"' in sent


def test_all_suggestions_are_taken_at_once_and_none_twice(reporter, season):
    make_year_of_work(season)
    report = make_begun(season)
    address = f"/bc/{report.pk}/7/"
    saved = report.prose.get().text

    page = reporter.post(address, {"text": "", "take": "tat-ca"})
    again = reporter.post(address, {"text": saved, "take": "tat-ca"})

    assert page.context["text"] == saved == again.context["text"]


def test_a_section_that_no_record_speaks_of_says_so(reporter, season):
    make_begun(season)

    page = reporter.get(f"/bc/{season.report.pk}/9/").text

    assert "không có gì để gợi ý cho mục này" in page
    assert "0</span>/5.000 ký tự" in page


def test_words_that_somebody_else_saved_are_shown_beside_ones_own(reporter, season):
    report = make_begun(season)
    address = f"/bc/{report.pk}/8/"
    seen = reporter.get(address).context["seen"]
    reporter.post(address, {"text": "Loa hỏng."})

    page = reporter.post(address, {"text": "Thiếu loa.", "seen": seen})

    assert "Bản người khác vừa lưu" in page.text
    assert "<p>Loa hỏng.</p>" in page.text
    assert "Thiếu loa.</textarea>" in page.text
    reporter.post(address, {"text": "Thiếu loa.", "seen": page.context["seen"]})
    assert report.prose.get(section__ordinal=8).text == "Thiếu loa."


def test_the_report_says_how_much_it_asks_and_that_the_deadline_was_moved(reporter, season):
    make_year_of_work(season)
    make_begun(season)
    commands.move_deadline(
        round=season.round, due_on=dt.date(2024, 12, 6), reason="bão số 9", by=season.drafter
    )

    page = reporter.get(f"/bc/{season.report.pk}/").text

    assert "Biểu này hỏi 17 mục; <b>13</b> đã điền sẵn, 4 mục đơn vị tự ghi" in page
    assert "29/11/2024: bão số 9. Bản đang soạn giữ nguyên." in page
    assert "thứ Sáu 06/12/2024" in page or "thứ Sáu 6/12/2024" in page


def test_the_receipt_is_for_those_who_may_see_the_report(client, season):
    report = make_sent(season)
    address = f"/bc/{report.pk}/bien-nhan/"
    for person, status in ((season.reporter, 200), (season.drafter, 200)):
        client.force_login(person)
        assert client.get(address).status_code == status
    assert client.get(f"{address}?lan=2").status_code == 404


def test_the_receipt_bears_the_mark_of_what_was_sent_and_of_what_stood_behind_it(reporter, season):
    report = make_sent(season)
    sent = report.submissions.get()

    page = reporter.get(f"/bc/{report.pk}/bien-nhan/").text

    assert f"Dấu của nội dung</dt><dd><small>{fingerprint(sent.content)}<" in page
    assert f"Dấu của minh chứng</dt><dd><small>{sent.evidence_sha256}<" in page


def test_words_that_differ_from_the_figures_are_named_with_the_place_to_mend_them(reporter, season):
    make_year_of_work(season)
    report = make_complete(season)
    words = {"report": report, "section": season.section(7), "by": season.reporter}
    commands.save_prose(text="Đã phát 61 buổi phát thanh.", **words)

    page = reporter.get(f"/bc/{report.pk}/gui/").text

    assert "Lời văn khác số liệu ở 1 chỗ." in page
    message = "Mục 7. Kết quả đạt được viết “61 buổi phát thanh”, số liệu 1.1 Buổi phát thanh là 1."
    assert f'<a href="/bc/{report.pk}/7/">{message}</a>' in page
    assert page.count(message) == 1
    assert 'name="answer-1.1"' not in page


def test_the_check_and_a_section_ask_as_much_for_a_few_activities_as_for_many(
    reporter, season, django_assert_max_num_queries
):
    report = make_begun(season)
    for times in (1, 5):
        make_year_of_work(season, times=times)
        commands.refresh_figures(report=report, by=season.reporter)
        for page, most in (("gui", 28), ("3", 27)):
            reporter.get(f"/bc/{report.pk}/{page}/")  # settles the session
            with django_assert_max_num_queries(most):
                assert reporter.get(f"/bc/{report.pk}/{page}/").status_code == 200
