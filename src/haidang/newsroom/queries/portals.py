"""Which portal answers on a host name, which stand above it, and where they answer."""

from django.conf import settings
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from haidang.newsroom.models import FrontPage, Portal
from haidang.orgs.models import Unit
from haidang.prepared import prepared


def portal_on(host: str) -> Portal | None:
    """The portal of a host name, else the one of this installation's own address."""
    return next(iter(_answering(host)), None)


def portal_around(path: str) -> Portal | None:
    """The portal that a page at a path of the tree stands in."""
    return next(iter(_at(path[: 2 * Portal.steplen])), None)


def portals_above(portal: Portal) -> list[Portal]:
    """The portals of the authorities above, the nearest first: what they share is shown here."""
    parts = portal.unit.path.strip("/").split("/")
    paths = [f"/{'/'.join(parts[:stop])}/" for stop in range(1, len(parts))]
    if not paths:
        return []
    found = {above.pk: above for above in _of_units(paths)}
    return sorted(found.values(), key=lambda above: -len(above.unit.path))


def portal_of_unit(unit: Unit) -> Portal | None:
    """The portal that a unit itself has."""
    return _portals().filter(unit=unit).first()


def home(portal: Portal) -> str:
    """Where a portal answers: `https://…` without a path; nothing where it answers nowhere."""
    if portal.is_here:
        return settings.ADDRESS
    if not portal.hostname:
        return ""
    scheme, usual = ("https", 443) if settings.HTTPS else ("http", 80)
    port = "" if portal.port == usual else f":{portal.port}"
    return f"{scheme}://{portal.hostname}{port}"


def fronts_of(portal: Portal) -> list[FrontPage]:
    """The live front pages of a portal, in the order of its languages."""
    return _fronts(portal.path)


@prepared
def _fronts(path: str) -> QuerySet[FrontPage]:
    fronts: QuerySet[FrontPage] = FrontPage.objects.live().filter(path__startswith=path)
    return fronts.select_related("locale", "unit").order_by("path")


@prepared
def _answering(host: str) -> QuerySet[Portal]:
    named = Q(sites_rooted_here__hostname=host) | Q(sites_rooted_here__is_default_site=True)
    return _portals().filter(named).order_by("sites_rooted_here__is_default_site")[:1]


@prepared
def _at(path: str) -> QuerySet[Portal]:
    return _portals().filter(path=path)[:1]


@prepared
def _of_units(paths: list[str]) -> QuerySet[Portal]:
    return _portals().filter(unit__path__in=paths)


def _portals() -> QuerySet[Portal]:
    """Portals with where they answer, and with the office that is to be asked."""
    offices = Unit.objects.filter(acts_for=OuterRef("unit"), valid_to=None).exclude(contact="")
    office = offices.order_by("kind__rank", "pk")
    site = "sites_rooted_here__"
    portals: QuerySet[Portal] = Portal.objects.select_related("unit").annotate(
        hostname=F(f"{site}hostname"),
        port=F(f"{site}port"),
        is_here=F(f"{site}is_default_site"),
        office=Subquery(office.values("name")[:1]),
        office_contact=Subquery(office.values("contact")[:1]),
    )
    return portals.order_by(f"-{site}is_default_site")
