"""Replay: what was issued is drawn again from what is kept, and compared to the byte (N9)."""

import hashlib
from dataclasses import dataclass

from haidang.documents.drawing import drawn, layout_version
from haidang.documents.models import Issue, StoredFile
from haidang.documents.replaying import pages_that_differ, parts_that_differ
from haidang.text.layout import Margins
from haidang.text.stored import StoredError, from_json

LOST = "tệp lưu không còn"
CHANGED = "tệp lưu không còn đúng mã của nó"


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

    What is kept and cannot be read, or a template that is lost, differs as a whole.
    """
    try:
        template = issue.template.file.read() if issue.template else None
        again = drawn(from_json(issue.revision.source), Margins(**issue.margins), template)
    except (StoredError, FileNotFoundError) as error:
        unreadable = (f"không dựng lại được: {error}",)
        return Replay(issue, unreadable, unreadable, issue.layout != layout_version())
    docx, pdf = _kept(issue.docx), _kept(issue.pdf)
    return Replay(
        issue=issue,
        docx=(docx,) if isinstance(docx, str) else tuple(parts_that_differ(docx, again.docx)),
        pdf=(pdf,) if isinstance(pdf, str) else tuple(pages_that_differ(pdf, again.pdf)),
        other_layout=issue.layout != layout_version(),
    )


def _kept(file: StoredFile) -> bytes | str:
    try:
        content = file.read()
    except FileNotFoundError:
        return LOST
    return content if hashlib.sha256(content).hexdigest() == file.sha256 else CHANGED
