"""The route of a draft: the stops that an authority has set, or the usual three."""

from dataclasses import dataclass

from haidang.documents.models import RouteStop
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit


@dataclass(frozen=True, slots=True)
class Stop:
    """A post that a draft passes; without `unit` it is at the office of whoever drafts."""

    post: str
    role: Role
    unit: Unit | None = None
    checks_layout: bool = False


def route_of(authority: Unit) -> tuple[Stop, ...]:
    """The stops of an authority in their order (NĐ 30/2020, Điều 10 to 13)."""
    rows = RouteStop.objects.filter(unit=authority).select_related("at").order_by("ordinal")
    own = tuple(Stop(row.post, Role(row.role), row.at, row.checks_layout) for row in rows)
    return own or (
        Stop("Lãnh đạo đơn vị soạn thảo", Role.LEADER),
        Stop("Văn thư kiểm tra thể thức", Role.CLERK, authority, checks_layout=True),
        Stop("Lãnh đạo ký ban hành", Role.LEADER, authority),
    )
