"""The room of the newsroom, and the gate that stands at its rows from the first moment on."""

from importlib import import_module

from django.apps import AppConfig


class Newsroom(AppConfig):
    """Stories, what is planned of them, who cleared them, and the portals."""

    name = "haidang.newsroom"

    def ready(self) -> None:
        """Put the gate at the rows of stories."""
        import_module("haidang.newsroom.holding")
