"""Two people at one task or sentence: who comes later is told what was done, and does nothing."""

import datetime as dt

import pytest

from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from haidang.plans import commands
from haidang.plans.enums import Bucket, TaskStatus
from haidang.plans.models import Task
from haidang.plans.overtaking import Overtaken
from tests.makers import make_authority, make_user
from tests.makers.plans import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority():
    return make_authority()


@pytest.fixture
def plan(authority):
    return make_plan(authority)


@pytest.fixture
def other(authority):
    return make_user(Role.DRAFTER, unit=authority.office, post="Phó Trưởng phòng")


def task_of(plan, label="III.2.b"):
    return plan.tasks.get(label=label)


def acts(task, by, seen):
    common = {"task": task, "by": by, "seen": seen}
    return [
        lambda: commands.accept_task(**common),
        lambda: commands.refuse_task(**common, reason="trùng"),
        lambda: commands.change_task(**common, title="Tên thứ hai"),
        lambda: commands.confirm_deadline(**common, due_on=None),
    ]


@pytest.mark.parametrize("which", range(4))
def test_every_decision_refuses_who_saw_an_older_version(authority, plan, other, which):
    task = task_of(plan)
    commands.change_task(task=task, title="Tên thứ nhất", by=other, seen=0)
    lines = Entry.objects.count()

    with pytest.raises(Overtaken) as refusal:
        acts(task, authority.drafter, 0)[which]()

    task.refresh_from_db()
    assert (task.title, task.status, task.version) == ("Tên thứ nhất", TaskStatus.PROPOSED, 1)
    assert (refusal.value.status, refusal.value.version) == (409, 1)
    assert Entry.objects.count() == lines


@pytest.mark.parametrize("which", range(4))
def test_who_saw_the_present_version_or_says_nothing_goes_on(authority, plan, which):
    task = task_of(plan)
    for turn, seen in enumerate((0, 1, None)):
        acts(task, authority.drafter, seen)[which]()
        assert Task.objects.get(pk=task.pk).version == turn + 1


def test_the_refusal_tells_who_changed_what(authority, plan, other):
    task = task_of(plan)
    commands.change_task(task=task, title="Tên thứ nhất", by=other)
    commands.confirm_deadline(task=task, due_on=dt.date(2024, 11, 30), by=other)

    with pytest.raises(Overtaken) as refusal:
        commands.accept_task(task=task, by=authority.drafter, seen=0)

    message = refusal.value.message
    assert message.startswith(
        "Người khác vừa sửa: Phó Trưởng phòng, Phòng Văn hóa và Thông tin huyện"
    )
    assert "tên việc: Gửi báo cáo kết quả" in message
    assert "→ Tên thứ nhất" in message
    assert "hạn: 29/11/2024, chờ xác nhận → 30/11/2024" in message
    assert [change.event for change in refusal.value.changes] == ["confirm_deadline", "change_task"]


def test_only_what_came_after_the_version_seen_is_told(authority, plan, other):
    task = task_of(plan)
    commands.change_task(task=task, title="Tên thứ nhất", by=other)
    commands.refuse_task(task=task, reason="trùng", by=other)

    with pytest.raises(Overtaken) as refusal:
        commands.accept_task(task=task, by=authority.drafter, seen=1)

    assert "Tên thứ nhất" not in refusal.value.message
    assert "trạng thái: chờ xem → đã bỏ; lý do bỏ: chưa có → trùng" in refusal.value.message


def test_one_person_in_two_windows_is_told_so(authority, plan):
    task = task_of(plan)
    commands.change_task(task=task, title="Tên thứ nhất", by=authority.drafter)

    with pytest.raises(Overtaken, match=r"^Bạn vừa sửa ở trang khác"):
        commands.accept_task(task=task, by=authority.drafter, seen=0)


def test_a_version_that_never_was_is_refused_as_well(authority, plan):
    with pytest.raises(Overtaken, match=r"^Người khác vừa sửa. Xem lại"):
        commands.accept_task(task=task_of(plan), by=authority.drafter, seen=7)


def test_accepting_many_moves_their_versions_and_is_told(authority, plan, other):
    task = task_of(plan, "III.2.a")
    commands.accept_tasks(plan=plan, by=other)

    with pytest.raises(Overtaken, match="trạng thái: chờ xem → đã nhận"):
        commands.refuse_task(task=task, reason="trùng", by=authority.drafter, seen=0)


def test_accept_tasks_leaves_what_was_changed_since_it_was_seen(authority, plan, other):
    seen = dict(plan.tasks.values_list("pk", "version"))
    changed = commands.change_task(task=task_of(plan, "III.2.a"), title="Khác", by=other)

    taken = commands.accept_tasks(plan=plan, by=authority.drafter, seen=seen)

    assert [task.label for task in taken] == ["II.1", "II.2", "III.1.a"]
    assert Task.objects.get(pk=changed.pk).status == TaskStatus.PROPOSED


def test_classify_item_refuses_who_saw_an_older_version(authority, plan, other):
    item = plan.items.filter(is_sentence=True, bucket=Bucket.DIRECTION).first()
    commands.classify_item(item=item, bucket=Bucket.PURPOSE, by=other, seen=0)

    with pytest.raises(Overtaken, match="loại câu: phương hướng → mục đích"):
        commands.classify_item(item=item, bucket=Bucket.TASK, by=authority.drafter, seen=0)

    item.refresh_from_db()
    assert (item.bucket, item.version) == (Bucket.PURPOSE, 1)


def test_sorting_a_sentence_moves_the_tasks_on_it(authority, plan, other):
    item = plan.items.filter(is_sentence=True, bucket=Bucket.DIRECTION).first()
    task = plan.tasks.get(start__lt=item.end, end__gt=item.start)
    commands.classify_item(item=item, bucket=Bucket.PURPOSE, by=other)

    with pytest.raises(Overtaken, match="lý do bỏ: chưa có → Câu được xếp là mục đích"):
        commands.accept_task(task=task, by=authority.drafter, seen=0)
