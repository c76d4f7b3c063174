"""What stands around every page: unit, menu, account, theme, and the demonstration's banner."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.functional import SimpleLazyObject

from haidang import clock
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from haidang.prepared import prepared
from haidang.web.addresses import address_of

THEME_COOKIE = "haidang_theme"
NOBODY = "người quản trị của đơn vị"
LABELS = {
    "work": "Việc của tôi",
    "activities": "Nhật ký",
    "matrix": "Nhiệm vụ",
    "reports": "Báo cáo",
    "occasions": "Lịch",
    "plans": "Kế hoạch",
    "documents": "Văn bản",
    "editorial-calendar": "Nội dung",
    "help": "Trợ giúp",
}
# Nobody needs the whole menu: a commune officer and a leader have five items.
MENUS = {
    Role.REPORTER: ("work", "activities", "reports", "occasions", "help"),
    Role.LEADER: ("work", "documents", "reports", "plans", "help"),
    Role.CLERK: ("work", "documents", "reports", "plans", "help"),
}
# What others reach from a page of the menu, so that it marks that page's item for them.
WITHIN = {"occasions": "work"}
# Nobody has more than seven items. The newsroom is shown to who works at it, in the place of what
# they need least; who only reads for secrets enters by what waits for that.
AT_THE_DESK = {
    Role.CONFIDENTIALITY_OFFICER: "documents",
    Role.EDITOR: "documents",
    Role.ADMINISTRATOR: "activities",
}
OTHER_DOOR = {"editorial-calendar": "clearances"}
# Which item of the menu a page belongs to, by the first word of the name of its address.
SECTIONS = {
    "activity": "activities",
    "catalogue": "activities",
    "task": "matrix",
    "goals": "matrix",
    "late-parts": "matrix",
    "indicator": "matrix",
    "orphans": "matrix",
    "expect": "matrix",
    "target": "matrix",
    "narrative": "reports",
    "outline": "reports",
    "one-page": "work",
    "headlines": "work",
    "chase": "matrix",
    "remind-units": "matrix",
    "notices": "work",
    "report": "reports",
    "round": "reports",
    "evaluation": "reports",
    "commendation": "reports",
    "scoring": "reports",
    "regime": "reports",
    "regimes": "reports",
    "flash": "reports",
    "consolidation": "reports",
    "figure": "reports",
    "plan": "plans",
    "document": "documents",
    "documents": "documents",
    "draft": "documents",
    "slip": "documents",
    "step": "documents",
    "number": "documents",
    "arrival": "documents",
    "copy": "documents",
    "root": "documents",
    "submit-for-signature": "documents",
    "receive-paper": "documents",
    "hand-over": "documents",
    "occasion": "occasions",
    "occasions": "occasions",
    "calendar": "occasions",
    "feed": "occasions",
    "confirm-day": "occasions",
    "set-lead": "occasions",
    "accessibility": "help",
    "read-in": "plans",
    "set-habits": "plans",
    "change-task": "plans",
    "refuse-task": "plans",
    "classify-item": "plans",
    "detailed-preview": "plans",
    "answer-item": "plans",
    "take-up-items": "plans",
    "take-back-answers": "plans",
    "add-own-item": "plans",
    "drop-own-item": "plans",
    "coverage": "plans",
    "coverage-unit": "plans",
    "story": "editorial-calendar",
    "stories": "editorial-calendar",
    "planned": "editorial-calendar",
    "ideas": "editorial-calendar",
    "clearances": "editorial-calendar",
    "pictures": "editorial-calendar",
    "picture": "editorial-calendar",
    "portals": "editorial-calendar",
    "portal": "editorial-calendar",
    "accounts": "editorial-calendar",
    "glossary": "editorial-calendar",
    "term": "editorial-calendar",
    "radio": "editorial-calendar",
    "part": "editorial-calendar",
    "release": "editorial-calendar",
    "release-week": "editorial-calendar",
    "print-week": "editorial-calendar",
    "stations": "editorial-calendar",
    "station": "editorial-calendar",
    "slot": "editorial-calendar",
    "bulletin": "editorial-calendar",
    "bulletins": "editorial-calendar",
    "recordings": "editorial-calendar",
    "player": "editorial-calendar",
    "players": "editorial-calendar",
    "alerts": "editorial-calendar",
    "alert": "editorial-calendar",
    "as-run": "editorial-calendar",
    "tick": "editorial-calendar",
    "month-log": "editorial-calendar",
    "packages": "editorial-calendar",
}


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One item of the menu."""

    label: str
    url: str
    is_current: bool


