"""Signed copies: what comes back from the signing tool is examined, compared and kept unchanged.

The system signs for nobody and holds no keys.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from haidang import clock
from haidang.documents import rules
from haidang.documents.commands.secrets import note_secret_file
from haidang.documents.content_types import content_type_of
from haidang.documents.file_names import kept_name
from haidang.documents.models import Edition, Revision, SignedCopy
from haidang.documents.queries.signed import revision_sent, signed_copies, trusted_certificates
from haidang.documents.sent import sent
from haidang.documents.signatures.apart import examine_apart
from haidang.documents.signatures.report import Report
from haidang.documents.signatures.wording import compared
from haidang.documents.storage import keep
from haidang.documents.worth import state_of
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.text import Unreadable
from haidang.text.reading import secrecy_mark_of_name

UNSIGNED = (
    "Tệp PDF này không có chữ ký số nào; hình dấu hay chữ ký dán vào trang không phải chữ ký số. "
    "Không có gì được lưu. Nếu vẫn cần lưu, hãy đánh dấu ô này và chọn lại tệp."
)
NOT_SENT = "Văn bản này chưa có bản nào được duyệt ký, nên chưa nhận bản đã ký."


@dataclass(frozen=True, slots=True)
class _Upload:
    content: bytes
    name: str
    may_be_unsigned: bool = False


def attach_signed_copy(
    *, edition: Edition, content: bytes, name: str, by: User, may_be_unsigned: bool = False
) -> SignedCopy:
    """Keep the signed PDF of an edition, with what was found of its signatures and its words.

    Refuses with NotAllowed, WrongState where nothing was agreed or issued yet, and Incomplete what
    is too large, no PDF, broken, encrypted or another document, has no signature where nobody said
    so, or bears a secrecy mark: of that only a receipt stays (Luật Bảo vệ bí mật nhà nước
    117/2025/QH15; promise N19).
    """
    revision = _may_attach(edition, by)
    if len(content) > settings.DOCUMENT_LIMIT:
        size = settings.DOCUMENT_LIMIT // 2**20
        raise Incomplete([Issue("too-large", f"Tệp lớn hơn {size} MB.", "file")])
    if secrecy_mark_of_name(name):
        raise note_secret_file(content=content, unit=edition.document.unit, by=by)
    upload = _Upload(content, name, may_be_unsigned)
    return _taken_in(edition, revision, upload, by, "attach_signed_copy")


def recheck_signed_copy(*, edition: Edition, by: User) -> SignedCopy:
    """Examine the newest signed copy again, with the roots that are trusted now.

    Refuses with NotAllowed, and with WrongState where none came back.
    """
    revision = _may_attach(edition, by)
    copies = signed_copies(edition)
    if not copies:
        raise WrongState("Văn bản này chưa có bản đã ký để kiểm tra lại.")
    again = _Upload(copies[0].file.read(), copies[0].file_name, may_be_unsigned=True)
    return _taken_in(edition, revision, again, by, "recheck_signed_copy")


def _may_attach(edition: Edition, by: User) -> Revision:
    if not rules.may_attach_signed_copy(by, edition):
        raise NotAllowed("Chỉ chuyên viên hoặc văn thư của cơ quan mới được đưa bản đã ký vào.")
    revision = revision_sent(edition)
    if revision is None:
        raise WrongState(NOT_SENT)
    return revision


def _taken_in(
    edition: Edition, revision: Revision, upload: _Upload, by: User, event: str
) -> SignedCopy:
    report = _examined(edition, revision, upload, by)  # seconds, in no transaction
    with transaction.atomic():
        edition = Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
        if revision_sent(edition) != revision:
            raise WrongState("Văn bản vừa có bản trình khác; hãy xem lại rồi tải lên lần nữa.")
        copy = _kept(revision, upload, report, by)
        record(event, target=edition, by=by, sha256=copy.file_id, state=str(copy.state))
    return copy


def _examined(edition: Edition, revision: Revision, upload: _Upload, by: User) -> Report:
    content = upload.content
    try:
        found = examine_apart(content, trusted_certificates(), clock.now())
        original = sent(revision)
    except Unreadable as error:
        raise Incomplete([Issue(error.code, error.message, "file")]) from error
    if found.mark:
        raise note_secret_file(content=content, unit=edition.document.unit, by=by)
    grew = original.pdf is not None and content.startswith(original.pdf)
    comparison = compared(original.text, found.text, same_page=grew)
    if comparison.is_other_document:
        raise Incomplete([Issue("other-document", _other(edition, found.title), "file")])
    if not (found.verification.signatures or upload.may_be_unsigned):
        raise Incomplete([Issue("unsigned", UNSIGNED, "unsigned")])
    return Report(found.verification, comparison, found.title, found.drawn, found.warnings)


def _kept(revision: Revision, upload: _Upload, report: Report, by: User) -> SignedCopy:
    return SignedCopy.objects.create(
        edition=revision.edition,
        revision=revision,
        file=keep(upload.content, content_type_of(upload.content)),
        file_name=kept_name(upload.name),
        state=state_of(report),
        report=report.as_row(),
        uploaded_at=clock.now(),
        uploaded_by=by,
    )


def _other(edition: Edition, title: str) -> str:
    there = f"“{title}”" if title else "không có trích yếu"
    return (
        f"Tệp là một văn bản khác ({there}), không phải bản đã trình ký"
        f" “{edition.document.title}”. Hãy chọn lại tệp; không có gì được lưu."
    )
