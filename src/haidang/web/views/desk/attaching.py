"""The files of a story: those that stand beside it, adding one, taking one away."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import Incomplete, NotAllowed
from haidang.newsroom import writing_rules as rules
from haidang.newsroom.attached import MEGABYTE, MOST_VIDEO
from haidang.newsroom.commands import attaching
from haidang.newsroom.models import Story
from haidang.newsroom.versions import newest
from haidang.web.forms.desk.story_files import AttachForm
from haidang.web.forms.plans import show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.desk.story import story_written


@require_http_methods(["GET", "HEAD", "POST"])
def story_files(request: Request, pk: int) -> HttpResponse:
    story = story_written(request.user, pk)
    if not rules.may_edit(request.user, story):
        raise NotAllowed(attaching.ONLY)
    form = AttachForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _attached(request, form, story):
        messages.success(request, "Đã thêm tệp.")
        return redirect("story-files", pk)
    page = newest(story)
    context = {
        "story": story,
        "page": page,
        "form": form,
        "files": list(page.files.select_related("file")),
        "most_video": MOST_VIDEO // MEGABYTE,
        "most_paper": settings.DOCUMENT_LIMIT // MEGABYTE,
    }
    return render(request, "desk/story_files.html", context, status=422 if form.errors else 200)


@posts_from("../../")
def detach_from_story(request: Request, pk: int, sha256: str) -> HttpResponse:
    story = story_written(request.user, pk)
    seen = number_asked(request.POST.get("seen", "")) or 0
    attaching.detach_from_story(story=story, sha256=sha256, seen=seen, by=request.user)
    messages.success(request, "Đã bỏ tệp khỏi bài.")
    return redirect("story-files", pk)


def _attached(request: Request, form: AttachForm, story: Story) -> bool:
    given = form.cleaned_data
    file = given["file"]
    try:
        attaching.attach_to_story(
            story=story,
            content=file.read(),
            name=file.name,
            words=given["words"],
            is_cleaned=given["is_cleaned"],
            by=request.user,
        )
    except Incomplete as error:
        show_refusal(form, error)
    return not form.errors
