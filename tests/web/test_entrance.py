"""Signing in: lock-out, the session's end, and what was typed before it."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client

from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db
BEGIN = dt.datetime(2024, 11, 25, 1, tzinfo=dt.UTC)
PASSWORD = "một mật khẩu dài"


@pytest.fixture
def person():
    return make_user(Role.REPORTER, unit=make_unit("xã Thử"), username="canbo")


def sign_in(client, password=PASSWORD, **more):
    return client.post("/dang-nhap/", {"username": "canbo", "password": password, **more})


def test_sign_in_opens_the_persons_work(client, person):
    response = sign_in(client)

    assert (response.status_code, response["Location"]) == (302, "/viec/")


def test_sign_in_refuses_without_saying_which_part_is_wrong(client, person):
    wrong_password = sign_in(client, "sai")
    wrong_name = client.post("/dang-nhap/", {"username": "ai", "password": PASSWORD})

    def words(page):
        return re.search(
            r"Tên đăng nhập hoặc mật khẩu chưa đúng[^<]*", page.content.decode()
        ).group()

    assert words(wrong_password) == words(wrong_name)


def test_five_failures_lock_the_account_and_say_until_when(client, person):
    for _ in range(5):
        response = sign_in(client, "sai")

    assert response.status_code == 429
    assert "tạm khóa" in response.content.decode()
    assert sign_in(Client(), PASSWORD).status_code == 429


def test_a_success_forgets_the_failures(client, person):
    for _ in range(4):
        sign_in(client, "sai")
    sign_in(client)
    client.logout()

    for _ in range(4):
        sign_in(client, "sai")

    assert sign_in(client)["Location"] == "/viec/"


def test_a_session_ends_after_fifteen_idle_minutes(client, person, settings):
    sign_in(client)

    left = client.session.get_expiry_age()

    assert dt.timedelta(seconds=left) == dt.timedelta(minutes=15)


def test_use_moves_the_end_of_a_session_once_in_half_a_minute(client, person):
    with time_machine.travel(BEGIN, tick=False) as clock:
        sign_in(client)
        ends = []
        for seconds in (29, 2, 14 * 60 + 31, 15 * 60 + 1):
            clock.shift(seconds)
            page = client.get("/toi/")
            ends.append((page.status_code, "haidang_session" in page.cookies))

    assert ends == [(200, False), (200, True), (200, True), (302, True)]  # at last it is taken away


def test_a_form_sent_after_the_sessions_end_is_carried_through_the_sign_in(client, person):
    lost = client.post("/ghi/?loai=talk", {"title": "Luật “Biên phòng”", "so": ["1", "2"]})
    kept = lost.context["kept"]

    again = sign_in(client, next=lost.context["next"], kept=kept)

    assert lost.status_code == 401
    assert again.context["address"] == "/ghi/?loai=talk"
    assert again.context["fields"] == [("title", "Luật “Biên phòng”"), ("so", "1"), ("so", "2")]
    assert 'name="title" value="Luật “Biên phòng”"' in again.content.decode()
    assert f"với tài khoản <b>{person.post}, {person.unit}</b>" in again.content.decode()


def test_a_wrong_password_does_not_lose_what_was_kept(client, person):
    lost = client.post("/ghi/", {"title": "Luật Biên phòng"})

    page = sign_in(client, "sai", next=lost.context["next"], kept=lost.context["kept"])

    assert "Luật Biên phòng" in page.content.decode()


NESTED = "[" * 100_000


@pytest.mark.parametrize("kept", ["", "không phải JSON", "[1]", '{"a": 1}', NESTED])
def test_a_broken_carrier_is_ignored(client, person, kept):
    assert sign_in(client, next="/ghi/", kept=kept)["Location"] == "/ghi/"


def test_half_a_letter_in_a_carrier_breaks_no_page(client, person):
    page = sign_in(client, next="/ghi/", kept='[["title", "\\ud800 Biển"]]')

    assert 'value="? Biển"' in page.text


def test_the_way_back_never_leads_elsewhere(client, person):
    response = sign_in(client, next="https://example.org/", kept='[["a", "b"]]')

    assert response["Location"] == "/viec/"


def test_signing_out_ends_the_session(client, person):
    sign_in(client)

    client.post("/dang-xuat/")

    assert client.get("/thanh-phan/")["Location"].startswith("/dang-nhap/")
