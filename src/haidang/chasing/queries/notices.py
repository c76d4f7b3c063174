"""What a person was told inside the system, and how much of it nobody opened yet."""

from django.db.models import Q, QuerySet

from haidang.chasing.models import Notice
from haidang.orgs.models import User
from haidang.prepared import counted, number, prepared


def notices_of(user: User) -> QuerySet[Notice]:
    """The notices of a person and of the person's unit, the newest first."""
    return Notice.objects.visible_to(user).select_related("by__unit", "read_by", "unit")


def unread_count(user: User) -> int:
    """How many of them nobody opened yet; one question."""
    return number(_unread(user.pk, [user.unit_id] if user.unit_id else []))


@prepared
def _unread(user: int, units: list[int]) -> QuerySet[Notice, int]:
    return counted(Notice.objects.filter(Q(user=user) | Q(unit__in=units)).unread())
