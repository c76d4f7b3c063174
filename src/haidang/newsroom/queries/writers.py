"""Who may be given a story of a unit, for which of its tasks, and which units have a newsroom."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang import clock
from haidang.orgs.enums import Role
from haidang.orgs.models import Appointment, Unit, User
from haidang.plans.enums import PlanStatus, TaskStatus
from haidang.plans.models import Assignment, Task

WRITING = (Role.EDITOR, Role.REPORTER, Role.DRAFTER, Role.CONFIDENTIALITY_OFFICER)


def writers_for(unit: Unit) -> QuerySet[User]:
    """People with a hand in words: of the unit itself, its offices, and the units beside it."""
    near = Q(unit=unit.seat) | Q(unit__acts_for=unit.seat)
    if unit.seat.parent_id is not None:
        near |= Q(unit__parent=unit.seat.parent_id)
    people = User.objects.filter(near, _holds(*WRITING), is_active=True)
    return people.select_related("unit").order_by("unit__kind__rank", "unit", "post", "pk")


def tasks_for(unit: Unit) -> QuerySet[Task]:
    """What adopted plans ask of a unit or of the authority that it works for, newest plan first."""
    given = Assignment.objects.filter(task=OuterRef("pk"), unit__in={unit.pk, unit.seat.pk})
    tasks = Task.objects.filter(
        Exists(given), status=TaskStatus.ACCEPTED, plan__status=PlanStatus.ADOPTED
    )
    return tasks.order_by("-plan__year", "plan", "start", "pk")


def newsrooms_of(user: User) -> list[Unit]:
    """The units for which a person may plan: those with an editor, or the person's own.

    The person's own unit comes first.
    """
    if user.unit is None:
        return []
    edited = User.objects.filter(_holds(Role.EDITOR), unit=OuterRef("pk"), is_active=True)
    seat = user.seat
    rooms = Unit.objects.on(clock.today()).below(seat).filter(Exists(edited), seat_is(seat))
    found = sorted(rooms, key=lambda unit: unit != user.unit)
    return found or [user.unit]


def seat_is(seat: Unit) -> Q:
    """A unit itself, the offices that advise it, and what stands right below it."""
    return Q(pk=seat.pk) | Q(acts_for=seat) | Q(parent=seat)


def _holds(*roles: Role) -> Exists:
    today = clock.today()
    held = Appointment.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=today),
        user=OuterRef("pk"),
        role__in=roles,
        valid_from__lte=today,
    )
    return Exists(held)
