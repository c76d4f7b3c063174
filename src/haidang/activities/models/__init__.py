"""Rows of the activities room: the catalogue, the log and its evidence, closed days, and goals."""

from haidang.activities.models.catalogue import Indicator, Kind, Measure
from haidang.activities.models.closing import Closing
from haidang.activities.models.declined import Declined
from haidang.activities.models.evidence import Evidence
from haidang.activities.models.goals import Expectation, Goal
from haidang.activities.models.headlines import Headline
from haidang.activities.models.log import (
    RECEIPT_LETTERS,
    Activity,
    ActivityQuerySet,
    Participation,
    Quantity,
    receipt_code,
)

__all__ = [
    "RECEIPT_LETTERS",
    "Activity",
    "ActivityQuerySet",
    "Closing",
    "Declined",
    "Evidence",
    "Expectation",
    "Goal",
    "Headline",
    "Indicator",
    "Kind",
    "Measure",
    "Participation",
    "Quantity",
    "receipt_code",
]
