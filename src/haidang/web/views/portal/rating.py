"""A reader says whether a page was useful: one button, without script, cookie or name."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from haidang.newsroom.around import Around
from haidang.newsroom.commands.rating import rate_page
from haidang.newsroom.enums import Answer
from haidang.web.often import Often
from haidang.web.views.portal.reading import around_of

# A whole commune may come through one line: what is held back is a script, not a village.
LONGEST = 10
OFTEN = Often(times=30, seconds=600)


# No session and no cookie are about that somebody else's page could use.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: HttpRequest, language: str) -> HttpResponse:
    """Count an answer and say thank you. Refuses with 404 what is not of this portal."""
    around = around_of(request, language)
    with override(language):
        if request.method != "POST":
            rated = _rated(around, request.GET.get("trang", "")).first()
            return render(request, "newsroom/thanks.html", {"around": around, "rated": rated})
        page = get_object_or_404(_rated(around, request.POST.get("page", "")))
        if request.POST.get("answer") not in Answer:
            raise Http404
        if OFTEN.is_too_often(request.META.get("REMOTE_ADDR", "")):
            return render(request, "newsroom/too_often.html", {"around": around}, status=429)
        rate_page(page=page, answer=Answer(request.POST["answer"]))
        return redirect(f"{reverse('rate-page', args=[language])}?trang={page.pk}")


def _rated(around: Around, written: str) -> QuerySet[Page]:
    """The page of a number, if this portal shows it: its own, or one shared from above."""
    number = int(written) if written.isdecimal() and len(written) < LONGEST else 0
    roots = [around.portal, *around.above]
    within = reduce(or_, (Q(path__startswith=root.path) for root in roots))
    pages: QuerySet[Page] = Page.objects.live().filter(within, pk=number)
    return pages
