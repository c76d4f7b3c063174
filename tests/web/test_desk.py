"""The door of Wagtail's desk."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang.newsroom.commands import open_portal
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return open_portal(unit=make_unit(), by=None)[0]


def signed_in(client, role):
    client.force_login(make_user(role))
    return client


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR])
def test_editors_and_administrators_come_in(client, page, role):
    assert signed_in(client, role).get(f"/cms/pages/{page.pk}/edit/").status_code == 200


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.LEADER, Role.REPORTER, Role.AUDITOR])
def test_others_are_refused(client, role):
    answer = signed_in(client, role).get("/cms/")

    assert answer.status_code == 403
    assert "Bàn biên tập chỉ dành cho" in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["/cms/users/", "/cms/users/new/", "/cms/groups/", "/cms/account/"]
)
def test_accounts_are_closed_even_to_administrators(client, path):
    assert signed_in(client, Role.ADMINISTRATOR).get(path).status_code == 403


@pytest.mark.parametrize(
    "path", ["documents/multiple/add/", "images/add/", "embeds/chooser/upload/"]
)
def test_files_come_in_by_no_way_that_does_not_look_at_them(client, path):
    secret = SimpleUploadedFile("a.txt", "TỐI MẬT".encode())

    answer = signed_in(client, Role.ADMINISTRATOR).post(f"/cms/{path}", {"files[]": secret})

    assert answer.status_code == 403
    assert not any(Path(settings.MEDIA_ROOT).rglob("a*.txt"))


def test_the_menu_does_not_lead_to_what_is_closed(client):
    menu = signed_in(client, Role.ADMINISTRATOR).get("/cms/").content.decode()

    assert "/cms/sites/" in menu
    assert not any(f"/cms/{name}/" in menu for name in ("users", "images", "documents"))


def test_wagtails_sign_in_is_ours(client):
    answer = client.get("/cms/login/?next=/cms/")

    assert (answer.status_code, answer["Location"]) == (302, "/dang-nhap/?next=/cms/")


def test_an_editor_saves_a_draft_that_nobody_sees_yet(client, page):
    words = {"title": "Biển", "standfirst": "Nháp", "written_in": "vi", "comments-TOTAL_FORMS": 0}
    words |= {"comments-INITIAL_FORMS": 0}

    answer = signed_in(client, Role.EDITOR).post(f"/cms/pages/{page.pk}/edit/", words)

    page.refresh_from_db()
    assert (answer.status_code, page.has_unpublished_changes) == (302, True)
    assert "Nháp" not in client.get("/vi/").content.decode()


def test_an_editor_cannot_publish(client, page):
    words = {"title": "Biển", "standfirst": "Nháp", "written_in": "vi", "comments-TOTAL_FORMS": 0}
    words |= {"comments-INITIAL_FORMS": 0, "action-publish": "1"}

    signed_in(client, Role.EDITOR).post(f"/cms/pages/{page.pk}/edit/", words)

    assert "Nháp" not in client.get("/vi/").content.decode()


def test_the_desk_has_a_policy_of_its_own(client):
    policy = signed_in(client, Role.EDITOR).get("/cms/")["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "default-src 'self'" in policy


def test_a_preview_may_stand_in_the_desks_own_frame(client, page):
    client = signed_in(client, Role.EDITOR)
    words = {"title": "Biển", "standfirst": "Xem thử", "written_in": "vi"}
    words |= {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    client.post(f"/cms/pages/{page.pk}/edit/preview/", words)

    preview = client.get(f"/cms/pages/{page.pk}/edit/preview/?in_preview_panel=true")

    assert "Xem thử" in preview.content.decode()
    assert "frame-ancestors 'self'" in preview["Content-Security-Policy"]
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
