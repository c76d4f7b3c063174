"""A changed item is answered once: in its amendment or in the detailed plan, and it serves both."""

from haidang import clock
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.plans.cascade import base_of, items_for
from haidang.plans.changes import differences
from haidang.plans.detailed_turns import Turn, take_turn
from haidang.plans.enums import DetailedStatus, How
from haidang.plans.models import Answer, Asked, Detailed
from haidang.plans.said import Said


def turn_beside(asked: Asked, by: User) -> Turn | None:
    """Lock the detailed plan in which the changed item stands too, where the unit has one.

    Refuses as `take_turn` does. It is locked before the row that is asked, always in this order.
    """
    if asked.item.after_id is None:
        return None
    plan = base_of(asked.item.amendment.plan)
    begun = Detailed.objects.filter(unit=asked.unit_id, plan=plan)
    detailed = begun.exclude(status=DetailedStatus.TAKEN_OVER).first()
    return take_turn(detailed, by, late=True) if detailed else None


def say_beside(asked: Asked, turn: Turn) -> None:
    """Let what was answered to the amendment stand in the detailed plan; an issued line stays."""
    items = items_for(asked.unit, turn.detailed.plan)
    task = items.filter(pk=asked.item.after_id or 0).first()
    answer = Answer.objects.filter(detailed=turn.detailed, task=asked.item.after_id or 0).first()
    if task is None or (answer and turn.is_closed):
        return
    turn.say(task, answer, said_in(asked))
    record("answer_item", target=turn.detailed, by=turn.by, touched=turn.touched)


def answer_what_is_asked(answer: Answer, by: User) -> None:
    """Let what was said in the detailed plan answer the amendment that asks of the same item."""
    rows = Asked.objects.select_for_update(no_key=True, of=("self",)).select_related("unit")
    for asked in rows.filter(unit=answer.detailed.unit_id, item__after=answer.task_id):
        stood = words_of_asked(asked)
        asked.how = answer.how
        asked.words = ". ".join(filter(None, [answer.words.rstrip(". "), answer.reason]))
        answered(asked, by, stood)


def answered(asked: Asked, by: User, stood: dict[str, str]) -> None:
    """Keep what a unit says of a changed item as the next version."""
    asked.at, asked.by = clock.now(), by
    asked.version += 1
    asked.save(update_fields=["how", "words", "at", "by", "version"])
    changes = differences(stood, words_of_asked(asked))
    record("answer_amendment", target=asked, by=by, version=asked.version, changes=changes)


def take_answers(detailed: Detailed, by: User) -> dict[int, Answer]:
    """Begin a detailed plan with what the unit answered to amendments; by the key of the item."""
    items = items_for(detailed.unit, detailed.plan)
    rows = Asked.objects.filter(unit=detailed.unit, item__after__in=items.order_by()).exclude(
        how=""
    )
    there = set(detailed.answers.values_list("task", flat=True))
    found = {}
    for asked in rows.select_related("item__after", "item__amendment__plan").order_by("pk"):
        if asked.item.after_id in there:
            continue
        said = said_in(asked)
        found[asked.item.after_id or 0] = Answer(
            detailed=detailed, task=asked.item.after, how=said.how, words=said.words,
            reason=said.reason, version=detailed.version, at=asked.at or clock.now(),
            by=asked.by or by,
        )  # fmt: skip
    Answer.objects.bulk_create(found.values())
    return found


def said_in(asked: Asked) -> Said:
    """What was answered to an amendment, as an answer of a detailed plan."""
    how = How(asked.how)
    if how == How.WAIVED:
        return Said(how, reason=asked.words)
    as_there = f"Như đã trả lời {asked.item.amendment.plan}."
    return Said(how, words=asked.words, reason=as_there) if how == How.ADAPTED else Said(how)


def words_of_asked(asked: Asked) -> dict[str, str]:
    """What a unit says of a changed item, as it stands now."""
    return {"trả lời": asked.get_how_display() if asked.how else "", "lời": asked.words}
