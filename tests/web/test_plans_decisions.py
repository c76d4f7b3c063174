"""Deciding on the reading page, with and without JavaScript."""

import datetime as dt

import pytest

from haidang.plans.enums import Bucket, PlanStatus, TaskStatus
from tests.makers import make_authority
from tests.makers.plans import make_plan, make_reviewed_plan

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def plan(authority):
    return make_plan(authority)


def task_of(plan, label):
    return plan.tasks.get(label=label)


def test_accept_task_goes_on_to_the_next_that_waits(drafter, plan):
    response = drafter.post(f"/ke-hoach/viec/{task_of(plan, 'II.1').pk}/nhan/")

    assert response.url == f"/ke-hoach/{plan.pk}/?viec={task_of(plan, 'II.2').pk}"
    assert task_of(plan, "II.1").status == TaskStatus.ACCEPTED


def test_accept_task_swaps_what_a_fresh_page_shows(drafter, plan):
    part = drafter.post(f"/ke-hoach/viec/{task_of(plan, 'II.1').pk}/nhan/", headers=HTMX)

    address = part.headers["HX-Push-Url"]
    fresh = drafter.get(address, headers=HTMX)
    assert address == f"/ke-hoach/{plan.pk}/?viec={task_of(plan, 'II.2').pk}"
    swapped, notice = part.text.split('<div id="notices"')
    assert without_token(swapped) == without_token(fresh.text)
    assert "Đã nhận II.1." in notice
    assert "<html" not in part.text
    assert 'id="reading"' in part.text
    assert 'id="reading"' in drafter.get(address).text


def without_token(html):
    lines = html.splitlines()
    return [line for line in lines if line.strip() and "csrfmiddlewaretoken" not in line]


def test_accept_task_keeps_the_filter(drafter, plan):
    response = drafter.post(f"/ke-hoach/viec/{task_of(plan, 'II.1').pk}/nhan/", {"loc": "cho-xem"})

    assert response.url.endswith("&loc=cho-xem")


def test_accept_task_says_what_is_missing(drafter, plan):
    url = f"/ke-hoach/viec/{task_of(plan, 'III.3.a').pk}/nhan/"

    assert "Chọn đơn vị thực hiện" in drafter.post(url, headers=HTMX).text
    assert drafter.post(url).status_code == 422


def certain(drafter, plan):
    """What the form of the certain tasks sends when nothing is unticked."""
    page = drafter.get(f"/ke-hoach/{plan.pk}/")
    return [f"{task.pk}:{task.version}" for task in page.context["certain"]]


def test_accept_tasks_takes_the_certain_ones(drafter, plan):
    ticked = {"seen": certain(drafter, plan)}

    page = drafter.post(f"/ke-hoach/{plan.pk}/nhan-viec-chac-chan/", ticked, follow=True)

    assert "Đã nhận 4 nhiệm vụ chắc chắn" in page.text
    assert page.context["accepted"] == 4


def test_refuse_task_asks_why(drafter, plan):
    task = task_of(plan, "III.3.a")
    url = f"/ke-hoach/viec/{task.pk}/bo/"

    assert "Lý do bỏ" in drafter.get(url).text
    assert drafter.post(url, {"reason": ""}).status_code == 422
    response = drafter.post(url, {"reason": "Không có đơn vị này"})

    assert response.url == f"/ke-hoach/{plan.pk}/?viec={task_of(plan, 'II.1').pk}"
    task.refresh_from_db()
    assert (task.status, task.refusal_reason) == (TaskStatus.REFUSED, "Không có đơn vị này")


def typed(**fields):
    return {"title": "Gửi báo cáo", "owner": "", "deadline": "read"} | fields


def test_change_task_offers_both_readings_of_the_deadline(drafter, plan):
    page = drafter.get(f"/ke-hoach/viec/{task_of(plan, 'III.2.b').pk}/sua/")

    assert "Chậm nhất 24 giờ, thứ Sáu 29/11/2024" in page.text
    assert "Kể cả ngày được nêu: thứ Bảy 30/11/2024" in page.text
    assert page.context["form"].initial["owner"].startswith("g")


@pytest.mark.promise("N3")
@pytest.mark.parametrize(
    ("chosen", "due_on"),
    [
        ({"deadline": "read"}, dt.date(2024, 11, 29)),
        ({"deadline": "through"}, dt.date(2024, 11, 30)),
        (
            {"deadline": "other", "due_on_day": 5, "due_on_month": 12, "due_on_year": 2024},
            dt.date(2024, 12, 5),
        ),
        ({"deadline": "none"}, None),
    ],
)
def test_change_task_confirms_the_chosen_reading(drafter, plan, authority, chosen, due_on):
    task = task_of(plan, "III.2.b")

    response = drafter.post(
        f"/ke-hoach/viec/{task.pk}/sua/",
        typed(owner=f"g{authority.group.pk}", coordinators=[f"u{authority.office.pk}"], **chosen),
    )

    task.refresh_from_db()
    assert response.url == f"/ke-hoach/{plan.pk}/?viec={task.pk}#viec-{task.pk}"
    assert (task.title, task.group, task.due_on) == ("Gửi báo cáo", authority.group, due_on)
    assert task.due_confirmed_by == authority.drafter
    assert list(task.coordinators.all()) == [authority.office]


