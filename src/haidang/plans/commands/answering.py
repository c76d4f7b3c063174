"""What a unit says of each item of the plan above: taken up, adapted, waived; or not yet."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from haidang.errors import Incomplete, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.plans import checks
from haidang.plans.cascade import certain_items, items_for
from haidang.plans.detailed_turns import Turn, take_turn, words_of
from haidang.plans.enums import How
from haidang.plans.models import Answer, Detailed, Task
from haidang.plans.once import answer_what_is_asked
from haidang.plans.said import Said


@transaction.atomic
def answer_item(
    *, detailed: Detailed, task: Task, said: Said, by: User, seen: int | None = None
) -> Answer:
    """Say what the unit does with one item of the plan above.

    Refuses with NotAllowed, with WrongState what was issued or is no item of the unit, with
    Overtaken where somebody answered after the version that was `seen` (0: silent), and with
    Incomplete words that lack, a day later than that above, and a secrecy mark.
    """
    turn = take_turn(detailed, by, late=True)
    task = _item(turn, task)
    answer = Answer.objects.filter(detailed=turn.detailed, task=task).first()
    if answer and turn.is_closed:
        raise WrongState("Mục này đã trả lời trong kế hoạch đã ban hành; không đổi được nữa.")
    turn.refuse_late(task, answer, seen)
    if issues := checks.before_answering(task, said):
        raise Incomplete(issues)
    answer = turn.say(task, answer, said)
    record("answer_item", target=turn.detailed, by=by, touched=turn.touched)
    answer_what_is_asked(answer, by)
    return answer


@transaction.atomic
def take_up_items(
    *, detailed: Detailed, by: User, tasks: Sequence[int] | None = None
) -> list[Answer]:
    """Take up all silent items that need no second look, of those that the person saw.

    Certain is what was given to the unit itself, to do or to lead, in time. Refuses as
    `answer_item`.
    """
    turn = take_turn(detailed, by)
    silent = certain_items(turn.detailed)
    wanted = [task for task in silent if tasks is None or task.pk in tasks]
    said = Said(How.TAKEN_UP)
    answers = [turn.say(task, None, said) for task in wanted]
    record("take_up_items", target=turn.detailed, by=by, touched=turn.touched)
    for answer in answers:
        answer_what_is_asked(answer, by)
    return answers


@transaction.atomic
def take_back_answers(*, detailed: Detailed, seen: Mapping[int, int], by: User) -> list[Task]:
    """Take back answers, by the keys of their items and the versions that were seen.

    The items are silent again; what somebody changed since then stays. Refuses with NotAllowed,
    and with WrongState what was issued.
    """
    turn = take_turn(detailed, by)
    answers = turn.detailed.answers.filter(task__in=seen).select_related("task")
    back = [one for one in answers if one.version == seen[one.task_id]]
    for answer in back:
        turn.changed(answer.task, words_of(answer), words_of(None))
    turn.detailed.answers.filter(pk__in=[one.pk for one in back]).delete()
    record("take_back_answers", target=turn.detailed, by=by, touched=turn.touched)
    return [one.task for one in back]


def _item(turn: Turn, task: Task) -> Task:
    items = items_for(turn.detailed.unit, turn.detailed.plan)
    found = items.select_related("plan__revision__edition").filter(pk=task.pk).first()
    if found is None:
        raise WrongState(f"{task.label} không phải mục của {turn.detailed.unit}.")
    return found
