"""What stands around the calendar: the way of stories, days to come, what waits to be cleared."""

import datetime as dt
from typing import Any

from haidang import clock
from haidang.newsroom.queries.clarifications import awaited_clarifications
from haidang.newsroom.queries.funnel import funnel_of
from haidang.newsroom.queries.ideas import coming_days
from haidang.newsroom.queries.waiting import waiting_for
from haidang.newsroom.queries.writers import newsrooms_of
from haidang.occasions.enums import Kind
from haidang.orgs.models import User
from haidang.web.story_words import STATES, TONES

MOST_DAYS = 6


def beside_of(user: User, day: dt.date) -> dict[str, Any]:
    """What waits for the person, how stories of a day's month stand, and the days to come."""
    first = day.replace(day=1)
    last = (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
    found = funnel_of(user, clock.at(first), clock.at(last, 23, 59))
    most = max((count for _, count in found), default=0) or 1
    way = [(STATES[state][1], count, 100 * count // most, TONES[state]) for state, count in found]
    rooms = newsrooms_of(user)
    today = clock.today()
    every = coming_days(rooms[0], today) if rooms else []
    coming = [one for one in every if one.day.occasion.kind != Kind.RELATION][:MOST_DAYS]
    return {
        "mine": waiting_for(user),
        "awaited": awaited_clarifications(user, clock.now()),
        "month": first.month,
        "way": way,
        "coming": [(one, one.presses(today)) for one in coming],
    }
