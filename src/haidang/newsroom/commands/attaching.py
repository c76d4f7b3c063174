"""Files of a story: looked at, made free of what is hidden in them, then kept."""

from pathlib import PurePosixPath

from django.db import transaction

from haidang.activities.facts import one_line
from haidang.activities.files import FileKind, NotTaken
from haidang.activities.sheet_words import words_of_package
from haidang.documents.commands import note_secret_file
from haidang.documents.stamps import refuse_stamped
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.newsroom import writing_rules as rules
from haidang.newsroom.attached import kind_of_attached, without_traces
from haidang.newsroom.kept_words import held_story, kept_page
from haidang.newsroom.models import Story, StoryFile
from haidang.newsroom.versions import newest, refuse_late
from haidang.orgs.models import User
from haidang.text import Unreadable
from haidang.text.cleaning.apart import Cleaned, clean_apart
from haidang.text.reading import secrecy_mark_of_name
from haidang.text.reading.apart import read_apart
from haidang.text.understanding.secrecy import secrecy_mark

MOST_FILES = 10
OFFICE = {"docx", "xlsx", "pptx"}
ONLY = "Chỉ người viết bài và người làm nội dung của đơn vị mới được thêm, bỏ tệp của bài này."


def attach_to_story(
    *, story: Story, content: bytes, name: str, by: User, words: str = "", is_cleaned: bool = False
) -> Story:
    """Put a file beside a story: what it is its bytes say, and who made it goes.

    A Word file with hidden letters, tracked changes or comments is taken only where `is_cleaned`
    says that the copy without them is wanted. Of one with a secrecy mark, also in what it hides, a
    receipt stays and nothing else (promises N17, N19). Refuses with NotAllowed and Incomplete. No
    transaction is open while a file is read.
    """
    if not rules.may_edit(by, story):
        raise NotAllowed(ONLY)
    refuse_stamped(words=words)
    chosen = one_line(name)[:100] or "tệp"
    try:
        kind = kind_of_attached(content)
        clean = clean_apart(content) if kind.ending in OFFICE else None
        is_secret = bool(secrecy_mark_of_name(name)) or _bears_mark(content, kind, clean)
    except (NotTaken, Unreadable) as error:
        words = error.message if isinstance(error, Unreadable) else str(error)
        raise _issue("not_taken", f"{chosen}: {words}") from error
    if is_secret:
        raise note_secret_file(content=content, unit=story.unit, by=by)
    if clean is not None:
        _refuse_hidden(clean, chosen, is_cleaned=is_cleaned)
    kept = clean.content if clean is not None else _quiet(content, kind, chosen)
    return _keep(story, kept, kind, _file_name(name, kind), one_line(words)[:300], by)


@transaction.atomic
def detach_from_story(*, story: Story, sha256: str, seen: int, by: User) -> Story:
    """Take a file from a story. Refuses with NotAllowed, WrongState and Overtaken."""
    story = held_story(story)
    if not rules.may_edit(by, story):
        raise NotAllowed(ONLY)
    refuse_late(story, seen, by)
    page = newest(story)
    left = [row for row in page.files.all() if row.file_id != sha256]
    if len(left) == page.files.count():
        raise WrongState("Tệp này không còn trong bài.")
    page.files = left
    revision = kept_page(page, by)
    record("detach_from_story", target=page, by=by, revision=revision.pk, sha256=sha256)
    return page


@transaction.atomic
def _keep(story: Story, content: bytes, kind: FileKind, name: str, words: str, by: User) -> Story:
    story = held_story(story)
    if not rules.may_edit(by, story):
        raise NotAllowed(ONLY)
    page = newest(story)
    file = keep(content, kind.content_type)
    rows = list(page.files.all())
    there = next((row for row in rows if row.file_id == file.pk), None)
    if there is not None:
        if not words or words == there.words:
            return page
        there.words = words
        rows.remove(there)
    if len(rows) >= MOST_FILES:
        raise _issue("too_many_files", f"Mỗi bài tối đa {MOST_FILES} tệp; {name} không được thêm.")
    page.files = [*rows, there or StoryFile(file=file, name=name, words=words)]
    revision = kept_page(page, by)
    record(
        "attach_to_story", target=page, by=by, revision=revision.pk, name=name, sha256=file.sha256
    )
    return page


def _bears_mark(content: bytes, kind: FileKind, clean: Cleaned | None) -> bool:
    if clean is not None and clean.mark is not None:
        return True
    if not kind.has_words or kind.content_type.startswith("video/"):
        return False
    if kind.ending in {"xlsx", "pptx"}:
        return bool(secrecy_mark(words_of_package(content)))
    return read_apart(content)[1] is not None


def _refuse_hidden(clean: Cleaned, name: str, *, is_cleaned: bool) -> None:
    if clean.stays:
        what = "; ".join(clean.stays)
        raise _issue("hidden_parts", f"{name} có {what}. Bỏ ra, hoặc lưu thành .pdf rồi chọn lại.")
    if clean.is_changed and not is_cleaned:
        counted = [
            f"{count} {word}"
            for count, word in (
                (clean.changes, "chỗ sửa có theo dõi"),
                (clean.hidden, "chỗ chữ ẩn"),
                (clean.comments, "lời bình"),
            )
            if count
        ]
        raise _issue(
            "hidden_words",
            f"{name} có {', '.join(counted)}; ai tải tệp về cũng mở ra xem được. Đánh dấu “Dùng bản"
            " đã làm sạch” rồi chọn lại tệp, hoặc mở bằng Word, bỏ những chỗ đó và lưu lại.",
        )


def _quiet(content: bytes, kind: FileKind, name: str) -> bytes:
    try:
        return without_traces(content, kind)
    except NotTaken as error:
        raise _issue("not_taken", f"{name}: {error}") from error


def _file_name(name: str, kind: FileKind) -> str:
    stem = PurePosixPath(one_line(name).replace("\\", "/")).stem[:100]
    return f"{stem or 'tep'}.{kind.ending}"


def _issue(name: str, message: str) -> Incomplete:
    return Incomplete([Issue(name, message, "file")])
