"""What stands beside the week's list: days to prepare for, notices not read, units to remind."""

from haidang import clock
from haidang.chasing.queries import tally_in, unread_count
from haidang.chasing.rules import may_remind
from haidang.occasions.queries import next_of
from haidang.orgs.models import User
from haidang.plans.queries import habits_of
from haidang.web.lacking import reach_for

AHEAD, MOST_DAYS = 30, 5


def beside(user: User) -> dict[str, object]:
    """The coming occasions of the person's authority and the number of notices not read."""
    if user.unit_id is None:
        return {"days": [], "unread": 0}
    seat = user.seat
    days = next_of(seat, clock.today(), AHEAD, habits_of(seat))
    return {"days": days[:MOST_DAYS], "unread": unread_count(user)}


def to_remind(user: User) -> int:
    """How many units lack something that is late or soon due, for who may remind them."""
    return tally_in(reach_for(user)).pressing if may_remind(user) else 0
