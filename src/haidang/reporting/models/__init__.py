"""Rows of the reporting room."""

from haidang.reporting.models.consolidation import Consolidation
from haidang.reporting.models.figure import Figure, Prose
from haidang.reporting.models.regime import Line, Regime, Section
from haidang.reporting.models.report import Report
from haidang.reporting.models.round import Round
from haidang.reporting.models.sending import Remark, Submission

__all__ = [
    "Consolidation",
    "Figure",
    "Line",
    "Prose",
    "Regime",
    "Remark",
    "Report",
    "Round",
    "Section",
    "Submission",
]
