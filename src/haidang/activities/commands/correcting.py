"""Correcting what was logged, and taking it back. What stood before stays in the ledger."""

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction

from haidang import clock
from haidang.activities import checks, rules
from haidang.activities.entering import columns, set_partners, set_quantities, sound
from haidang.activities.facts import Facts, changes_between, facts_of, one_line
from haidang.activities.models import Activity, Closing, Declined
from haidang.activities.overtaking import refuse_late
from haidang.activities.telling import tell_partners
from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans.models import Task

LONGEST_REASON = 300


@transaction.atomic
def correct_activity(
    *,
    activity: Activity,
    facts: Facts,
    by: User,
    seen: int | None = None,
    reason: str = "",
    is_made_by_act: bool = False,
) -> Activity:
    """Change what was logged; each change stays in the ledger, as it was and as it is now.

    In days that were closed this is an amendment (đính chính), and a reason is asked for. An act of
    another room that changed what it wrote of itself (`is_made_by_act`) asks no right. Refuses with
    WrongState what was taken back, with NotAllowed, with Overtaken where somebody changed it after
    the version that was `seen`, and with Incomplete, also where nothing would change.
    """
    activity = _locked(activity, by, seen, is_asked=is_made_by_act)
    stamped = about_words(reason, "reason")
    before, reason = facts_of(activity), one_line(reason)[:LONGEST_REASON]
    kept = _unasked(before) if facts.kind == before.kind else {}
    facts = replace(facts, quantities={**kept, **facts.quantities})
    facts = replace(facts, task=_same_task(before.task, facts.task))
    facts = sound(activity.unit, facts, frozenset(kept), before.task)
    joined = [unit for unit in facts.together if unit not in before.together]
    changes = changes_between(before, facts)
    if not changes:
        raise Incomplete([Issue("nothing_changed", "Chưa có gì thay đổi so với bản đã lưu.")])
    touched = [activity.unit, *before.together, *facts.together]
    is_closed = Closing.objects.over(touched, before.on, facts.on).exists()
    said_no = _declined(activity, joined)
    if issues := [*stamped, *said_no, *checks.before_amending(reason, is_closed=is_closed)]:
        raise Incomplete(issues)

    for name, value in columns(facts).items():
        setattr(activity, name, value)
    activity.version += 1
    activity.save()
    activity.quantities.all().delete()
    set_quantities(activity, facts.quantities)
    if "together" in changes:
        activity.participations.all().delete()
        set_partners(activity, facts.together)
        tell_partners(activity, joined, by)
    said = {"reason": reason} if reason else {}
    event = "amend_activity" if is_closed else "correct_activity"
    record(event, target=activity, by=by, changes=changes, **said)
    return activity


@transaction.atomic
def withdraw_activity(
    *,
    activity: Activity,
    reason: str,
    by: User,
    seen: int | None = None,
    is_made_by_act: bool = False,
) -> Activity:
    """Take an entry back: it stays as a tombstone that says who and why, and counts nowhere.

    An act of another room that is undone takes back what it wrote (`is_made_by_act`). Refuses with
    WrongState where it was taken back before, with NotAllowed, with Overtaken, and with Incomplete
    without a reason.
    """
    activity = _locked(activity, by, seen, is_asked=is_made_by_act)
    stamped, reason = about_words(reason, "reason"), one_line(reason)[:LONGEST_REASON]
    if issues := [*stamped, *checks.before_withdrawing(reason)]:
        raise Incomplete(issues)
    activity.withdrawn_at, activity.withdrawn_by = clock.now(), by
    activity.withdrawal_reason = reason
    activity.version += 1
    activity.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason", "version"])
    is_closed = Closing.objects.over([activity.unit, *activity.partners], activity.on).exists()
    marks = {"is_after_closing": True} if is_closed else {}
    record("withdraw_activity", target=activity, by=by, reason=reason, **marks)
    return activity


def _declined(activity: Activity, units: Sequence[Unit]) -> list[Issue]:
    found = Declined.objects.filter(activity=activity, unit__in=units).select_related("unit")
    return [
        Issue("declined", f"{row.unit} đã báo không tham gia: {row.reason} Bỏ chọn.", "together")
        for row in (found if units else ())
    ]


def _unasked(facts: Facts) -> dict[str, int]:
    """Quantities that the catalogue asked for once: who corrects a title does not lose them."""
    asked = {measure.code for measure in facts.kind.measures.all()}
    return {code: amount for code, amount in facts.quantities.items() if code not in asked}


def _same_task(before: Task | None, after: Task | None) -> Task | None:
    """The task that goes on from the one that stands is no other: nobody changed anything."""
    return before if before and after and before.current_id == after.pk else after


def _locked(activity: Activity, by: User, seen: int | None, *, is_asked: bool) -> Activity:
    rows = Activity.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "unit", "kind", "task"
    )
    activity = rows.get(pk=activity.pk)
    if not (is_asked or rules.may_correct(by, activity)):
        raise NotAllowed("Chỉ người của đơn vị, hoặc chuyên viên, mới được sửa hoạt động này.")
    if activity.is_withdrawn:
        raise WrongState("Hoạt động này đã được rút lại, không sửa được nữa. Ghi hoạt động mới.")
    refuse_late(activity, seen, by)
    return activity
