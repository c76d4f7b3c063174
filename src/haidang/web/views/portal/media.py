"""Pictures and files of stories: open to everybody while a story that was cleared shows them."""

import re

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from haidang.documents.models import FileFault, StoredFile
from haidang.newsroom.models import Picture
from haidang.newsroom.queries import media
from haidang.newsroom.serving import CARD, MEDIA, WHOLE, WIDE, WIDTHS, Size, bytes_of, mark_of
from haidang.orgs.models import User

SPEC = re.compile(r"(wide|card|whole)-(\d{3,4})-([0-9a-f]{8})")
# A browser keeps what it has seen; what stands between asks again, so that what is withdrawn is
# gone there within a minute (promise N15).
PUBLIC = "public, max-age=86400, s-maxage=60"
SHOWN = ("image/", "audio/", "video/", "application/pdf")


@require_safe
@login_not_required
def picture_file(request: HttpRequest, pk: str, spec: str, ending: str) -> HttpResponseBase:
    number = int(pk)
    size, mark = _asked(spec, ending)
    if (row := media.shown_with(number, size.shape, mark)) and size.shape != WHOLE:
        tag = f'"{mark}-{size.shape}-{size.width}-{ending}"'
        if answer := get_conditional_response(request, etag=tag):
            return _kept(answer, PUBLIC)
        response = _kept(_picture(row.picture, size, row.focus), PUBLIC)
        response["ETag"] = tag
        return response
    if not isinstance(request.user, User) or not media.may_load_picture(request.user, number):
        raise Http404
    picture = get_object_or_404(Picture, pk=number)
    return _kept(_picture(picture, size, _focus(picture, size, mark)), "private, no-store")


def _asked(spec: str, ending: str) -> tuple[Size, str]:
    found = SPEC.fullmatch(spec)
    if found is None or ending not in MEDIA:
        raise Http404
    shape, width, mark = found[1], int(found[2]), found[3]
    if width not in WIDTHS or shape not in {WIDE, CARD, WHOLE}:
        raise Http404
    return Size(shape, width, ending), mark


def _focus(picture: Picture, size: Size, mark: str) -> str:
    """The middle that the mark was made of: the library's, or one that a draft has."""
    every = [picture.focus, *(f"{x},{y}" for x in (17, 50, 83) for y in (17, 50, 83))]
    return next((one for one in every if mark_of(picture.digest, one, size.shape) == mark), "")


def _picture(picture: Picture, size: Size, focus: str) -> HttpResponse:
    content = bytes_of(picture, size, focus)
    kind = "image/jpeg" if size.shape == WHOLE else MEDIA[size.ending]
    return HttpResponse(content, content_type=kind)


def _kept(response: HttpResponseBase, how: str) -> HttpResponseBase:
    response["Cache-Control"] = how
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
@login_not_required
def story_file(request: HttpRequest, sha256: str, name: str) -> HttpResponseBase:
    row = media.file_shown(sha256)
    if row is None:
        if not isinstance(request.user, User) or not media.may_load_file(request.user, sha256):
            raise Http404
    elif answer := get_conditional_response(request, etag=f'"{sha256}"'):
        return _kept(answer, PUBLIC)
    file = row.file if row else get_object_or_404(StoredFile, pk=sha256)
    response = _file(file, row.name if row else name)
    response["ETag"] = f'"{sha256}"'
    return _kept(response, PUBLIC if row else "private, no-store")


def _file(file: StoredFile, name: str) -> HttpResponse:
    try:
        content = file.read()
    except FileFault as lost:
        raise Http404 from lost
    response = HttpResponse(content, content_type=file.content_type)
    is_shown = file.content_type.startswith(SHOWN)
    place = content_disposition_header(as_attachment=not is_shown, filename=name)
    response["Content-Disposition"] = place or "inline"
    return response
