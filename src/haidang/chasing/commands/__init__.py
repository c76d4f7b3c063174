"""Every write of the chasing room: reminding, taking a reminder back, the letter, reading."""

from haidang.chasing.commands.amendments import tell_of_amendment
from haidang.chasing.commands.letters import draft_reminder_letter
from haidang.chasing.commands.notices import read_notice
from haidang.chasing.commands.reminding import remind_units, take_back_reminders
from haidang.chasing.commands.rounds import tell_of_deadline, tell_of_flash

__all__ = [
    "draft_reminder_letter",
    "read_notice",
    "remind_units",
    "take_back_reminders",
    "tell_of_amendment",
    "tell_of_deadline",
    "tell_of_flash",
]
