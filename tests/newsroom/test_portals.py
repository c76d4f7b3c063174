"""Opening the portal."""

import pytest
from wagtail.models import Page, Site

from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.models import Entry
from haidang.newsroom.commands import portals as commands
from haidang.newsroom.enums import Section
from haidang.newsroom.models import FrontPage, Portal, SectionPage
from haidang.newsroom.relative import relative
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db


def open_portal(unit=None, by=None, **facts):
    unit = unit or make_unit("huyện Thử", kind="huyen")
    return commands.open_portal(unit=unit, by=by, **facts)


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


def test_open_portal_lays_the_sections_of_each_language():
    pages = open_portal()

    sections = [SectionPage.objects.child_of(page).order_by("path") for page in pages]
    assert [page.key for page in sections[0]] == [page.slug for page in sections[0]] == [*Section]
    assert [[page.title for page in pages][:2] for pages in sections] == [
        ["Đầu tư", "Du lịch, văn hóa"],
        ["Invest", "Visit, culture"],
        ["Đầu tư", "Du lịch, văn hóa"],
    ]
    assert len({page.translation_key for pages in sections for page in pages}) == len(Section)


def test_open_portal_lets_a_portal_answer_on_its_own_host():
    open_portal()
    unit = make_unit("xã Hai")

    pages = open_portal(unit, host=" HAI.Tinh.Gov.vn. ")
    first = pages[0].full_url
    again = open_portal(unit, host="hai.localhost")

    assert (first, pages) == ("http://hai.tinh.gov.vn:8000/vi/", again)
    assert Site.objects.get(is_default_site=False).hostname == "hai.localhost"
    assert [entry.get_details()["host"] for entry in Entry.objects.filter(event="open_portal")] == [
        "",
        "hai.tinh.gov.vn",
        "hai.localhost",
    ]


@pytest.mark.parametrize(
    ("host", "why"),
    [
        ("hai", "host_name"),
        ("a b.vn", "host_name"),
        ("-a.vn", "host_name"),
        ("mot.vn", "host_taken"),
    ],
)
def test_open_portal_refuses_a_host_that_is_no_name_or_anothers(host, why):
    open_portal(make_unit("xã Một"), host="mot.vn")

    with pytest.raises(Incomplete) as refused:
        open_portal(make_unit("xã Hai"), host=host)

    assert [issue.name for issue in refused.value.issues] == [why]
    assert Portal.objects.count() == 1


def test_two_units_of_one_name_have_two_portals():
    open_portal(make_unit("xã Hai"))
    open_portal(make_unit("xã Hai"))

    assert len(set(Portal.objects.values_list("slug", flat=True))) == 2


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
    assert [entry.by_name, *made] == [by.username] * (1 + 1 + 3 + 24)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.LEADER, Role.AUDITOR])
def test_open_portal_refuses_people_who_set_nothing_up(role):
    with pytest.raises(NotAllowed):
        open_portal(by=make_user(role))

    assert not FrontPage.objects.exists()


def test_open_portal_opens_one_for_each_unit_and_the_first_answers_here():
    first, second = open_portal(make_unit("xã Một")), open_portal(make_unit("xã Hai"))

    assert [relative(page) for page in first] == ["/vi/", "/en/", "/km/"]
    assert not {page.unit for page in second} & {page.unit for page in first}
    here = Site.objects.get(is_default_site=True)
    assert here.root_page.specific.unit == first[0].unit
    assert [page.full_url for page in second[:2]] == [
        "http://hai.localhost:8000/vi/",
        "http://hai.localhost:8000/en/",
    ]


def test_open_portal_lets_editors_write_but_not_publish():
    page, editor = open_portal()[0], make_user(Role.EDITOR)

    may = page.permissions_for_user(editor)

    assert (may.can_edit(), may.can_publish()) == (True, False)
