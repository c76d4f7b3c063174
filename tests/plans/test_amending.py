"""Amendments: compared item by item, put into force, and asked of whoever carries what changed."""

import datetime as dt
from collections import Counter

import hypothesis
import pytest
from hypothesis import strategies as st

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.plans import commands, queries
from haidang.plans.enums import Amended, Bucket, PlanStatus, TaskStatus
from haidang.plans.models import AmendedItem, Asked
from haidang.plans.overtaking import Overtaken
from tests.makers import make_authority, make_unit
from tests.makers.plans import (
    AMENDED,
    PLAN,
    make_adopted,
    make_amended,
    make_amendment,
    make_plan,
)

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 6, 30)
AGAIN = AMENDED.replace("9/KH", "11/KH").replace("12 buổi", "9 buổi")


@pytest.fixture(autouse=True)
def june(settings):
    settings.AS_OF = dt.date(2024, 6, 10)


@pytest.fixture
def town():
    return make_authority(communes=3)


@pytest.fixture
def old(town):
    return make_adopted(town)


def told(plan):
    return {
        (item.before.label if item.before else "", item.after.label if item.after else ""): (
            Amended(item.kind),
            [name for name, *_ in item.facts],
        )
        for item in queries.comparison_of(plan.amendment)
    }


@pytest.mark.promise("N5")
def test_begin_amendment_compares_item_by_item(town, old):
    plan = make_amendment(town, old)

    assert told(plan) == {
        ("II.1", "II.1"): (Amended.SAME, []),
        ("II.2", "II.2"): (Amended.SAME, []),
        ("III.1.a", "III.1.a"): (Amended.SAME, []),
        ("III.2.a", "III.2.a"): (Amended.CHANGED, ["lời"]),
        ("III.2.b", "III.2.b"): (Amended.CHANGED, ["lời", "hạn"]),
        ("", "III.2.c"): (Amended.ADDED, []),
    }


def test_begin_amendment_is_for_a_plan_of_the_same_authority_in_force(town, old):
    plan, draft = make_plan(town, text=AMENDED), make_plan(town, text=PLAN + "\n")
    other = make_adopted(make_authority(communes=1))

    with pytest.raises(WrongState, match="đang thực hiện"):
        commands.begin_amendment(plan=plan, amends=draft, by=town.drafter)
    with pytest.raises(WrongState, match="đang thực hiện"):
        commands.begin_amendment(plan=plan, amends=other, by=town.drafter)
    with pytest.raises(NotAllowed):
        commands.begin_amendment(plan=plan, amends=old, by=town.reporters[0])
    with pytest.raises(WrongState, match="đưa vào thực hiện"):
        commands.begin_amendment(plan=old, amends=old, by=town.drafter)


def test_a_task_that_goes_on_begins_with_what_persons_decided(town, settings):
    settings.AS_OF = dt.date(2023, 11, 1)
    plan = make_plan(town)
    task = plan.tasks.get(label="III.2.b")
    commands.confirm_deadline(task=task, due_on=dt.date(2024, 11, 30), by=town.drafter)
    for task in plan.tasks.filter(status=TaskStatus.PROPOSED):
        if task.has_owner or task.kind == "direction":
            commands.accept_task(task=task, by=town.drafter)
        else:
            commands.refuse_task(task=task, reason="Không có", by=town.drafter)
    old = commands.adopt_plan(plan=plan, by=town.drafter)
    commands.assign_direction(task=old.tasks.get(label="II.1"), unit=town.office, by=town.leader)

    again = make_plan(town, text=PLAN.replace("Số: 7", "Số: 8"))
    commands.begin_amendment(plan=again, amends=old, by=town.drafter)

    new = again.tasks.get(label="III.2.b")
    assert (new.due_on, new.due_confirmed_at) == (dt.date(2024, 11, 30), None)
    assert again.tasks.get(label="II.1").owners == [town.office]


