"""Who may do what in the reporting room. An auditor writes nothing, whatever else he holds."""

from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.reporting.models import Regime, Report, Round, Section


def may_set_regime(user: User | None) -> bool:
    # Nobody is the installation itself: the launcher, and the demonstration it loads.
    return user is None or (_writes(user) and user.has_role(Role.ADMINISTRATOR))


def may_open_round(user: User, regime: Regime) -> bool:
    return _writes(user) and user.has_role(Role.DRAFTER) and _is_at(user, regime)


def may_fill(user: User, report: Report) -> bool:
    return _writes(user) and user.has_role(Role.REPORTER) and user.unit_id == report.unit_id


def may_review(user: User, report: Report) -> bool:
    return may_open_round(user, report.round.regime)


def may_consolidate(user: User, round: Round) -> bool:
    return may_open_round(user, round.regime)


def is_open_to_fill(report: Report, section: Section, remarked: set[int]) -> bool:
    # A returned report opens only where a remark stands, so that nothing else moves meanwhile.
    return report.is_editable and (not report.is_returned or section.pk in remarked)


def _writes(user: User) -> bool:
    return not user.has_role(Role.AUDITOR)


def _is_at(user: User, regime: Regime) -> bool:
    return user.unit_id is not None and user.seat.pk == regime.receiver_id
