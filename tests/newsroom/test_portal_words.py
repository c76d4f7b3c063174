"""The words that a portal greets with."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from haidang.errors import Incomplete, NotAllowed, Refused
from haidang.ledger.models import Entry
from haidang.newsroom.around import Around
from haidang.newsroom.commands.portal_words import change_portal_words
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.glance import glance_of
from haidang.newsroom.models import FrontPage, SectionPage
from haidang.newsroom.queries.portals import portal_of_unit
from haidang.orgs.enums import Role
from haidang.orgs.models import UnitGroup
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db
WORDS = {"title": "Biển Thử mời bạn", "standfirst": "Lời mới của huyện."}


@pytest.fixture
def front():
    return open_portal(unit=make_unit("huyện Thử", kind="huyen"), by=None)[0]


@pytest.fixture
def administrator(front):
    return make_user(Role.ADMINISTRATOR, unit=front.unit)


def at_work(user):
    client = Client()
    client.force_login(user)
    return client


def test_change_portal_words_is_seen_at_once_and_kept_in_the_ledger(front, administrator):
    section = SectionPage.objects.child_of(front).first()
    before = Client().get("/vi/").content.decode()

    change_portal_words(page=front, by=administrator, **WORDS)
    change_portal_words(page=section, title=section.title, standfirst="Mời.", by=administrator)

    after = Client().get("/vi/").content.decode()
    assert WORDS["title"] not in before
    assert WORDS["title"] in after
    assert WORDS["standfirst"] in after
    assert "Mời." in Client().get(f"/vi/{section.key}/").content.decode()
    told = [entry.get_details()["standfirst"] for entry in _entries()]
    assert told == [WORDS["standfirst"], "Mời."]


def test_change_portal_words_that_are_the_same_is_no_act(front, administrator):
    change_portal_words(
        page=front, title=front.title, standfirst=front.standfirst, by=administrator
    )

    assert not _entries()


@pytest.mark.parametrize("words", [{"title": " "}, {"title": "x" * 121}, {"standfirst": "x" * 301}])
def test_change_portal_words_refuses_none_and_too_many(front, administrator, words):
    with pytest.raises(Incomplete):
        change_portal_words(page=front, by=administrator, **WORDS | words)


def test_change_portal_words_refuses_a_secrecy_stamp_and_whoever_is_no_administrator(
    front, administrator
):
    with pytest.raises(Refused):
        change_portal_words(page=front, by=administrator, title="MẬT", standfirst="x")
    with pytest.raises(NotAllowed):
        change_portal_words(page=front, by=make_user(Role.EDITOR, unit=front.unit), **WORDS)


def test_the_administrator_opens_a_portal_on_a_host_and_changes_its_words(front, administrator):
    client, commune = at_work(administrator), make_unit("xã Thử", parent=front.unit)
    asked = {"unit": commune.pk, "host": "xa-thu.localhost"}

    opened = client.post(reverse("portals"), asked)
    refused = client.post(reverse("portals"), asked | {"host": "không phải"})
    changed = client.post(reverse("portal-words", args=[front.pk]), WORDS)
    empty = client.post(reverse("portal-words", args=[front.pk]), {"title": ""})

    assert (opened.status_code, refused.status_code) == (302, 422)
    assert (changed.status_code, empty.status_code) == (302, 422)
    assert Site.objects.filter(hostname="xa-thu.localhost", root_page__portal__unit=commune)
    assert FrontPage.objects.get(pk=front.pk).title == WORDS["title"]
    page = client.get(reverse("portals")).content.decode()
    assert "xa-thu.localhost" in page
    assert WORDS["title"] in page


def test_nobody_else_sees_the_page_of_portals(front):
    editor = at_work(make_user(Role.EDITOR, unit=front.unit))

    assert editor.get(reverse("portals")).status_code == 403
    assert editor.get(reverse("portal-words", args=[front.pk])).status_code == 403
    assert editor.get(reverse("portal-words", args=[0])).status_code == 403


def test_a_place_at_a_glance_counts_communes_and_the_languages_that_are_written(front):
    for name in ("xã Một", "xã Hai"):
        make_unit(name, parent=front.unit)
    make_unit("Phòng Thử", kind="phong", parent=front.unit)
    group = UnitGroup.objects.create(name="các xã", parent=front.unit)
    group.kinds.add("xa", make_unit("thị trấn Xa", kind="thi-tran").kind)
    portal = portal_of_unit(front.unit)

    told = glance_of(Around(portal, "vi"))

    assert [number for number, _, _ in told] == [2, 2]
    assert [page.language for page in told[1][2]] == ["vi", "en"]


def _entries():
    return list(Entry.objects.filter(event="change_portal_words").order_by("seq"))
