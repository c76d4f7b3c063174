"""Figures of a draft that a person changed by hand, with the reason that was given (N8)."""

from haidang.documents.models import Edition


def figures_by_hand(edition: Edition) -> list[dict[str, str]]:
    """What was changed by hand in an edition up to its newest text, the last of each figure."""
    told = edition.revisions.exclude(explained=[]).order_by("ordinal")
    changes = [one for rows in told.values_list("explained", flat=True) for one in rows]
    return list({(one["path"], one["place"]): one for one in changes}.values())
