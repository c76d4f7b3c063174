"""What a person decides of each task and sentence, and who may not."""

import datetime as dt

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.queries import history_of
from haidang.plans import commands
from haidang.plans.enums import Bucket, TaskKind, TaskStatus
from tests.makers import make_authority, make_unit
from tests.makers.plans import make_adopted, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority():
    return make_authority()


@pytest.fixture
def plan(authority):
    return make_plan(authority)


def task_of(plan, label):
    return plan.tasks.get(label=label)


def acts(authority, task):
    item = task.plan.items.filter(is_sentence=True).last()
    by = {"task": task, "by": authority.drafter}
    return [
        lambda **o: commands.accept_task(**{**by, **o}),
        lambda **o: commands.refuse_task(**{**by, **o}, reason="trùng"),
        lambda **o: commands.change_task(**{**by, **o}, title="Khác"),
        lambda **o: commands.confirm_deadline(**{**by, **o}, due_on=dt.date(2024, 11, 30)),
        lambda **o: commands.accept_tasks(plan=task.plan, by=o.get("by", authority.drafter)),
        lambda **o: commands.classify_item(
            item=item, bucket=Bucket.TASK, by=o.get("by", authority.drafter)
        ),
    ]


@pytest.mark.promise("N3")
def test_accept_task_confirms_its_deadline_by_name(authority, plan):
    task = commands.accept_task(task=task_of(plan, "III.2.b"), by=authority.drafter)

    assert task.status == TaskStatus.ACCEPTED
    assert (task.due_on, task.due_confirmed_by) == (dt.date(2024, 11, 29), authority.drafter)
    assert history_of(task).first().event == "accept_task"


def test_accept_task_without_a_day_confirms_none(authority, plan):
    task = commands.accept_task(task=task_of(plan, "III.2.a"), by=authority.drafter)

    assert (task.status, task.due_confirmed_at) == (TaskStatus.ACCEPTED, None)


def test_accept_task_refuses_a_duty_that_nobody_does(authority, plan):
    with pytest.raises(Incomplete, match=r"Chọn đơn vị thực hiện cho nhiệm vụ III\.3\.a"):
        commands.accept_task(task=task_of(plan, "III.3.a"), by=authority.drafter)

    assert task_of(plan, "III.3.a").status == TaskStatus.PROPOSED


def test_accept_tasks_takes_what_needs_no_second_look(authority, plan):
    taken = commands.accept_tasks(plan=plan, by=authority.drafter)

    assert [task.label for task in taken] == ["II.1", "II.2", "III.1.a", "III.2.a"]
    left = plan.tasks.filter(status=TaskStatus.PROPOSED)
    assert [task.label for task in left] == ["III.2.b", "III.3.a"]


def test_refuse_task_keeps_the_reason(authority, plan):
    task = commands.refuse_task(task=task_of(plan, "II.1"), reason=" trùng ", by=authority.drafter)

    assert (task.status, task.refusal_reason) == (TaskStatus.REFUSED, "trùng")


def test_refuse_task_refuses_no_reason(authority, plan):
    with pytest.raises(Incomplete, match="Nêu lý do"):
        commands.refuse_task(task=task_of(plan, "II.1"), reason="  ", by=authority.drafter)


def test_a_refused_task_may_still_be_accepted(authority, plan):
    task = commands.refuse_task(task=task_of(plan, "II.1"), reason="trùng", by=authority.drafter)

    task = commands.accept_task(task=task, by=authority.drafter)

    assert (task.status, task.refusal_reason) == (TaskStatus.ACCEPTED, "")


def test_change_task_puts_a_persons_word_in_place(authority, plan):
    task = commands.change_task(
        task=task_of(plan, "III.3.a"),
        by=authority.drafter,
        title=" Bản tin thời tiết ",
        unit=authority.communes[0],
        coordinators=[authority.communes[0], authority.office],
        due_on=dt.date(2024, 6, 30),
    )

    assert (task.title, task.unit, task.group) == ("Bản tin thời tiết", authority.communes[0], None)
    assert list(task.coordinators.all()) == [authority.office]
    assert (task.due_on, task.due_confirmed_by) == (dt.date(2024, 6, 30), authority.drafter)
    assert task.certainty == "high"


def test_change_task_leaves_what_is_not_given(authority, plan):
    task = commands.change_task(task=task_of(plan, "III.2.b"), by=authority.drafter)

    assert task.group == authority.group
    assert (task.due_on, task.due_confirmed_at) == (dt.date(2024, 11, 29), None)


def test_change_task_may_take_owner_and_day_away(authority, plan):
    task = commands.change_task(
        task=task_of(plan, "III.2.b"), by=authority.drafter, nobody=True, no_day=True
    )

    assert (task.unit, task.group, task.due_on) == (None, None, None)
    assert task.due_confirmed_by == authority.drafter


def test_change_task_gives_a_task_to_a_group(authority, plan):
    task = commands.change_task(
        task=task_of(plan, "III.1.a"), by=authority.drafter, group=authority.group
    )

    assert (task.unit, task.group) == (None, authority.group)


@pytest.mark.parametrize("given", [{"title": " "}, {"due_on": dt.date(2023, 10, 11)}])
def test_change_task_refuses_what_makes_no_sense(authority, plan, given):
    with pytest.raises(Incomplete):
        commands.change_task(task=task_of(plan, "III.2.b"), by=authority.drafter, **given)


