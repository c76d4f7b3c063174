"""How far a round and its reports are."""

from django.db.models import Count, Q

from haidang.orgs.models import User
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report, Round
from haidang.reporting.models.report import ReportQuerySet
from haidang.reporting.models.round import RoundQuerySet


def rounds_of(user: User) -> RoundQuerySet:
    """The rounds that a person may see, newest first, with how many reports are in each state."""
    states = {
        state.value: Count("reports", filter=Q(reports__status=state)) for state in ReportStatus
    }
    rounds = Round.objects.filter(pk__in=Round.objects.visible_to(user).values("pk"))
    standing = ~Q(reports__status=ReportStatus.HANDED_OVER)
    counted = rounds.annotate(**states, units=Count("reports", filter=standing))
    return counted.select_related("regime__receiver", "period")


def reports_in(round: Round) -> ReportQuerySet:
    """All reports of a round with their progress, in the order of the units."""
    reports = Report.objects.standing().filter(round=round).with_progress()
    return reports.select_related("unit", "round__regime", "round__period")


def own_reports(user: User) -> ReportQuerySet:
    """The reports that a person's own unit or authority has to write, newest first."""
    own = {user.unit_id, user.seat.pk} if user.unit else set()
    reports = Report.objects.standing().filter(unit__in=own).with_progress()
    related = reports.select_related("unit", "round__regime__receiver", "round__period")
    return related.order_by("-round__due_on", "-pk")


def receives(user: User, round: Round) -> bool:
    """Whether a person may see the figures of all units of a round."""
    if user.sees_everything():
        return True
    return user.unit_id is not None and round.regime.receiver.path.startswith(user.seat.path)
