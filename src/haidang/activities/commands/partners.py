"""What a unit says of an entry in which another one named it."""

from django.db import transaction

from haidang import clock
from haidang.activities import rules
from haidang.activities.facts import one_line
from haidang.activities.models import Activity, Closing, Declined
from haidang.activities.telling import tell_host
from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User

LONGEST_REASON = 300


@transaction.atomic
def decline_part(*, activity: Activity, unit: Unit, reason: str, by: User) -> Declined:
    """Say that a unit took no part in what it was named in: it counts there no more.

    The host is told, and does not name it there again. Refuses with NotAllowed, with WrongState
    where the unit is not named, the entry was taken back or the unit's days are closed, and with
    Incomplete without a reason.
    """
    rows = Activity.objects.select_for_update(no_key=True, of=("self",)).select_related("unit")
    activity = rows.get(pk=activity.pk)
    if by.unit_id != unit.pk or not rules.may_log(by, unit):
        raise NotAllowed("Chỉ người của đơn vị được nêu mới báo không tham gia.")
    if activity.is_withdrawn or unit not in activity.partners:
        raise WrongState(f"{unit} không được nêu trong hoạt động này.")
    if Closing.objects.over([unit], activity.on).exists():
        raise WrongState(
            f"Số liệu của {unit} ngày này đã chốt. Báo cho {activity.unit} để đính chính."
        )
    stamped, reason = about_words(reason, "reason"), one_line(reason)[:LONGEST_REASON]
    lacking = [] if reason else [Issue("no_reason", _WHY, "reason")]
    if issues := [*stamped, *lacking]:
        raise Incomplete(issues)
    activity.participations.filter(unit=unit).delete()
    activity.version += 1
    activity.save(update_fields=["version"])
    said = {"reason": reason, "at": clock.now(), "by": by}
    declined, _ = Declined.objects.update_or_create(activity=activity, unit=unit, defaults=said)
    record("decline_part", target=activity, by=by, unit=str(unit), reason=reason)
    tell_host(activity, unit, reason, by)
    return declined


_WHY = "Ghi lý do, ví dụ “xã không cử người tham gia”."
