"""Where stories are at home: the units that people write for, and the sections these stand in."""

from django.db.models import Q

from haidang import clock
from haidang.newsroom.enums import Section
from haidang.newsroom.models import Portal, SectionPage
from haidang.newsroom.queries.writers import newsrooms_of, seat_is
from haidang.orgs.enums import Role
from haidang.orgs.models import Appointment, Unit, User


def portal_of(unit: Unit) -> Portal | None:
    """The portal of a unit, or of the nearest authority above it that has one."""
    above = [int(part) for part in unit.path.strip("/").split("/")] if unit.path else []
    portals = Portal.objects.filter(unit__in={*above, unit.seat.pk}).select_related("unit")
    return max(portals, key=lambda portal: len(portal.unit.path), default=None)


def section_page(unit: Unit, section: str, language: str) -> SectionPage | None:
    """The page of a section, in a language, below which stories of a unit stand."""
    portal = portal_of(unit)
    if portal is None:
        return None
    pages = SectionPage.objects.descendant_of(portal).filter(
        key=section, locale__language_code=language
    )
    found: SectionPage | None = pages.select_related("locale").first()
    return found


def sections_of(unit: Unit, language: str) -> list[tuple[str, str]]:
    """The sections that a unit's stories may stand in, with their names in Vietnamese."""
    portal = portal_of(unit)
    if portal is None:
        return []
    pages = SectionPage.objects.descendant_of(portal).filter(locale__language_code=language)
    there = set(pages.values_list("key", flat=True))
    return [choice for choice in Section.choices if choice[0] in there]


def units_to_write_for(user: User) -> list[Unit]:
    """The units that a person's story may be of: the own newsrooms, else the one beside or above.

    A commune or a border post without an editor supplies the newsroom that its authority has.
    """
    own = newsrooms_of(user)
    if user.unit is None or any(_has_editor(unit) for unit in own) or user.seat.parent is None:
        return own
    near = Unit.objects.on(clock.today()).filter(seat_is(user.seat.parent))
    supplied = [unit for unit in near.select_related("acts_for") if _has_editor(unit)]
    return supplied or own


def _has_editor(unit: Unit) -> bool:
    today = clock.today()
    lasting = Q(valid_to=None) | Q(valid_to__gte=today)
    held = Appointment.objects.filter(lasting, role=Role.EDITOR, valid_from__lte=today)
    return held.filter(user__unit=unit, user__is_active=True).exists()
