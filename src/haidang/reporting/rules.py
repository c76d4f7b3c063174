"""Who may do what in the reporting room. An auditor writes nothing, whatever else he holds."""

from haidang.documents.models import Edition
from haidang.documents.rules import may_register
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from haidang.reporting.models import Flash, Regime, Report, Round, Section
from haidang.reporting.queries.sources import heir_of


def may_set_regime(user: User | None, receiver_pk: int) -> bool:
    """The administrator of the authority that receives: those who report only read."""
    # Nobody is the installation itself: the launcher, and the demonstration it loads.
    if user is None:
        return True
    return _writes(user) and user.has_role(Role.ADMINISTRATOR) and _sits_at(user, receiver_pk)


def may_open_round(user: User, regime: Regime) -> bool:
    return _writes(user) and user.has_role(Role.DRAFTER) and _is_at(user, regime)


def may_send_flash(user: User, regime: Regime, unit: Unit) -> bool:
    """Whoever has a hand in a unit's work: there is no time to look for somebody."""
    if not (_writes(user) and user.roles() and user.unit_id == unit.pk):
        return False
    return regime.reporters.members().filter(pk=unit.pk).exists()


def may_see_flash(user: User, flash: Flash) -> bool:
    return _writes(user) and user.has_role(Role.LEADER) and _is_at(user, flash.regime)


def may_fill(user: User, report: Report) -> bool:
    """Who writes a report: its unit's reporter, the drafter of an authority, an heir's reporter."""
    if not _writes(user) or user.unit is None:
        return False
    if user.has_role(Role.REPORTER) and report.unit_id == user.unit_id:
        return True
    if user.has_role(Role.DRAFTER) and report.unit_id == user.seat.pk:
        return True
    return user.has_role(Role.REPORTER) and _goes_on_for(user, report)


def owns(user: User, report: Report) -> bool:
    """Whether a report is the person's own to read as its writer does."""
    if user.unit is None:
        return False
    return report.unit_id in {user.unit_id, user.seat.pk} or _goes_on_for(user, report)


def may_review(user: User, report: Report) -> bool:
    return may_open_round(user, report.round.regime)


def may_adjust(user: User, report: Report) -> bool:
    return may_fill(user, report) or may_review(user, report)


def may_give_opinion(user: User, report: Report) -> bool:
    asked = report.round.regime.reviewer_id
    speaks = _writes(user) and user.has_role(Role.DRAFTER, Role.LEADER)
    return speaks and asked is not None and asked in {user.unit_id, user.unit and user.seat.pk}


def may_consolidate(user: User, round: Round) -> bool:
    return may_open_round(user, round.regime)


def may_score(user: User, authority: Unit) -> bool:
    """Who says by what units are scored, and answers what they contest."""
    scores = _writes(user) and user.has_role(Role.DRAFTER, Role.LEADER)
    return scores and user.unit_id is not None and user.seat.pk == authority.pk


def may_contest(user: User, report: Report) -> bool:
    return may_fill(user, report)


def may_lay_out(user: User | None, regime: Regime) -> bool:
    # How the receiver's own report reads is for its administrator to say.
    return may_set_regime(user, regime.receiver_id)


def may_take_sentence(user: User, edition: Edition) -> bool:
    return _writes(user) and may_register(user, edition.document.unit)


def is_open_to_fill(report: Report, section: Section, remarked: set[int]) -> bool:
    # A returned report opens only where a remark stands, so that nothing else moves meanwhile.
    return report.is_editable and (not report.is_returned or section.pk in remarked)


def _writes(user: User) -> bool:
    return not user.has_role(Role.AUDITOR)


def _goes_on_for(user: User, report: Report) -> bool:
    return report.unit.valid_to is not None and heir_of(report.unit).pk == user.unit_id


def _is_at(user: User, regime: Regime) -> bool:
    return _sits_at(user, regime.receiver_id)


def _sits_at(user: User, authority_pk: int) -> bool:
    return user.unit_id is not None and user.seat.pk == authority_pk
