"""Which units lack something of what a person's authority asked for, until anybody acts again."""

from haidang import clock
from haidang.chasing.queries import Reach, reach_of, scope_of
from haidang.orgs.models import User
from haidang.web.kept import as_it_stands


def reach_for(user: User) -> Reach:
    """The units that lack anything today. Refuses with NotAllowed who has no unit."""
    scope = scope_of(user, clock.today())
    return as_it_stands(user, f"reach:{user.unit_id}", lambda: reach_of(scope))
