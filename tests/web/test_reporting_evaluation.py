"""The screens of scores: every unit with its points, contests and answers, the Tờ trình."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from haidang.documents.models import Edition
from haidang.orgs.enums import Role
from haidang.reporting.enums import Criterion
from haidang.reporting.models import Commendation, Contest, Regime, ScoringRule
from tests.makers import make_unit, make_user
from tests.makers.official import make_written
from tests.makers.reporting import make_accepted, make_season, make_sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def season():
    return make_season(3)


def test_the_office_sees_all_units_and_each_point_leads_to_its_reason(client, season):
    accepted = make_accepted(season)
    client.force_login(season.drafter)

    page = client.get(f"/bao-cao/{season.round.pk}/danh-gia/").text
    assert f"/bc/{accepted.pk}/diem/#on_time" in page
    assert "Lập Tờ trình khen thưởng" in page

    score = client.get(f"/bc/{accepted.pk}/diem/").text
    assert "Không bị trả lại lần nào" in score
    assert "không tính" in score


def test_the_pages_cost_the_same_for_one_unit_and_for_three(client, season):
    client.force_login(season.drafter)
    one, two, three = season.reports
    pages = (f"/bao-cao/{season.round.pk}/danh-gia/", f"/bc/{one.pk}/diem/")

    make_sent(season, one)
    before = [queries_of(client, page) for page in pages]
    make_sent(season, two)
    make_sent(season, three)
    assert [queries_of(client, page) for page in pages] == before


def queries_of(client, page):
    client.get(page)  # what is kept from page to page is kept by now
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return len(asked)


def test_a_unit_contests_and_reads_the_answer_and_others_see_nothing(client, season):
    accepted = make_accepted(season)
    client.force_login(season.reporter)
    where = f"/bc/{accepted.pk}/diem/"
    assert "Ghi rõ đề nghị" in client.post(where, {"criterion": "tasks", "words": ""}).text
    client.post(where, {"criterion": "tasks", "words": "Việc 3 đã xong từ tháng 5."})
    contest = Contest.objects.get()

    client.force_login(season.drafter)
    answer = f"/bao-cao/{season.round.pk}/danh-gia/de-nghi/{contest.pk}/"
    bad = client.post(answer, {f"{contest.pk}-percent": "200", f"{contest.pk}-words": "x"})
    assert bad.status_code == 422
    client.post(answer, {f"{contest.pk}-percent": "90", f"{contest.pk}-words": "Đúng vậy."})

    client.force_login(season.reporter)
    assert "được 90 % điểm" in client.get(where).text
    client.force_login(season.authority.reporters[1])
    assert client.get(where).status_code == 404


def test_a_new_rule_stands_beside_the_old_one(client, season):
    make_sent(season)
    client.force_login(season.drafter)
    where = f"/bao-cao/{season.round.pk}/danh-gia/"
    nothing = dict.fromkeys((f"points-{one}" for one in Criterion), "0")
    losses = {"loss-on_time": "20", "loss-once": "25"}
    refused = client.post(f"{where}cach-cham/", nothing | losses)
    assert "Ít nhất một tiêu chí" in refused.text

    for points in ("100", "60"):
        typed = nothing | losses | {"points-on_time": points, "points-once": "40"}
        assert client.post(f"{where}cach-cham/", typed).status_code == 302
    assert ScoringRule.objects.count() == 2
    assert "Lần 1: hạng, điểm" in client.get(f"{where}?so-voi=1").text


def test_ticked_units_come_into_a_proposal(client, season):
    accepted = make_accepted(season)
    client.force_login(season.drafter)
    # Two editions of one document, so that a document and its edition have other numbers.
    other = make_written(season).revision.edition.document
    Edition.objects.create(document=other, ordinal=2)
    where = f"/bao-cao/{season.round.pk}/khen-thuong/"

    assert "Chọn ít nhất một đơn vị" in client.post(where, follow=True).text
    page = client.post(where, {"units": [accepted.pk]}, follow=True)
    written = Commendation.objects.get()
    assert page.redirect_chain[-1][0] == f"/van-ban/{written.revision.edition.document_id}/"
    assert page.status_code == 200


def test_a_body_outside_reads_a_score_without_the_place_among_the_others(client, season):
    report = make_accepted(season)
    body = make_unit("Sở Ngoại vụ", kind="so")
    Regime.objects.filter(pk=season.round.regime_id).update(reviewer=body)

    shown = []
    for person in (season.reporter, make_user(Role.DRAFTER, unit=body, post="Chuyên viên Sở")):
        client.force_login(person)
        shown.append(client.get(f"/bc/{report.pk}/diem/").context["place"])

    assert shown == [1, None]


def test_a_reporter_of_one_unit_does_not_read_all_scores(client, season):
    client.force_login(season.reporter)
    assert client.get(f"/bao-cao/{season.round.pk}/danh-gia/").status_code == 404


def test_of_many_units_places_are_scored_once_a_minute_for_all(client, monkeypatch):
    monkeypatch.setattr("haidang.web.views.reporting.placing.FEW", 1)
    season = make_season(2)
    for report in season.reports:
        make_accepted(season, report)
    first, second = season.reports
    client.force_login(season.reporter)
    assert "hạng 1/2" in client.get(f"/bc/{first.pk}/diem/").text

    client.force_login(season.reporter_of(second))
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/bc/{second.pk}/diem/").text

    assert "hạng 1/2" in page
    sent = [one for one in asked if "MIN(" in one["sql"] and "submission" in one["sql"]]
    assert len(sent) == 1  # its own score alone


def test_bases_are_marked_until_a_person_keeps_them(client, season):
    client.force_login(season.drafter)
    where = f"/bao-cao/{season.round.pk}/danh-gia/"
    assert "Cần kiểm tra" in client.get(where).text
    assert "98/2023/NĐ-CP" in client.get(f"{where}can-cu/").text

    refused = client.post(f"{where}can-cu/", {"words": "Theo luật"})
    assert (refused.status_code, "mở đầu bằng" in refused.text) == (422, True)
    client.post(f"{where}can-cu/", {"words": "Căn cứ Luật Thi đua, khen thưởng"})

    assert "Cần kiểm tra" not in client.get(where).text
    page = client.get(f"{where}can-cu/").text
    assert "Giữ lần 1" in page
    assert "98/2023/NĐ-CP" not in page
    client.force_login(season.reporter)
    assert client.get(f"{where}can-cu/").status_code == 404
