"""What stands around every page: unit, menu, account, theme, and the demonstration's banner."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from haidang import clock
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

THEME_COOKIE = "haidang_theme"
LABELS = {
    "work": "Việc của tôi",
    "activities": "Nhật ký",
    "matrix": "Nhiệm vụ",
    "reports": "Báo cáo",
    "plans": "Kế hoạch",
    "help": "Trợ giúp",
}
# Nobody needs the whole menu: a commune officer has four items, a leader four.
MENUS = {
    Role.REPORTER: ("work", "activities", "reports", "help"),
    Role.LEADER: ("work", "reports", "plans", "help"),
}
# Which item of the menu a page belongs to, by the first word of the name of its address.
SECTIONS = {
    "activity": "activities",
    "task": "matrix",
    "chase": "matrix",
    "report": "reports",
    "round": "reports",
    "consolidation": "reports",
    "figure": "reports",
    "plan": "plans",
    "document": "plans",
    "accessibility": "help",
    "read-in": "plans",
    "change-task": "plans",
    "refuse-task": "plans",
    "classify-item": "plans",
}


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One item of the menu."""

    label: str
    url: str
    is_current: bool


def frame(request: HttpRequest) -> dict[str, object]:
    """The context of base.html, under one name; nothing is asked until a page needs it."""
    return {"frame": SimpleLazyObject(lambda: surroundings(request))}


def surroundings(request: HttpRequest) -> dict[str, object]:
    """All that stands around one page."""
    around: dict[str, object] = {
        "theme": "dark" if request.COOKIES.get(THEME_COOKIE) == "dark" else "light",
        "demonstration": settings.AS_OF is not None,
        "today": clock.today(),
        "home": address("work") or "/",
    }
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return around | {"support": SimpleLazyObject(lambda: support(None))}
    return around | account(user) | {"menu": menu(user.roles(), section(request))}


def account(user: User) -> dict[str, object]:
    """Who is signed in: by post and unit, never by a person's name."""
    units = Unit.objects.select_related("acts_for", "parent")
    unit = units.get(pk=user.unit_id) if user.unit_id else None
    return {
        "post": user.post or user.username,
        "unit": unit.seat.short_name if unit else "",
        "office": unit.short_name if unit else "",
        "support": support(unit),
    }


def support(unit: Unit | None) -> str:
    """Whom to call: the unit above, else one's own; before the sign-in the first that says so."""
    with_contact = Unit.objects.exclude(contact="").order_by("kind__rank", "pk")
    near = (unit.parent, unit.seat, unit) if unit else with_contact[:1]
    return next((str(u.contact) for u in near if u and u.contact), "người quản trị của đơn vị")


def menu(roles: AbstractSet[Role], current: str) -> list[MenuItem]:
    """The items that the roles need, without those whose page does not exist."""
    narrow = [names for role, names in MENUS.items() if roles == {role}]
    names = narrow[0] if narrow else tuple(LABELS)
    found = [(name, address(name)) for name in names]
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
        return reverse(name)
    except NoReverseMatch:
        return ""
