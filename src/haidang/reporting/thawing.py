"""A frozen consolidation put together again from what it kept and from what its units sent.

What the units sent is not copied into it: it is named by key and hash, for the database keeps a
sending from being changed. Those frozen before hold everything themselves (format 1).
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from haidang.reporting.models.sending import Submission
from haidang.reporting.sheet import Content, fingerprint

BY_VALUE = 1
# What a unit's own words and figures are called in what it sent.
SENT = ("figures", "prose", "sources")


def thawed(kept: Content, *names: str) -> Content:
    """The whole content: as it was kept, with each unit's figures and words; one query.

    Where parts are named, only these are read of what the units sent.
    """
    if kept["format"] == BY_VALUE:
        return kept
    rows = Submission.objects.filter(acceptance__round=kept["round"]["id"]).order_by()
    said = _read(rows, names)
    return kept | {"units": [filled(unit, said) for unit in kept["units"]]}


def filled(unit: Content, said: dict[int, Content]) -> Content:
    """A unit with what it sent; one without an accepted report has no figures and no words."""
    if unit["sent"] is None:
        return unit | {"figures": None, "prose": {}, "earlier": {}}
    content = said.get(unit["sent"]["submission"], {"figures": {}, "prose": {}})
    own = {name: content[name] for name in SENT if content.get(name) is not None}
    return {"earlier": {}} | unit | own


def with_figures(content: Content, units: Iterable[Content]) -> Content:
    """A content in which some of its units have their figures; one query.

    Their words are not read. What was kept by value has all of it.
    """
    wanted = {unit["id"] for unit in units if is_light(unit)}
    if not wanted:
        return content
    chosen = [unit for unit in content["units"] if unit["id"] in wanted]
    said = contents_of(chosen, "figures")
    rows = [filled(unit, said) if unit["id"] in wanted else unit for unit in content["units"]]
    return content | {"units": rows}


def is_light(unit: Content) -> bool:
    """Whether a unit is only named, without what it sent."""
    return "figures" not in unit


def is_whole(kept: Content, sha256: str) -> bool:
    """Whether neither what was kept nor anything that a unit sent was altered since."""
    if fingerprint(kept) != sha256:
        return False
    if kept["format"] == BY_VALUE:
        return True
    keys = [sent["submission"] for sent in _sent(kept["units"])]
    said = _read(Submission.objects.filter(pk__in=keys).order_by(), ())
    return all(
        fingerprint(said.get(sent["submission"])) == sent["sha256"] for sent in _sent(kept["units"])
    )


def contents_of(units: Iterable[Content], *names: str) -> dict[int, Content]:
    """What some units sent, by the key of the sending: all of it, or the parts that are named."""
    keys = [sent["submission"] for sent in _sent(units)]
    return _read(Submission.objects.filter(pk__in=keys).order_by(), names)


def _read(rows: QuerySet[Submission], names: Iterable[str]) -> dict[int, Content]:
    asked = list(names)
    if not asked:
        return dict(rows.values_list("pk", "content"))
    parts = rows.values_list("pk", *(f"content__{name}" for name in asked))
    return {pk: dict(zip(asked, told, strict=True)) for pk, *told in parts}


def _sent(units: Iterable[Content]) -> list[dict[str, Any]]:
    return [unit["sent"] for unit in units if unit["sent"] is not None]
