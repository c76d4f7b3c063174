"""Every write of the broadcasts: stations and weeks, bulletins, players, and what was aired."""

from haidang.broadcast.commands.airing import take_aired
from haidang.broadcast.commands.alerts import cancel_alert, send_alert
from haidang.broadcast.commands.bulletins import (
    draft_bulletin,
    edit_bulletin,
    give_sound,
    renew_bulletin,
    retire_bulletin,
    share_bulletin,
)
from haidang.broadcast.commands.clearing_bulletins import clear_bulletin, submit_bulletin
from haidang.broadcast.commands.closing_month import close_month
from haidang.broadcast.commands.entering import enter_aired
from haidang.broadcast.commands.exchanging import receive_package, send_package
from haidang.broadcast.commands.hours import (
    add_slot,
    change_slot,
    end_slot,
    keep_hours_rule,
    load_hours_rules,
)
from haidang.broadcast.commands.keys import replace_key, rotate_key
from haidang.broadcast.commands.ordering import (
    halt_stations,
    resume_stations,
    stop_bulletin,
    stop_recording,
)
from haidang.broadcast.commands.players import (
    add_player,
    note_known,
    note_seen,
    retire_player,
    take_health,
)
from haidang.broadcast.commands.recording import (
    confirm_music,
    retire_recording,
    speak_by_machine,
    take_recording,
)
from haidang.broadcast.commands.releasing import release_week
from haidang.broadcast.commands.scheduling import add_part, change_part, drop_part, move_part
from haidang.broadcast.commands.stations import add_station, edit_station, retire_station
from haidang.broadcast.commands.ticking import tick
from haidang.broadcast.commands.weeks import copy_week, drop_template, save_template, use_template

__all__ = [
    "add_part",
    "add_player",
    "add_slot",
    "add_station",
    "cancel_alert",
    "change_part",
    "change_slot",
    "clear_bulletin",
    "close_month",
    "confirm_music",
    "copy_week",
    "draft_bulletin",
    "drop_part",
    "drop_template",
    "edit_bulletin",
    "edit_station",
    "end_slot",
    "enter_aired",
    "give_sound",
    "halt_stations",
    "keep_hours_rule",
    "load_hours_rules",
    "move_part",
    "note_known",
    "note_seen",
    "receive_package",
    "release_week",
    "renew_bulletin",
    "replace_key",
    "resume_stations",
    "retire_bulletin",
    "retire_player",
    "retire_recording",
    "retire_station",
    "rotate_key",
    "save_template",
    "send_alert",
    "send_package",
    "share_bulletin",
    "speak_by_machine",
    "stop_bulletin",
    "stop_recording",
    "submit_bulletin",
    "take_aired",
    "take_health",
    "take_recording",
    "tick",
    "use_template",
]
