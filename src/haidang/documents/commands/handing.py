"""Handing an incoming document over, and saying which document of ours it led to."""

import datetime as dt

from django.db import transaction

from haidang import clock
from haidang.documents import rules
from haidang.documents.models import Answer, Arrival, Edition
from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User

ONLY_LEADERS = (
    "Chỉ văn thư, lãnh đạo của cơ quan hoặc người đứng đầu đơn vị đang giữ văn bản mới được "
    "chuyển văn bản đến."
)


@transaction.atomic
def hand_over(
    *,
    arrival: Arrival,
    to: Unit,
    by: User,
    person: User | None = None,
    due_on: dt.date | None = None,
) -> Arrival:
    """Hand an incoming document to a unit, or a person in it, with a day by which it is answered.

    Again to somebody else is allowed; the ledger keeps both. Refuses with NotAllowed, and with
    Incomplete a unit elsewhere, a person of another unit, and a day that is past.
    """
    arrival = Arrival.objects.select_for_update(no_key=True).get(pk=arrival.pk)
    if not rules.may_hand_over(by, arrival):
        raise NotAllowed(ONLY_LEADERS)
    if issues := _about(arrival, to, person, due_on):
        raise Incomplete(issues)
    arrival.handed_to, arrival.handed_to_person, arrival.due_on = to, person, due_on
    arrival.handed_at, arrival.handed_by = clock.now(), by
    arrival.save(
        update_fields=["handed_to", "handed_to_person", "due_on", "handed_at", "handed_by"]
    )
    whom = person.get_username() if person else ""
    record("hand_over", target=arrival, by=by, to=to.pk, person=whom, due_on=due_on)
    return arrival


@transaction.atomic
def answer_arrival(*, arrival: Arrival, edition: Edition, by: User) -> Answer:
    """Say that a document of ours came of an incoming one: a plan made on it, a letter in answer.

    Said twice, it is one answer. Refuses with NotAllowed.
    """
    if not rules.may_register(by, edition.document.unit) or not rules.may_see(by, arrival):
        raise NotAllowed("Chỉ chuyên viên hoặc văn thư của cơ quan mới được nối hai văn bản này.")
    answer, is_new = Answer.objects.get_or_create(
        arrival=arrival, edition=edition, defaults={"at": clock.now(), "by": by}
    )
    if is_new:
        record("answer_arrival", target=arrival, by=by, edition=edition.pk)
    return answer


def _about(arrival: Arrival, to: Unit, person: User | None, due_on: dt.date | None) -> list[Issue]:
    issues = []
    if not to.is_under(arrival.unit) and to.seat.pk != arrival.unit_id:
        issues.append(Issue("elsewhere", f"{to} không thuộc cơ quan nhận văn bản.", "to"))
    if person and person.unit_id != to.pk:
        issues.append(Issue("elsewhere", f"{person} không thuộc {to}.", "person"))
    if due_on and due_on < clock.today():
        issues.append(Issue("past", "Thời hạn đã qua.", "due_on"))
    return issues
