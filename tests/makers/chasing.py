"""Reminders for tests; always through the real commands."""

from haidang.chasing.commands import remind_units
from haidang.chasing.enums import Channel


def make_reminded(season, *units, channel=Channel.NOTICE, **options):
    """Remind some communes of a season, all of them where none is named."""
    chosen = units or season.authority.communes
    return remind_units(units=list(chosen), channel=channel, by=season.drafter, **options)
