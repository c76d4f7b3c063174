"""Rows of the documents room."""

from haidang.documents.models.document import Document, DocumentQuerySet, Edition, Revision
from haidang.documents.models.file import StoredFile

__all__ = ["Document", "DocumentQuerySet", "Edition", "Revision", "StoredFile"]
