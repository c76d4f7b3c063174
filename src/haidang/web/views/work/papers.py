"""What documents wait for: my word on a routing slip, and a number from the clerk."""

from haidang import clock
from haidang.documents.enums import EditionStatus, SlipStatus
from haidang.documents.models import Arrival, Slip
from haidang.documents.queries import slips_waiting_for
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.web import wording
from haidang.web.views.work.rows import Group, Row, due_words, link, overdue_words


def slips_of(user: User) -> Group:
    """The drafts on which the person has to give a word, the one that waits longest first."""
    slips = slips_waiting_for(user).select_related("revision__edition__document", "opened_by__unit")
    return Group("Văn bản chờ tôi cho ý kiến", [_slip(slip) for slip in slips])


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
    handed = Arrival.objects.filter(handed_to=user.unit_id, answers=None, due_on__isnull=False)
    return Group("Văn bản đến chờ xử lý", [_arrival(row) for row in handed.order_by("due_on")])


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
    assert arrival.due_on is not None
    is_late = arrival.due_on < clock.today()
    return Row(
        title=f"{arrival.document_type} {arrival.number_symbol}: {arrival.subject}".strip(" :"),
        why=f"{arrival.issuer} · số đến {arrival.number}",
        url=link("document-arrival", arrival.pk),
        kind="late" if is_late else "soon",
        word=overdue_words(arrival.due_on) if is_late else "Chờ xử lý",
        date=due_words(arrival.due_on),
        edge="late" if is_late else "",
    )
