"""What nobody carries, measures or asked for, on one screen, with what to do (promise N6)."""

from decimal import Decimal

import pytest

from haidang.activities.commands import load_catalogue
from haidang.activities.models import Expectation
from haidang.plans.enums import TaskKind
from haidang.plans.models import Assignment, Target
from tests.makers import make_authority
from tests.makers.activities import make_adopted_plan, make_adopted_task
from tests.makers.plans import make_reviewed_plan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def town():
    load_catalogue()
    return make_authority(communes=2)


@pytest.fixture
def plan(town):
    return make_adopted_plan(town.district, town.drafter)


def opened(client, user):
    client.force_login(user)
    return client.get("/chua-ai-lam/")


def make_target(plan, **fields):
    facts = {"text": "ít nhất 150 buổi", "quantity": Decimal(150), "measure": "buổi"}
    return Target.objects.create(plan=plan, start=0, end=8, **facts | fields)


@pytest.mark.promise("N6")
def test_a_leader_gives_a_target_that_nobody_carries(client, town, plan):
    target = make_target(plan)
    page = opened(client, town.leader)
    assert "ít nhất 150 buổi" in page.text
    path = f"/chua-ai-lam/chi-tieu/{target.pk}/"
    assert f'action="{path}"' in page.text

    refused = client.post(path, {"owner": ""})
    answer = client.post(path, {"owner": f"g{town.group.pk}"})

    assert refused.status_code == 422
    assert "Chọn một đơn vị" in refused.text
    assert answer.url == "/chua-ai-lam/#targets"
    assert Assignment.objects.filter(task__targets=target).count() == 2
    assert opened(client, town.leader).context["targets"] == []
    assert client.get(path).url == "../../"


@pytest.mark.promise("N6")
def test_a_leader_gives_a_direction_from_the_list_and_it_goes_from_the_page(client, town, plan):
    direction = make_adopted_task(plan, kind=TaskKind.DIRECTION)
    opened(client, town.leader)
    assert client.get("/viec/").context["loose"][0][0] == 1

    client.post(f"/nv/{direction.pk}/giao/", {"owner": f"u{town.office.pk}"})

    assert client.get("/viec/").context["loose"][0][0] == 0
    assert "Cần quyết định" not in client.get("/viec/").text


def test_the_office_says_how_a_task_is_measured_from_suggestions(client, town, plan):
    task = make_adopted_task(plan, town.communes[0])
    page = opened(client, town.drafter)
    path = f"/nv/{task.pk}/cach-do/"
    assert f'href="{path}"' in page.text
    asked = client.get(path)
    assert "văn bản nói “phát thanh”" in asked.text
    assert asked.context["form"].initial["kinds"] == ["radio"]
    assert not Expectation.objects.exists()

    refused = client.post(path, {"kinds": [], "indicators": []})
    answer = client.post(path, asked.context["form"].initial)

    assert refused.status_code == 422
    assert "Chọn ít nhất một loại" in refused.text
    assert answer.url == "/chua-ai-lam/#unmeasured"
    known = client.get(path)
    assert "Đã đặt" in known.text
    assert known.context["form"].initial["kinds"] == ["radio"]


def test_who_may_not_decide_reads_what_to_ask_for(client, town, plan):
    make_adopted_task(plan, kind=TaskKind.DIRECTION)
    make_target(plan)

    page = opened(client, town.auditor)

    assert page.status_code == 200
    assert "Lãnh đạo cơ quan giao" in page.text
    assert '<form method="post" action="/chua-ai-lam' not in page.text
    assert opened(client, town.reporters[0]).status_code == 403
    assert client.get("/viec/").status_code == 200


def test_adopting_a_plan_warns_of_what_is_not_measured(client, town):
    plan = make_reviewed_plan(town)
    client.force_login(town.drafter)

    page = client.post(f"/ke-hoach/{plan.pk}/dua-vao-thuc-hien/", follow=True)

    assert "nhiệm vụ chưa nói đo bằng gì" in page.text


def test_more_than_fifty_are_counted(client, town, plan, monkeypatch):
    monkeypatch.setattr("haidang.web.views.orphans.listing.SHOWN", 2)
    for at in range(3):
        make_adopted_task(plan, town.communes[0], start=at, end=at + 1)

    page = opened(client, town.drafter)

    assert len(page.context["unmeasured"]) == 2
    assert "Hiện 2 mục đầu trong 3" in page.text


def test_orphans_take_the_same_queries_for_any_number(client, town, plan, count_queries):
    client.force_login(town.leader)

    def queries_with(number):
        for at in range(number):
            make_adopted_task(plan, kind=TaskKind.DIRECTION, start=at, end=at + 1)
            make_adopted_task(plan, town.communes[0], start=at, end=at + 1)
            make_target(plan)
        return count_queries(client, "/chua-ai-lam/")

    assert queries_with(1) == queries_with(3) <= 24


def test_what_measures_a_task_is_offered_by_group_those_in_use_first(client, town, plan):
    task = make_adopted_task(plan, town.communes[0])
    client.force_login(town.drafter)
    page = client.get(f"/nv/{task.pk}/cach-do/")

    groups = page.context["groups"]
    used = [group.is_used for group in groups]
    assert used == sorted(used, reverse=True)
    assert used[0]
    assert len({group.name for group in groups}) == len(groups) > 2
    codes = [[box.choice_label.split()[0] for box in group.boxes] for group in groups]
    assert all(row == sorted(row, key=lambda c: list(map(int, c.split(".")))) for row in codes)
    assert page.text.count('name="indicators"') == sum(map(len, codes))
