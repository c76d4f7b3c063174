"""The plans that a person may see, and the form that reads a new one in."""

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.plans import commands, queries, rules
from haidang.plans.enums import Bucket, TaskStatus
from haidang.plans.models import Item, Plan
from haidang.web.forms.plans import PlanFileForm, show_refusal
from haidang.web.request import Request


@require_safe
def plans(request: Request) -> HttpResponse:
    """List the plans, newest first, with the form for those who may read one in."""
    return render(request, "plans/plans.html", plans_page(request.user, PlanFileForm()))


@require_POST
def read_in(request: Request) -> HttpResponse:
    """Read an uploaded document in; what is wrong with it stands beside the form."""
    form = PlanFileForm(request.POST, request.FILES)
    page: dict[str, object] = {}
    if form.is_valid():
        file = form.cleaned_data["file"]
        content, unit = file.read(), request.user.seat
        try:
            plan = commands.read_in(
                content=content, file_name=file.name, unit=unit, by=request.user
            )
            return redirect("plan", plan.pk)
        except Incomplete as error:
            show_refusal(form, error)
            page["read_before"] = queries.plan_of_file(content, unit)
    page |= plans_page(request.user, form)
    return render(request, "plans/plans.html", page, status=422)


@require_safe
def plan_file(request: Request, pk: int) -> FileResponse:
    """Give back the file that a plan was read from, byte for byte, never opened in the browser."""
    plan = get_object_or_404(
        Plan.objects.visible_to(request.user).filter(revision__file__isnull=False), pk=pk
    )
    file = plan.revision.file
    assert file is not None
    name = plan.revision.file_name or "van-ban"
    return FileResponse(file.path.open("rb"), as_attachment=True, filename=name)


def plans_page(user: User, form: PlanFileForm) -> dict[str, object]:
    """What the list shows a person."""
    may_read_in = user.unit_id is not None and rules.may_read_in(user, user.seat)
    return {"plans": _listed(user), "form": form, "may_read_in": may_read_in}


def _listed(user: User) -> QuerySet[Plan]:
    found = Plan.objects.filter(pk__in=Plan.objects.visible_to(user).values("pk"))
    sentences = Item.objects.filter(plan=OuterRef("pk"), is_sentence=True, bucket=Bucket.UNRESOLVED)
    unclear = sentences.order_by().values("plan").annotate(count=Count("pk")).values("count")
    listed = found.select_related("unit", "revision__edition__document").annotate(
        waiting=Count("tasks", filter=Q(tasks__status=TaskStatus.PROPOSED)),
        accepted=Count("tasks", filter=Q(tasks__status=TaskStatus.ACCEPTED)),
        unclear=Subquery(unclear),
    )
    return listed.order_by("-year", "-pk")  # counting forgets the order of the model
