"""A draft that comes back from a word processor, beside what is stored: base, newest, merged."""

from collections.abc import Container
from dataclasses import dataclass

from django.conf import settings

from haidang.documents.content_types import content_type_of
from haidang.documents.models import Edition, Revision
from haidang.errors import Incomplete, Issue
from haidang.text import Unreadable, blocks
from haidang.text.compare import Comparison, compare
from haidang.text.drafting import draft_of
from haidang.text.drafting.apart import Returned, returned_apart
from haidang.text.merge import ChangedFigure, Merged, merge
from haidang.text.origin import origin_of
from haidang.text.stored import from_json
from haidang.text.understanding import understand

LEAST_LIKE = 0.4  # of the words of the base; what has less of them is another document
LEAST_OF_NAMED = 0.2  # where the file says that it was made from this one
EDITABLE = "Hãy gửi lại tệp soạn thảo (.docx, .odt, .doc, .rtf), không gửi bản in .pdf."


@dataclass(frozen=True, slots=True)
class CameBack:
    """What a file changed since the revision it was made from, merged into the newest one."""

    base: Revision
    newest: Revision
    is_named: bool  # the file itself says which revision it was made from
    merged: Merged
    comparison: Comparison
    left_out: tuple[str, ...] = ()

    @property
    def is_behind(self) -> bool:
        """Whether somebody else gave the draft a newer revision meanwhile."""
        return self.base.pk != self.newest.pk


def document_of(revision: Revision) -> blocks.Document:
    """What a revision is written from; of one that came as a file, what was read in it."""
    if revision.source:
        return from_json(revision.source)
    return draft_of(understand(blocks.Source(revision.text, "txt")))


def read_back(content: bytes) -> Returned:
    """Read an upload in a process of its own. Refuses with Incomplete what cannot be read."""
    if len(content) > settings.DOCUMENT_LIMIT:
        size = settings.DOCUMENT_LIMIT // 2**20
        raise Incomplete([Issue("too-large", f"Tệp lớn hơn {size} MB.", "file")])
    if content_type_of(content) == "application/pdf":
        raise Incomplete([Issue("not-editable", EDITABLE, "file")])
    try:
        return returned_apart(content)
    except Unreadable as error:
        raise Incomplete([Issue(error.code, error.message, "file")]) from error


def came_back(
    edition: Edition,
    returned: Returned,
    base: Revision | None = None,
    restored: Container[str] = (),
) -> CameBack:
    """Merge what came back into the newest revision. Refuses another document with Incomplete."""
    assert returned.document is not None
    revisions = list(edition.revisions.order_by("-ordinal"))
    newest, named = revisions[0], _named(revisions, returned.origin)
    base = base or named or newest
    current = document_of(newest)
    before = current if base.pk == newest.pk else document_of(base)
    merged = merge(before, returned.document, current, restored=restored)
    if merged.likeness < (LEAST_OF_NAMED if named else LEAST_LIKE):
        raise Incomplete([Issue("other-document", _other(edition, returned.document), "file")])
    comparison = compare(current, merged.document)
    return CameBack(base, newest, base == named, merged, comparison, returned.left_out)


def _named(revisions: list[Revision], origin: str | None) -> Revision | None:
    """The revision that a file says it was written from, the newest of equal ones."""
    written = (row for row in revisions if row.source)
    return next((row for row in written if origin_of(from_json(row.source)) == origin), None)


def _other(edition: Edition, document: blocks.Document) -> str:
    header = document.header
    named = " ".join(part for part in (header.document_type, header.title) if part)
    there = f"“{named}”" if named else "không có trích yếu"
    return (
        f"Tệp là một văn bản khác ({there}), không phải bản sửa của “{edition.document}”."
        " Hãy chọn lại tệp; không có gì được lưu."
    )


def unexplained(figure: ChangedFigure) -> str:
    """What is said of a figure that was changed by hand and has no reason yet."""
    said = f"Số {figure.old} ({figure.words}) đã sửa thành {figure.new}"
    return f"{said}: hãy giải thích hoặc khôi phục số cũ."


def words_with_stale(figure: ChangedFigure, merged: Merged) -> str:
    """What a changed figure counts, and where the same figure still has its old value (N8)."""
    places = [one.place for one in merged.stale if one.key == figure.key]
    if not places:
        return figure.words
    return f"{figure.words or 'số liệu'}; số này còn đứng ở {'; '.join(places)}, vẫn {figure.old}"
