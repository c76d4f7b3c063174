"""What logging and correcting share: facts made sound, and written into their rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from haidang.activities import checks
from haidang.activities.facts import Facts, tidied
from haidang.activities.models import Activity, Participation, Quantity
from haidang.documents.stamps import about_words
from haidang.errors import Incomplete
from haidang.orgs.models import Unit
from haidang.plans.models import Task


def sound(
    unit: Unit, facts: Facts, kept: frozenset[str] = frozenset(), standing: Task | None = None
) -> Facts:
    """Return the facts as they will be kept. Refuses with Incomplete.

    `kept` are quantities that stand in the entry although they are not asked any more, `standing`
    the task that it has, also where that is given to the unit no more.
    """
    # A stamp stands on a line of its own, so it is looked for before lines are joined.
    stamped = about_words(facts.title, "title")
    facts = tidied(facts)
    if issues := [*stamped, *checks.before_logging(unit, facts, kept, standing)]:
        raise Incomplete(issues)
    return facts


def columns(facts: Facts) -> dict[str, Any]:
    """The facts that stand in the row itself."""
    return {
        "kind": facts.kind,
        "title": facts.title,
        "on": facts.on,
        "language": facts.language,
        "task": facts.task,
        "link": facts.link,
    }


def set_quantities(activity: Activity, quantities: Mapping[str, int]) -> None:
    """Write how much there was of each measure."""
    Quantity.objects.bulk_create(
        Quantity(activity=activity, measure_id=code, amount=amount)
        for code, amount in quantities.items()
    )


def set_partners(activity: Activity, units: Sequence[Unit]) -> None:
    """Write who did it together with the host."""
    if units:
        Participation.objects.bulk_create(
            Participation(activity=activity, unit=unit) for unit in units
        )
