"""What a unit adds to its detailed plan of its own accord."""

from django.db import transaction
from django.db.models import Max

from haidang import clock
from haidang.errors import Incomplete, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.plans import checks
from haidang.plans.detailed_turns import take_turn
from haidang.plans.models import Detailed, OwnItem
from haidang.plans.said import Said


@transaction.atomic
def add_own_item(*, detailed: Detailed, title: str, said: Said, by: User) -> OwnItem:
    """Add an item of the unit's own behind those that it has.

    Refuses with NotAllowed, with WrongState what was issued, and with Incomplete a missing title,
    a day outside the plan's year, and a secrecy mark.
    """
    turn = take_turn(detailed, by)
    if issues := checks.before_adding(said, title, turn.detailed):
        raise Incomplete(issues)
    last = turn.detailed.own_items.aggregate(last=Max("ordinal"))["last"] or 0
    item = OwnItem.objects.create(
        detailed=turn.detailed,
        ordinal=last + 1,
        title=title.strip(),
        words=said.words.strip(),
        owner=said.owner.strip(),
        due_on=said.due_on,
        at=clock.now(),
        by=by,
    )
    record("add_own_item", target=turn.detailed, by=by, title=item.title, item=item.pk)
    return item


@transaction.atomic
def drop_own_item(*, item: OwnItem, by: User) -> None:
    """Take an item of the unit's own out again; the ledger keeps its words.

    Refuses with NotAllowed, and with WrongState what was issued or somebody took out before.
    """
    turn = take_turn(item.detailed, by)
    found = turn.detailed.own_items.filter(pk=item.pk).first()
    if found is None:
        raise WrongState("Mục này vừa được người khác bỏ ra.")
    facts = {"title": found.title, "words": found.words, "owner": found.owner}
    found.delete()
    record("drop_own_item", target=turn.detailed, by=by, item=item.pk, **facts)
