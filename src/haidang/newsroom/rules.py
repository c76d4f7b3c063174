"""Who may open the portal, who works at the newsroom's desk, and who sends and clears stories."""

from haidang.newsroom.enums import Step
from haidang.newsroom.models import Story, Submission
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

WRITERS = (Role.EDITOR, Role.REPORTER, Role.DRAFTER, Role.CONFIDENTIALITY_OFFICER)


def may_open_portal(user: User | None) -> bool:
    # Nobody is the installation itself: the launcher, and the demonstration it loads.
    return user is None or user.has_role(Role.ADMINISTRATOR)


def may_use_desk(user: User) -> bool:
    """Wagtail's own desk: stories are written, cleared and published at ours."""
    return user.has_role(Role.ADMINISTRATOR)


def may_submit(user: User, story: Story) -> bool:
    """Who writes for the authority whose story it is, and who was given this story to write."""
    if user.unit is None or not user.has_role(*WRITERS):
        return False
    return user.seat == story.unit.seat or has_written(user, story)


def has_written(user: User, story: Story) -> bool:
    return bool(story.owner_id == user.pk or story.revisions.filter(user=user).exists())


def may_clear(user: User, submission: Submission, step: Step) -> bool:
    """Who decides at a step by post; that nobody decides on own words is the workflow's rule."""
    unit = submission.story.unit
    if step == Step.EDITOR:
        return user.unit is not None and user.has_role(Role.EDITOR) and user.seat == unit.seat
    return user.has_role(Role.CONFIDENTIALITY_OFFICER) and stands_outside(user.unit, unit)


def stands_outside(unit: Unit | None, story_unit: Unit) -> bool:
    """Whether a unit is of the story's area and outside its authority's tree (N18).

    A border post hangs in the tree below the district, but is not led by it.
    """
    if unit is None:
        return False
    seat = story_unit.seat
    is_near = unit.parent is None or seat.is_under(unit.parent)
    if not is_near or seat.is_under(unit.seat):
        return False
    return unit.kind.stands_apart or not unit.seat.is_under(seat)
