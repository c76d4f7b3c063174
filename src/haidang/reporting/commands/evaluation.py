"""The work of units is scored by a rule; units contest points, the authority answers, commends."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.documents.commands import draft_document
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.reporting import rules
from haidang.reporting.enums import Criterion
from haidang.reporting.evaluation import checks
from haidang.reporting.evaluation.annex import annex_of, score_content
from haidang.reporting.evaluation.criteria import Weight, before_setting
from haidang.reporting.evaluation.scoring import Score
from haidang.reporting.models import Commendation, Contest, Report, Round, Ruling, ScoringRule
from haidang.reporting.proposal import proposal_of
from haidang.reporting.queries.evaluation import scores_of, scoring_rules
from haidang.text.blocks import Document

COUNCIL = "Hội đồng thi đua, khen thưởng"
TITLE = "Danh sách đơn vị đề nghị khen thưởng và minh chứng"


@transaction.atomic
def set_scoring_rule(
    *, authority: Unit, weights: Sequence[Weight], reason: str, by: User
) -> ScoringRule:
    """Say by what an authority scores its units, and how much each thing weighs, from now on.

    The rules before stay, to be read beside it. Refuses with NotAllowed, and with Incomplete where
    nothing is worth a point, a number is out of bounds, or the reason has a secrecy mark.
    """
    Unit.objects.select_for_update(no_key=True).get(pk=authority.pk)
    if not rules.may_score(by, authority):
        raise NotAllowed("Chỉ chuyên viên tổng hợp hoặc lãnh đạo mới được đặt cách chấm.")
    refuse_stamped(reason=reason)
    if issues := before_setting(weights):
        raise Incomplete(issues)
    rule = ScoringRule.objects.create(
        authority=authority,
        ordinal=ScoringRule.objects.filter(authority=authority).count() + 1,
        criteria=[row.stored for row in weights],
        reason=one_line(reason)[:300],
        set_at=clock.now(),
        set_by=by,
    )
    points = {row.criterion.value: row.points for row in weights}
    record("set_scoring_rule", target=rule, by=by, ordinal=rule.ordinal, points=points)
    return rule


@transaction.atomic
def contest_score(*, report: Report, criterion: Criterion, words: str, by: User) -> Contest:
    """Ask, for a unit, that its points for one criterion are looked at again.

    Refuses with NotAllowed, and with Incomplete where there are no words, the rule does not have
    the criterion, or the unit waits for an answer about it already.
    """
    rows = Report.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "round__regime", "unit"
    )
    report = rows.get(pk=report.pk)
    if not rules.may_contest(by, report):
        raise NotAllowed("Chỉ đơn vị được chấm mới đề nghị xem lại điểm của mình.")
    refuse_stamped(words=words)
    words = one_line(words)[: checks.LONGEST]
    rule = scoring_rules(report.round.regime.receiver)[0]
    score = scores_of(report.round, rule, [report])[report.pk]
    asked = report.contests.filter(criterion=criterion, ruling=None)
    if issues := checks.before_contesting(words, score, criterion, is_open=asked.exists()):
        raise Incomplete(issues)
    contest = Contest.objects.create(
        report=report, criterion=criterion, words=words, at=clock.now(), by=by
    )
    record("contest_score", target=report, by=by, criterion=criterion)
    return contest


@transaction.atomic
def answer_contest(*, contest: Contest, percent: int | None, words: str, by: User) -> Ruling:
    """Answer a unit: its points stay (`percent` is None), or it has this share of them now.

    Refuses with NotAllowed, with WrongState what was answered, and with Incomplete.
    """
    rows = Contest.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "report__round__regime"
    )
    contest = rows.get(pk=contest.pk)
    if not rules.may_score(by, contest.report.round.regime.receiver):
        raise NotAllowed("Chỉ cơ quan chấm mới trả lời đề nghị xem lại điểm.")
    if Ruling.objects.filter(contest=contest).exists():
        raise WrongState("Đề nghị này đã được trả lời.")
    refuse_stamped(words=words)
    words = one_line(words)[: checks.LONGEST]
    if issues := checks.before_ruling(percent, words):
        raise Incomplete(issues)
    ruling = Ruling.objects.create(
        contest=contest, percent=percent, words=words, at=clock.now(), by=by
    )
    record("answer_contest", target=contest, by=by, percent=percent)
    return ruling


@transaction.atomic
def propose_commendation(*, round: Round, reports: Sequence[Report], by: User) -> Commendation:
    """Write the Tờ trình that proposes units for commendation, their evidence as its annex.

    The scores are kept as they are now. Refuses with NotAllowed, and with Incomplete where no unit
    is chosen, the report of one was not accepted, or one of them has no score.
    """
    round = (
        Round.objects.select_for_update(no_key=True, of=("self",))
        .select_related("regime__receiver")
        .get(pk=round.pk)
    )
    if not rules.may_consolidate(by, round):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới lập đề nghị khen thưởng.")
    rule = scoring_rules(round.regime.receiver)[0]
    chosen = [row for row in reports if row.round_id == round.pk]
    scores = scores_of(round, rule, chosen)
    if issues := checks.before_commending(chosen, scores):
        raise Incomplete(issues)
    chosen.sort(key=lambda row: (-(scores[row.pk].total or 0), row.unit.name))
    unit, ordinal = by.unit or round.regime.receiver, round.commendations.count() + 1
    commendation = Commendation.objects.create(
        round=round,
        ordinal=ordinal,
        content={"rule": rule.criteria, "units": [_kept(row, scores[row.pk]) for row in chosen]},
        revision=draft_document(
            document=_proposal(
                unit, round, rule, [(row.unit.name, scores[row.pk]) for row in chosen]
            ),
            unit=unit,
            by=by,
            file_name=f"to-trinh-khen-thuong-{round.period.year}-lan-{ordinal}.docx",
        ),
        at=clock.now(),
        by=by,
    )
    units = [row.unit_id for row in chosen]
    record("propose_commendation", target=commendation, by=by, units=units)
    return commendation


def _kept(report: Report, score: Score) -> dict[str, Any]:
    whose = {"report": report.pk, "unit": report.unit_id, "name": report.unit.name}
    return whose | score_content(score)


def _proposal(
    unit: Unit, round: Round, rule: ScoringRule, rows: Sequence[tuple[str, Score]]
) -> Document:
    return proposal_of(
        unit=unit,
        subject=f"Đề nghị khen thưởng đơn vị có thành tích trong {_about(round)}",
        addressees=(_addressee(unit, round),),
        words=_words(round, rule, len(rows)),
        annexes=((TITLE, annex_of(rows)),),
        day=clock.today(),
    )


def _addressee(unit: Unit, round: Round) -> str:
    """The authority, where its office proposes; else its council for emulation and commendation."""
    receiver = round.regime.receiver
    return receiver.name if unit.pk != receiver.pk else f"{COUNCIL} {receiver.area}".strip()


def _about(round: Round) -> str:
    name = round.regime.name
    return f"thực hiện {name[:1].lower()}{name[1:]} {round.period}"


def _words(round: Round, rule: ScoringRule, count: int) -> list[str]:
    how = "; ".join(
        f"{Criterion(row['criterion']).label} {row['points']} điểm" for row in rule.criteria
    )
    said = (
        f"Điểm của từng đơn vị trong {_about(round)} được tính theo: {how}. Tiêu chí không có dữ "
        "liệu của đơn vị nào thì không tính cho đơn vị đó; điểm quy về thang 100."
    )
    asked = (
        f"Đề nghị xem xét khen thưởng {count} đơn vị có tên trong danh sách kèm theo. Minh chứng "
        "của từng điểm nêu tại Phụ lục."
    )
    return [said, asked, "Kính đề nghị xem xét, quyết định"]
