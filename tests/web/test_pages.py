"""Help, the accessibility statement, light and dark, and the pages of errors."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from haidang.errors import Issue
from haidang.orgs.enums import Role
from tests.makers import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/tro-giup/", "/kha-nang-tiep-can/"])
def test_help_is_open_to_everybody(client, path):
    assert client.get(path).status_code == 200


def test_choose_theme_is_remembered_and_printed(client):
    answer = client.post("/giao-dien/", {"theme": "dark", "next": "/tro-giup/"})

    assert (answer.status_code, answer["Location"]) == (302, "/tro-giup/")
    assert 'data-theme="dark"' in client.get("/tro-giup/").content.decode()


def test_choose_theme_goes_back_to_light(client):
    client.post("/giao-dien/", {"theme": "dark"})
    client.post("/giao-dien/", {"theme": "light"})

    assert 'data-theme="light"' in client.get("/tro-giup/").content.decode()


def test_a_dark_device_is_heeded_until_a_person_chooses(client):
    plain = client.get("/tro-giup/").content.decode()
    assert ("data-theme" in plain, 'content="light dark"' in plain) == (False, True)
    for theme in ("dark", "light"):
        client.post("/giao-dien/", {"theme": theme})
        chosen = client.get("/tro-giup/").content.decode()
        assert f'data-theme="{theme}"' in chosen
        assert f'name="color-scheme" content="{theme}"' in chosen


def test_dark_colours_are_the_same_for_the_device_and_for_who_chose_them():
    of_device = "@media screen and (prefers-color-scheme:dark){"
    for name in ("tokens", "staff"):
        told, _, dark = Path(finders.find(f"haidang/{name}.css")).read_text().partition(of_device)
        asked = re.findall(r"^.*\[data-theme=dark\][^}]*\}", told, re.MULTILINE)
        device = dark.replace(":root:not([data-theme])", "[data-theme=dark]")
        same = [" ".join(row.split()) in " ".join(device.split()) for row in asked]
        assert same == [True] * len(asked) != []


def test_choose_theme_leads_to_no_other_site(client):
    answer = client.post("/giao-dien/", {"theme": "dark", "next": "https://example.org/"})

    assert answer["Location"] == "/"


def test_choose_theme_is_an_act(client):
    assert client.get("/giao-dien/").status_code == 405


def test_a_person_who_is_signed_in_has_a_menu_and_can_leave(client):
    client.force_login(make_user(Role.REPORTER))

    page = client.get("/tro-giup/").content.decode()

    assert 'aria-current="page">Trợ giúp' in page
    assert 'action="/dang-xuat/"' in page


def test_the_banner_of_a_demonstration(client, settings):
    settings.AS_OF = dt.date(2024, 11, 25)

    page = client.get("/tro-giup/").content.decode()

    assert "hôm nay là thứ Hai 25/11/2024, số liệu mô phỏng" in page


def test_a_page_that_does_not_exist_says_so_in_the_look(client):
    client.force_login(make_user(Role.REPORTER))

    answer = client.get("/khong-co-trang-nay/")

    assert answer.status_code == 404
    assert "Không tìm thấy trang" in answer.content.decode()


def test_a_stranger_is_led_to_the_portal_in_each_language(client, db):
    page = client.get("/vi/khong-co-trang-nay/")

    assert page.status_code == 404
    assert "Page not found" in page.text
    assert "Việc của tôi" not in page.text
    for address in ("/vi/", "/en/", "/km/", "/dang-nhap/"):
        assert f'href="{address}"' in page.text


def test_refusals_say_what_is_wrong_and_lead_back():
    not_allowed = render_to_string("403.html", {"message": "Chỉ đơn vị mới gửi.", "back": "/x/"})
    wrong_state = render_to_string("409.html", {"message": "Báo cáo đã được gửi."})
    incomplete = render_to_string(
        "422.html", {"issues": [Issue("no-photo", "Thiếu ảnh.", "id_photo"), Issue("x", "Thiếu.")]}
    )

    assert "Chỉ đơn vị mới gửi." in not_allowed
    assert 'href="/x/"' in not_allowed
    assert "Báo cáo đã được gửi." in wrong_state
    assert '<a href="#id_photo">Thiếu ảnh.</a>' in incomplete
    assert "Còn 2 điều cần bổ sung" in incomplete


def test_a_refused_part_of_a_page_becomes_a_notice():
    one = render_to_string("kit/notice_swap.html", {"message": "Đã gửi.", "issues": ()})
    many = render_to_string("kit/notice_swap.html", {"issues": [Issue("a", "Thiếu ảnh.")]})

    assert "Đã gửi." in one
    assert "<li>Thiếu ảnh.</li>" in many


def test_the_page_of_a_broken_server_needs_nothing():
    assert "Máy chủ gặp trục trặc" in render_to_string("500.html")


def test_the_page_of_a_locked_account_says_until_when(time_machine):
    time_machine.move_to(dt.datetime(2024, 11, 25, 7, 0, tzinfo=dt.UTC))
    context = {"failure_limit": 5, "cooloff_timedelta": dt.timedelta(minutes=15)}

    page = render_to_string("registration/locked.html", context)

    assert "lúc <b>14:15</b>" in page
    assert "khi người quản trị cho phép" in render_to_string("registration/locked.html")
