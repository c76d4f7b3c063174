"""Whatever is changed of a task, its words stay and its history is told."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from haidang.ledger.commands import record
from haidang.orgs.enums import Role
from haidang.plans import commands, queries
from haidang.plans.changes import Change, Fact, together
from haidang.plans.enums import Bucket
from haidang.plans.models import Item, Task
from tests.makers import make_authority, make_user
from tests.makers.plans import make_adopted, make_plan

pytestmark = pytest.mark.django_db
WORDS = ("plan_id", "start", "end", "text", "unit_phrase", "coordinate_phrases", "deadline_phrase")


@pytest.fixture
def authority():
    return make_authority()


def words_of(plan):
    return list(plan.tasks.order_by("pk").values_list("pk", *WORDS))


def events(task):
    return [change.event for change in queries.history_of_task(task)]


def change_all(plan, by):
    for task in plan.tasks.all():
        commands.change_task(task=task, title="Tên khác", nobody=True, no_day=True, by=by)
        commands.refuse_task(task=task, reason="thử", by=by)


@pytest.mark.promise("N1")
def test_every_change_of_a_task_keeps_the_sentence_it_came_from(authority, proof):
    plan = make_plan(authority)
    before = words_of(plan)
    change_all(plan, authority.drafter)
    item = plan.items.filter(is_sentence=True, bucket=Bucket.TASK).first()
    commands.classify_item(item=item, bucket=Bucket.DIRECTION, by=authority.drafter)

    proof(tried="mọi thay đổi giữ nguyên câu gốc của nhiệm vụ", times=len(before))
    assert words_of(plan) == before
    text = plan.revision.text
    assert all(
        task.text in " ".join(text[task.start : task.end].split()) for task in plan.tasks.all()
    )


@pytest.mark.promise("N1")
@pytest.mark.parametrize("field", ["text", "start", "end", "unit_phrase", "deadline_phrase"])
def test_the_database_itself_refuses_to_change_the_words_of_a_task(authority, field):
    task = make_adopted(authority).tasks.get(label="III.2.b")
    other = {"start": 0, "end": 10**6}.get(field, "khác")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(**{field: other})
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Task.objects.get(pk=task.pk).save()

    assert Task.objects.filter(pk=task.pk, title=task.title).update(title="Tên khác") == 1


def test_the_database_itself_refuses_to_move_or_drop_a_sentence(authority):
    item = make_plan(authority).items.first()
    for attempt in (
        lambda: Item.objects.filter(pk=item.pk).update(end=item.end + 1),
        lambda: Item.objects.filter(pk=item.pk).delete(),
        lambda: Task.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            attempt()


def test_history_of_task_tells_every_act_newest_first(authority):
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.2.b")
    other = make_user(Role.DRAFTER, unit=authority.office)
    commands.change_task(task=task, due_on=dt.date(2024, 11, 15), by=other)
    item = plan.items.get(start__lte=task.start, end__gte=task.end)
    commands.classify_item(item=item, bucket=Bucket.DIRECTION, by=authority.drafter)
    commands.accept_task(task=task, by=authority.drafter)

    told = queries.history_of_task(task)

    assert [(change.event, change.by, change.version) for change in told] == [
        ("accept_task", authority.drafter, 3),
        ("classify_item", authority.drafter, 2),
        ("change_task", other, 1),
        ("read_in", authority.drafter, None),
    ]
    assert told[0].facts == (Fact("trạng thái", "chờ xem", "đã nhận"),)
    assert told[1].facts == (Fact("loại", "nhiệm vụ", "phương hướng"),)
    assert told[2].facts == (Fact("hạn", "29/11/2024, chờ xác nhận", "15/11/2024"),)


def test_history_of_task_tells_acts_on_many_tasks_at_once(authority):
    plan = make_plan(authority)
    commands.accept_tasks(plan=plan, by=authority.drafter)
    taken, left = plan.tasks.get(label="III.2.a"), plan.tasks.get(label="III.2.b")

    assert [change.event for change in queries.history_of_task(taken)] == [
        "accept_tasks",
        "read_in",
    ]
    assert [change.event for change in queries.history_of_task(left)] == ["read_in"]


def test_history_of_task_tells_its_adoption_and_who_was_given_it_later(authority):
    plan = make_adopted(authority)
    task = queries.unowned_directions(plan).first()
    commands.assign_direction(task=task, owners=[authority.office], by=authority.leader)

    told = queries.history_of_task(task)

    assert [change.event for change in told][:2] == ["assign_direction", "adopt_plan"]
    assert told[0].facts == (Fact("đơn vị", "", str(authority.office)),)
    dropped = plan.tasks.get(label="III.3.a")
    assert "adopt_plan" not in {change.event for change in queries.history_of_task(dropped)}


def test_history_of_task_knows_what_was_recorded_before_there_were_versions(authority):
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.2.a")
    record("accept_tasks", target=plan, by=authority.drafter, labels=["III.2.a"])
    record("change_task", target=task, by=authority.drafter, title="Tên", owner="", due_on=None)

    told = queries.history_of_task(task)

    assert [(change.event, change.facts) for change in told][:2] == [
        ("change_task", ()),
        ("accept_tasks", ()),
    ]


def test_history_of_task_costs_two_questions(authority, django_assert_num_queries):
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.2.a")
    for _ in range(3):
        commands.change_task(task=task, title="Tên khác", by=authority.drafter)
        fresh = Task.objects.select_related("plan").get(pk=task.pk)
        with django_assert_num_queries(2):
            queries.history_of_task(fresh)


def test_history_of_item_tells_its_buckets(authority):
    plan = make_plan(authority)
    item = plan.items.filter(is_sentence=True, bucket=Bucket.PURPOSE).first()
    commands.classify_item(item=item, bucket=Bucket.TARGET, by=authority.drafter)

    (change,) = queries.history_of_item(item)

    assert (change.by, change.facts) == (
        authority.drafter,
        (Fact("loại câu", "mục đích", "chỉ tiêu"),),
    )


def test_changes_that_cancel_out_are_no_change():
    at = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    there, back = Fact("hạn", "1/1", "2/1"), Fact("hạn", "2/1", "1/1")

    newest_first = [Change(at, None, "", "b", (back,)), Change(at, None, "", "a", (there,))]
    assert together(newest_first) == []
    assert str(Fact("hạn", "", "")) == "hạn: chưa có → bỏ trống"
