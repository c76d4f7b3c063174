"""Each item of the plan above is taken up, adapted, waived with a reason, or silent."""

import datetime as dt

import pytest

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.plans import commands, queries
from haidang.plans.cascade import certain_items, silent_items
from haidang.plans.enums import How
from haidang.plans.models import Answer, Detailed
from haidang.plans.overtaking import Overtaken
from haidang.plans.said import Said
from tests.makers.cascade import (
    ADAPTED,
    IN_2024,
    TAKEN_UP,
    WAIVED,
    answer_all,
    make_cascade,
    make_issued_detailed,
)
from tests.makers.orgs import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_january():
    with clock.as_if(IN_2024):
        yield


@pytest.fixture
def cascade():
    return make_cascade()


@pytest.fixture
def detailed(cascade):
    return cascade.start()


def labels(tasks):
    return [task.label for task in tasks]


def test_a_unit_answers_every_direction_and_what_it_was_given(detailed):
    assert labels(silent_items(detailed)) == ["II.1", "II.2", "III.1.a", "III.2.a", "III.2.b"]


def test_what_other_units_were_given_is_not_read_for_one_unit(detailed):
    given = certain_items(detailed)

    units = {row.unit_id for task in given for row in task.assignments.all()}
    assert units == {detailed.unit_id}


def test_answer_item_keeps_one_answer_an_item(cascade, detailed):
    cascade.answer(detailed, "II.1", WAIVED)

    answer = cascade.answer(detailed, "II.1", ADAPTED)

    assert Answer.objects.get() == answer
    assert (answer.how, answer.words, answer.reason) == (
        How.ADAPTED,
        ADAPTED.words,
        ADAPTED.reason,
    )
    assert answer.by == cascade.officer
    assert labels(silent_items(detailed)) == ["II.2", "III.1.a", "III.2.a", "III.2.b"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Said(How.WAIVED), "reason"),
        (Said(How.WAIVED, reason=" \n"), "reason"),
        (Said(How.WAIVED, reason="Không có biển", owner="Trạm"), "words"),
        (Said(How.ADAPTED, reason="Ít loa"), "words"),
        (Said(How.ADAPTED, words="Phát hai buổi"), "reason"),
        (Said(How.ADAPTED, words="x" * 100_000, reason="dài"), "words"),
        (Said(How.TAKEN_UP, words="Phát hai buổi"), "words"),
        (Said(How.TAKEN_UP, owner="a" * 301), "owner"),
        (Said(How.TAKEN_UP, due_on=dt.date(2024, 11, 30)), "due_on"),
        (Said(How.TAKEN_UP, due_on=dt.date(2023, 1, 1)), "due_on"),
        (Said(How.WAIVED, reason="TUYỆT MẬT\n\nNội dung"), "reason"),
    ],
)
def test_answer_item_refuses_what_lacks_or_is_too_much(cascade, detailed, said, field):
    with pytest.raises(Incomplete) as refusal:
        cascade.answer(detailed, "III.2.b", said)

    assert [issue.field for issue in refusal.value.issues] == [field]
    assert not Answer.objects.exists()


def test_answer_item_takes_a_day_of_the_unit_not_later_than_above(cascade, detailed):
    said = Said(How.TAKEN_UP, owner="Công chức", due_on=dt.date(2024, 11, 29))

    answer = cascade.answer(detailed, "III.2.b", said)

    assert (answer.due_on, answer.owner) == (dt.date(2024, 11, 29), "Công chức")


def test_answer_item_refuses_people_of_other_units_and_other_roles(cascade, detailed):
    strangers = [cascade.authority.reporters[1], cascade.authority.drafter, cascade.clerk]
    strangers.append(cascade.authority.auditor)

    for person in strangers:
        with pytest.raises(NotAllowed):
            cascade.answer(detailed, "II.1", by=person)


def test_the_head_of_a_unit_may_answer_too(cascade, detailed):
    assert cascade.answer(detailed, "II.1", by=cascade.chair).by == cascade.chair


def test_answer_item_refuses_an_item_of_another_plan(cascade, detailed):
    with clock.as_if(IN_2024):
        other = make_cascade()

    with pytest.raises(WrongState):
        commands.answer_item(
            detailed=detailed, task=other.task("II.1"), said=TAKEN_UP, by=cascade.officer
        )


def test_answer_item_tells_who_answered_meanwhile(cascade, detailed):
    first = cascade.answer(detailed, "II.1", WAIVED, seen=0)

    with pytest.raises(Overtaken) as refusal:
        cascade.answer(detailed, "II.1", TAKEN_UP, by=cascade.chair, seen=0)

    assert refusal.value.version == first.version
    assert "Xã không có biển" in refusal.value.message
    assert str(cascade.officer) in refusal.value.message
    assert Answer.objects.get().how == How.WAIVED
    again = cascade.answer(detailed, "II.1", by=cascade.chair, seen=first.version)
    assert again.how == How.TAKEN_UP
    told = queries.history_of_answer(detailed, cascade.task("II.1"))
    assert [change.event for change in told] == ["answer_item", "answer_item"]


