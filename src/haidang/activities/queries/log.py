"""Single entries and acts: the last of a unit, and what happened lately."""

from collections.abc import Collection

from django.db.models import QuerySet

from haidang.activities.models import Activity, Kind
from haidang.ledger.models import Entry
from haidang.orgs.models import Unit, User


def last_activity(unit: Unit, kind: Kind | None = None) -> Activity | None:
    """Return what a unit logged last, of one kind if told: the model for "Lặp lại lần trước"."""
    logged = Activity.objects.filter(unit=unit).select_related("kind", "task")
    if kind is not None:
        logged = logged.filter(kind=kind)
    return logged.prefetch_related("quantities__measure").order_by("-logged_at", "-on").first()


def recent_acts(user: User, events: Collection[str]) -> QuerySet[Entry]:
    """Return acts of these names by people of the units that a person may see, newest first."""
    acts = Entry.objects.filter(event__in=events).select_related("by").order_by("-seq")
    if user.sees_everything():
        return acts
    if user.unit_id is None:
        return acts.none()
    seen = User.objects.filter(unit__in=Unit.objects.visible_to(user)).values("pk")
    return acts.filter(by__in=seen)