@pytest.mark.promise("N5")
def test_match_items_puts_a_person_s_word_in_place_of_the_reader_s(town, old):
    plan = make_amendment(town, old)
    before, after = old.tasks.get(label="III.2.a"), plan.tasks.get(label="III.2.c")

    commands.match_items(plan=plan, before=before, after=after, by=town.drafter)

    assert told(plan)["III.2.a", "III.2.c"] == (Amended.CHANGED, ["lời", "hạn", "mục"])
    assert told(plan)["", "III.2.a"] == (Amended.ADDED, [])
    commands.match_items(plan=plan, before=before, after=None, by=town.drafter)
    assert told(plan)["III.2.a", ""] == (Amended.REMOVED, [])
    commands.begin_amendment(plan=plan, amends=old, by=town.drafter)
    assert told(plan)["III.2.a", ""] == (Amended.REMOVED, [])  # what a person said stays


def test_match_items_refuses_strangers_latecomers_and_others(town, old):
    plan = make_amendment(town, old)
    alone = make_plan(town, text=PLAN + "\n")
    before = old.tasks.get(label="III.2.a")

    with pytest.raises(Incomplete, match="không thuộc"):
        commands.match_items(plan=plan, before=before, after=before, by=town.drafter)
    with pytest.raises(Overtaken):
        commands.match_items(plan=plan, before=before, after=None, by=town.drafter, seen=0)
    with pytest.raises(NotAllowed):
        commands.match_items(plan=plan, before=before, after=None, by=town.reporters[0])
    with pytest.raises(WrongState, match="không sửa đổi"):
        commands.match_items(plan=alone, before=before, after=None, by=town.drafter)


@pytest.mark.promise("N5")
def test_adopt_amendment_asks_whoever_carries_what_changed(town, old):
    plan = make_amended(town, old, answer_by=DAY)

    old.refresh_from_db()
    assert (plan.status, old.status) == (PlanStatus.ADOPTED, PlanStatus.REPLACED)
    asked = Counter(Asked.objects.values_list("unit", "item__after__label"))
    labels = ("III.2.a", "III.2.b", "III.2.c")
    assert asked == Counter((unit.pk, label) for unit in town.communes for label in labels)
    assert set(queries.unanswered(plan=plan).values_list("due_on", flat=True)) == {DAY}
    assert [row.item.after.label for row in queries.unanswered(town.communes[1])] == [*labels]
    assert queries.unanswered(town.office).count() == 0  # it works for the authority itself


@pytest.mark.promise("N5")
def test_amending_three_items_of_a_hundred_communes_asks_exactly_300_answers(
    town, django_assert_max_num_queries
):
    for number in range(4, 101):
        make_unit(f"xã Thử {number}", parent=town.district)
    old = make_adopted(town)
    plan = make_amendment(town, old)

    with django_assert_max_num_queries(50):
        commands.adopt_amendment(plan=plan, answer_by=DAY, by=town.drafter)

    assert Asked.objects.count() == 300
    assert Asked.objects.values("unit").distinct().count() == 100
    assert queries.unanswered(plan=plan).count() == 300
    assert queries.answers_by_unit(plan.amendment).count() == 100


CHANGES = st.fixed_dictionaries(
    {
        "III.2.a": st.sampled_from(["same", "reworded", "gone"]),
        "III.2.b": st.sampled_from(["same", "another day", "gone"]),
        "new": st.integers(0, 3),
    }
)
LINES = {
    "III.2.a": "- Xây dựng kế hoạch chi tiết, tổ chức tuyên truyền thường xuyên.\n\n",
    "III.2.b": "- Gửi báo cáo kết quả về Ủy ban nhân dân huyện trước ngày 30 tháng 11.\n\n",
}
CAME = ("Treo băng rôn ở chợ.", "Mở hội thi vẽ tranh biển đảo.", "Đón đoàn kiều bào về thăm quê.")


def rewritten(changes):
    text = PLAN.replace("Số: 7", "Số: 9")
    new = "".join(f"- {line}\n\n" for line in CAME[: changes["new"]])
    text = text.replace("3. Trạm", f"{new}3. Trạm")
    for label, line in LINES.items():
        after = {
            "gone": "",
            "reworded": line.replace("thường xuyên", "mười buổi một năm"),
            "another day": line.replace("30 tháng 11", "15 tháng 12"),
        }.get(changes[label], line)
        text = text.replace(line, after)
    return text


