"""Every write of the reporting room."""

from haidang.reporting.commands.consolidation import consolidate_round, write_consolidated_report
from haidang.reporting.commands.filling import (
    refresh_figures,
    save_figures,
    save_prose,
    start_report,
)
from haidang.reporting.commands.review import accept_report, begin_review, return_report
from haidang.reporting.commands.rounds import load_regime, open_round
from haidang.reporting.commands.submission import submit_report

__all__ = [
    "accept_report",
    "begin_review",
    "consolidate_round",
    "load_regime",
    "open_round",
    "refresh_figures",
    "return_report",
    "save_figures",
    "save_prose",
    "start_report",
    "submit_report",
    "write_consolidated_report",
]
