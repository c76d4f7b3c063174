"""Taking a draft back from Word or LibreOffice: held first, looked at, then taken over."""

import hashlib
import json
from collections.abc import Mapping

from django.db import transaction

from haidang.documents import rules, stamps
from haidang.documents.coming_back import (
    CameBack,
    came_back,
    read_back,
    unexplained,
    words_with_stale,
)
from haidang.documents.commands.registering import redraft_document
from haidang.documents.commands.secrets import note_secret_file
from haidang.documents.content_types import content_type_of
from haidang.documents.enums import EditionStatus
from haidang.documents.held import held_reading, hold, let_go
from haidang.documents.models import Edition, Revision
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.text.drafting.apart import Returned, from_row
from haidang.text.merge import ChangedFigure
from haidang.text.reading import secrecy_mark_of_name
from haidang.text.stored import StoredError

RESTORE = None
"""In place of a reason: the figure is to have its old value again."""
MOST_LETTERS = 300
ISSUED = "Văn bản đã ban hành thì không nhận bản sửa được; hãy lập bản mới."


def hold_draft(*, edition: Edition, content: bytes, name: str, by: User) -> str:
    """Keep an edited draft for a day, to be looked at before it is taken over; return its hash.

    Refuses with NotAllowed, WrongState where the edition was issued, and Incomplete what cannot
    be read, is another document, or bears a secrecy mark: of that only a receipt stays (Luật Bảo
    vệ bí mật nhà nước 117/2025/QH15; promise N19).
    """
    _may_take_back(edition, by)
    returned = _read(edition, content, name, by)
    came_back(edition, returned)
    return hold(edition, by, content, json.dumps(returned.as_row()))


def look_at_draft(*, edition: Edition, content: bytes, name: str, by: User) -> CameBack:
    """What a held draft would change; nothing is written. Refuses as `hold_draft`."""
    _may_take_back(edition, by)
    return came_back(edition, _read(edition, content, name, by))


def take_back_draft(
    *,
    edition: Edition,
    content: bytes,
    name: str,
    by: User,
    explanations: Mapping[str, str | None],
    base: Revision | None = None,
    newest: Revision | None = None,
) -> Revision:
    """Take the words of an edited draft over as a new revision; figures keep their records.

    `explanations` has for each figure that was changed by hand a reason, or RESTORE (promise N8).
    `base` is the revision that was edited, by itself the one that the file names; `newest` is the
    one that the person saw. Refuses as `hold_draft`, with WrongState where there is a newer one,
    and with Incomplete where a changed figure has no explanation or nothing was changed.
    """
    _may_take_back(edition, by)
    returned = _read(edition, content, name, by)  # seconds, in no transaction
    restored = {key for key, reason in explanations.items() if reason is RESTORE}
    with transaction.atomic():
        edition = Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
        back = came_back(edition, returned, base, restored)
        if newest and back.newest.pk != newest.pk:
            raise WrongState("Dự thảo vừa có bản mới hơn; hãy xem lại phần so sánh rồi nhận.")
        if issues := _issues(back, explanations):
            raise Incomplete(issues)
        revision = _taken_over(edition, back, explanations, by)
        file = keep(content, content_type_of(content))
        record(
            "take_back_draft",
            target=edition.document,
            by=by,
            revision=revision.ordinal,
            base=back.base.ordinal,
            sha256=file.sha256,
            explained=revision.explained,
            restored=sum(figure.key in restored for figure in back.merged.changed),
            conflicts=len(back.merged.conflicts),
        )
    let_go(edition, by, hashlib.sha256(content).hexdigest())
    return revision


def _may_take_back(edition: Edition, by: User) -> None:
    if edition.status == EditionStatus.ISSUED:
        raise WrongState(ISSUED)
    if not rules.may_register(by, edition.document.unit):
        raise NotAllowed("Chỉ chuyên viên hoặc văn thư của cơ quan mới được nhận bản sửa.")


def _read(edition: Edition, content: bytes, name: str, by: User) -> Returned:
    unit = edition.document.unit
    if secrecy_mark_of_name(name):
        raise note_secret_file(content=content, unit=unit, by=by)
    returned = _read_before(edition, content, by) or read_back(content)
    if returned.mark:
        raise note_secret_file(content=content, unit=unit, by=by)
    return returned


def _read_before(edition: Edition, content: bytes, by: User) -> Returned | None:
    kept = held_reading(edition, by, content)
    try:
        return from_row(json.loads(kept)) if kept else None
    except StoredError:  # kept by the version before
        return None


def _issues(back: CameBack, explanations: Mapping[str, str | None]) -> list[Issue]:
    issues = [
        issue
        for figure in back.merged.changed
        for issue in _about(figure, explanations.get(figure.key, ""))
    ]
    if not issues and back.comparison.is_empty:
        issues.append(Issue("nothing-changed", "Tệp không sửa gì so với bản đang lưu.", "file"))
    return issues


def _about(figure: ChangedFigure, reason: str | None) -> list[Issue]:
    if reason is RESTORE:
        return []
    field = f"reason-{figure.key}"
    if not reason.strip():
        return [Issue("unexplained", unexplained(figure), field)]
    if len(reason) > MOST_LETTERS:
        return [Issue("too-long", f"Giải thích dài quá {MOST_LETTERS} chữ.", field)]
    return stamps.about_words(reason, field)


def _taken_over(
    edition: Edition, back: CameBack, explanations: Mapping[str, str | None], by: User
) -> Revision:
    explained = [
        {
            "path": figure.path,
            "place": figure.place,
            "words": words_with_stale(figure, back.merged),
            "old": figure.old,
            "new": figure.new,
            "reason": reason.strip(),
        }
        for figure in back.merged.changed
        if (reason := explanations[figure.key]) is not RESTORE
    ]
    return redraft_document(
        edition=edition,
        document=back.merged.document,
        by=by,
        file_name=back.newest.file_name,
        explained=explained,
    )
