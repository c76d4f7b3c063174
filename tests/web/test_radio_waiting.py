"""Where whoever decides on bulletins, and whoever listens again, comes upon them."""

import pytest
from django.urls import reverse

from haidang.broadcast.commands import clear_bulletin, submit_bulletin
from haidang.newsroom.enums import Step
from tests.makers.bulletins import make_bulletin, make_cleared_bulletin
from tests.makers.newsroom import make_newsroom
from tests.system import needs
from tests.web.test_radio_bulletins import airing

pytestmark = [pytest.mark.django_db, needs("ffmpeg", "ffmpeg")]


def has_it(client, user, bulletin):
    client.force_login(user)
    page = client.get(reverse("home"), follow=True).content.decode()
    return reverse("clear-bulletin", args=[bulletin.pk]) in page


def test_a_bulletin_that_waits_stands_with_the_work_of_whoever_decides(client):
    room = make_newsroom()
    bulletin = make_bulletin(room)
    assert not has_it(client, room.editor, bulletin)
    submission = submit_bulletin(bulletin=bulletin, by=room.author, no_secret=True)
    assert has_it(client, room.editor, bulletin)
    assert not has_it(client, room.author, bulletin)
    clear_bulletin(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)
    assert not has_it(client, room.editor, bulletin)
    assert has_it(client, room.officer, bulletin)
    clear_bulletin(submission=submission, step=Step.CONFIDENTIALITY, agrees=True, by=room.officer)
    assert not has_it(client, room.officer, bulletin)


def test_the_first_page_of_a_portal_leads_to_what_is_heard_again(client):
    room = make_newsroom()
    bulletin = make_cleared_bulletin(room)
    page = f"/vi/nghe-lai/{bulletin.pk}/"
    airing(room, bulletin)
    assert '<h2><a href="/vi/nghe-lai/">Nghe lại</a></h2>' in client.get("/vi/").content.decode()
    assert page in client.get("/vi/nghe-lai/").content.decode()
    assert f"nghe-lai/{bulletin.pk}/" not in client.get("/en/nghe-lai/").content.decode()
