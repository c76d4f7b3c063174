"""What is asked of units when a plan was amended, and what they answer."""

import datetime as dt
from collections import Counter

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.models import Succession, Unit
from haidang.plans import commands, queries
from haidang.plans.enums import How, TaskStatus
from haidang.plans.models import Asked, Assignment, Task
from haidang.plans.overtaking import Overtaken
from tests.makers import make_authority, make_user
from tests.makers.plans import AMENDED, make_adopted, make_amended

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


@pytest.mark.promise("N5")
def test_answer_amendment_is_said_again_and_each_time_kept(town, old):
    plan = make_amended(town, old, answer_by=DAY)
    asked = queries.unanswered(town.communes[0]).first()

    commands.answer_amendment(asked=asked, how=How.TAKEN_UP, by=town.reporters[0], seen=0)
    answered = commands.answer_amendment(
        asked=asked, how=How.WAIVED, words=" Xã không có đài. ", by=town.reporters[0], seen=1
    )

    assert (answered.how, answered.words, answered.version) == ("waived", "Xã không có đài.", 2)
    assert queries.answer_counts(plan.amendment) == {"": 8, "waived": 1}
    facts = [list(map(str, change.facts)) for change in queries.answer_history(asked)]
    assert facts[1] == ["trả lời: chưa có → nhận"]
    last = list(queries.answers_by_unit(plan.amendment))[-1]
    assert (last, last.asked, last.answered) == (town.communes[0], 3, 1)


def test_answer_amendment_refuses_what_says_nothing_strangers_and_latecomers(town, old):
    make_amended(town, old, answer_by=DAY)
    asked = queries.unanswered(town.communes[0]).first()
    own = town.reporters[0]

    for how, words in ((How.WAIVED, " "), (How.ADAPTED, ""), (How.TAKEN_UP, "x" * 2001)):
        with pytest.raises(Incomplete):
            commands.answer_amendment(asked=asked, how=how, words=words, by=own)
    for by in (town.reporters[1], town.auditor, make_user(unit=town.communes[0])):
        with pytest.raises(NotAllowed):
            commands.answer_amendment(asked=asked, how=How.TAKEN_UP, by=by)
    commands.answer_amendment(asked=asked, how=How.TAKEN_UP, by=own)
    with pytest.raises(Overtaken, match="nhận"):
        commands.answer_amendment(asked=asked, how=How.TAKEN_UP, by=own, seen=0)


def test_nobody_answers_a_plan_that_was_replaced_again(town, old):
    plan = make_amended(town, old, answer_by=DAY)
    asked = queries.unanswered(town.communes[0]).first()
    make_amended(town, plan, answer_by=DAY, text=AGAIN)

    with pytest.raises(WrongState, match="thay thế"):
        commands.answer_amendment(asked=asked, how=How.TAKEN_UP, by=town.reporters[0])
    assert queries.unanswered(town.communes[0]).count() == 1  # of the newest alone


def test_amended_since_tells_a_detailed_plan_what_changed_under_it(town, old):
    tasks = list(old.tasks.filter(label__startswith="III"))
    plan = make_amended(town, old, answer_by=DAY)

    found = queries.amended_since(tasks)

    labels = {Task.objects.get(pk=pk).label: item.after.plan for pk, item in found.items()}
    assert labels == {"III.2.a": plan, "III.2.b": plan}


def test_a_unit_that_ended_is_asked_by_its_heirs(town, old):
    gone, heir = town.communes[:2]
    Succession.objects.create(predecessor=gone, successor=heir, on=dt.date(2024, 3, 1), how="merge")
    Unit.objects.filter(pk=gone.pk).update(valid_to=dt.date(2024, 2, 29))

    make_amended(town, old, answer_by=DAY)

    asked = Counter(Asked.objects.values_list("unit", flat=True))
    assert asked == {heir.pk: 3, town.communes[2].pk: 3}
    assert Assignment.objects.filter(unit=gone, task__status=TaskStatus.REPLACED).exists()
