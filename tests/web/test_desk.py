"""The door of Wagtail's desk."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLResolver

from haidang.newsroom.commands.portals import open_portal
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return open_portal(unit=make_unit(), by=None)[0]


def signed_in(client, role):
    client.force_login(make_user(role))
    return client


def test_administrators_come_in(client, page):
    for path in ("/cms/", "/cms/sites/", "/cms/redirects/"):
        assert signed_in(client, Role.ADMINISTRATOR).get(path).status_code == 200


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_others_are_refused(client, role):
    answer = signed_in(client, role).get("/cms/")

    assert answer.status_code == 403
    assert "chỉ dành cho người quản trị" in answer.content.decode()


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
    closed = ("users", "images", "documents", "reports", "snippets", "workflows")
    assert not any(f'"/cms/{name}/' in menu for name in closed)


def test_wagtails_sign_in_is_ours(client):
    answer = client.get("/cms/login/?next=/cms/")

    assert (answer.status_code, answer["Location"]) == (302, "/dang-nhap/?next=/cms/")


@pytest.mark.promise("N18")
@pytest.mark.parametrize(
    "path",
    """
    pages/ pages/{0}/ pages/{0}/edit/ pages/{0}/edit/preview/ pages/{0}/view_draft/
    pages/{0}/delete/ pages/{0}/unpublish/ pages/{0}/move/ pages/{0}/copy/ pages/{0}/lock/
    pages/{0}/history/ pages/{0}/revisions/ pages/{0}/privacy/ pages/search/?q=a
    pages/add/newsroom/story/{0}/ choose-page/ choose-page/search/?q=a api/main/pages/
    bulk/wagtailcore/page/publish/?id={0} bulk/wagtailcore/page/delete/?id={0}
    reports/site-history/ reports/workflow/ reports/aging-pages/ workflows/list/ collections/
    localize/submit/page/{0}/
    """.split(),
)
def test_pages_are_closed_even_to_administrators(client, page, path):
    client = signed_in(client, Role.ADMINISTRATOR)
    address = f"/cms/{path.format(page.pk)}"

    assert client.get(address).status_code in {403, 404}
    assert client.post(address, {"action-publish": "1"}).status_code in {403, 404, 405}


def test_only_what_is_named_is_open(client, page):
    from haidang.web import desk

    def names(patterns, spaces=()):
        for one in patterns:
            if isinstance(one, URLResolver):
                yield from names(one.url_patterns, (*spaces, one.namespace))
            else:
                yield {*spaces, one.name} - {None}

    every = list(names(desk.urlpatterns))
    opened = [one for one in every if not one.isdisjoint(desk.OPEN)]
    assert len(every) > 150
    assert len(opened) < 30


def test_the_first_page_shows_no_titles(client, page):
    shown = signed_in(client, Role.ADMINISTRATOR).get("/cms/").content.decode()

    assert page.title not in shown


def test_the_desk_has_a_policy_of_its_own(client):
    policy = signed_in(client, Role.ADMINISTRATOR).get("/cms/")["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "default-src 'self'" in policy
