"""The overdue parts of an authority's units, one a row: what the leader's number opens to."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang.orgs.models import Unit
from haidang.reporting.standing import LATE
from haidang.web.request import Request
from haidang.web.views.work.glance import given_parts
from haidang.web.views.work.rows import overdue_words

ROWS = 50


@require_safe
def late_parts(request: Request) -> HttpResponse:
    """List what is overdue, the oldest first; exactly as many rows as the leader's page says."""
    late = given_parts(request.user, Unit.objects.visible_to(request.user)).filter(state=LATE)
    parts = late.select_related("task", "unit__kind").order_by("due_on", "unit__kind__rank", "pk")
    page = Paginator(parts, ROWS).get_page(request.GET.get("trang"))
    rows = [(part, overdue_words(part.due_on)) for part in page.object_list]
    return render(request, "plans/late_parts.html", {"page": page, "rows": rows})
