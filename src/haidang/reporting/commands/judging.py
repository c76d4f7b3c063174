"""What is said of a report: the opinion of a body outside the tree, and a mark for its quality."""

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting import judged, rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Opinion, Quality, Report
from haidang.reporting.turns import locked, refuse_late

WITH_THE_READER = frozenset({ReportStatus.SUBMITTED, ReportStatus.IN_REVIEW})


@transaction.atomic
def give_opinion(
    *, report: Report, agrees: bool, words: str, by: User, seen: int | None = None
) -> Opinion:
    """Say, for the body that the regime asks, whether it agrees to a report; the last word counts.

    Refuses with NotAllowed, with WrongState where the report is not with its reader, with Overtaken
    where it was moved since it was seen, and with Incomplete a disagreement without words.
    """
    report = locked(report)
    if not rules.may_give_opinion(by, report):
        raise NotAllowed("Chỉ người của cơ quan được xin ý kiến mới được cho ý kiến.")
    refuse_late(report, seen, by)
    if report.status not in WITH_THE_READER:
        raise WrongState(f"Báo cáo {report.get_status_display()}, không cho ý kiến được.")
    refuse_stamped(words=words)
    words = one_line(words)[: judged.LONGEST]
    if issues := judged.before_giving_opinion(agrees=agrees, words=words):
        raise Incomplete(issues)
    asked = report.round.regime.reviewer
    assert asked is not None
    opinion = Opinion.objects.create(
        report=report,
        attempt=report.attempt,
        unit=asked,
        agrees=agrees,
        words=words,
        at=clock.now(),
        by=by,
    )
    record("give_opinion", target=report, by=by, attempt=report.attempt, agrees=agrees)
    return opinion


@transaction.atomic
def mark_quality(*, report: Report, mark: int, words: str, by: User) -> Quality:
    """Say how good a report was, from 1 to 5, with words; given again, the last one counts.

    Refuses with NotAllowed, with WrongState what was not accepted, and with Incomplete.
    """
    report = locked(report)
    if not rules.may_review(by, report):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới được chấm báo cáo.")
    if report.status != ReportStatus.ACCEPTED:
        raise WrongState("Chỉ chấm báo cáo đã tiếp nhận.")
    refuse_stamped(quality=words)
    words = one_line(words)[:500]
    if issues := judged.before_marking(mark, words):
        raise Incomplete(issues)
    quality = Quality.objects.create(report=report, mark=mark, words=words, at=clock.now(), by=by)
    record("mark_quality", target=report, by=by, mark=mark)
    return quality
