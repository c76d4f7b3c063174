"""What amends some items belongs to the plan; a changed item is answered once for both (N5)."""

import datetime as dt

import pytest

from haidang.plans import commands, queries
from haidang.plans.cascade import asked_units, base_of, items_of, silent_items
from haidang.plans.detailed_document import lines_of
from haidang.plans.enums import How, TaskStatus
from haidang.plans.models import Answer, Task
from haidang.plans.said import Said
from tests.makers.cascade import (
    answer_all,
    make_cascade,
    make_issued_detailed,
)
from tests.makers.plans import make_amended, make_plan

pytestmark = [pytest.mark.promise("N5"), pytest.mark.django_db]
DAY = dt.date(2024, 6, 30)
PARTIAL = """Số: 10/KH-UBND

Thử, ngày 02 tháng 5 năm 2024

KẾ HOẠCH
Sửa đổi, bổ sung Kế hoạch số 7/KH-UBND

III. TỔ CHỨC THỰC HIỆN

2. Ủy ban nhân dân các xã, thị trấn

- Xây dựng kế hoạch chi tiết, tổ chức tuyên truyền mười hai buổi tại chùa, tại chợ.

Nơi nhận:
- Lưu: VT.

CHỦ TỊCH

Người Ký Thử
"""


@pytest.fixture(autouse=True)
def june(settings):
    settings.AS_OF = dt.date(2024, 6, 10)


@pytest.fixture
def cascade():
    return make_cascade()


def amend_in_part(cascade):
    """Change the very item that asks the communes for plans of their own, and no other."""
    town, by = cascade.authority, cascade.authority.drafter
    plan = make_plan(town, text=PARTIAL, file_name="mot-phan.txt")
    commands.begin_amendment(plan=plan, amends=cascade.plan, is_partial=True, by=by)
    before, after = cascade.task("III.2.a"), plan.tasks.get()
    if plan.amendment.items.get(before=before).after != after:
        commands.match_items(plan=plan, before=before, after=after, by=by)
    commands.accept_task(task=after, by=by)
    return commands.adopt_amendment(plan=plan, answer_by=DAY, by=by)


def labels(tasks):
    return [task.label for task in tasks]


def test_a_partial_amendment_of_what_asks_for_plans_asks_for_no_new_plan(cascade):
    commands.adopt_detailed_plan(detailed=make_issued_detailed(cascade), by=cascade.officer)
    second = cascade.authority.communes[1]
    part = amend_in_part(cascade)

    cascade.plan.refresh_from_db()
    plan, now = cascade.plan, part.tasks.get()
    assert (base_of(part), base_of(plan)) == (plan, plan)
    assert [task.pk for task in items_of(plan)][3] == now.pk  # where the old one stood
    assert set(asked_units(plan)) == set(cascade.authority.communes)
    assert not asked_units(part).exists()
    rows = {row.unit: (row.given, row.silent) for row in queries.coverage_of(plan).rows}
    assert (rows[cascade.commune], rows[second]) == ((5, 1), (5, 5))
    found = {one.plan: one for one in queries.awaited_of(second, DAY)}
    assert [(one.task, one.given) for one in found.values()] == [(now, 5)]
    (own,) = queries.awaited_of(cascade.commune, DAY) or [None]
    assert own is None or (own.plan, own.silent) == (plan, 1)


@pytest.mark.parametrize(
    ("how", "words", "kept"),
    [
        (How.TAKEN_UP, "", ("", "")),
        (How.WAIVED, "Xã không có chợ.", ("", "Xã không có chợ.")),
        (How.ADAPTED, "Sáu buổi.", ("Sáu buổi.", "Như đã trả lời 10/KH-UBND.")),
    ],
)
def test_an_answer_to_the_amendment_stands_in_the_detailed_plan(cascade, how, words, kept):
    detailed = cascade.start()
    answer_all(cascade, detailed)
    part = amend_in_part(cascade)
    assert labels(silent_items(detailed)) == ["III.2.a"]
    asked = queries.unanswered(cascade.commune).get()

    commands.answer_amendment(asked=asked, how=how, words=words, by=cascade.officer)

    answer = Answer.objects.get(detailed=detailed, task=part.tasks.get())
    assert (answer.how, answer.words, answer.reason) == (how, *kept)
    assert not silent_items(detailed).exists()
    told = queries.history_of_answer(detailed, answer.task)
    assert told[0].event == "answer_item"
    lines, _ = lines_of(detailed)
    assert not any(line.source.task.status == TaskStatus.REPLACED for line in lines)


def test_an_answer_in_the_detailed_plan_answers_the_amendment(cascade):
    detailed = cascade.start()
    answer_all(cascade, detailed)
    task = amend_in_part(cascade).tasks.get()
    said = Said(How.ADAPTED, words="Sáu buổi tại chợ.", reason="Xã có một chợ")

    commands.answer_item(detailed=detailed, task=task, said=said, by=cascade.officer)

    assert not queries.unanswered(cascade.commune).exists()
    asked = task.amended_from.get().asked.get(unit=cascade.commune)
    assert (asked.how, asked.words) == (How.ADAPTED, "Sáu buổi tại chợ. Xã có một chợ")
    assert [one.event for one in queries.answer_history(asked)] == ["answer_amendment"]


def test_one_answer_serves_both_after_a_whole_amendment_too(cascade):
    detailed = cascade.start()
    answer_all(cascade, detailed)
    plan = make_amended(cascade.authority, cascade.plan, answer_by=DAY)
    heir = queries.detailed_of(cascade.commune, plan)
    open_ = set(labels(silent_items(heir)))
    assert open_ == {row.item.task.label for row in queries.unanswered(cascade.commune)}

    commands.take_up_items(detailed=heir, by=cascade.officer)
    for row in queries.unanswered(cascade.commune):
        commands.answer_amendment(asked=row, how=How.TAKEN_UP, by=cascade.officer)

    assert not silent_items(heir).exists()
    assert not queries.unanswered(cascade.commune).exists()


def test_a_plan_begun_later_starts_with_what_was_answered_to_the_amendment(cascade):
    task = amend_in_part(cascade).tasks.get()
    asked = queries.unanswered(cascade.commune).get()
    commands.answer_amendment(asked=asked, how=How.TAKEN_UP, by=cascade.officer)

    detailed = cascade.start()

    assert list(detailed.answers.values_list("task", "how")) == [(task.pk, How.TAKEN_UP)]
    assert queries.history_of_answer(detailed, task)[0].event == "start_detailed_plan"


def test_an_issued_line_stays_as_it_was_issued(cascade):
    detailed = make_issued_detailed(cascade)
    amend_in_part(cascade)
    asked = queries.unanswered(cascade.commune).get()
    commands.answer_amendment(asked=asked, how=How.TAKEN_UP, by=cascade.officer)
    commands.answer_amendment(asked=asked, how=How.WAIVED, words="Thôi.", by=cascade.officer)

    answer = Answer.objects.get(detailed=detailed, task=asked.item.after)
    assert answer.how == How.TAKEN_UP
    assert Task.objects.get(pk=answer.task_id).text in PARTIAL
