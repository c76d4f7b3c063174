"""A revision as it will be printed: its pages, what the checker finds on them, and its files."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

from haidang.documents.coming_back import document_of
from haidang.documents.content_types import WORD
from haidang.documents.drawing import PDF
from haidang.documents.models import FileFault, Revision, StoredFile
from haidang.text.blocks import Document
from haidang.text.checking.apart import Quoted, check_apart, quoted
from haidang.text.layout.wording import DateError
from haidang.text.reading.unreadable import Unreadable
from haidang.text.stored import as_json, from_json
from haidang.text.writing import UnevenTableError, write_docx, write_html
from haidang.web.views.documents.checklist import (
    Numbered,
    checklist_of,
    numbered,
    parts_of,
    passed,
)
from haidang.web.views.documents.pins import pinned

UNDRAWN = (UnevenTableError, DateError)
NO_PAGES = (
    "Không trình bày được theo Nghị định: có bảng không đều cột hoặc ngày không có thật. "
    "Dưới đây là nguyên văn."
)
KEPT = 64  # revisions whose findings stay in memory; their text never changes


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows of a revision.

    `is_rebuilt` where only its words are known: the pages are drawn from them, and the file that
    it came from is the original. `unchecked` says why there is no checklist.
    """

    document: Document
    html: str
    pages: int
    found: list[Numbered]
    is_rebuilt: bool
    unchecked: str = ""


def shown(revision: Revision) -> Shown:
    """Draw and check a revision."""
    document = document_of(revision)
    try:
        html = write_html(document)
    except UNDRAWN:
        return Shown(
            document, words_alone(revision.text), 1, [], is_rebuilt=True, unchecked=NO_PAGES
        )
    unchecked = ""
    rows: tuple[Quoted, ...] = ()
    try:
        rows = findings_of(revision, document)
    except (FileFault, Unreadable) as error:
        unchecked = error.message
    found = numbered(rows)
    pages = html.count('<article class="paper')
    return Shown(document, pinned(html, found), pages, found, not revision.source, unchecked)


def words_alone(text: str) -> str:
    """The words of a text that cannot be laid out, line by line on one page."""
    lines = (escape(line) for line in text.splitlines() if line.strip())
    inside = "".join(f'<p class="paper-body">{line}</p>' for line in lines)
    return f'<div class="papers" lang="vi"><article class="paper">{inside}</article></div>'


def findings_of(revision: Revision, document: Document) -> tuple[Quoted, ...]:
    """What the checker finds in the file of a revision; of words alone, in what is drawn of them.

    Raises Unreadable.
    """
    file = revision.file
    if not revision.source and file and file.content_type in {WORD, PDF}:
        return _found_in_file(file.sha256)
    return _found_in_source(revision.source or as_json(document))


def checked(page: Shown, *, is_draft: bool) -> dict[str, Any]:
    """The checklist as the templates take it; none where the file cannot be checked."""
    if page.unchecked:
        return {"checks": None}
    is_open = is_draft and not page.document.header.number
    checks = checklist_of(page.found, open_number=is_open)
    return {
        "checks": checks,
        "passed": passed(checks),
        "parts": parts_of(checks),
        "pins": True,
        "mendable": sum(row.finding.repairable for row in page.found),
    }


@lru_cache(maxsize=KEPT)
def _found_in_source(source: str) -> tuple[Quoted, ...]:
    return quoted(write_docx(from_json(source)))  # our own writer's: no stranger's file


@lru_cache(maxsize=KEPT)
def _found_in_file(sha256: str) -> tuple[Quoted, ...]:
    return check_apart(StoredFile(sha256=sha256).read()).found
