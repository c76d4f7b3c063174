"""The legal bases of a plan, and those of them that the register holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from haidang.documents.models import Document, Edition
from haidang.documents.queries import Citation, editions_cited
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
    """The documents that a plan cites, each with the one a person may open, in one query.

    Worked out anew each time: what is registered later is linked from then on.
    """
    cited = plan.header.get("references") or plan.header.get("legal_bases", [])
    citations = [
        Citation(one.get("code") or one.get("number"), one.get("date"), one.get("issuer"))
        for one in cited
    ]
    editions = editions_cited(citations, user)
    return [Basis(one, edition) for one, edition in zip(cited, editions, strict=True)]
