"""What was aired lately, in a few lines beside the schedule."""

import datetime as dt
from dataclasses import dataclass

from haidang import clock
from haidang.broadcast.aired_sittings import AiredSitting
from haidang.broadcast.enums import Airing
from haidang.broadcast.models import Station
from haidang.broadcast.queries.as_run import as_run
from haidang.broadcast.station_facts import WEEKDAYS
from haidang.web.views.radio.shown_run import LOOKS

ORDER = (Airing.MISSED, Airing.CUT, Airing.LATE, Airing.UNKNOWN, Airing.AIRED)
MOST = 4
SINCE = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Row:
    """One sitting: its time, its programmes, and how it went at its worst."""

    moment: str
    day: dt.date
    words: str
    note: str
    kind: str
    word: str
    sign: str


def aired_lately(station: Station) -> list[Row]:
    """The newest sittings that are over, of the last seven days."""
    today, now = clock.today(), clock.now()
    sittings = as_run([station], today - SINCE, today)[station.pk]
    over = [one for one in sittings if one.outcomes and one.ends_at <= now]
    newest = sorted(over, key=lambda one: one.starts_at, reverse=True)
    return [_row(one) for one in newest[:MOST]]


def _row(sitting: AiredSitting) -> Row:
    states = {one.state for one in sitting.outcomes}
    state = next((one for one in ORDER if one in states), Airing.AIRED)
    day = WEEKDAYS[str(sitting.on.isoweekday())]
    words = "; ".join(one.planned.title for one in sitting.outcomes)
    notes = {one.note for one in sitting.outcomes if one.note}
    moment = f"{sitting.starts_at:%-Hh%M} {day}"
    return Row(moment, sitting.on, words, "; ".join(sorted(notes)), *LOOKS[state])
