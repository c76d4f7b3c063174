"""Every write of the broadcasts: stations and weeks, bulletins, players, and what was aired."""

from haidang.broadcast.commands.airing import take_aired
from haidang.broadcast.commands.hours import (
    add_slot,
    change_slot,
    end_slot,
    keep_hours_rule,
    load_hours_rules,
)
from haidang.broadcast.commands.releasing import release_week
from haidang.broadcast.commands.scheduling import add_part, change_part, drop_part, move_part
from haidang.broadcast.commands.stations import add_station, edit_station, retire_station
from haidang.broadcast.commands.weeks import copy_week, drop_template, save_template, use_template

__all__ = [
    "add_part",
    "add_slot",
    "add_station",
    "change_part",
    "change_slot",
    "copy_week",
    "drop_part",
    "drop_template",
    "edit_station",
    "end_slot",
    "keep_hours_rule",
    "load_hours_rules",
    "move_part",
    "release_week",
    "retire_station",
    "save_template",
    "take_aired",
    "use_template",
]
