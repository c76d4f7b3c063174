"""Rows of the reporting room."""

from haidang.reporting.models.accepted import Acceptance, Adjustment, Value
from haidang.reporting.models.bases import KeptBases
from haidang.reporting.models.consolidation import Consolidation
from haidang.reporting.models.evaluation import Commendation, Contest, Ruling, ScoringRule
from haidang.reporting.models.figure import Figure, Prose
from haidang.reporting.models.flash import Flash
from haidang.reporting.models.judging import Opinion, Quality
from haidang.reporting.models.official import Choice, Outline, Taken
from haidang.reporting.models.regime import Line, Regime, Section
from haidang.reporting.models.report import Report
from haidang.reporting.models.round import Round
from haidang.reporting.models.sending import Answer, Recall, Remark, Submission

__all__ = [
    "Acceptance",
    "Adjustment",
    "Answer",
    "Choice",
    "Commendation",
    "Consolidation",
    "Contest",
    "Figure",
    "Flash",
    "KeptBases",
    "Line",
    "Opinion",
    "Outline",
    "Prose",
    "Quality",
    "Recall",
    "Regime",
    "Remark",
    "Report",
    "Round",
    "Ruling",
    "ScoringRule",
    "Section",
    "Submission",
    "Taken",
    "Value",
]
