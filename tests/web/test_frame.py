import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import ResolverMatch

from haidang.orgs.enums import Role
from haidang.web import frame
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db
WITHOUT = {
    name: [label for label in frame.LABELS.values() if label not in {name, "Lịch"}]
    for name in frame.LABELS.values()
}


def request_by(user, url_name="", **cookies):
    request = RequestFactory().get("/")
    request.user = user
    request.COOKIES.update(cookies)
    request.resolver_match = ResolverMatch(lambda: None, (), {}, url_name=url_name)
    return request


def around(user, *args, **cookies):
    return frame.frame(request_by(user, *args, **cookies))["frame"]


@pytest.fixture
def every_page(monkeypatch):
    monkeypatch.setattr(frame, "address", lambda name: f"/{name}/")


@pytest.mark.usefixtures("every_page")
@pytest.mark.parametrize(
    ("roles", "labels"),
    [
        ([Role.REPORTER], ["Việc của tôi", "Nhật ký", "Báo cáo", "Lịch", "Trợ giúp"]),
        ([Role.LEADER], ["Việc của tôi", "Văn bản", "Báo cáo", "Kế hoạch", "Trợ giúp"]),
        ([Role.CLERK], ["Việc của tôi", "Văn bản", "Báo cáo", "Kế hoạch", "Trợ giúp"]),
        ([Role.DRAFTER], WITHOUT["Nội dung"]),
        ([Role.REPORTER, Role.DRAFTER], WITHOUT["Nội dung"]),
        ([Role.EDITOR], WITHOUT["Văn bản"]),
        ([Role.CONFIDENTIALITY_OFFICER], WITHOUT["Văn bản"]),
        ([Role.ADMINISTRATOR, Role.EDITOR], WITHOUT["Nhật ký"]),
    ],
)
def test_menu_holds_what_the_roles_need(roles, labels):
    assert [item.label for item in frame.menu(set(roles), "")] == labels


def test_menu_leaves_out_pages_that_do_not_exist(monkeypatch):
    monkeypatch.setattr(frame, "LABELS", {"no-such-page": "Không có", "help": "Trợ giúp"})

    assert [item.label for item in frame.menu({Role.DRAFTER}, "")] == ["Trợ giúp"]


@pytest.mark.usefixtures("every_page")
@pytest.mark.parametrize(
    ("url_name", "current"),
    [
        ("work", ["work"]),
        ("log-activity", ["activities"]),
        ("submit-report", ["reports"]),
        ("report-section", ["reports"]),
        ("accept-task", ["matrix"]),
        ("plan", ["plans"]),
        ("document", ["documents"]),
        ("document-slip", ["documents"]),
        ("documents-outgoing", ["documents"]),
        ("goals", ["matrix"]),
        ("spread-target", ["matrix"]),
        ("orphans", ["matrix"]),
        ("one-page", ["work"]),
        ("choose-headlines", ["work"]),
        ("occasions", ["work"]),
        ("confirm-day", ["work"]),
        ("kit", []),
        (None, []),
    ],
)
def test_section_of_a_page_is_marked_in_the_menu(url_name, current):
    request = request_by(AnonymousUser(), url_name)

    items = frame.menu({Role.DRAFTER}, frame.section(request))

    assert [item.url for item in items if item.is_current] == [f"/{name}/" for name in current]


@pytest.mark.usefixtures("every_page")
@pytest.mark.parametrize("url_name", ["plan-story", "planned-story", "story-ideas", "clearances"])
def test_a_page_of_the_newsroom_is_marked_for_who_works_there(url_name):
    current = frame.section(request_by(AnonymousUser(), url_name))

    for role in (Role.EDITOR, Role.ADMINISTRATOR):
        items = [item for item in frame.menu({role}, current) if item.is_current]
        assert [item.url for item in items] == ["/editorial-calendar/"]


@pytest.mark.usefixtures("every_page")
def test_who_only_reads_for_secrets_enters_by_what_waits():
    items = frame.menu({Role.CONFIDENTIALITY_OFFICER}, "editorial-calendar")

    assert [item.url for item in items if item.is_current] == ["/clearances/"]


