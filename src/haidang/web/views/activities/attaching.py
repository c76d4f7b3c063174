"""Adding photos and files to an entry: what could not be added is said, and nothing is lost."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from haidang.activities import commands
from haidang.activities.models import Activity, Evidence
from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.web.request import Request

PHOTO_ENDINGS = {".jpg", ".jpeg", ".png", ".webp"}


@require_POST
def attach_photo(request: Request, pk: UUID) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    uploads = [file for name in ("camera", "photos") for file in request.FILES.getlist(name)]
    if not uploads:
        messages.error(request, "Chưa chọn tệp nào. Bấm “Chụp ảnh” hoặc “Chọn tệp” trước.")
    elif added := attach_all(request, activity, uploads):
        messages.success(request, f"Đã thêm {added} ảnh, tệp; vị trí chụp trong ảnh đã xóa.")
    return redirect("activity", activity.pk)


def attach_all(
    request: Request, activity: Activity, uploads: "Iterable[UploadedFile[bytes]]"
) -> int:
    """Add each file by itself, and say of those that were not added why; return how many were."""
    added = 0
    for upload in uploads:
        try:
            kept = attach_one(activity, upload, request.user)
            added += 1
            if is_renamed(upload.name or "", kept.name):
                messages.info(request, f"{upload.name} thật ra là tệp {kept.name}, đã giữ tên này.")
        except Incomplete as refusal:
            words = f"Hoạt động vẫn còn, nhưng ảnh, tệp chưa được thêm. {refusal.message}"
            messages.warning(request, words)
    return added


def attach_one(activity: Activity, upload: "UploadedFile[bytes]", by: User) -> Evidence:
    """Add one photo or file. Refuses as the command does."""
    # One byte more than allowed is enough to know that it is too much.
    content = upload.read(max(settings.PHOTO_LIMIT, settings.DOCUMENT_LIMIT) + 1)
    return commands.attach_file(activity=activity, content=content, name=upload.name or "", by=by)


def is_renamed(chosen: str, kept: str) -> bool:
    """Whether a file was not what its name said; photos are always kept as .jpg."""
    told, is_now = (PurePosixPath(name.lower()).suffix for name in (chosen, kept))
    return is_now != told and not (is_now == ".jpg" and told in PHOTO_ENDINGS) and bool(told)
