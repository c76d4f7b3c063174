"""A round is frozen, and the official report is written from what was frozen."""

from django.db import transaction

from haidang import clock
from haidang.documents.commands import draft_document, redraft_document
from haidang.documents.models import Revision
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting import checks, rules
from haidang.reporting.carrying import carried_over
from haidang.reporting.enums import RoundStatus
from haidang.reporting.models import Consolidation, Round
from haidang.reporting.queries.official import official_of
from haidang.reporting.queries.sums import frame_of
from haidang.reporting.sheet import fingerprint, has_report


@transaction.atomic
def consolidate_round(*, round: Round, by: User) -> Consolidation:
    """Freeze what the accepted reports of a round add up to, and what stands behind each figure.

    Units without an accepted report are in it as missing. A later one is added beside it. Refuses
    with NotAllowed, and with Incomplete where no report was accepted.
    """
    rows = Round.objects.select_for_update(no_key=True, of=("self",))
    round = rows.select_related("regime__receiver__acts_for", "period").get(pk=round.pk)
    if not round.can_become(RoundStatus.CONSOLIDATED):
        raise WrongState("Kỳ báo cáo này không chốt số liệu được.")
    if not rules.may_consolidate(by, round):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới được chốt số liệu.")
    if issues := checks.before_consolidating(round):
        raise Incomplete(issues)

    frozen_at, ordinal = clock.now(), round.consolidations.count() + 1
    frozen = {"ordinal": ordinal, "at": frozen_at.isoformat()}
    content = frame_of(round)
    content |= official_of(round, content) | {"frozen": frozen}
    consolidation = Consolidation.objects.create(
        round=round,
        ordinal=ordinal,
        frozen_at=frozen_at,
        frozen_by=by,
        kept=content,
        sha256=fingerprint(content),
    )
    round.status = RoundStatus.CONSOLIDATED
    round.save(update_fields=["status"])
    reported = sum(map(has_report, content["units"]))
    record(
        "consolidate_round",
        target=round,
        by=by,
        ordinal=ordinal,
        sha256=consolidation.sha256,
        reported=reported,
        units=len(content["units"]),
    )
    return consolidation


@transaction.atomic
def write_consolidated_report(*, consolidation: Consolidation, by: User) -> Revision:
    """Write the official report from the frozen content, as .docx and as text.

    A later freezing of the round adds a revision to the same draft, in which people's own words
    stand as before. Refuses with NotAllowed, and with WrongState where the report was written, was
    issued, or the content is not what was frozen.
    """
    rows = Consolidation.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "round__regime"
    )
    consolidation = rows.get(pk=consolidation.pk)
    if consolidation.revision_id:
        raise WrongState("Văn bản của lần chốt này đã được lập.")
    if not rules.may_consolidate(by, consolidation.round):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới được lập báo cáo.")
    if not consolidation.is_whole:
        raise WrongState("Số liệu đã chốt không còn khớp mã; hãy báo người quản trị.")

    carried = carried_over(consolidation)
    name = f"bao-cao-tong-hop-{consolidation.round.period.year}-lan-{consolidation.ordinal}.docx"
    earlier = _earlier(consolidation)
    if earlier:
        revision = redraft_document(
            edition=earlier.edition,
            document=carried.document,
            by=by,
            file_name=name,
            explained=carried.explained,
        )
    else:
        receiver = consolidation.round.regime.receiver
        revision = draft_document(document=carried.document, unit=receiver, by=by, file_name=name)
    consolidation.revision = revision
    consolidation.save(update_fields=["revision"])
    record(
        "write_consolidated_report",
        target=consolidation,
        by=by,
        sha256=revision.sha256,
        carried_from=carried.kept.ordinal if carried.kept else None,
        conflicts=len(carried.conflicts),
    )
    return revision


def _earlier(consolidation: Consolidation) -> Revision | None:
    written = consolidation.round.consolidations.filter(revision__isnull=False).first()
    return written.revision if written else None
