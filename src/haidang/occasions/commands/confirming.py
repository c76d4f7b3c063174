"""Writing down the day that was announced for a festival."""

import datetime as dt

from django.db import transaction

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.occasions import checks, rules
from haidang.occasions.models import Confirmation, Occasion
from haidang.occasions.overtaken import Overtaken
from haidang.orgs.models import Unit, User


@transaction.atomic
def confirm_day(
    *,
    occasion: Occasion,
    year: int,
    on: dt.date,
    by: User,
    until: dt.date | None = None,
    source: str = "",
    seen: int = 0,
) -> Confirmation:
    """Say on which day a festival is in a year, for the person's authority and those below it.

    `seen` is the version of the confirmation that the person looked at, 0 where there was none.
    Working days and deadlines stay: time off for Khmer staff is local practice, not law.
    Refuses with WrongState, NotAllowed, Incomplete, and Overtaken if somebody was quicker.
    """
    if not occasion.needs_confirmation:
        raise WrongState("Ngày này tính được chắc chắn, không cần xác nhận.")
    if not rules.may_keep(by):
        raise NotAllowed("Chỉ người giữ lịch của cơ quan mới được xác nhận ngày.")
    until, source = until or on + dt.timedelta(occasion.length - 1), source.strip()
    if issues := checks.before_confirming(year, on, until, source):
        raise Incomplete(issues)
    # Two first confirmations wait in line.
    Unit.objects.select_for_update(no_key=True).get(pk=by.seat.pk)
    mine = Confirmation.objects.filter(occasion=occasion, authority=by.seat, year=year)
    standing = mine.select_related("by__unit").first()
    if standing and standing.version != seen:
        raise Overtaken(standing, by)
    said = standing or Confirmation(occasion=occasion, authority=by.seat, year=year, version=0)
    said.on, said.until, said.source = on, until, source
    said.by, said.at, said.version = by, clock.now(), said.version + 1
    said.save()
    days = {"on": str(on), "until": str(until)}
    record("confirm_day", target=occasion, by=by, year=year, **days, source=source)
    return said
