"""What waits for the clerk: reports written from frozen figures that have no number yet."""

from haidang.documents.enums import EditionStatus
from haidang.orgs.models import User
from haidang.reporting.models import Consolidation, Round
from haidang.web import wording
from haidang.web.views.work.rows import Group, Row, link


def papers_of(user: User) -> Group:
    """The newest written report of each round of the person's authority, while it is a draft."""
    rounds = Round.objects.visible_to(user).filter(regime__receiver=user.seat)
    drafts = Consolidation.objects.filter(
        round__in=rounds, revision__edition__status=EditionStatus.DRAFT
    )
    beside = ("round__period", "round__regime")
    newest: dict[int, Consolidation] = {}
    for frozen in drafts.defer("content").select_related(*beside).order_by("-ordinal"):
        newest.setdefault(frozen.round_id, frozen)
    return Group("Văn bản chờ cấp số", [_row(frozen) for frozen in newest.values()])


def _row(frozen: Consolidation) -> Row:
    return Row(
        title=f"Cấp số, ngày cho {frozen.round.title.lower()}",
        why=f"Số liệu chốt lần {frozen.ordinal}, {wording.day_short(frozen.frozen_at)}",
        url=link("report-paper", frozen.round_id, frozen.ordinal),
        kind="none",
        word="Dự thảo",
        sign="file-text",
    )
