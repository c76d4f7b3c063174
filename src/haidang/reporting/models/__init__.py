"""Rows of the reporting room."""

from haidang.reporting.models.consolidation import Consolidation
from haidang.reporting.models.regime import Line, Regime, Section
from haidang.reporting.models.report import Figure, Prose, Remark, Report, Submission
from haidang.reporting.models.round import Round

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
