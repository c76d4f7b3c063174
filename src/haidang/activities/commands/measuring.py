"""Saying by what a task is measured, and what shows that it was done."""

from collections.abc import Collection

from django.db import transaction

from haidang import clock
from haidang.activities import goal_rules
from haidang.activities.models import Expectation, Indicator, Kind
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.plans.enums import PlanStatus, TaskStatus
from haidang.plans.models import Task

OPEN = (PlanStatus.IN_REVIEW, PlanStatus.ADOPTED)


@transaction.atomic
def expect(
    *, task: Task, indicators: Collection[Indicator], kinds: Collection[Kind], by: User
) -> Expectation:
    """Say by which indicators a task is measured and which kinds of activity show it (N6).

    Said again, the later word stands. Refuses with WrongState, NotAllowed, and with Incomplete
    where nothing is named, where it is out of use, or where an indicator counts none of the kinds.
    """
    locked = Task.objects.select_for_update(no_key=True, of=("self",)).select_related("plan__unit")
    task = locked.get(pk=task.pk)
    if task.plan.status not in OPEN or task.status == TaskStatus.REFUSED:
        raise WrongState("Chỉ đặt cách đo cho nhiệm vụ của kế hoạch đang rà soát hoặc thực hiện.")
    if not goal_rules.may_expect(by, task.plan):
        raise NotAllowed("Chỉ chuyên viên hoặc lãnh đạo của cơ quan ban hành mới đặt cách đo.")
    if issues := _before(indicators, kinds):
        raise Incomplete(issues)

    facts = {"set_at": clock.now(), "set_by": by}
    expectation, _ = Expectation.objects.update_or_create(task=task, defaults=facts)
    expectation.indicators.set(indicators)
    expectation.kinds.set(kinds)
    codes = sorted(row.code for row in indicators)
    record("expect", target=task, by=by, indicators=codes, kinds=sorted(row.pk for row in kinds))
    return expectation


def _before(indicators: Collection[Indicator], kinds: Collection[Kind]) -> list[Issue]:
    if not kinds:
        words = "Chọn ít nhất một loại hoạt động làm minh chứng, ví dụ Phát thanh."
        return [Issue("no_kind", words, "kinds")]
    chosen = {kind.pk for kind in kinds}
    issues = [
        Issue("retired", f"“{row}” đã thôi dùng. Chọn mục khác.", name)
        for name, rows in (("kinds", kinds), ("indicators", indicators))
        for row in rows
        if row.is_retired
    ]
    for indicator in indicators:
        counted = list(indicator.kinds.all())
        if not chosen & {kind.pk for kind in counted}:
            names = ", ".join(kind.name for kind in counted)
            words = f"Chỉ tiêu “{indicator}” tính từ: {names}. Chọn thêm loại đó làm minh chứng."
            issues.append(Issue("uncounted", words, "kinds"))
    return issues
