"""Every command of the broadcasts with what it is asked, for whoever must be refused by all."""

import datetime as dt

from haidang.broadcast.commands.weeks import save_template
from haidang.broadcast.part_facts import part_facts
from haidang.broadcast.station_facts import RuleFacts, slot_facts, station_facts
from tests.acts_of_airing import of_airing
from tests.acts_of_bulletins import of_bulletins
from tests.acts_of_players import of_players
from tests.makers.broadcast import MONDAY, make_part, make_slot, make_station, maker_of

NEXT = MONDAY + dt.timedelta(days=7)


def of_broadcast():
    """What each command is asked."""
    station = make_station()
    by, slot = maker_of(station), make_slot(station)
    part = make_part(slot)
    template = save_template(station=station, monday=MONDAY, name="Tuần thường", by=by)
    return {
        **of_stations(station, slot),
        **of_players(),
        **of_bulletins(),
        **of_airing(station, slot),
        "add_part": {"station": station, "slot": slot, "on": MONDAY, "facts": part_facts(part)},
        "change_part": {"part": part, "facts": part_facts(part)},
        "move_part": {"part": part, "slot": slot, "on": MONDAY},
        "drop_part": {"part": part},
        "copy_week": {"station": station, "source": MONDAY, "monday": NEXT},
        "use_template": {"template": template, "monday": NEXT},
        "save_template": {"station": station, "monday": MONDAY, "name": "x"},
        "drop_template": {"template": template},
        "release_week": {"station": station, "monday": MONDAY},
    }


def of_stations(station, slot):
    """What those are asked that keep stations and hours."""
    facts = station_facts(station)
    return {
        "add_station": {"unit": station.unit, "facts": facts},
        "edit_station": {"station": station, "facts": facts},
        "retire_station": {"station": station},
        "add_slot": {"station": station, "facts": slot_facts(slot)},
        "change_slot": {"slot": slot, "facts": slot_facts(slot)},
        "end_slot": {"slot": slot, "on": MONDAY},
        "keep_hours_rule": {"facts": RuleFacts(name="x")},
        "load_hours_rules": {},
    }