def test_change_task_gives_a_direction_to_a_unit(drafter, plan, authority):
    task = task_of(plan, "II.1")

    drafter.post(
        f"/ke-hoach/viec/{task.pk}/sua/", typed(owner=f"u{authority.office.pk}", deadline="none")
    )

    task.refresh_from_db()
    assert task.unit == authority.office


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"title": ""}, "Viết tên việc"),
        ({"deadline": "other"}, "Nhập đủ ngày, tháng, năm"),
        (
            {"deadline": "other", "due_on_day": 1, "due_on_month": 1, "due_on_year": 2031},
            "Hạn phải ở trong năm 2024",
        ),
        ({"owner": "u999999"}, "u999999"),
    ],
)
def test_change_task_keeps_what_was_typed_where_it_is_refused(drafter, plan, given, words):
    task = task_of(plan, "III.2.b")

    page = drafter.post(f"/ke-hoach/viec/{task.pk}/sua/", typed(title="Chữ đã gõ") | given)

    assert page.status_code == 422
    assert words in page.text
    assert "title" in given or "Chữ đã gõ" in page.text


def test_change_task_says_one_thing_of_a_day_that_does_not_exist(drafter, plan):
    url = f"/ke-hoach/viec/{task_of(plan, 'III.2.b').pk}/sua/"
    day = {"due_on_day": "31", "due_on_month": "2", "due_on_year": "2024"}

    page = drafter.post(url, {"title": "Gửi báo cáo", "deadline": "other", **day})

    assert page.context["form"].errors["due_on"] == [
        "Ngày này không có trong lịch. Ví dụ đúng: 25 11 2024."
    ]


def test_classify_item_from_its_page_and_from_its_card(drafter, plan):
    item = plan.items.filter(is_sentence=True, bucket=Bucket.PURPOSE).first()
    url = f"/ke-hoach/cau/{item.pk}/xep-loai/"

    assert "Nâng cao nhận thức" in drafter.get(url).text
    assert drafter.post(url, {"bucket": "khác"}).status_code == 422
    response = drafter.post(url, {"bucket": "requirement"})
    assert response.url == f"/ke-hoach/{plan.pk}/?cau={item.pk}"
    part = drafter.post(url, {"bucket": "task"}, headers=HTMX)

    assert part.context["current"] == task_of(plan, "I.a")


def test_adopt_plan_opens_the_matrix(drafter, authority):
    plan = make_reviewed_plan(authority)

    assert "Đưa 5 nhiệm vụ vào ma trận" in drafter.get(f"/ke-hoach/{plan.pk}/").text
    page = drafter.post(f"/ke-hoach/{plan.pk}/dua-vao-thuc-hien/", follow=True)

    assert page.redirect_chain == [(f"/nhiem-vu/?ke-hoach={plan.pk}", 302)]
    assert "Đã đưa 5 nhiệm vụ vào ma trận" in page.text
    plan.refresh_from_db()
    assert plan.status == PlanStatus.ADOPTED
    assert "Mở ma trận" in drafter.get(f"/ke-hoach/{plan.pk}/").text


def test_adopt_plan_lists_what_is_missing(drafter, plan):
    page = drafter.get(f"/ke-hoach/{plan.pk}/")

    assert "Còn 1 điều trước khi đưa vào ma trận" in page.text
    assert "6 nhiệm vụ chờ xem: II.1, II.2" in page.text
    assert "4 việc chắc chắn, nhận cùng lúc" in page.text
    assert drafter.post(f"/ke-hoach/{plan.pk}/dua-vao-thuc-hien/").status_code == 422


def test_nobody_decides_for_another_authority(client, plan, authority):
    task, item = plan.tasks.first(), plan.items.filter(is_sentence=True).first()
    acts = [
        (f"/ke-hoach/viec/{task.pk}/nhan/", {}),
        (f"/ke-hoach/viec/{task.pk}/bo/", {"reason": "x"}),
        (f"/ke-hoach/viec/{task.pk}/sua/", typed(deadline="none")),
        (f"/ke-hoach/cau/{item.pk}/xep-loai/", {"bucket": "task"}),
        (f"/ke-hoach/{plan.pk}/nhan-viec-chac-chan/", {}),
        (f"/ke-hoach/{plan.pk}/dua-vao-thuc-hien/", {}),
    ]
    for person, status in (
        (make_authority(communes=1).drafter, 404),
        (authority.reporters[0], 404),
        (authority.auditor, 403),
    ):
        client.force_login(person)
        assert {client.post(*act).status_code for act in acts} == {status}
