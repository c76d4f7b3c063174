"""Coverage parts every unit and item into exactly one state, in whatever order they answer."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang import clock
from haidang.documents.commands import issue_document
from haidang.orgs.commands import add_group
from haidang.orgs.enums import Role
from haidang.orgs.models import UnitKind
from haidang.plans import commands, queries
from haidang.plans.cascade import asked_units, silent_items
from haidang.plans.enums import How, TaskStatus
from haidang.plans.models import Answer, Detailed, Plan
from haidang.plans.queries.coverage import Wish
from haidang.plans.said import Said
from tests.makers.cascade import (
    ADAPTED,
    IN_2024,
    TAKEN_UP,
    WAIVED,
    Cascade,
    agree,
    make_cascade,
    make_issued_detailed,
)
from tests.makers.orgs import Authority, make_unit, make_user
from tests.makers.plans import PLAN, make_adopted

pytestmark = pytest.mark.django_db
SAID = {How.TAKEN_UP: TAKEN_UP, How.ADAPTED: ADAPTED, How.WAIVED: WAIVED}
LABELS = ["II.1", "II.2", "III.1.a", "III.2.a", "III.2.b"]
ACTS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(LABELS), st.sampled_from([*How, None])),
    max_size=10,
)


def act(cascade, number, label, how):
    """One unit answers an item, or takes its answer back."""
    unit, by = cascade.authority.communes[number], cascade.authority.reporters[number]
    detailed = commands.start_detailed_plan(unit=unit, plan=cascade.plan, by=by)
    task = cascade.task(label)
    if how:
        return commands.answer_item(detailed=detailed, task=task, said=SAID[how], by=by)
    seen = dict(detailed.answers.filter(task=task).values_list("task", "version"))
    return commands.take_back_answers(detailed=detailed, seen=seen, by=by)


@pytest.fixture
def cascade():
    with clock.as_if(IN_2024):
        yield make_cascade()


@pytest.mark.promise("N4")
def test_each_unit_and_item_is_in_exactly_one_state(cascade, proof):
    """Mỗi đơn vị × mục ở đúng một trong bốn trạng thái, trả lời theo thứ tự nào cũng vậy."""

    @settings(max_examples=15)
    @given(acts=ACTS)
    def whatever_is_answered(acts):
        with transaction.atomic():
            for one in acts:
                act(cascade, *one)
            last = {(number, label): how for number, label, how in acts}
            check(cascade, last)
            transaction.set_rollback(True)

    whatever_is_answered()
    proof(tried="các lượt trả lời ngẫu nhiên", times=15, figure="0 cặp thiếu, 0 cặp ở hai nơi")


def check(cascade, last):
    found = queries.coverage_of(cascade.plan)
    communes = cascade.authority.communes
    states = {(row.unit, cell.task.label): cell.state for row in found.rows for cell in row.cells}
    assert states == {
        (unit, label): last.get((number, label)) or "silent"
        for number, unit in enumerate(communes)
        for label in LABELS
    }
    counted = {item.task.label: item.by_state for item in found.items}
    for item in found.items:
        assert sum(counted[item.task.label].values()) == item.given == 3
        assert min(counted[item.task.label].values()) >= 0
    assert sum(found.totals.values()) == 15
    assert found.totals["silent"] == list(states.values()).count("silent")
    silent = {unit.pk: unit.silent for unit in queries.silences_of(cascade.plan)}
    assert silent == {row.unit.pk: row.silent for row in found.rows if row.silent}


def test_the_order_of_the_answers_does_not_matter(cascade):
    acts = [(0, "II.1", How.WAIVED), (1, "II.2", How.TAKEN_UP), (0, "III.2.a", How.ADAPTED)]
    found = []
    for order in (acts, acts[::-1]):
        with transaction.atomic():
            for one in order:
                act(cascade, *one)
            found.append(queries.coverage_of(cascade.plan).totals)
            transaction.set_rollback(True)

    assert found[0] == found[1]


def test_silent_units_come_first_and_a_page_holds_some(cascade):
    act(cascade, 0, "II.1", How.TAKEN_UP)
    act(cascade, 1, "II.1", How.TAKEN_UP)
    act(cascade, 1, "II.2", How.TAKEN_UP)

    first = queries.coverage_of(cascade.plan, Wish(most=2))
    rest = queries.coverage_of(cascade.plan, Wish(start=2, most=2))

    assert [row.silent for row in (*first.rows, *rest.rows)] == [5, 4, 3]
    assert (first.units, first.of) == (3, 3)


def test_an_item_that_an_amendment_took_away_counts_no_more(cascade):
    act(cascade, 0, "II.1", How.WAIVED)
    cascade.plan.tasks.filter(label="II.1").update(
        status=TaskStatus.REPLACED, replaced_on=dt.date(2024, 1, 8)
    )

    found = queries.coverage_of(cascade.plan)

    assert [item.task.label for item in found.items] == LABELS[1:]
    assert {row.silent for row in found.rows} == {4}
    assert found.totals == {"taken_up": 0, "adapted": 0, "waived": 0, "silent": 12}


def test_the_cascade_goes_on_below_through_three_levels():
    """A district's own plan of the province's plan asks its communes in turn."""
    with clock.as_if(IN_2024):
        province = make_unit("tỉnh Thử", kind="tinh")
        districts = [make_unit(f"huyện Thử {n}", kind="huyen", parent=province) for n in (1, 2)]
        communes = [make_unit(f"xã Dưới {n}", parent=districts[0]) for n in (1, 2)]
        for parent, kind in ((province, "huyen"), (districts[0], "xa")):
            add_group(
                name="Ủy ban nhân dân các xã, thị trấn",
                parent=parent,
                kinds=[UnitKind.objects.get(code=kind)],
                by=None,
            )
        office = make_unit("Sở Thông tin", kind="phong", parent=province, acts_for=province)
        drafter = make_user(Role.DRAFTER, unit=office)
        group = province.groups.get()
        above = Authority(province, office, districts, group, drafter, drafter, drafter)
        plan = _adopted(above)
        cascade = _side(above, plan, districts[0])

        detailed = cascade.start()
        own = Said(
            How.ADAPTED,
            words="Xây dựng kế hoạch chi tiết, tổ chức tuyên truyền ở xã",
            owner="Ủy ban nhân dân các xã, thị trấn",
            reason="Giao cho các xã",
        )
        cascade.answer(detailed, "III.2.a", own)
        made = _carried_out(cascade, detailed)

        task = made.tasks.get(above__label="III.2.a")
        assert {row.unit for row in task.assignments.all()} == set(communes)
        assert set(asked_units(made)) == set(communes)
        assert queries.coverage_of(made).units == 2
        assert [one.task for one in queries.awaited_of(communes[0], clock.today())] == [task]


def _adopted(above):

    text = PLAN.replace("Ủy ban nhân dân huyện", "Ủy ban nhân dân tỉnh")
    return make_adopted(above, text=text)


def _side(above, plan, unit):

    return Cascade(
        above,
        plan,
        unit,
        make_user(Role.DRAFTER, unit=unit),
        make_user(Role.LEADER, unit=unit),
        make_user(Role.CLERK, unit=unit),
    )


def _carried_out(cascade, detailed):

    for task in silent_items(detailed):
        cascade.answer(detailed, task.label, WAIVED)
    revision = commands.write_detailed_plan(
        detailed=Detailed.objects.get(pk=detailed.pk), by=cascade.officer, signer_name="Người Ký"
    )
    issue_document(edition=agree(cascade, revision.edition), by=cascade.clerk)
    return commands.adopt_detailed_plan(detailed=detailed, by=cascade.officer)


def test_a_line_that_a_person_reworded_in_word_is_still_found(cascade):
    with clock.as_if(IN_2024):
        detailed = make_issued_detailed(cascade)
        # As if a person had written it otherwise: the answer says one thing, the text another.
        Answer.objects.filter(how=How.ADAPTED).update(
            words="Phát thanh mỗi tuần hai buổi tại các ấp trong xã"
        )
        Answer.objects.filter(task__label="II.2").update(
            how=How.ADAPTED, words="Mở lớp nói về biển cho học sinh", reason="khác"
        )
        plan = commands.adopt_detailed_plan(detailed=detailed, by=cascade.officer)

    found = dict(plan.tasks.values_list("above__label", "text"))
    assert found["III.2.a"] == "Phát thanh mỗi tuần hai buổi tại các ấp."
    assert "II.2" not in found
    assert plan.warnings == [
        "Không tìm thấy trong văn bản đã ban hành, nên chưa thành nhiệm vụ: mục II.2."
    ]
    assert Plan.objects.get(pk=plan.pk).tasks.count() == 3
