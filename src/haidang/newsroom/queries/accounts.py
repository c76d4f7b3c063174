"""The official accounts of a unit, as its portal lists them."""

from dataclasses import dataclass

from haidang.newsroom.models import OfficialAccount
from haidang.newsroom.social import NETWORKS
from haidang.orgs.models import Unit


@dataclass(frozen=True, slots=True)
class Listed:
    """An account as readers see it."""

    network: str
    name: str
    address: str


def accounts_of(unit: Unit) -> list[Listed]:
    """What the portal of a unit lists; accounts that were given up are left out."""
    rows = OfficialAccount.objects.filter(unit=unit, is_retired=False)
    return [Listed(NETWORKS[row.network].name, row.name, row.address) for row in rows]
