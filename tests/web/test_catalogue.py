"""The catalogue on its pages: read by all, edited by the administrator, meaning told first."""

import pytest

from haidang.activities.commands import load_catalogue
from haidang.activities.models import Indicator, Kind, Measure
from haidang.orgs.enums import Role
from tests.makers import make_authority, make_user
from tests.makers.activities import make_activity

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    load_catalogue()
    return make_authority(communes=1)


@pytest.fixture
def admin(client, town):
    client.force_login(make_user(Role.ADMINISTRATOR, unit=town.office))
    return client


@pytest.mark.parametrize("part", ["loai", "so-luong", "chi-tieu"])
def test_lists_cost_the_same_for_any_number_of_rows(admin, part, django_assert_max_num_queries):
    admin.get(f"/danh-muc/{part}/")

    with django_assert_max_num_queries(12):
        page = admin.get(f"/danh-muc/{part}/")

    assert page.status_code == 200
    assert "Thôi dùng" in page.text


def test_everybody_reads_and_only_the_administrator_edits(client, town):
    client.force_login(town.reporters[0])

    page = client.get("/danh-muc/")

    assert "Phát thanh" in page.text
    assert "Thêm loại hoạt động" not in page.text
    assert client.get("/danh-muc/loai/radio/").status_code == 403
    assert client.post("/danh-muc/loai/radio/thoi-dung/").status_code == 403
    assert client.get("/danh-muc/khac/").status_code == 404


def test_save_row_adds_a_kind_and_a_measure(admin):
    admin.post("/danh-muc/so-luong/them/", {"name": "Lượt xe", "unit_name": "xe", "example": "2"})
    kind = {"name": "Xe hoa", "example": "Ngày hội", "icon": "globe", "measures": ["luot-xe"]}

    page = admin.post("/danh-muc/loai/them/", kind, follow=True)

    assert "Đã lưu “Xe hoa”" in page.text
    assert [m.code for m in Kind.objects.get(pk="xe-hoa").measures.all()] == ["luot-xe"]


def test_save_row_keeps_what_was_typed_and_says_what_is_wrong(admin):
    page = admin.post("/danh-muc/so-luong/them/", {"name": "", "unit_name": "xe", "example": "2"})

    assert page.status_code == 422
    assert "Ghi tên." in page.text
    assert 'value="xe"' in page.text
    assert admin.get("/danh-muc/so-luong/them/").status_code == 200


def test_save_row_of_an_indicator_tells_what_changes_before_it_does(admin, town):
    make_activity(town.communes[0], kind="radio", quantities={"sessions": 3, "minutes": 45})
    form = admin.get("/danh-muc/chi-tieu/1.1/").context["form"]
    typed = {name: value for name, value in form.initial.items() if value is not None}
    typed |= {"kinds": ["talk"]}

    told = admin.post("/danh-muc/chi-tieu/1.1/", typed)

    assert told.status_code == 422
    assert "3 buổi → 0" in told.text
    assert Indicator.objects.get(code="1.1").kinds.get().pk == "radio"
    done = admin.post("/danh-muc/chi-tieu/1.1/", typed | {"understood": "on"}, follow=True)
    assert "Đã lưu" in done.text
    assert "3 buổi → 0" in admin.get("/danh-muc/chi-tieu/1.1/").text


def test_rows_are_moved_retired_and_offered_again(admin):
    admin.post("/danh-muc/loai/article/thu-tu/", {"to": "up"})
    assert Kind.objects.first().pk == "article"

    page = admin.post("/danh-muc/so-luong/minutes/thoi-dung/", follow=True)
    assert "“Phát thanh”" in page.text
    admin.post("/danh-muc/loai/board/thoi-dung/")
    assert Kind.objects.get(pk="board").is_retired
    admin.post("/danh-muc/loai/board/dung-lai/")
    assert not Kind.objects.get(pk="board").is_retired
    assert not Measure.objects.get(pk="minutes").is_retired
    assert "Dùng lại" in admin.get("/danh-muc/loai/board/").text


def test_the_administrator_reaches_it_from_the_list_of_the_week(admin):
    assert 'href="/danh-muc/"' in admin.get("/viec/").text
    page = admin.get("/danh-muc/").text
    assert '<li><a href="/viec/">Việc của tôi</a></li>' in page
    assert '<a href="/viec/" aria-current="page">' in page
