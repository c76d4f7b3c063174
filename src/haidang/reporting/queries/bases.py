"""Which bases of law an authority kept."""

from haidang.orgs.models import Unit
from haidang.reporting.models import KeptBases


def kept_bases(authority: Unit) -> KeptBases | None:
    """The bases that serve now; None where no person kept any yet."""
    rows = KeptBases.objects.filter(authority=authority)
    return rows.select_related("by__unit").first()