class Frame(dict[str, object]):
    """What stands around one page, filled the first time that anything of it is looked up."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__()
        self.request: HttpRequest | None = request

    def __missing__(self, name: str) -> object:
        if self.request is None:
            raise KeyError(name)
        request, self.request = self.request, None
        self.update(surroundings(request))
        return self[name]


def frame(request: HttpRequest) -> dict[str, object]:
    """The context of base.html, under one name; nothing is asked until a page needs it."""
    return {"frame": Frame(request)}


def _theme(chosen: str) -> str:
    """What a person chose here; without a choice the device says whether it is dark."""
    return chosen if chosen in {"dark", "light"} else "auto"


def surroundings(request: HttpRequest) -> dict[str, object]:
    """All that stands around one page."""
    around: dict[str, object] = {
        "theme": _theme(request.COOKIES.get(THEME_COOKIE, "")),
        "demonstration": settings.AS_OF is not None,
        "today": clock.today(),
        "home": address("work") or "/",
    }
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return around | {"support": SimpleLazyObject(lambda: support(None))}
    roles = user.roles()
    keeps = {
        "keeps_catalogue": Role.ADMINISTRATOR in roles,
        "orders_players": Role.LEADER in roles,
        "opens_portals": Role.ADMINISTRATOR in roles,
    }
    return around | account(user) | keeps | {"menu": menu(roles, section(request))}


def account(user: User) -> dict[str, object]:
    """Who is signed in: by post and unit, never by a person's name."""
    post: dict[str, object] = {"post": user.post or user.username, "own_office": ""}
    if user.unit_id is None:
        return post | {"unit": "", "office": "", "support": support(None)}
    around = {unit.pk: unit for unit in _neighbours(user.unit_id)}
    unit = around[user.unit_id]
    seat = around[unit.acts_for_id or unit.pk]
    authorities = [pk for pk in (unit.parent_id, seat.pk, unit.pk) if pk]
    return post | {
        "unit": seat.short_name,
        "office": unit.short_name,
        # The bar names the authority; who works in an office of it is named with the office.
        "own_office": unit.short_name if unit != seat else "",
        "support": support(min(around.values(), key=lambda u: _nearness(u, authorities))),
    }


def neighbours(pk: int) -> QuerySet[Unit]:
    """A unit, the authorities above it and those it works for, and their offices: one question."""
    here = Unit.objects.filter(pk=pk)
    authorities = Q(pk__in=here.values("parent")) | Q(pk__in=here.values("acts_for"))
    offices = Q(acts_for__in=here.values("parent")) | Q(acts_for__in=here.values("acts_for"))
    units = Unit.objects.filter(Q(pk=pk) | Q(acts_for=pk) | authorities | offices)
    return units.order_by("kind__rank", "pk")


@prepared
def _neighbours(pk: int) -> QuerySet[Unit]:
    return neighbours(pk)


def support(unit: Unit | None) -> str:
    """Whom to call, with hours or a number; a guest is sent to the first unit that says so."""
    found = unit or Unit.objects.exclude(contact="").order_by("kind__rank", "pk").first()
    return f"{found.name}, {found.contact}" if found and found.contact else NOBODY


def _nearness(unit: Unit, authorities: Sequence[int]) -> tuple[bool, int, bool]:
    """Units with a contact first, then by the authority they work for; offices before itself."""
    is_office = unit.acts_for_id in authorities
    authority = unit.acts_for_id if is_office else unit.pk
    return not unit.contact, authorities.index(authority), not is_office


def menu(roles: AbstractSet[Role], current: str) -> list[MenuItem]:
    """The items that the roles need, without those whose page does not exist."""
    narrow = [names for role, names in MENUS.items() if roles == {role}]
    instead = [name for role, name in AT_THE_DESK.items() if role in roles]
    left_out = instead[-1] if instead else "editorial-calendar"
    whole = (name for name in LABELS if name != left_out and name not in WITHIN)
    names = narrow[0] if narrow else tuple(whole)
    # Whoever has no item for a page came to it from the list of the week.
    current = current if current in names or not current else "work"
    doors = OTHER_DOOR if Role.EDITOR not in roles and Role.CONFIDENTIALITY_OFFICER in roles else {}
    found = [(name, address(doors.get(name, name)) or address(name)) for name in names]
    return [MenuItem(LABELS[name], url, name == current) for name, url in found if url]


def section(request: HttpRequest) -> str:
    """The item of the menu that the page belongs to: submit-report belongs to Báo cáo."""
    match = request.resolver_match
    name = (match.url_name if match else None) or ""
    words = name.split("-")
    whole = name if name in LABELS else SECTIONS.get(name)
    return whole or SECTIONS.get(words[-1]) or SECTIONS.get(words[0], "")


def address(name: str) -> str:
    """The address of a page, or nothing while it does not exist."""
    try:
        return address_of(name)
    except NoReverseMatch:
        return ""
