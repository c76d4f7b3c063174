"""Replay: what was issued is drawn again from what is kept, and compared to the byte (N9)."""

from dataclasses import dataclass

from haidang.documents.drawing import Drawn, drawn, layout_version
from haidang.documents.models import FileFault, Issue, StoredFile
from haidang.documents.replaying import pages_that_differ, parts_that_differ
from haidang.text import Unreadable
from haidang.text.layout import DateError, MarginError, Margins
from haidang.text.stored import StoredError, from_json
from haidang.text.writing import UnevenTableError
from haidang.text.writing.pdf import NotDrawnError

# What the writers refuse, and margins that are none.
_UNDRAWN = (StoredError, Unreadable, UnevenTableError, DateError, NotDrawnError, MarginError)


@dataclass(frozen=True, slots=True)
class Replay:
    """What differs between the files that went out and those drawn again; nothing where equal."""

    issue: Issue
    docx: tuple[str, ...]
    pdf: tuple[str, ...]
    other_layout: bool  # the page rules or the writers are not those that drew it

    @property
    def is_equal(self) -> bool:
        """Whether both files are the same bytes."""
        return not self.docx and not self.pdf


def replay_document(issue: Issue) -> Replay:
    """Draw both files again from the frozen text, and say equal or which part of which differs.

    What is kept and cannot be read or drawn, or a template that is lost or not the one that was
    kept, differs as a whole.
    """
    try:
        again = _again(issue)
    except FileFault as error:
        return _undrawn(issue, f"mẫu đã dùng: {error.what}")
    except _UNDRAWN as error:
        return _undrawn(issue, str(error))
    docx, pdf = _kept(issue.docx), _kept(issue.pdf)
    return Replay(
        issue=issue,
        docx=(docx,) if isinstance(docx, str) else tuple(parts_that_differ(docx, again.docx)),
        pdf=(pdf,) if isinstance(pdf, str) else tuple(pages_that_differ(pdf, again.pdf)),
        other_layout=issue.layout != layout_version(),
    )


def _again(issue: Issue) -> Drawn:
    template = issue.template.file.read() if issue.template else None
    try:
        margins = Margins(**issue.margins)
    except TypeError as error:
        raise MarginError("lề đã lưu không phải số đo của bốn cạnh.") from error
    return drawn(from_json(issue.revision.source), margins, template)


def _undrawn(issue: Issue, why: str) -> Replay:
    whole = (f"không dựng lại được: {why}",)
    return Replay(issue, whole, whole, issue.layout != layout_version())


def _kept(file: StoredFile) -> bytes | str:
    try:
        return file.read()
    except FileFault as error:
        return error.what