def test_change_task_refuses_units_and_groups_of_others(authority, plan):
    stranger = make_authority(communes=1)
    for given in (
        {"unit": make_unit("xã Lạ")},
        {"coordinators": [stranger.office]},
        {"group": stranger.group},
    ):
        with pytest.raises(Incomplete, match="chỉ giao việc cho đơn vị của mình"):
            commands.change_task(task=task_of(plan, "III.2.b"), by=authority.drafter, **given)


@pytest.mark.promise("N3")
def test_confirm_deadline_takes_the_day_a_person_names(authority, plan):
    task = commands.confirm_deadline(
        task=task_of(plan, "III.2.b"), due_on=dt.date(2024, 11, 30), by=authority.drafter
    )

    assert (task.due_on, task.due_confirmed_by) == (dt.date(2024, 11, 30), authority.drafter)
    assert task.due_year_from == ""
    assert task.deadline_phrase == "trước ngày 30 tháng 11"


def test_confirm_deadline_as_read_keeps_where_the_year_came_from(authority, plan):
    task = task_of(plan, "III.2.b")

    task = commands.confirm_deadline(task=task, due_on=task.due_on, by=authority.drafter)

    assert task.due_year_from == "plan"


@pytest.mark.parametrize("day", [dt.date(2026, 1, 1), dt.date(2023, 10, 11)])
def test_confirm_deadline_refuses_a_day_outside_the_plan(authority, plan, day):
    with pytest.raises(Incomplete, match="trong năm 2024"):
        commands.confirm_deadline(task=task_of(plan, "III.2.b"), due_on=day, by=authority.drafter)


@pytest.mark.promise("N3")
def test_confirm_deadline_takes_the_other_day_that_the_phrase_may_mean(authority, plan):
    task = task_of(plan, "III.2.b")
    assert (task.due_on, task.due_or_on) == (dt.date(2024, 11, 29), dt.date(2023, 11, 29))

    task = commands.confirm_deadline(task=task, due_on=task.due_or_on, by=authority.drafter)

    assert (task.due_on, task.due_confirmed_by) == (dt.date(2023, 11, 29), authority.drafter)


def test_every_decision_is_refused_to_people_of_others(authority, plan):
    stranger = make_authority(communes=1)
    for act in acts(authority, task_of(plan, "II.1")):
        for person in (stranger.drafter, authority.leader, authority.auditor):
            with pytest.raises(NotAllowed):
                act(by=person)


def test_every_decision_is_refused_once_the_plan_is_adopted(authority):
    plan = make_adopted(authority)
    for act in acts(authority, task_of(plan, "II.1")):
        with pytest.raises(WrongState, match="không rà soát lại"):
            act()


def sentence(plan, words):
    text = plan.revision.text
    found = plan.items.filter(is_sentence=True)
    return next(item for item in found if words in text[item.start : item.end])


def test_classify_item_drops_the_task_of_a_purpose(authority, plan):
    item = sentence(plan, "chủ trương")

    item = commands.classify_item(item=item, bucket=Bucket.PURPOSE, by=authority.drafter)

    task = task_of(plan, "II.1")
    assert item.bucket == Bucket.PURPOSE
    assert (task.status, task.refusal_reason) == (TaskStatus.REFUSED, "Câu được xếp là mục đích.")
    assert history_of(item).first().event == "classify_item"


def test_classify_item_makes_a_direction_of_a_duty_and_back(authority, plan):
    item = sentence(plan, "bản tin thời tiết")

    commands.classify_item(item=item, bucket=Bucket.DIRECTION, by=authority.drafter)
    assert task_of(plan, "III.3.a").kind == TaskKind.DIRECTION

    commands.classify_item(item=item, bucket=Bucket.TASK, by=authority.drafter)
    assert task_of(plan, "III.3.a").kind == TaskKind.DUTY


def test_classify_item_proposes_a_task_where_there_was_none(authority, plan):
    item = sentence(plan, "Huy động")

    commands.classify_item(item=item, bucket=Bucket.TASK, by=authority.drafter)

    task = plan.tasks.get(label="I.a")
    assert (task.title, task.text) == (
        "Huy động mọi nguồn lực xã hội",
        "Huy động mọi nguồn lực xã hội.",
    )
    assert plan.revision.text[task.start : task.end] == task.text
    assert (task.kind, task.certainty) == (TaskKind.DUTY, "low")


def test_classify_item_gives_no_label_twice(authority, plan):
    for words in ("Huy động", "Quảng bá"):
        item = sentence(plan, words)
        commands.classify_item(item=item, bucket=Bucket.DIRECTION, by=authority.drafter)

    assert set(plan.tasks.filter(start__lt=item.start + 200).values_list("label", flat=True)) >= {
        "I.a",
        "I.b",
    }


def test_classify_item_leaves_other_sentences_alone(authority, plan):
    commands.classify_item(
        item=sentence(plan, "Huy động"), bucket=Bucket.REQUIREMENT, by=authority.drafter
    )

    assert plan.tasks.count() == 6


def test_classify_item_refuses_a_heading(authority, plan):
    with pytest.raises(Incomplete, match="câu của phần nội dung"):
        commands.classify_item(
            item=plan.items.filter(is_sentence=False).first(),
            bucket=Bucket.TASK,
            by=authority.drafter,
        )
