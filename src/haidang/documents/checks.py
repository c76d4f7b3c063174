"""What is still missing before a draft is sent for signature, and before it is issued."""

from haidang.documents.enums import SlipStatus
from haidang.documents.gates import issues_at_gates
from haidang.documents.models import Edition, Revision, Slip
from haidang.documents.trial import about_letters
from haidang.documents.unwritten import UNNAMED, is_unnamed, places_to_write
from haidang.errors import Issue
from haidang.text.stored import StoredError, from_json


def newest(edition: Edition) -> Revision | None:
    return edition.revisions.order_by("ordinal").last()


def before_submitting(edition: Edition) -> list[Issue]:
    if Slip.objects.filter(revision__edition=edition, status=SlipStatus.OPEN).exists():
        return [Issue("open-slip", "Văn bản này đang được trình.")]
    return _about_source(newest(edition))


def before_issuing(edition: Edition) -> list[Issue]:
    revision = newest(edition)
    if not agreed_slip(edition):
        return [
            Issue("not-agreed", "Lần sửa mới nhất chưa được lãnh đạo duyệt ký trên phiếu trình.")
        ]
    return [*_about_source(revision), *_about_signer(revision), *issues_at_gates(edition)]


def lacks_signer(edition: Edition) -> bool:
    """Whether the newest text has a post that signs and no name: then it cannot be issued."""
    return bool(_about_signer(newest(edition)))


def agreed_slip(edition: Edition) -> Slip | None:
    return Slip.objects.filter(revision=newest(edition), status=SlipStatus.AGREED).last()


def _about_source(revision: Revision | None) -> list[Issue]:
    if revision is None or not revision.source:
        return [
            Issue("no-source", "Dự thảo này chỉ có tệp; hãy lập dự thảo từ tệp trước khi trình.")
        ]
    try:
        document = from_json(revision.source)
    except StoredError as error:
        return [Issue("bad-source", error.args[0])]
    missing = {
        "ký hiệu": document.header.symbol,
        "nơi ban hành": document.header.place,
        "trích yếu": document.header.title,
        "chức vụ người ký": document.signature.title,
    }
    lacking = [
        Issue("missing-part", f"Dự thảo chưa có {name}.")
        for name, words in missing.items()
        if not words
    ]
    places = ", ".join(places_to_write(document))
    words = f"Chờ viết: {places}. Viết chỗ có dấu … trong tệp .docx rồi tải bản đã sửa lên."
    unwritten = [Issue("to-write", words)] if places else []
    return [*lacking, *unwritten, *about_letters(document)]


def _about_signer(revision: Revision | None) -> list[Issue]:
    try:
        document = from_json(revision.source) if revision and revision.source else None
    except StoredError:  # of that `_about_source` speaks
        return []
    return [Issue("no-signer", UNNAMED)] if document and is_unnamed(document) else []
