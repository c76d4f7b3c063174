"""The words that were sent to be signed, read from a page like those that come back."""

from dataclasses import dataclass

from haidang.documents.content_types import content_type_of
from haidang.documents.models import Issue, Revision
from haidang.documents.trial import NOT_DRAWN, not_drawn
from haidang.errors import Incomplete
from haidang.text.reading import read_source
from haidang.text.reading.apart import read_apart
from haidang.text.stored import from_json
from haidang.text.writing.pdf import write_pdf

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Sent:
    """The words of a revision, and its PDF where there is one: a signed copy may grow out of it."""

    text: str
    pdf: bytes | None = None


def sent(revision: Revision) -> Sent:
    """What was sent to be signed. Raises Unreadable where its own PDF is not to be read.

    Refuses with Incomplete what cannot be drawn any more.
    """
    if pdf := _own_pdf(revision):
        return Sent(read_source(pdf).text, pdf)
    content = revision.file.read() if revision.file else b""
    if content_type_of(content) == PDF:
        return Sent(read_apart(content)[0].text, content)
    return Sent(revision.text)


def _own_pdf(revision: Revision) -> bytes | None:
    issue = Issue.objects.filter(revision=revision).select_related("pdf").first()
    if issue is not None:
        return issue.pdf.read()
    try:
        return write_pdf(from_json(revision.source)) if revision.source else None
    except NOT_DRAWN as error:
        raise Incomplete([not_drawn(error)]) from error
