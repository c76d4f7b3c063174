"""Rows of the occasions room."""

from haidang.occasions.models.choices import Choice, Threshold
from haidang.occasions.models.feed import Feed
from haidang.occasions.models.occasion import Confirmation, Occasion

__all__ = ["Choice", "Confirmation", "Feed", "Occasion", "Threshold"]
