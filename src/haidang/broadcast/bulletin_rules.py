"""Who makes bulletins and recordings, and who clears them."""

from django.db.models import Q

from haidang import clock
from haidang.broadcast.models import Bulletin, BulletinSubmission, Recording
from haidang.newsroom.enums import Step
from haidang.newsroom.rules import stands_outside
from haidang.orgs.enums import Role
from haidang.orgs.models import Appointment, Unit, User

MAKERS = (Role.EDITOR, Role.REPORTER, Role.DRAFTER)


def may_make(user: User, unit: Unit) -> bool:
    """Who makes bulletins and recordings of a unit: those who write for its authority."""
    return user.unit is not None and user.has_role(*MAKERS) and user.seat == unit.seat


def may_give_sound(user: User, unit: Unit) -> bool:
    """Who brings sound: those who make bulletins, and leaders, who speak in emergencies."""
    if user.unit is None or not user.has_role(*MAKERS, Role.LEADER):
        return False
    return user.seat == unit.seat or (unit.is_under(user.seat) and user.has_role(Role.LEADER))


def may_confirm_music(user: User, recording: Recording) -> bool:
    """Who says that sound is music: anybody of the authority who brings sound, but not this one."""
    return user.pk != recording.made_by_id and may_give_sound(user, recording.unit)


def may_clear_bulletin(user: User, submission: BulletinSubmission, step: Step) -> bool:
    """Who decides at a step by post; that nobody decides on own words is the workflow's rule."""
    bulletin = submission.bulletin
    return may_edit_step(user, bulletin) if step == Step.EDITOR else may_check(user, bulletin)


def may_edit_step(user: User, bulletin: Bulletin) -> bool:
    """An editor of the authority; where it has none, a leader of it (Nghị định 49/2024/NĐ-CP)."""
    if user.unit is None or user.seat != bulletin.unit.seat:
        return False
    if user.has_role(Role.EDITOR):
        return True
    return user.has_role(Role.LEADER) and not has_editors(bulletin.unit.seat)


def may_check(user: User, bulletin: Bulletin) -> bool:
    """The confidentiality officer of a body that stands outside (promise N18)."""
    is_officer = user.has_role(Role.CONFIDENTIALITY_OFFICER)
    return is_officer and stands_outside(user.unit, bulletin.unit)


def has_editors(seat: Unit) -> bool:
    """Whether an authority has an editor today."""
    today = clock.today()
    held = Appointment.objects.filter(role=Role.EDITOR, valid_from__lte=today)
    held = held.filter(Q(valid_to=None) | Q(valid_to__gte=today), user__is_active=True)
    near = Q(user__unit=seat) | Q(user__unit__acts_for=seat)
    return bool(held.filter(near).exists())