@pytest.mark.usefixtures("every_page")
def test_a_commune_has_the_calendar_in_its_menu():
    items = frame.menu({Role.REPORTER}, frame.section(request_by(AnonymousUser(), "occasion")))

    assert [item.url for item in items if item.is_current] == ["/occasions/"]
    assert len(items) == 5


@pytest.mark.usefixtures("every_page")
@pytest.mark.parametrize("roles", [{role} for role in Role] + [set(Role), {*Role} - {Role.AUDITOR}])
def test_nobody_has_more_than_seven_items(roles):
    assert len(frame.menu(roles, "")) <= 7


def test_a_page_that_was_not_found_belongs_to_no_section():
    request = RequestFactory().get("/")
    request.resolver_match = None

    assert frame.section(request) == ""


def test_account_says_post_and_unit_and_whom_to_call():
    district = make_unit("huyện Thử", kind="huyen", contact="Phòng VH&TT, 0294 000 000")
    commune = make_unit("xã Con", parent=district)

    said = around(make_user(Role.REPORTER, unit=commune, post="Công chức Văn hóa – Xã hội"))

    assert (said["post"], said["unit"]) == ("Công chức Văn hóa – Xã hội", "UBND xã Con")
    assert said["own_office"] == ""
    assert said["support"] == "Ủy ban nhân dân huyện Thử, Phòng VH&TT, 0294 000 000"


def test_an_office_shows_the_authority_that_it_works_for():
    district = make_unit("huyện Thử", kind="huyen")
    office = make_unit("Phòng VH&TT", kind="phong", parent=district, acts_for=district)

    said = around(make_user(Role.DRAFTER, unit=office))

    assert (said["unit"], said["office"]) == ("UBND huyện Thử", "Phòng VH&TT")
    assert said["own_office"] == "Phòng VH&TT"
    assert said["support"] == "người quản trị của đơn vị"


def test_the_office_above_answers_before_its_authority_and_ones_own_seat():
    province = make_unit("tỉnh Thử", kind="tinh")
    district = make_unit("huyện Thử", kind="huyen", parent=province, contact="giờ làm việc")
    make_unit("Phòng VH&TT", kind="phong", parent=district, acts_for=district, contact="0294 1")
    commune = make_unit("xã Con", parent=district, contact="0294 2")
    alone = make_unit("xã Riêng", contact="0294 3")

    people = [make_user(unit=unit) for unit in (commune, district, alone)]

    said = [frame.account(person)["support"] for person in people]

    assert said == [
        "Phòng VH&TT, 0294 1",
        "Phòng VH&TT, 0294 1",
        "Ủy ban nhân dân xã Riêng, 0294 3",
    ]


def test_account_without_a_unit_still_has_a_frame():
    user = make_user(Role.ADMINISTRATOR, post="")
    user.unit = None

    said = frame.account(user)

    assert (said["post"], said["unit"], said["office"]) == (user.username, "", "")


def test_frame_before_the_sign_in_says_whom_to_call():
    make_unit("huyện Thử", kind="huyen", contact="Phòng VH&TT")

    said = around(AnonymousUser())

    assert str(said["support"]) == "Ủy ban nhân dân huyện Thử, Phòng VH&TT"
    assert "menu" not in said


def test_frame_asks_nothing_until_a_page_needs_it(django_assert_num_queries):
    user = make_user(Role.DRAFTER)

    with django_assert_num_queries(0):
        frame.frame(request_by(user))


def test_frame_costs_two_questions(django_assert_num_queries):
    user = make_user(Role.DRAFTER)

    with django_assert_num_queries(2):  # the units around the person, and the roles
        around(user)["menu"]


@pytest.mark.parametrize(
    ("cookie", "theme"), [("dark", "dark"), ("light", "light"), ("x", "auto"), ("", "auto")]
)
def test_theme_comes_from_the_cookie(cookie, theme):
    assert around(AnonymousUser(), haidang_theme=cookie)["theme"] == theme


def test_a_demonstration_says_so(settings):
    assert around(AnonymousUser())["demonstration"] is False

    settings.AS_OF = dt.date(2024, 11, 25)

    said = around(AnonymousUser())
    assert (said["demonstration"], said["today"]) == (True, dt.date(2024, 11, 25))
