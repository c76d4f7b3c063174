"""Two people at one plan: whoever comes second sees what the first changed, and loses nothing."""

import pytest

from haidang.orgs.enums import Role
from haidang.plans import commands
from haidang.plans.enums import Bucket, TaskStatus
from tests.makers import make_user
from tests.makers.plans import make_plan

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def other(authority):
    return make_user(Role.DRAFTER, unit=authority.office, post="Phó Trưởng phòng")


@pytest.fixture
def task(authority):
    return make_plan(authority).tasks.get(label="III.2.b")


def test_accept_task_of_what_somebody_changed_shows_the_change(drafter, task, other):
    commands.change_task(task=task, title="Báo cáo năm", by=other)

    page = drafter.post(f"/ke-hoach/viec/{task.pk}/nhan/", {"seen": task.version}, follow=True)

    assert "Người khác vừa sửa: Phó Trưởng phòng" in page.text
    assert "→ Báo cáo năm" in page.text
    task.refresh_from_db()
    assert task.status == TaskStatus.PROPOSED
    assert f'name="seen" value="{task.version}"' in page.text


def test_accept_task_swaps_the_new_card_in(drafter, task, other):
    commands.change_task(task=task, title="Báo cáo năm", by=other)

    url = f"/ke-hoach/viec/{task.pk}/nhan/"
    page = drafter.post(url, {"seen": task.version}, headers=HTMX)

    assert "Người khác vừa sửa" in page.text.split('id="notices"')[1]
    assert "<h3>Báo cáo năm</h3>" in page.text


def test_change_task_keeps_what_was_typed_and_takes_a_second_press(drafter, task, other):
    commands.change_task(task=task, title="Báo cáo năm", by=other)
    url = f"/ke-hoach/viec/{task.pk}/sua/"
    typed = {"title": "Báo cáo quý", "owner": "", "deadline": "read", "seen": task.version}

    page = drafter.post(url, typed)

    assert page.status_code == 409
    assert "→ Báo cáo năm" in page.text
    assert "Báo cáo quý</textarea>" in page.text
    now_seen = page.context["form"]["seen"].value()
    assert drafter.post(url, typed | {"seen": now_seen}).status_code == 302
    task.refresh_from_db()
    assert task.title == "Báo cáo quý"


def test_refuse_task_keeps_the_reason(drafter, task, other):
    commands.accept_task(task=task, by=other)
    url = f"/ke-hoach/viec/{task.pk}/bo/"

    page = drafter.post(url, {"reason": "Lời kêu gọi chung", "seen": task.version})

    assert page.status_code == 409
    assert "Lời kêu gọi chung</textarea>" in page.text
    task.refresh_from_db()
    assert task.status == TaskStatus.ACCEPTED


def test_choose_owner_of_what_somebody_gave_away_is_not_done(drafter, task, other, authority):
    commands.change_task(task=task, owners=[authority.communes[0]], by=other)

    url = f"/ke-hoach/viec/{task.pk}/chon-don-vi/"
    chosen = {"owner": f"u{authority.office.pk}", "seen": task.version}
    page = drafter.post(url, chosen, follow=True)

    assert "Người khác vừa sửa" in page.text
    task.refresh_from_db()
    assert task.owners == [authority.communes[0]]


@pytest.mark.parametrize(("headers", "status"), [({}, 409), (HTMX, 200)])
def test_classify_item_of_what_somebody_sorted_is_not_done(drafter, task, other, headers, status):
    item = task.plan.items.filter(is_sentence=True).first()
    commands.classify_item(item=item, bucket=Bucket.REQUIREMENT, by=other)

    url, chosen = f"/ke-hoach/cau/{item.pk}/xep-loai/", {"bucket": "direction", "seen": "0"}
    page = drafter.post(url, chosen, headers=headers)

    assert page.status_code == status
    assert "Người khác vừa sửa" in page.text
    item.refresh_from_db()
    assert item.bucket == Bucket.REQUIREMENT


def test_accept_tasks_leaves_what_somebody_changed(drafter, task, other):
    plan = task.plan
    page = drafter.get(f"/ke-hoach/{plan.pk}/")
    ticked = [f"{row.pk}:{row.version}" for row in page.context["certain"]]
    first = plan.tasks.first()
    commands.change_task(task=first, title="Tuyên truyền", by=other)

    page = drafter.post(f"/ke-hoach/{plan.pk}/nhan-viec-chac-chan/", {"seen": ticked}, follow=True)

    first.refresh_from_db()
    assert first.status == TaskStatus.PROPOSED
    assert f"Đã nhận {len(ticked) - 1} nhiệm vụ chắc chắn" in page.text
