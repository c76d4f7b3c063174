"""Opening the portal."""

import pytest
from wagtail.models import Page, Site

from haidang.errors import NotAllowed
from haidang.ledger.models import Entry
from haidang.newsroom.commands import portals as commands
from haidang.newsroom.models import FrontPage, Portal
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db


def open_portal(unit=None, by=None):
    return commands.open_portal(unit=unit or make_unit("huyện Thử", kind="huyen"), by=by)


def test_open_portal_lays_one_front_page_for_each_language():
    pages = open_portal()

    assert [(page.url, page.language, page.written_in) for page in pages] == [
        ("/vi/", "vi", "vi"),
        ("/en/", "en", "en"),
        ("/km/", "km", "vi"),
    ]
    assert [page.language for page in pages[2].languages()] == ["vi", "en", "km"]


def test_open_portal_names_the_place_of_the_unit():
    pages = open_portal(make_unit("huyện Biển Xa", kind="huyen", place="Biển Xa"))

    assert [page.standfirst for page in pages[:2]] == [
        "Thông tin chính thức của Biển Xa, dành cho bạn bè trong nước và quốc tế.",
        "Official information from Biển Xa, for readers at home and abroad.",
    ]


def test_open_portal_leaves_nothing_of_wagtails_greeting():
    open_portal()

    (root,) = Portal.objects.all()
    assert Page.objects.filter(depth=2).count() == 1
    assert Site.objects.get().root_page.specific == root


def test_open_portal_again_changes_nothing():
    unit = make_unit()
    pages, entries = open_portal(unit), Entry.objects.count()

    assert open_portal(unit) == pages
    assert Entry.objects.count() == entries


def test_open_portal_lays_anew_what_was_taken_away():
    unit = make_unit()
    for page in open_portal(unit):
        page.delete()

    assert [page.url for page in open_portal(unit)] == ["/vi/", "/en/", "/km/"]


def test_open_portal_is_recorded_with_who_and_which_unit():
    unit, by = make_unit(), make_user(Role.ADMINISTRATOR)

    open_portal(unit, by)

    entry = Entry.objects.latest("seq")
    assert (entry.event, entry.target_type, entry.target_id) == (
        "open_portal",
        "orgs.unit",
        str(unit.pk),
    )
    made = Entry.objects.filter(event="wagtail.create").values_list("by_name", flat=True)
    assert [entry.by_name, *made] == [by.username] * 5


@pytest.mark.parametrize("role", [Role.EDITOR, Role.LEADER, Role.AUDITOR])
def test_open_portal_refuses_people_who_set_nothing_up(role):
    with pytest.raises(NotAllowed):
        open_portal(by=make_user(role))

    assert not FrontPage.objects.exists()


def test_open_portal_opens_one_for_each_unit_and_the_first_answers_here():
    first, second = open_portal(make_unit("xã Một")), open_portal(make_unit("xã Hai"))

    assert [page.url for page in first] == ["/vi/", "/en/", "/km/"]
    assert not {page.unit for page in second} & {page.unit for page in first}
    assert Site.objects.get().root_page.specific.unit == first[0].unit


def test_open_portal_lets_editors_write_but_not_publish():
    page, editor = open_portal()[0], make_user(Role.EDITOR)

    may = page.permissions_for_user(editor)

    assert (may.can_edit(), may.can_publish()) == (True, False)
