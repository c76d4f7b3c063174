"""What may be chosen in the form of a regime: the units and regimes that make sense to a seat."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Min, Q, QuerySet
from django.forms import ModelChoiceField

from haidang import clock
from haidang.orgs.models import Unit, UnitGroup
from haidang.reporting.models import Regime
from haidang.reporting.regime_facts import RegimeFacts

MOST_ABOVE = 50

if TYPE_CHECKING:
    OfRegimes = ModelChoiceField[Regime]
else:
    OfRegimes = ModelChoiceField  # generic in its stubs alone


class RegimeChoiceField(OfRegimes):
    """A regime of the level below, told by its name and how often it runs."""

    def label_from_instance(self, obj: Regime) -> str:
        """Name it with its frequency: two regimes of one name differ in that."""
        often = obj.get_frequency_display() if obj.frequency else obj.get_kind_display()
        return f"{obj.name} ({often})"


def said(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, str]]:
    """Choices that begin with a capital, as each stands alone."""
    return [(value, f"{label}"[:1].upper() + f"{label}"[1:]) for value, label in choices]


def choices_of(seat: Unit, facts: RegimeFacts | None) -> dict[str, QuerySet[Any]]:
    """By field, what an authority may choose; what a regime says already stays among it."""
    here = Unit.objects.on(clock.today())
    groups = UnitGroup.objects.filter(parent__path__startswith=seat.path)
    receivers = here.filter(pk__in=[seat.pk, *groups.values_list("parent", flat=True)])
    higher = here.filter(kind__rank__lt=seat.kind.rank).exclude(pk=seat.pk)[:MOST_ABOVE]
    return {
        "reporters": groups.order_by("name"),
        "receiver": receivers,
        "through": here.filter(acts_for__in=receivers),
        "upper": Unit.objects.filter(pk__in=[unit.pk for unit in higher]),
        "reviewer": _beside(seat, facts.reviewer if facts else None),
        "fed_by": _below(seat, facts.fed_by if facts else None),
    }


def _beside(seat: Unit, kept: Unit | None) -> QuerySet[Unit]:
    """Bodies of other trees, and those beside the way up from the seat; no sister of the seat."""
    steps = seat.path.split("/")[:-1]
    way_up = Unit.objects.filter(
        path__in=["/".join(steps[:at]) + "/" for at in range(2, len(steps))]
    )
    sisters = Q(kind=seat.kind_id, parent=seat.parent_id)
    there = Unit.objects.on(clock.today()).filter(Q(parent=None) | Q(parent__in=way_up))
    bodies = there.exclude(pk__in=way_up).exclude(sisters).exclude(pk=seat.pk)
    return Unit.objects.filter(Q(pk__in=bodies.values("pk")) | Q(pk=kept and kept.pk))


def _below(seat: Unit, kept: Regime | None) -> QuerySet[Regime]:
    """One regime of each name that authorities under the seat receive."""
    lower = Regime.objects.in_use().filter(receiver__path__startswith=seat.path)
    lower = lower.exclude(receiver=seat)
    firsts = lower.values("name", "frequency").annotate(first=Min("pk")).values("first")
    same = Q(name=kept.name, frequency=kept.frequency) if kept else Q(pk=None)
    found = Q(pk__in=firsts) & ~same
    return Regime.objects.filter(found | Q(pk=kept and kept.pk)).order_by("name", "pk")
