"""From a changed entry, a round, a sum and a report there is a way to the corrections."""

import datetime as dt

import pytest

from haidang.activities.models import Activity
from tests.makers.levels import make_talk
from tests.makers.reporting import make_accepted, make_season
from tests.web.test_activities_correcting import corrected

pytestmark = pytest.mark.django_db
MAY = dt.date(2024, 5, 2)


@pytest.fixture
def season(settings):
    settings.AS_OF = dt.date(2024, 11, 25)
    season = make_season(1)
    make_talk(season.report.unit, season.reporter, 120)
    make_accepted(season)
    return season


@pytest.fixture
def drafter(client, season):
    client.force_login(season.drafter)
    return client


def test_the_pages_of_a_round_and_of_a_report_lead_to_its_corrections(drafter, season):
    every = f'href="/bao-cao/{season.round.pk}/dieu-chinh/"'
    own = f'href="/bc/{season.report.pk}/dieu-chinh/"'

    assert every in drafter.get(f"/bao-cao/{season.round.pk}/").text
    assert every in drafter.get(f"/bao-cao/{season.round.pk}/tong-hop/").text
    drafter.force_login(season.reporter)
    assert own in drafter.get(f"/bc/{season.report.pk}/").text


def test_who_changes_a_reported_entry_is_led_to_the_correction(client, season):
    client.force_login(season.reporter)
    talk = Activity.objects.get(unit=season.report.unit)
    way = f'<a href="/bc/{season.report.pk}/dieu-chinh/">ghi điều chỉnh vào'
    sent = corrected(talk, reason="đếm lại sổ", on=f"{talk.on:%d/%m/%Y}")

    page = client.post(f"/n/{talk.pk}/sua/", sent, follow=True).text

    assert way in page
    talk.refresh_from_db()
    taken = {"reason": "ghi hai lần", "seen": str(talk.version)}
    assert way in client.post(f"/n/{talk.pk}/rut-lai/", taken, follow=True).text


def test_a_figure_says_that_it_matched_when_it_was_sent(drafter, season):
    make_talk(season.report.unit, season.reporter, 3, on=MAY)

    page = drafter.get(f"/so/{season.round.pk}/3.2/{season.report.unit_id}/").text

    assert "Khi gửi khớp nhật ký" in page
    assert "nhật ký tăng 3" in page