@pytest.mark.promise("N5")
@hypothesis.settings(max_examples=8, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(CHANGES)
@hypothesis.example({"III.2.a": "gone", "III.2.b": "gone", "new": 0})  # a heading over nothing
def test_what_is_asked_is_what_changed_times_who_carries_it(changes):
    model = changes["new"] + sum(changes[label] != "same" for label in LINES)
    hypothesis.assume(model)
    town = make_authority(communes=2)
    old = make_adopted(town)

    plan = make_amendment(town, old, text=rewritten(changes))
    for item in plan.items.filter(is_sentence=True, bucket=Bucket.UNRESOLVED):
        commands.classify_item(item=item, bucket=Bucket.REQUIREMENT, by=town.drafter)
    commands.adopt_amendment(plan=plan, answer_by=DAY, by=town.drafter)

    asked = Counter(queries.unanswered(plan=plan).values_list("unit", flat=True))
    assert asked == {unit.pk: model for unit in town.communes}


def test_adopt_amendment_keeps_the_work_of_what_goes_on(town, old):
    plan = make_amended(town, old, answer_by=DAY)

    first = old.tasks.get(label="III.2.a")
    second = plan.tasks.get(label="III.2.a")
    assert (first.status, first.replaced_on) == (TaskStatus.REPLACED, dt.date(2024, 6, 3))
    assert (first.current, second.continues) == (second, first)
    assert queries.standing_tasks([second.pk]) == {second.pk: second.pk, first.pk: second.pk}
    newest = make_amended(town, plan, answer_by=DAY, text=AGAIN)
    third = newest.tasks.get(label="III.2.a")
    first.refresh_from_db()
    assert first.current == third
    assert sorted(queries.versions_of(third)) == [first.pk, second.pk, third.pk]


def test_adopt_amendment_refuses_what_is_not_ready(town, old):
    plan, alone = make_amendment(town, old), make_plan(town, text=PLAN + "\n")

    with pytest.raises(Incomplete, match="ngày nào"):
        commands.adopt_amendment(plan=plan, answer_by=None, by=town.drafter)
    with pytest.raises(Incomplete, match="từ hôm nay"):
        commands.adopt_amendment(plan=plan, answer_by=dt.date(2024, 6, 9), by=town.drafter)
    with pytest.raises(NotAllowed):
        commands.adopt_amendment(plan=plan, answer_by=DAY, by=town.reporters[0])
    with pytest.raises(WrongState, match="so sánh"):
        commands.adopt_plan(plan=plan, by=town.drafter)
    with pytest.raises(WrongState, match="không sửa đổi"):
        commands.adopt_amendment(plan=alone, answer_by=DAY, by=town.drafter)
    with pytest.raises(WrongState, match="đã đưa vào"):
        commands.adopt_amendment(plan=old, answer_by=DAY, by=town.drafter)


def test_the_same_plan_again_is_no_amendment(town, old):
    plan = make_amendment(town, old, text=PLAN.replace("Số: 7", "Số: 8"))

    with pytest.raises(Incomplete, match="không khác nhau"):
        commands.adopt_amendment(plan=plan, answer_by=DAY, by=town.drafter)


def test_a_plan_amended_meanwhile_is_to_be_compared_again(town, old):
    plan = make_amendment(town, old)
    make_partial(town, old)

    with pytest.raises(Incomplete, match="so sánh lại"):
        commands.adopt_amendment(plan=plan, answer_by=DAY, by=town.drafter)
    commands.begin_amendment(plan=plan, amends=old, by=town.drafter)
    commands.adopt_amendment(plan=plan, answer_by=DAY, by=town.drafter)

    assert set(queries.tasks_in_force(plan)) == set(plan.tasks.all())
    old.refresh_from_db()
    assert {old.status, *(part.status for part in old.amendments.all())} == {
        PlanStatus.REPLACED,
        PlanStatus.ADOPTED,  # the one that amends it as a whole
    }


PARTIAL = """Số: 8/KH-UBND

Thử, ngày 02 tháng 5 năm 2024

KẾ HOẠCH
Sửa đổi, bổ sung một số nội dung của Kế hoạch số 7/KH-UBND năm 2024

I. NỘI DUNG SỬA ĐỔI

- Điểm a khoản 2 mục III sửa đổi như sau: tổ chức mười hai buổi tại chùa, tại chợ.

Nơi nhận:
- Lưu: VT.

CHỦ TỊCH

Người Ký Thử
"""


def make_partial(town, old, gone=""):
    plan = make_plan(town, text=PARTIAL, file_name="mot-phan.txt")
    commands.begin_amendment(plan=plan, amends=old, is_partial=True, by=town.drafter)
    sentence = next(
        item
        for item in plan.items.filter(is_sentence=True)
        if "mười hai buổi" in plan.revision.text[item.start : item.end]
    )
    before = old.tasks.get(label="III.2.a")
    commands.amend_by_sentence(plan=plan, before=before, sentence=sentence, by=town.drafter)
    if gone:
        commands.match_items(
            plan=plan,
            before=old.tasks.get(label=gone),
            after=None,
            kind=Amended.REMOVED,
            by=town.drafter,
        )
    for task in plan.tasks.filter(status=TaskStatus.PROPOSED):
        commands.accept_task(task=task, by=town.drafter)
    return commands.adopt_amendment(plan=plan, answer_by=DAY, by=town.drafter)


@pytest.mark.promise("N5")
def test_amend_by_sentence_is_the_way_where_only_some_items_are_named(town, old):
    plan = make_partial(town, old, gone="III.2.b")

    old.refresh_from_db()
    assert old.status == PlanStatus.ADOPTED
    kinds = Counter(AmendedItem.objects.values_list("kind", flat=True))
    assert kinds == {Amended.SAME: 3, Amended.CHANGED: 1, Amended.REMOVED: 1}
    (task,) = plan.tasks.all()
    assert (task.label, task.owners, task.text) == (
        "III.2.a",
        [town.group],
        "Điểm a khoản 2 mục III sửa đổi như sau: tổ chức mười hai buổi tại chùa, tại chợ.",
    )
    labels = {(row.plan, row.label) for row in queries.tasks_in_force(old)}
    assert labels == {(old, "II.1"), (old, "II.2"), (old, "III.1.a"), (plan, "III.2.a")}
    assert Asked.objects.count() == 6
    given = queries.assignments_of(town.communes[0], DAY)
    assert {row.task.plan for row in given if row.part == "does"} == {plan}


def test_amend_by_sentence_refuses_a_sentence_of_another_document(town, old):
    plan = make_plan(town, text=PARTIAL)
    commands.begin_amendment(plan=plan, amends=old, is_partial=True, by=town.drafter)
    before, sentence = old.tasks.get(label="III.2.a"), old.items.filter(is_sentence=True).first()

    with pytest.raises(Incomplete, match="Chọn một câu"):
        commands.amend_by_sentence(plan=plan, before=before, sentence=sentence, by=town.drafter)


def test_what_amends_some_items_is_not_amended_itself(town, old):
    plan = make_partial(town, old)

    with pytest.raises(WrongState, match="kế hoạch gốc"):
        make_amendment(town, plan)


@pytest.mark.promise("N5")
def test_every_version_is_there_as_of_any_day(town, old):
    part = make_partial(town, old)  # in force from 2 May
    plan = make_amended(town, old, answer_by=DAY)  # from 3 June

    days = [dt.date(2024, 1, 1), dt.date(2024, 5, 2), dt.date(2024, 6, 3)]
    assert [queries.plan_on(plan, day) for day in days] == [old, old, plan]
    assert queries.in_force_until(old) == dt.date(2024, 6, 2)
    assert queries.in_force_until(plan) is None
    shown = [
        {(row.plan.pk, row.label) for row in queries.tasks_on(queries.plan_on(old, day), day)}
        for day in days
    ]
    first, second = old.pk, part.pk
    kept = {(first, "II.1"), (first, "II.2"), (first, "III.1.a"), (first, "III.2.b")}
    assert shown[0] == kept | {(first, "III.2.a")}
    assert shown[1] == kept | {(second, "III.2.a")}
    assert shown[2] == {(plan.pk, task.label) for task in plan.tasks.all()}
