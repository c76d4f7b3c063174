"""Who writes a story, for whom, and who sees it before the public does."""

from haidang.newsroom import planning_rules
from haidang.newsroom.models import PlannedStory, Story
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

WRITERS = (Role.EDITOR, Role.DRAFTER, Role.REPORTER, Role.CONFIDENTIALITY_OFFICER)


def may_write(user: User, unit: Unit) -> bool:
    """People of the unit's authority; those of units below and beside it supply it with stories."""
    if user.unit is None or not user.has_role(*WRITERS):
        return False
    near = {user.seat.pk, user.seat.parent_id}
    return unit.seat.pk in near or unit.seat.parent_id == user.seat.parent_id is not None


def may_draft(user: User, unit: Unit, planned: PlannedStory | None) -> bool:
    """Who may write for the unit, and whom its calendar names as the writer."""
    if planned is not None and planned.unit_id == unit.pk:
        return planning_rules.may_start(user, planned)
    return may_write(user, unit)


def may_edit(user: User, story: Story) -> bool:
    """Who began it, whom the calendar names, and the writers of the authority whose story it is."""
    if user.unit is None or user.has_role(Role.AUDITOR):
        return False
    if user.pk == story.owner_id or _is_named(user, story):
        return True
    return user.has_role(*WRITERS) and user.seat == story.unit.seat


def may_drop(user: User, story: Story) -> bool:
    """Who began it, and the editors of its authority."""
    is_begun_by = user.pk == story.owner_id and user.unit is not None
    return may_edit(user, story) and (is_begun_by or user.has_role(Role.EDITOR))


def _is_named(user: User, story: Story) -> bool:
    planned = getattr(story, "planned", None)
    return planned is not None and planned.writer_id == user.pk
