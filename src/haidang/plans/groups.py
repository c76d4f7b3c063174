"""Which group of units a phrase names by the kinds of its members."""

from collections.abc import Iterator

from haidang.orgs.models import UnitGroup
from haidang.orgs.naming import name_key
from haidang.plans.kinds import KindsNamed, head_of, kinds_named
from haidang.plans.known import KnownNames


def groups_meant(key: str, known: KnownNames) -> list[UnitGroup]:
    """The groups that have just the kinds of units that a phrase names, on that day.

    A kind of which there is no unit counts for nothing: where there is no ward, "các xã, phường"
    are the communes.
    """
    named = kinds_named(key, known.kinds)
    return [group for group in _alike(named, known) if named and _is_all(named, group, known)]


def groups_partly_meant(key: str, known: KnownNames) -> list[UnitGroup]:
    """The groups that share some kinds of units with a phrase, and not all."""
    named = kinds_named(key, known.kinds)
    kinds = named.codes if named else frozenset()
    return [group for group in _alike(named, known) if kinds & known.kinds_of[group]]


def _alike(named: KindsNamed | None, known: KnownNames) -> Iterator[UnitGroup]:
    for group in known.groups:
        written = [group.name, *(alias.text for alias in group.aliases.all())]
        if named and named.head in {head_of(name_key(text)) for text in written}:
            yield group


def _is_all(named: KindsNamed, group: UnitGroup, known: KnownNames) -> bool:
    own = known.kinds_of[group]
    if named.count is not None and named.count != sum(known.sizes[kind] for kind in own):
        return False
    existing = {kind for kind in named.codes if known.sizes[kind]}
    return bool(existing) and (existing <= own if named.is_level else existing == own)
