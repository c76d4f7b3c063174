"""Who may translate a story, who may vouch for a translation, who owns a word."""

from haidang.newsroom.models import Story, Term
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

TRANSLATORS = (Role.EDITOR, Role.DRAFTER, Role.REPORTER)


def may_translate(user: User, story: Story) -> bool:
    """Whoever writes for the authority whose story it is."""
    is_of_desk = user.unit_id is not None and user.seat == story.unit.seat
    return is_of_desk and user.has_role(*TRANSLATORS)


def may_review_translation(user: User, story: Story) -> bool:
    """Anybody of that authority: who reads the language need not be a writer."""
    is_of_desk = user.unit_id is not None and user.seat == story.unit.seat
    return is_of_desk and user.has_role(*TRANSLATORS, Role.LEADER, Role.CLERK)


def may_keep_terms(user: User, unit: Unit) -> bool:
    """Whoever edits, drafts or leads there."""
    is_own = user.unit_id is not None and user.seat == unit.seat
    return is_own and user.has_role(Role.EDITOR, Role.DRAFTER, Role.LEADER)


def may_change_term(user: User, term: Term) -> bool:
    """The same people; a contested word is changed by who answers for it, or by the leader."""
    if not may_keep_terms(user, term.unit):
        return False
    return not term.is_contested or user == term.owner or user.has_role(Role.LEADER)
