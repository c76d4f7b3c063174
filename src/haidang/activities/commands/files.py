"""Attaching a file to an activity: a photo is made anew, a paper is read for marks, then kept."""

import hashlib
from pathlib import PurePosixPath

from django.conf import settings
from django.db import transaction

from haidang import clock
from haidang.activities import rules
from haidang.activities.commands.photos import attach_photo
from haidang.activities.facts import one_line
from haidang.activities.files import FileKind, NotTaken, is_picture, kind_of_file
from haidang.activities.models import Activity, Evidence
from haidang.activities.sheet_words import words_of_package
from haidang.documents.commands import note_secret_file
from haidang.documents.stamps import about_words
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.text import Unreadable
from haidang.text.reading import secrecy_mark_of_name
from haidang.text.reading.apart import read_apart
from haidang.text.understanding.secrecy import secrecy_mark

MOST_FILES = 10
FIELD = "photos"


def attach_file(
    *, activity: Activity, content: bytes, name: str, by: User, caption: str = ""
) -> Evidence:
    """Keep a file that shows an activity: what it is its bytes say, and never its name.

    A photo is made anew. Of a file with a secrecy mark a receipt stays and nothing else (Luật Bảo
    vệ bí mật nhà nước 117/2025/QH15; promise N19). Refuses with NotAllowed, with WrongState where
    the entry was taken back, and with Incomplete what is a video, too large, no evidence, or one
    too many. No transaction is open while a paper is read.
    """
    if is_picture(content):
        return attach_photo(activity=activity, content=content, name=name, by=by, caption=caption)
    _refuse(activity, by)
    chosen = one_line(name)[:100] or "tệp"
    if len(content) > settings.DOCUMENT_LIMIT:
        most = settings.DOCUMENT_LIMIT // 2**20
        raise _issue("file_too_large", f"{chosen} nặng quá {most} MB. Chọn tệp nhỏ hơn.")
    try:
        kind = kind_of_file(content)
        is_secret = bool(secrecy_mark_of_name(name)) or (
            kind.has_words and _bears_mark(content, kind)
        )
    except NotTaken as error:
        raise _issue("not_taken", f"{chosen}: {error}") from error
    except Unreadable as error:
        raise _issue("unreadable", f"{chosen}: {error.message}") from error
    if is_secret:
        raise note_secret_file(content=content, unit=activity.unit, by=by)
    if stamped := about_words(caption, FIELD):
        raise Incomplete(stamped)
    return _keep(activity, content, kind, _file_name(name, kind), one_line(caption)[:200], by)


@transaction.atomic
def _keep(
    activity: Activity, content: bytes, kind: FileKind, name: str, caption: str, by: User
) -> Evidence:
    activity = Activity.objects.select_for_update(no_key=True).get(pk=activity.pk)
    _refuse(activity, by)
    if same := activity.evidence.filter(file=hashlib.sha256(content).hexdigest()).first():
        return same
    if activity.evidence.count() >= MOST_FILES:
        words = f"Mỗi hoạt động giữ tối đa {MOST_FILES} ảnh, tệp; {name} không được thêm."
        raise _issue("too_many_files", words)
    file = keep(content, kind.content_type)
    evidence = Evidence.objects.create(
        activity=activity,
        file=file,
        name=name,
        caption=caption,
        attached_at=clock.now(),
        attached_by=by,
    )
    record("attach_file", target=activity, by=by, name=name, sha256=file.sha256)
    return evidence


def _refuse(activity: Activity, by: User) -> None:
    if not rules.may_correct(by, activity):
        raise NotAllowed(
            "Chỉ người của đơn vị, hoặc chuyên viên, mới được thêm tệp vào hoạt động này."
        )
    if activity.is_withdrawn:
        raise WrongState("Hoạt động này đã được rút lại, không thêm tệp được nữa.")


def _bears_mark(content: bytes, kind: FileKind) -> bool:
    if kind.ending in {"xlsx", "pptx"}:
        return bool(secrecy_mark(words_of_package(content)))
    _, mark = read_apart(content)
    return mark is not None


def _file_name(name: str, kind: FileKind) -> str:
    stem = PurePosixPath(one_line(name).replace("\\", "/")).stem[:100]
    return f"{stem or 'tep'}.{kind.ending}"


def _issue(name: str, message: str) -> Incomplete:
    return Incomplete([Issue(name, message, FIELD)])
