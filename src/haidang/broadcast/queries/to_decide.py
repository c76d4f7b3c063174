"""Bulletins that wait for a person's word before they may be aired."""

from haidang.broadcast.models import Bulletin
from haidang.broadcast.queries.bulletins import cleared_of
from haidang.broadcast.queries.heard import visible_bulletins
from haidang.broadcast.queries.listed import listed
from haidang.newsroom.enums import Step
from haidang.orgs.enums import Role
from haidang.orgs.models import User

CLEARING = (Role.EDITOR, Role.LEADER, Role.CONFIDENTIALITY_OFFICER)
MOST = 30


def bulletins_to_decide(user: User) -> list[tuple[Bulletin, Step]]:
    """What this person decides on now, with the step; no question for those who never do."""
    if not user.has_role(*CLEARING):
        return []
    sent = visible_bulletins(user).filter(is_retired=False, submissions__isnull=False)
    waiting = sent.exclude(pk__in=cleared_of(Bulletin.objects.all()).values("pk")).distinct()
    return [
        (one.bulletin, one.step) for one in listed(user, waiting[:MOST]) if one.step is not None
    ]
