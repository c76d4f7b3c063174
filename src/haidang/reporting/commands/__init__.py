"""Every write of the reporting room."""

from haidang.reporting.commands.consolidation import consolidate_round, write_consolidated_report
from haidang.reporting.commands.filling import (
    refresh_figures,
    save_figures,
    save_prose,
    start_report,
)
from haidang.reporting.commands.heirs import hand_over_reports
from haidang.reporting.commands.judging import give_opinion, mark_quality
from haidang.reporting.commands.recalling import answer_remark, recall_report
from haidang.reporting.commands.review import accept_report, begin_review, return_report
from haidang.reporting.commands.rounds import load_regime, open_round
from haidang.reporting.commands.submission import submit_report

__all__ = [
    "accept_report",
    "answer_remark",
    "begin_review",
    "consolidate_round",
    "give_opinion",
    "hand_over_reports",
    "load_regime",
    "mark_quality",
    "open_round",
    "recall_report",
    "refresh_figures",
    "return_report",
    "save_figures",
    "save_prose",
    "start_report",
    "submit_report",
    "write_consolidated_report",
]
