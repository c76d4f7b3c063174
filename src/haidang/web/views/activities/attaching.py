"""Adding photos to an entry: what could not be added is said, and loses nothing else."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from haidang.activities import commands
from haidang.activities.models import Activity
from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.web.request import Request


@require_POST
def attach_photo(request: Request, pk: UUID) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    uploads = [file for name in ("camera", "photos") for file in request.FILES.getlist(name)]
    if not uploads:
        messages.error(request, "Chưa chọn ảnh nào. Bấm “Chụp ảnh” hoặc “Chọn ảnh” trước.")
    elif added := attach_all(request, activity, uploads):
        messages.success(request, f"Đã thêm {added} ảnh, đã xóa vị trí chụp trong ảnh.")
    return redirect("activity", activity.pk)


def attach_all(
    request: Request, activity: Activity, uploads: "Iterable[UploadedFile[bytes]]"
) -> int:
    """Add each photo by itself, and say of those that were not added why; return how many were."""
    added = 0
    for upload in uploads:
        try:
            attach_one(activity, upload, request.user)
            added += 1
        except Incomplete as refusal:
            words = f"Hoạt động vẫn còn, nhưng ảnh chưa được thêm. {refusal.message}"
            messages.warning(request, words)
    return added


def attach_one(activity: Activity, upload: "UploadedFile[bytes]", by: User) -> None:
    """Add one photo. Refuses as the command does."""
    # One byte more than allowed is enough to know that it is too much.
    content = upload.read(settings.PHOTO_LIMIT + 1)
    commands.attach_photo(activity=activity, content=content, name=upload.name or "", by=by)
