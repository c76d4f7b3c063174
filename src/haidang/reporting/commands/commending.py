"""Units are proposed for commendation: a Tờ trình with the evidence of each point as its annex."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from haidang import clock
from haidang.documents.commands import draft_document
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.reporting import rules
from haidang.reporting.document import cited_in_full
from haidang.reporting.evaluation import checks
from haidang.reporting.evaluation.annex import annex_of, score_content
from haidang.reporting.evaluation.bases import bases_of
from haidang.reporting.evaluation.criteria import weights_of
from haidang.reporting.evaluation.scoring import ranked
from haidang.reporting.evaluation.wording import Proposed, blocks_of
from haidang.reporting.models import Commendation, Report, Round, ScoringRule
from haidang.reporting.proposal import proposal_of
from haidang.reporting.queries.bases import kept_bases
from haidang.reporting.queries.evaluation import scored_reports, scores_of, scoring_rules
from haidang.reporting.queries.sums import basis_of
from haidang.text.blocks import Document

COUNCIL = "Hội đồng thi đua, khen thưởng"
TITLE = "Danh sách đơn vị đề nghị khen thưởng và minh chứng"


@transaction.atomic
def propose_commendation(*, round: Round, reports: Sequence[Report], by: User) -> Commendation:
    """Write the Tờ trình that proposes units for commendation, their evidence as its annex.

    The scores are kept as they are now. Refuses with NotAllowed, and with Incomplete where no unit
    is chosen, the report of one was not accepted, or one of them has no score. Bases of law that
    no person kept are marked in it.
    """
    rows = Round.objects.select_for_update(no_key=True, of=("self",))
    round = rows.select_related("regime__receiver", "period").get(pk=round.pk)
    if not rules.may_consolidate(by, round):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới lập đề nghị khen thưởng.")
    rule, every = scoring_rules(round.regime.receiver)[0], scored_reports(round)
    chosen = [row for row in reports if row.round_id == round.pk]
    scores = scores_of(round, rule, every)
    if issues := checks.before_commending(chosen, scores):
        raise Incomplete(issues)
    chosen.sort(key=lambda row: (-(scores[row.pk].total or 0), row.unit.name))
    places = ranked(scores)
    units = [Proposed(row.unit.name, scores[row.pk], places.get(row.pk)) for row in chosen]
    unit, ordinal = by.unit or round.regime.receiver, round.commendations.count() + 1
    commendation = Commendation.objects.create(
        round=round,
        ordinal=ordinal,
        content={"rule": rule.criteria, "units": list(map(_kept, chosen, units))},
        revision=draft_document(
            document=_proposal(unit, round, rule, units, len(every)),
            unit=unit,
            by=by,
            file_name=f"to-trinh-khen-thuong-{round.period.year}-lan-{ordinal}.docx",
        ),
        at=clock.now(),
        by=by,
    )
    record(
        "propose_commendation",
        target=commendation,
        by=by,
        units=[row.unit_id for row in chosen],
    )
    return commendation


def _kept(report: Report, unit: Proposed) -> dict[str, Any]:
    whose = {"report": report.pk, "unit": report.unit_id, "name": report.unit.name}
    return whose | {"place": unit.place} | score_content(unit.score)


def _proposal(
    unit: Unit, round: Round, rule: ScoringRule, units: Sequence[Proposed], scored: int
) -> Document:
    about, receiver = _about(round), _addressee(unit, round)
    basis = basis_of(round.task)
    asked_by = cited_in_full(basis, round.regime.receiver.name) if basis else ""
    kept = kept_bases(round.regime.receiver)
    return proposal_of(
        unit=unit,
        subject=f"Đề nghị khen thưởng đơn vị có thành tích trong {about}",
        addressees=(receiver,),
        bases=bases_of(kept.words if kept else None, clock.today(), asked_by, about),
        words=blocks_of(
            proposer=unit.name,
            receiver=receiver,
            about=about,
            weights=weights_of(rule.criteria),
            scored=scored,
            units=units,
        ),
        annexes=((TITLE, annex_of([(one.name, one.score) for one in units])),),
        day=clock.today(),
    )


def _addressee(unit: Unit, round: Round) -> str:
    """The authority, where its office proposes; else its council for emulation and commendation."""
    receiver = round.regime.receiver
    return receiver.name if unit.pk != receiver.pk else f"{COUNCIL} {receiver.area}".strip()


def _about(round: Round) -> str:
    # It is the work that is commended, not the report on it.
    name = round.regime.name.removeprefix("Báo cáo ")
    return f"thực hiện {name[:1].lower()}{name[1:]} {round.period}"
