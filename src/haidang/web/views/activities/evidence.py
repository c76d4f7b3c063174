"""The page of one entry: facts, evidence, the sentence it answers to, and what was changed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from haidang.activities import rules
from haidang.activities.models import Activity, Closing, Evidence
from haidang.activities.queries import doers_of, indicators_of
from haidang.documents.models import FileFault
from haidang.web.forms.activities import PAPERS, PhotoButton
from haidang.web.request import Request
from haidang.web.views.activities.acts import acts_on
from haidang.web.views.activities.partners import may_decline

CAMERA = PhotoButton("Chụp ảnh", "camera", capture="environment")
LIBRARY = PhotoButton("Chọn tệp", "upload", accept=f"image/*,{PAPERS}", multiple="")
SHOWN = ("image/", "audio/")  # in the page itself; what has programs or pages in it is saved


def activity(request: Request, pk: UUID) -> HttpResponse:
    seen = Activity.objects.visible_to(request.user).select_related(
        "unit",
        "kind",
        "logged_by__unit",
        "withdrawn_by__unit",
        "task__plan__revision__edition__document",
    )
    with_all = seen.prefetch_related("quantities__measure", "evidence__file", "participations")
    entry = get_object_or_404(with_all, pk=pk)
    photos = [one for one in entry.evidence.all() if one.is_photo]
    context = {
        "activity": entry,
        "photos": photos,
        "files": [one for one in entry.evidence.all() if not one.is_photo],
        "indicators": indicators_of(entry),
        "acts": acts_on(entry),
        "closed": Closing.objects.over(doers_of(entry), entry.on).first(),
        "may_correct": rules.may_correct(request.user, entry) and not entry.is_withdrawn,
        "declined": list(entry.declined.select_related("unit")),
        "may_decline": may_decline(request.user, entry),
        "buttons": [CAMERA.render("camera", None), LIBRARY.render("photos", None)],
    }
    return render(request, "activities/activity.html", context)


def activity_photo(request: Request, pk: UUID, evidence: int) -> HttpResponse:
    entry = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    found = get_object_or_404(Evidence.objects.select_related("file"), pk=evidence, activity=entry)
    try:
        content = found.file.read()
    except FileFault as lost:
        raise Http404 from lost
    response = HttpResponse(content, content_type=found.file.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    is_shown = found.file.content_type.startswith(SHOWN)
    place = content_disposition_header(as_attachment=not is_shown, filename=found.name)
    response["Content-Disposition"] = place or "inline"
    # A photo under its hash never changes; only this person's browser may keep it.
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response
