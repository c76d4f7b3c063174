"""Questions about documents. Nothing here writes."""

from haidang.documents.queries.cited import Cited, editions_cited
from haidang.documents.queries.slips import slips_waiting_for, step_due

__all__ = ["Cited", "editions_cited", "slips_waiting_for", "step_due"]
