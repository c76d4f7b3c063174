"""The template that a document of a type is filled into."""

from haidang.documents.models import Template
from haidang.orgs.models import Unit


def current_template(unit: Unit, document_type: str) -> Template | None:
    """The current template of a type: of the unit, else of the nearest unit above it."""
    above = [int(pk) for pk in unit.path.split("/") if pk]
    name = document_type.casefold()
    found = Template.objects.filter(unit__in=above, document_type=name, is_current=True)
    rows = found.select_related("unit", "file")
    return max(rows, key=lambda row: above.index(row.unit_id), default=None)