def test_two_people_at_two_items_do_not_meet(cascade, detailed):
    cascade.answer(detailed, "II.1", seen=0)
    cascade.answer(detailed, "II.2", by=cascade.chair, seen=0)

    assert Answer.objects.count() == 2


def test_take_up_items_takes_only_what_is_certain(cascade, detailed):
    taken = commands.take_up_items(detailed=detailed, by=cascade.officer)

    # Not the directions, which everybody weighs, and not where it only helps.
    assert labels(answer.task for answer in taken) == ["III.2.a", "III.2.b"]
    assert certain_items(detailed) == []


def test_take_up_items_leaves_what_was_not_seen_is_late_or_was_answered(cascade, detailed):
    cascade.answer(detailed, "III.2.a", WAIVED)
    with clock.as_if(clock.at(dt.date(2024, 12, 2), 9)):
        assert certain_items(detailed) == []

    assert commands.take_up_items(detailed=detailed, by=cascade.officer, tasks=[]) == []
    assert Answer.objects.get().how == How.WAIVED


def test_take_back_answers_makes_items_silent_again_but_for_later_ones(cascade, detailed):
    taken = commands.take_up_items(detailed=detailed, by=cascade.officer)
    seen = {answer.task_id: answer.version for answer in taken}
    cascade.answer(detailed, "III.2.a", ADAPTED, by=cascade.chair)

    back = commands.take_back_answers(detailed=detailed, seen=seen, by=cascade.officer)

    assert labels(back) == ["III.2.b"]
    assert Answer.objects.get().how == How.ADAPTED
    with pytest.raises(Overtaken):
        cascade.answer(detailed, "III.2.b", seen=seen[cascade.task("III.2.b").pk])


def test_nothing_is_changed_once_the_document_was_issued(cascade):
    detailed = make_issued_detailed(cascade)
    seen = dict(detailed.answers.values_list("task", "version"))

    for act in (
        lambda: cascade.answer(detailed, "II.1", TAKEN_UP),
        lambda: commands.take_up_items(detailed=detailed, by=cascade.officer),
        lambda: commands.take_back_answers(detailed=detailed, seen=seen, by=cascade.officer),
        lambda: commands.add_own_item(
            detailed=detailed, title="Thêm", said=TAKEN_UP, by=cascade.officer
        ),
        lambda: commands.write_detailed_plan(detailed=detailed, by=cascade.officer),
    ):
        with pytest.raises(WrongState):
            act()


def test_add_own_item_puts_it_behind_the_others_and_drop_own_item_takes_it_out(cascade, detailed):
    said = Said(How.TAKEN_UP, words="Cho ngư dân", owner="Công chức", due_on=dt.date(2024, 3, 1))
    first = commands.add_own_item(
        detailed=detailed, title=" Nói chuyện ", said=said, by=cascade.officer
    )
    second = commands.add_own_item(
        detailed=detailed, title="Hội thi", said=TAKEN_UP, by=cascade.officer
    )

    commands.drop_own_item(item=first, by=cascade.officer)

    assert (first.title, first.ordinal, second.ordinal) == ("Nói chuyện", 1, 2)
    assert list(detailed.own_items.all()) == [second]
    with pytest.raises(WrongState):
        commands.drop_own_item(item=first, by=cascade.officer)


@pytest.mark.parametrize(
    ("title", "said", "field"),
    [
        (" ", TAKEN_UP, "title"),
        ("a" * 301, TAKEN_UP, "title"),
        ("Hội thi", Said(How.TAKEN_UP, due_on=dt.date(2030, 1, 1)), "due_on"),
        ("TỐI MẬT", TAKEN_UP, "title"),
    ],
)
def test_add_own_item_refuses(cascade, detailed, title, said, field):
    with pytest.raises(Incomplete) as refusal:
        commands.add_own_item(detailed=detailed, title=title, said=said, by=cascade.officer)

    assert field in {issue.field for issue in refusal.value.issues}


def test_drop_own_item_refuses_people_of_other_units(cascade, detailed):
    item = commands.add_own_item(
        detailed=detailed, title="Hội thi", said=TAKEN_UP, by=cascade.officer
    )

    with pytest.raises(NotAllowed):
        commands.drop_own_item(item=item, by=make_user(unit=cascade.authority.communes[1]))


def test_an_item_given_after_the_issue_is_answered_afterwards(cascade):
    detailed = make_issued_detailed(cascade)
    commands.adopt_detailed_plan(detailed=detailed, by=cascade.officer)
    late = cascade.plan.tasks.create(
        kind="duty",
        label="II.2.x",
        title="Việc thêm",
        text="Việc thêm",
        start=5,
        end=9,
        status="accepted",
    )
    late.assignments.create(unit=cascade.commune, part="does")
    assert labels(silent_items(detailed)) == ["II.2.x"]

    answer = cascade.answer(Detailed.objects.get(), "II.2.x")

    assert answer.how == How.TAKEN_UP
    assert not silent_items(detailed).exists()


def test_answers_of_everything_leave_nothing_silent(cascade, detailed):
    answer_all(cascade, detailed)

    assert not silent_items(detailed).exists()
