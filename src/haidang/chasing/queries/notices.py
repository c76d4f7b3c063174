"""What a person was told inside the system, and how much of it nobody opened yet."""

from django.db.models import QuerySet

from haidang.chasing.models import Notice
from haidang.orgs.models import User


def notices_of(user: User) -> QuerySet[Notice]:
    """The notices of a person and of the person's unit, the newest first."""
    return Notice.objects.visible_to(user).select_related("by__unit", "read_by", "unit")


def unread_count(user: User) -> int:
    """How many of them nobody opened yet; one question."""
    return Notice.objects.visible_to(user).unread().count()
