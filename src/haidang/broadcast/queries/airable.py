"""Which bulletins of a week may be aired now."""

from collections.abc import Iterable

from haidang.broadcast.models import Part
from haidang.broadcast.queries.bulletins import cleared_bulletins
from haidang.orgs.models import Unit


def airable_among(parts: Iterable[Part], unit: Unit) -> set[int]:
    """The numbers of the bulletins of some parts that a unit may air now; one question."""
    asked = {part.bulletin_id for part in parts if part.bulletin_id}
    if not asked:
        return set()
    return set(cleared_bulletins(unit).filter(pk__in=asked).values_list("pk", flat=True))
