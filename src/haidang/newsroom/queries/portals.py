"""Which portal answers on a host name, and which portals stand above it."""

from django.db.models import Q

from haidang.newsroom.models import FrontPage, Portal


def portal_on(host: str) -> Portal | None:
    """The portal of a host name, else the one of this installation's own address."""
    named = Q(sites_rooted_here__hostname=host) | Q(sites_rooted_here__is_default_site=True)
    found = Portal.objects.filter(named).select_related("unit")
    return found.order_by("sites_rooted_here__is_default_site").first()


def portals_above(portal: Portal) -> list[Portal]:
    """The portals of the authorities above, the nearest first: what they share is shown here."""
    parts = portal.unit.path.strip("/").split("/")
    paths = [f"/{'/'.join(parts[:stop])}/" for stop in range(1, len(parts))]
    found = Portal.objects.filter(unit__path__in=paths).select_related("unit")
    return sorted(found, key=lambda above: -len(above.unit.path))


def fronts_of(portal: Portal) -> list[FrontPage]:
    """The live front pages of a portal, in the order of its languages."""
    fronts = FrontPage.objects.child_of(portal).live().select_related("locale", "unit")
    return list(fronts.order_by("path"))
