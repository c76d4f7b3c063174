"""Every write of the activities room: the catalogue, the log and its evidence, the goals."""

from haidang.activities.commands.catalogue import load_catalogue
from haidang.activities.commands.closing import close_days
from haidang.activities.commands.correcting import correct_activity, withdraw_activity
from haidang.activities.commands.editing import (
    move_row,
    restore_row,
    retire_row,
    save_indicator,
    save_kind,
    save_measure,
)
from haidang.activities.commands.files import attach_file
from haidang.activities.commands.goals import set_goal, set_goals, spread_target
from haidang.activities.commands.headlines import choose_headlines
from haidang.activities.commands.kept import attach_kept
from haidang.activities.commands.log import log_activity
from haidang.activities.commands.measuring import expect
from haidang.activities.commands.partners import decline_part
from haidang.activities.commands.photos import attach_photo
from haidang.activities.commands.typed import TypedIndicator, add_typed_indicators

__all__ = [
    "TypedIndicator",
    "add_typed_indicators",
    "attach_file",
    "attach_kept",
    "attach_photo",
    "choose_headlines",
    "close_days",
    "correct_activity",
    "decline_part",
    "expect",
    "load_catalogue",
    "log_activity",
    "move_row",
    "restore_row",
    "retire_row",
    "save_indicator",
    "save_kind",
    "save_measure",
    "set_goal",
    "set_goals",
    "spread_target",
    "withdraw_activity",
]
