"""The stations that a person may see, and those whose weeks a person makes."""

from django.db.models import Q, QuerySet

from haidang.broadcast import rules
from haidang.broadcast.enums import StationKind
from haidang.broadcast.models import Bulletin, Recording, Station
from haidang.broadcast.queries.heard import visible_bulletins, visible_recordings
from haidang.broadcast.queries.spoken import VOICES
from haidang.orgs.models import Unit, User


def visible_stations(user: User) -> QuerySet[Station]:
    """What `rules.may_look` lets a person look at, used ones first; one question."""
    rows = Station.objects.select_related("unit__acts_for", "within", "rule")
    rows = rows.order_by("is_retired", "kind", "unit_id", "name")
    if user.sees_everything():
        return rows
    if user.unit is None:
        return rows.none()
    seat = user.seat
    above = [int(step) for step in seat.path.strip("/").split("/")]
    beside = Q(kind=StationKind.DISTRICT, unit__parent=seat.parent_id)
    return rows.filter(
        Q(unit__path__startswith=seat.path)
        | Q(unit__in=above)
        | Q(unit__acts_for__in=above)
        | (beside if seat.parent_id else Q(pk=None))
    )


def own_station(user: User, stations: list[Station]) -> Station | None:
    """The station that a person most likely means: one whose weeks they make, else the first."""
    used = [one for one in stations if not one.is_retired]
    mine = (one for one in used if rules.may_schedule(user, one))
    return next(mine, None) or next(iter(used), None)


def bulletins_for(unit: Unit, user: User) -> QuerySet[Bulletin]:
    """The bulletins that a unit's stations may plan: its own, and those shared from above.

    Of them those that the person who plans may see: no draft from above, nothing under K4.
    """
    seat = unit.seat
    above = [int(step) for step in seat.path.strip("/").split("/")]
    own = Q(unit=seat) | Q(unit__acts_for=seat)
    shared = Q(is_shared=True) & (Q(unit__in=above) | Q(unit__acts_for__in=above))
    rows = Bulletin.objects.filter(own | shared, is_retired=False)
    rows = rows.filter(pk__in=visible_bulletins(user).values("pk"))
    return rows.select_related("unit__acts_for", "recording").order_by("-on", "-pk")


def music_for(unit: Unit, user: User) -> QuerySet[Recording]:
    """The sound that a unit's stations may play by itself, of what the person who plans may see."""
    seat = unit.seat
    rows = Recording.objects.filter(Q(unit=seat) | Q(unit__acts_for=seat), is_retired=False)
    spoken = Bulletin.objects.filter(recording__isnull=False).values("recording")
    rows = rows.exclude(pk__in=spoken).exclude(source__in=VOICES)
    rows = rows.filter(pk__in=visible_recordings(user).values("pk"))
    return rows.select_related("unit__acts_for").order_by("-pk")
