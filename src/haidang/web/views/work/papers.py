"""What documents wait for: my word on a routing slip, and a number from the clerk."""

from django.db.models import F, QuerySet

from haidang import clock
from haidang.documents.enums import EditionStatus, SlipStatus, StepStatus
from haidang.documents.models import Arrival, Slip
from haidang.documents.plain_names import in_text
from haidang.documents.queries.slips import keys_waiting_for, slips_sent_back_to
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.prepared import prepared
from haidang.web import wording
from haidang.web.views.work.rows import Group, Row, due_words, link, overdue_words


def slips_of(user: User) -> Group:
    """The drafts on which the person has to give a word, the one that waits longest first."""
    mine = keys_waiting_for(user)
    return Group(
        "Văn bản chờ tôi cho ý kiến", [_slip(slip) for slip in waiting(mine)] if mine else []
    )


@prepared
def waiting(mine: list[int]) -> QuerySet[Slip]:
    """Drafts as the week's list and the leader's page show them, the longest waiting first."""
    found = Slip.objects.filter(pk__in=mine).order_by("opened_at").prefetch_related("steps")
    return found.select_related("revision__edition__document", "opened_by__unit")


def sent_back_to(user: User) -> Group:
    """The drafts that came back to the person who sent them, until they are sent again."""
    return Group("Văn bản bị chuyển lại", [_sent_back(slip) for slip in _came_back(user.pk)])


@prepared
def _came_back(user: int) -> QuerySet[Slip]:
    slips = slips_sent_back_to(user).select_related("revision__edition__document")
    return slips.prefetch_related("steps__by__unit")


def papers_of(user: User) -> Group:
    """The drafts of the authority that were agreed and have no number yet, for its clerk."""
    if user.unit_id is None or not user.has_role(Role.CLERK):
        return Group("Văn bản chờ cấp số", [])
    agreed = Slip.objects.visible_to(user).filter(
        status=SlipStatus.AGREED,
        revision__edition__status=EditionStatus.DRAFT,
        revision__edition__document__unit__in={user.unit_id, user.seat.pk},
    )
    rows = agreed.select_related("revision__edition__document").order_by("closed_at")
    return Group("Văn bản chờ cấp số", [_paper(slip) for slip in rows])


def arrivals_of(user: User) -> Group:
    """The incoming documents that were handed to the person's unit and led to nothing yet."""
    if user.unit_id is None:
        return Group("Văn bản đến chờ xử lý", [])
    return Group("Văn bản đến chờ xử lý", [_arrival(row) for row in _handed_to(user.unit_id)])


@prepared
def _handed_to(unit: int) -> QuerySet[Arrival]:
    handed = Arrival.objects.filter(handed_to=unit, answers=None).defer("text", "folded")
    return handed.order_by(F("due_on").asc(nulls_last=True), "handed_at")


def _slip(slip: Slip) -> Row:
    unit = slip.opened_by.unit
    by = f"{slip.opened_by.post}, {unit.short_name}" if unit else slip.opened_by.post
    return Row(
        title=str(slip.revision.edition.document),
        why=f"{by} trình ngày {wording.day_short(slip.opened_at)}",
        url=link("document-slip", slip.revision.edition.document_id),
        kind="soon",
        word="Chờ ý kiến",
    )


def _sent_back(slip: Slip) -> Row:
    step = next(one for one in slip.steps.all() if one.status == StepStatus.SENT_BACK)
    assert slip.closed_at is not None
    return Row(
        title=str(slip.revision.edition.document),
        why=f"{step.post} chuyển lại ngày {wording.day_short(slip.closed_at)}: {step.remark}",
        url=link("document-slip", slip.revision.edition.document_id),
        kind="back",
        word="Chuyển lại",
        edge="back",
    )


def _paper(slip: Slip) -> Row:
    assert slip.closed_at is not None
    return Row(
        title=f"Cấp số, ngày cho {slip.revision.edition.document}",
        why=f"Đã duyệt ký ngày {wording.day_short(slip.closed_at)}",
        url=link("document-slip", slip.revision.edition.document_id),
        kind="none",
        word="Chờ số",
        sign="file-text",
    )


def _arrival(arrival: Arrival) -> Row:
    due_on = arrival.due_on
    is_late = due_on is not None and due_on < clock.today()
    sign = f"{arrival.document_type} {arrival.number_symbol}".strip()
    return Row(
        title=f"{sign}: {arrival.subject}" if sign else arrival.subject,
        why=f"{in_text(arrival.issuer)} · số đến {arrival.number}",
        url=link("document-arrival", arrival.pk),
        kind="late" if is_late else "soon",
        word=overdue_words(due_on) if due_on and is_late else "Chờ xử lý",
        date=due_words(due_on) if due_on else "Không ghi hạn",
        edge="late" if is_late else "",
    )
