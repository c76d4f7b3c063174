"""Which drafts wait for a person's word, and which came back to whoever sent them."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang.documents.enums import EditionStatus, SlipStatus, StepStatus
from haidang.documents.models import Revision, Slip, SlipQuerySet, Step
from haidang.documents.posts import holders_of, is_turn
from haidang.orgs.models import User
from haidang.prepared import prepared


def slips_waiting_for(user: User) -> SlipQuerySet:
    """The open slips whose turn is this person's, the one that waits longest first.

    As many queries for many slips as for one.
    """
    mine = keys_waiting_for(user)
    return Slip.objects.filter(pk__in=mine).order_by("opened_at") if mine else Slip.objects.none()


def keys_waiting_for(user: User) -> list[int]:
    """The keys of these slips; mostly none, which is known by one question."""
    roles = user.roles()
    if not roles or user.unit_id is None:
        return []
    posts: dict[tuple[str, int], list[User]] = {}
    mine = []
    for step in _steps_waiting(user.unit_id, sorted(roles)):
        post = (step.role, step.unit_id)
        if post not in posts:  # a person has few posts, however many slips wait
            posts[post] = list(holders_of(step.role, step.unit))
        if is_turn(user, step, posts[post]):
            mine.append(step.slip_id)
    return mine


def waiting_at(role: str, slips: SlipQuerySet) -> SlipQuerySet:
    """Of some slips those that are open and wait for the word of a role."""
    turn = _turn().filter(slip=OuterRef("pk"), role=role)
    return slips.filter(Exists(turn), status=SlipStatus.OPEN)


def _turn() -> QuerySet[Step]:
    before = Step.objects.filter(
        slip=OuterRef("slip"), ordinal__lt=OuterRef("ordinal"), status=StepStatus.WAITING
    )
    return Step.objects.filter(~Exists(before), status=StepStatus.WAITING)


@prepared
def _steps_waiting(unit: int, roles: list[str]) -> QuerySet[Step]:
    steps = _turn().filter(
        Q(unit=unit) | Q(unit__acts_for=unit), slip__status=SlipStatus.OPEN, role__in=roles
    )
    return steps.select_related("slip", "unit__acts_for").prefetch_related("slip__steps")


def step_due(slip: Slip) -> Step | None:
    """The step that a slip waits at; None where it is closed."""
    if slip.status != SlipStatus.OPEN:
        return None
    return slip.steps.filter(status=StepStatus.WAITING).select_related("unit").first()


def slips_sent_back_to(user: User | int) -> SlipQuerySet:
    """The slips that came back to who sent them, of drafts that nobody has sent again since."""
    later = Slip.objects.filter(
        revision__edition=OuterRef("revision__edition"), pk__gt=OuterRef("pk")
    )
    return Slip.objects.filter(
        ~Exists(later),
        opened_by=user,
        status=SlipStatus.SENT_BACK,
        revision__edition__status=EditionStatus.DRAFT,
    ).order_by("-closed_at")


def refusal_of(revision: Revision) -> Step | None:
    """The step at which a text was sent back, where that is the last that was said of it."""
    slip = revision.slips.order_by("pk").last()
    if slip is None or slip.status != SlipStatus.SENT_BACK:
        return None
    steps = slip.steps.filter(status=StepStatus.SENT_BACK)
    return steps.select_related("by__unit", "unit").first()
