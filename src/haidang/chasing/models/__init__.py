"""Rows of the chasing room."""

from haidang.chasing.models.notice import Notice
from haidang.chasing.models.reminder import Reminder

__all__ = ["Notice", "Reminder"]
