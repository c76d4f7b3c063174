"""Rows of the documents room."""

from haidang.documents.models.arrival import Answer, Arrival, ArrivalQuerySet
from haidang.documents.models.document import Document, DocumentQuerySet, Edition, Revision
from haidang.documents.models.file import FileFault, StoredFile
from haidang.documents.models.issue import Issue
from haidang.documents.models.numbering import Number, NumberQuerySet, Series, SeriesRule
from haidang.documents.models.signing import SignedCopy, TrustedRoot
from haidang.documents.models.slip import RouteStop, Slip, SlipQuerySet, Step
from haidang.documents.models.template import Template

__all__ = [
    "Answer",
    "Arrival",
    "ArrivalQuerySet",
    "Document",
    "DocumentQuerySet",
    "Edition",
    "FileFault",
    "Issue",
    "Number",
    "NumberQuerySet",
    "Revision",
    "RouteStop",
    "Series",
    "SeriesRule",
    "SignedCopy",
    "Slip",
    "SlipQuerySet",
    "Step",
    "StoredFile",
    "Template",
    "TrustedRoot",
]
