"""Which drafts wait for a person's word."""

from django.db.models import Exists, OuterRef, Q

from haidang.documents import rules
from haidang.documents.enums import SlipStatus, StepStatus
from haidang.documents.models import Slip, SlipQuerySet, Step
from haidang.orgs.models import User


def slips_waiting_for(user: User) -> SlipQuerySet:
    """The open slips whose turn is this person's, the one that waits longest first."""
    roles = user.roles()
    if not roles or user.unit_id is None:
        return Slip.objects.none()
    before = Step.objects.filter(
        slip=OuterRef("slip"), ordinal__lt=OuterRef("ordinal"), status=StepStatus.WAITING
    )
    steps = Step.objects.filter(
        Q(unit=user.unit_id) | Q(unit__acts_for=user.unit_id),
        ~Exists(before),
        slip__status=SlipStatus.OPEN,
        status=StepStatus.WAITING,
        role__in=roles,
    )
    found = steps.select_related("slip", "unit")
    mine = [step.slip_id for step in found if rules.may_answer(user, step)]
    return Slip.objects.filter(pk__in=mine).order_by("opened_at")


def step_due(slip: Slip) -> Step | None:
    """The step that a slip waits at; None where it is closed."""
    if slip.status != SlipStatus.OPEN:
        return None
    return slip.steps.filter(status=StepStatus.WAITING).select_related("unit").first()
