"""The work of units is scored by a rule; units contest points, and the authority answers."""

from collections.abc import Sequence

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.reporting import rules
from haidang.reporting.enums import Criterion
from haidang.reporting.evaluation import checks
from haidang.reporting.evaluation.criteria import Weight, before_setting
from haidang.reporting.models import Contest, Report, Ruling, ScoringRule
from haidang.reporting.queries.evaluation import scores_of, scoring_rules


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
