"""The templates of a unit: the one that a type is filled into, and its earlier versions."""

from collections.abc import Sequence

from django.db.models import QuerySet

from haidang.documents.models import Template
from haidang.orgs.models import Unit, User


def current_template(unit: Unit, document_type: str) -> Template | None:
    """The template that documents of a type are filled into; None for the decree's plain layout.

    Only the unit's own: one of another unit may bear that one's name and address.
    """
    found = Template.objects.filter(
        unit=unit, document_type=document_type.casefold(), is_current=True
    )
    return found.select_related("file").first()


def units_with_templates(user: User) -> Sequence[Unit]:
    """The authority that a person works for, then the person's own office where it is another."""
    if user.unit is None:
        return ()
    return (user.seat,) if user.seat.pk == user.unit.pk else (user.seat, user.unit)


def templates_of(unit: Unit) -> QuerySet[Template]:
    """Every version that was put in for a unit, newest first."""
    rows = Template.objects.filter(unit=unit).select_related("created_by__unit", "file")
    return rows.order_by("-pk")
