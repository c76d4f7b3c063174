"""The plans that a person may see, and the form that reads a new one in."""

from io import BytesIO

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from haidang.orgs.models import User
from haidang.plans import rules
from haidang.plans.enums import Bucket, PlanStatus, TaskStatus
from haidang.plans.models import Item, Plan
from haidang.plans.models.plan import STOOD
from haidang.web.forms.plans import PlanFileForm
from haidang.web.request import Request


@require_safe
def plans(request: Request) -> HttpResponse:
    """List the plans, newest first, with the form for those who may read one in."""
    return render(request, "plans/plans.html", plans_page(request.user, PlanFileForm()))


@require_safe
def plan_file(request: Request, pk: int) -> FileResponse:
    """Give back the file that a plan was read from, byte for byte, never opened in the browser."""
    plan = get_object_or_404(
        Plan.objects.visible_to(request.user).filter(revision__file__isnull=False), pk=pk
    )
    file = plan.revision.file
    assert file is not None
    name = plan.revision.file_name or "van-ban"
    return FileResponse(BytesIO(file.read()), as_attachment=True, filename=name)


def plans_page(user: User, form: PlanFileForm) -> dict[str, object]:
    """What the list shows a person."""
    may_read_in = user.unit_id is not None and rules.may_read_in(user, user.seat)
    may_set_habits = user.unit_id is not None and rules.may_set_habits(user)
    return {
        "plans": _listed(user),
        "form": form,
        "may_read_in": may_read_in,
        "may_set_habits": may_set_habits,
    }


def _listed(user: User) -> QuerySet[Plan]:
    found = Plan.objects.filter(pk__in=Plan.objects.visible_to(user).values("pk"))
    found = found.exclude(status=PlanStatus.WITHDRAWN)
    sentences = Item.objects.filter(plan=OuterRef("pk"), is_sentence=True, bucket=Bucket.UNRESOLVED)
    unclear = sentences.order_by().values("plan").annotate(count=Count("pk")).values("count")
    listed = found.select_related("unit", "revision__edition__document").annotate(
        waiting=Count("tasks", filter=Q(tasks__status=TaskStatus.PROPOSED)),
        accepted=Count("tasks", filter=Q(tasks__status=TaskStatus.ACCEPTED)),
        unclear=Subquery(unclear),
    )
    newer = Plan.objects.filter(status__in=STOOD, amendment__is_partial=False)
    newer = newer.select_related("revision__edition")
    listed = listed.prefetch_related(Prefetch("amendments", newer, to_attr="newer"))
    return listed.order_by("-year", "-pk")  # counting forgets the order of the model
