"""Questions about documents. Nothing here writes."""

from haidang.documents.queries.cited import Cited, editions_cited

__all__ = ["Cited", "editions_cited"]
