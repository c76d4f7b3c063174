"""What becomes of plans as days pass: units that end hand on what they had still to do."""

import datetime as dt

from haidang import clock
from haidang.jobs.backend import job
from haidang.jobs.periodic import daily
from haidang.plans.heirs import hand_on, units_ended_since

LONG_AGO = dt.timedelta(366)
AGAIN = dt.timedelta(2)  # days looked at once more: handing on twice changes nothing


@daily(at="00:20")
@job()
def hand_on_to_heirs(since: str | None) -> None:
    """Let the heirs of units whose last day has passed go on; a merger is entered beforehand."""
    today = clock.today()
    first = dt.datetime.fromisoformat(since).date() - AGAIN if since else today - LONG_AGO
    # A demonstration's day stands still, the machine's does not.
    hand_on(units_ended_since(min(first, today - AGAIN)), by=None)
