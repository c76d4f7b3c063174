"""What readers say of pages: counted by day, from everybody, with nothing about who said so."""

import pytest
from django.test import Client

from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.enums import Answer
from haidang.newsroom.models import Rating
from haidang.web.often import Often
from haidang.web.views.portal import rating
from tests.makers import make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(monkeypatch):
    monkeypatch.setattr(rating, "OFTEN", Often(times=3, seconds=600))
    return open_portal(unit=make_unit("huyện Thử", kind="huyen"), by=None)[1]


def rate(page, answer="useful", **given):
    return Client(enforce_csrf_checks=True).post(
        "/en/danh-gia/", {"page": page.pk, "answer": answer}, **given
    )


def test_a_reader_needs_one_button_and_no_cookie(page):
    answer = rate(page)
    thanks = Client().get(answer["Location"])

    assert (answer.status_code, answer["Location"]) == (302, f"/en/danh-gia/?trang={page.pk}")
    assert "Thank you" in thanks.content.decode()
    assert '<a class="button" href="/en/">' in thanks.content.decode()
    assert not answer.cookies
    assert not thanks.cookies
    assert Rating.objects.get().times == 1


def test_every_page_asks(page):
    asked = Client().get("/en/").content.decode()

    assert f'<input type="hidden" name="page" value="{page.pk}">' in asked
    assert [f'value="{answer.value}"' in asked for answer in Answer] == [True] * 3


@pytest.mark.parametrize(
    "given", [{"answer": "bad"}, {"page": "x"}, {"page": "9" * 30}, {"page": 1}]
)
def test_what_no_page_asked_is_not_counted(page, given):
    sent = {"page": page.pk, "answer": "useful"} | given

    assert Client().post("/en/danh-gia/", sent).status_code == 404
    assert not Rating.objects.exists()


def test_the_page_of_another_portal_is_not_rated_here(page):
    other = open_portal(unit=make_unit("xã Hai"), by=None)[0]

    assert rate(other).status_code == 404


def test_a_line_that_sends_without_end_is_held_back(page):
    answers = [rate(page, REMOTE_ADDR="10.0.0.1").status_code for _ in range(5)]

    assert answers == [302, 302, 302, 429, 429]
    assert rate(page, REMOTE_ADDR="10.0.0.2").status_code == 302
    assert Rating.objects.get().times == 4


def test_lines_are_forgotten_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr("haidang.web.often.MOST_LINES", 2)
    often = Often(times=1, seconds=600)

    assert [often.is_too_often(line) for line in ("a", "b", "c", "d")] == [False] * 4
    assert often.is_too_often("d")


def test_after_its_time_a_line_may_send_again():
    often = Often(times=1, seconds=0)

    assert [often.is_too_often("a"), often.is_too_often("a")] == [False, False]
