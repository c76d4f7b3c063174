"""The room of the broadcasts."""

from django.apps import AppConfig


class Broadcast(AppConfig):
    """Stations, weeks released as numbered versions, bulletins, players, and the as-run log."""

    name = "haidang.broadcast"
