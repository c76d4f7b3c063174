"""Withdrawing a plan that was read in by mistake."""

from django.db import transaction

from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, Issue
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Plan
from haidang.plans.turns import plan_in_review


@transaction.atomic
def withdraw_plan(*, plan: Plan, reason: str, by: User) -> Plan:
    """Take a plan out of review, saying why; nothing is deleted, the file may be read in again.

    Refuses with WrongState once it was adopted, NotAllowed, and Incomplete without a reason.
    """
    plan = plan_in_review(plan.pk, by)
    if not reason.strip():
        raise Incomplete([Issue("no-reason", "Nêu lý do rút, để người xem sau hiểu.", "reason")])
    if stamped := about_words(reason, "reason"):
        raise Incomplete(stamped)
    plan.status, plan.withdrawal_reason = PlanStatus.WITHDRAWN, reason.strip()[:300]
    plan.save(update_fields=["status", "withdrawal_reason"])
    record("withdraw_plan", target=plan, by=by, reason=plan.withdrawal_reason)
    return plan
