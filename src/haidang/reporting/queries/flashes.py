"""Flash reports that wait for a leader, and the regimes by which a person may send one."""

from django.db.models import QuerySet

from haidang.orgs.models import User
from haidang.prepared import prepared
from haidang.reporting.enums import RegimeKind
from haidang.reporting.models import Flash, Regime
from haidang.reporting.models.flash import FlashQuerySet


def flash_regimes(user: User) -> list[Regime]:
    """The ad hoc regimes that name the person's unit today; usually one."""
    unit = user.unit
    if unit is None:
        return []
    regimes = Regime.objects.in_use().filter(
        kind=RegimeKind.AD_HOC,
        reporters__parent=unit.parent_id,
        reporters__kinds=unit.kind_id,
    )
    return list(regimes.exclude(receiver=unit).select_related("receiver").distinct())


def waiting_flashes(user: User) -> list[Flash]:
    """What the person's authority was told and no leader has seen yet, the newest first."""
    return _unseen(user.seat.pk) if user.unit else []


@prepared
def _unseen(receiver: int) -> QuerySet[Flash]:
    unseen = Flash.objects.unseen().filter(regime__receiver=receiver)
    return unseen.select_related("unit", "regime")


def flashes_of(user: User) -> FlashQuerySet:
    """Every flash report that a person may read, the newest first."""
    rows = Flash.objects.visible_to(user)
    return rows.select_related("unit", "regime__receiver", "by", "seen_by__unit")
