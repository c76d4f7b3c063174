"""Attaching a photo to an activity."""

import hashlib
from pathlib import PurePosixPath

from django.conf import settings
from django.db import transaction

from haidang import clock
from haidang.activities import rules
from haidang.activities.facts import one_line
from haidang.activities.models import Activity, Evidence
from haidang.activities.photos import NotAPhoto, remade
from haidang.documents.commands import note_secret_file
from haidang.documents.stamps import about_words
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.text.reading import secrecy_mark_of_name

MOST_PHOTOS = 10


def attach_photo(
    *, activity: Activity, content: bytes, name: str, by: User, caption: str = ""
) -> Evidence:
    """Keep a photo of an activity, made anew and without its position; the original is not kept.

    The same photo again is the same evidence. Of one whose name bears a secrecy mark a receipt
    stays and nothing else (promise N19). Refuses with NotAllowed, with WrongState where the entry
    was taken back, and with Incomplete where it is no photo, is too large, is one too many, or its
    caption bears a mark. No transaction is open while the picture is made anew.
    """
    _refuse(activity, by)
    if secrecy_mark_of_name(name):
        raise note_secret_file(content=content, unit=activity.unit, by=by)
    chosen = one_line(name)[:100]
    if issues := [*about_words(caption, "photos"), *_about_size(chosen, content)]:
        raise Incomplete(issues)
    try:
        content = remade(content)
    except NotAPhoto as error:
        raise Incomplete([Issue("not_a_photo", f"{chosen}: {error}", "photos")]) from error
    return _keep(activity, content, _file_name(name), one_line(caption)[:200], by)


@transaction.atomic
def _keep(activity: Activity, content: bytes, name: str, caption: str, by: User) -> Evidence:
    activity = Activity.objects.select_for_update(no_key=True).get(pk=activity.pk)
    _refuse(activity, by)
    if same := activity.evidence.filter(file=hashlib.sha256(content).hexdigest()).first():
        return same
    if activity.evidence.count() >= MOST_PHOTOS:
        message = f"Mỗi hoạt động giữ tối đa {MOST_PHOTOS} ảnh, tệp; ảnh {name} không được thêm."
        raise Incomplete([Issue("too_many_photos", message, "photos")])
    file = keep(content, "image/jpeg")
    evidence = Evidence.objects.create(
        activity=activity,
        file=file,
        name=name,
        caption=caption,
        attached_at=clock.now(),
        attached_by=by,
    )
    record("attach_photo", target=activity, by=by, name=name, sha256=file.sha256)
    return evidence


def _refuse(activity: Activity, by: User) -> None:
    if not rules.may_correct(by, activity):
        raise NotAllowed(
            "Chỉ người của đơn vị, hoặc chuyên viên, mới được thêm ảnh vào hoạt động này."
        )
    if activity.is_withdrawn:
        raise WrongState("Hoạt động này đã được rút lại, không thêm ảnh được nữa.")


def _about_size(name: str, content: bytes) -> list[Issue]:
    most = settings.PHOTO_LIMIT
    if len(content) <= most:
        return []
    message = f"{name} nặng quá {most // 2**20} MB. Chụp lại ở cỡ nhỏ hơn."
    return [Issue("photo_too_large", message, "photos")]


def _file_name(name: str) -> str:
    stem = PurePosixPath(one_line(name).replace("\\", "/")).stem[:100]
    return f"{stem or 'anh'}.jpg"
