"""The legal bases of a plan, and those of them that the register holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from haidang.documents.models import Document, Edition
from haidang.documents.queries import Cited, editions_cited
from haidang.orgs.models import User
from haidang.plans.models import Plan


@dataclass(frozen=True, slots=True)
class Basis:
    """A document that a plan cites, as it was read, and the edition meant, if we hold it."""

    cited: Mapping[str, Any]
    edition: Edition | None = None

    @property
    def document(self) -> Document | None:
        """The document that is meant."""
        return self.edition.document if self.edition else None


def bases_of(plan: Plan, user: User) -> list[Basis]:
    """The legal bases of a plan, each with the document a person may open, in one query.

    Worked out anew each time: what is registered later is linked from then on.
    """
    references = plan.header.get("references")
    if references is None:  # read in before every reference was kept
        return _linked(plan.header.get("legal_bases", []), user)
    return _linked([one for one in references if one["is_basis"]], user)


def _linked(cited: Sequence[Mapping[str, Any]], user: User) -> list[Basis]:
    sought = [
        Cited(one.get("code") or one.get("number"), one.get("date"), one.get("issuer"))
        for one in cited
    ]
    editions = editions_cited(sought, user)
    return [Basis(one, edition) for one, edition in zip(cited, editions, strict=True)]
