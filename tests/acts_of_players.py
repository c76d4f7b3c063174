"""Every command on players and their orders, with what it is asked."""

from haidang import clock
from haidang.broadcast.models import Bulletin
from tests.makers.players import a_player_of, a_sound, an_alert, make_level, storm


def of_players():
    """What each command is asked."""
    level = make_level()
    sound = a_sound(level.commune, level.leader)
    bulletin = Bulletin.objects.create(
        unit=level.commune,
        title="Bản tin",
        on=clock.today(),
        made_by=level.keeper,
        made_at=clock.now(),
    )
    orders = {"stations": [level.station]}
    return {
        "add_player": {"station": level.station, "name": "Máy"},
        "retire_player": {"player": a_player_of(level.station).player},
        "rotate_key": {"unit": level.commune},
        "replace_key": {"unit": level.commune},
        "stop_bulletin": {"bulletin": bulletin},
        "stop_recording": {"recording": sound},
        "halt_stations": orders,
        "resume_stations": orders,
        "send_alert": orders | {"facts": storm(), "recording": sound},
        "cancel_alert": {"alert": an_alert(level)},
    }
