"""What is on its way: drafts with their state, those that wait for the person first."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Max, Subquery
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang.documents import rules
from haidang.documents.enums import EditionStatus, SlipStatus, StepStatus
from haidang.documents.models import Edition, Revision, Slip, Step
from haidang.documents.queries import slips_waiting_for
from haidang.orgs.models import User
from haidang.web.request import Request
from haidang.web.views.documents.seen import editions_seen

PER_PAGE = 50
# How a slip shows: the kind of tag, its words, its sign.
SLIPS = {
    SlipStatus.OPEN: ("run", "Đang trình", "send"),
    SlipStatus.AGREED: ("ok", "Đã duyệt, chờ cấp số", "check-check"),
    SlipStatus.SENT_BACK: ("back", "Chuyển lại", "corner-up-left"),
    SlipStatus.RECALLED: ("none", "Đã rút trình", "pencil"),
    SlipStatus.VOIDED: ("none", "Đã sửa sau khi trình", "pencil"),
}
DRAFT = ("none", "Đang soạn", "pencil")


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft: its newest revision, the slip that it lies on, and the step that it waits at."""

    edition: Edition
    revision: Revision
    slip: Slip | None
    waits_at: Step | None
    is_mine: bool

    @property
    def tag(self) -> tuple[str, str, str]:
        """The kind, words and sign of its state."""
        if self.slip is None:
            return DRAFT
        kind, word, sign = SLIPS[SlipStatus(self.slip.status)]
        return (kind, f"Chờ {self.waits_at.post}", sign) if self.waits_at else (kind, word, sign)


@require_safe
def documents(request: Request) -> HttpResponse:
    """List the drafts that a person may see: what waits for them, then the newest text."""
    drafts = drafts_of(request.user)
    waiting = [draft for draft in drafts if draft.is_mine]
    others = [draft for draft in drafts if not draft.is_mine]
    page = Paginator(others, PER_PAGE).get_page(request.GET.get("trang"))
    user = request.user
    context = {
        "waiting": waiting,
        "page": page,
        "here": "documents",
        "may_draft": user.unit_id is not None and rules.may_register(user, user.seat),
        "may_read_roots": rules.may_trust(user) or user.sees_everything(),
    }
    return render(request, "documents/drafts.html", context)


def drafts_of(user: User) -> list[Draft]:
    """The drafts that a person sees, the newest text first."""
    found = editions_seen(user).filter(status=EditionStatus.DRAFT)
    editions = {row.pk: row for row in found}
    newest = found.annotate(newest=Max("revisions")).order_by().values("newest")
    revisions = Revision.objects.filter(pk__in=Subquery(newest)).defer("text", "source")
    rows = revisions.select_related("created_by__unit").order_by("-created_at", "-pk")
    slips = _slips_of(list(rows))
    mine = set(slips_waiting_for(user).values_list("pk", flat=True))
    return [_draft(editions[row.edition_id], row, slips.get(row.pk), mine) for row in rows]


def waiting_step(slip: Slip) -> Step | None:
    """The step of an open slip that has to answer now."""
    if slip.status != SlipStatus.OPEN:
        return None
    waiting = (step for step in slip.steps.all() if step.status == StepStatus.WAITING)
    return min(waiting, key=lambda step: step.ordinal, default=None)


def _slips_of(revisions: Sequence[Revision]) -> dict[int, Slip]:
    slips = Slip.objects.filter(revision__in=revisions).prefetch_related("steps__unit")
    return {slip.revision_id: slip for slip in slips.order_by("pk")}


def _draft(edition: Edition, revision: Revision, slip: Slip | None, mine: set[int]) -> Draft:
    step = waiting_step(slip) if slip else None
    return Draft(edition, revision, slip, step, slip is not None and slip.pk in mine)
