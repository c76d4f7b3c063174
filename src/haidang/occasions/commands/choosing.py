"""What an authority wants to see of its calendar, and how long before."""

from django.db import transaction

from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.commands import record
from haidang.occasions import checks, rules
from haidang.occasions.enums import Step
from haidang.occasions.models import Choice, Occasion, Threshold
from haidang.orgs.models import Unit, User


@transaction.atomic
def hide_occasion(*, occasion: Occasion, by: User) -> Choice:
    """Leave an occasion out of the calendar of the person's authority. Refuses with NotAllowed."""
    choice = _choice(occasion, by)
    choice.is_hidden = True
    choice.save()
    record("hide_occasion", target=occasion, by=by, authority=by.seat.pk)
    return choice


@transaction.atomic
def show_occasion(*, occasion: Occasion, by: User) -> Choice:
    """Bring a hidden occasion back. Refuses with NotAllowed."""
    choice = _choice(occasion, by)
    choice.is_hidden = False
    choice.save()
    record("show_occasion", target=occasion, by=by, authority=by.seat.pk)
    return choice


@transaction.atomic
def set_lead(*, occasion: Occasion, days: int, by: User) -> Choice:
    """Say how many days before an occasion the authority begins to prepare.

    Refuses with NotAllowed, and Incomplete for less than none or more than a year.
    """
    choice = _choice(occasion, by)
    if issues := checks.before_setting_lead(days):
        raise Incomplete(issues)
    choice.lead_days = days
    choice.save()
    record("set_lead", target=occasion, by=by, authority=by.seat.pk, days=days)
    return choice


@transaction.atomic
def set_threshold(*, step: Step, by: User) -> Threshold:
    """Say which anniversaries of relations the authority lists. Refuses with NotAllowed."""
    _refuse_unless_kept(by)
    kept, _ = Threshold.objects.update_or_create(authority=by.seat, defaults={"step": step})
    record("set_threshold", target=kept, by=by, step=int(step))
    return kept


def _choice(occasion: Occasion, by: User) -> Choice:
    _refuse_unless_kept(by)
    # Two first choices of one authority wait in line.
    Unit.objects.select_for_update(no_key=True).get(pk=by.seat.pk)
    choice = Choice.objects.filter(occasion=occasion, authority=by.seat).first()
    return choice or Choice(occasion=occasion, authority=by.seat)


def _refuse_unless_kept(by: User) -> None:
    if not rules.may_keep(by):
        raise NotAllowed("Chỉ người giữ lịch của cơ quan mới được đổi lịch.")
