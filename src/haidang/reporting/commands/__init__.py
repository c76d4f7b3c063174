"""Every write of the reporting room."""

from haidang.reporting.commands.adjusting import adjust_report
from haidang.reporting.commands.bases import keep_bases
from haidang.reporting.commands.commending import propose_commendation
from haidang.reporting.commands.consolidation import consolidate_round, write_consolidated_report
from haidang.reporting.commands.evaluation import (
    answer_contest,
    contest_score,
    set_scoring_rule,
)
from haidang.reporting.commands.filling import (
    explain_figures,
    refresh_figures,
    save_figures,
    save_prose,
    start_report,
)
from haidang.reporting.commands.flash import see_flash, send_flash
from haidang.reporting.commands.heirs import hand_over_reports
from haidang.reporting.commands.judging import give_opinion, mark_quality
from haidang.reporting.commands.nothing import say_nothing_happened
from haidang.reporting.commands.official import (
    leave_out,
    merge_words,
    move_words,
    put_back,
    set_outline,
    take_sentence,
)
from haidang.reporting.commands.outlining import (
    add_line,
    add_section,
    drop_line,
    drop_section,
    edit_line,
    edit_section,
    move_line,
    move_section,
)
from haidang.reporting.commands.reading import read_form
from haidang.reporting.commands.recalling import answer_remark, recall_report
from haidang.reporting.commands.regimes import (
    edit_regime,
    load_regime,
    make_regime,
    retire_regime,
    revise_regime,
)
from haidang.reporting.commands.review import accept_report, begin_review, return_report
from haidang.reporting.commands.rounds import move_deadline, open_round
from haidang.reporting.commands.submission import submit_report
from haidang.reporting.commands.taking import take_form

__all__ = [
    "accept_report",
    "add_line",
    "add_section",
    "adjust_report",
    "answer_contest",
    "answer_remark",
    "begin_review",
    "consolidate_round",
    "contest_score",
    "drop_line",
    "drop_section",
    "edit_line",
    "edit_regime",
    "edit_section",
    "explain_figures",
    "give_opinion",
    "hand_over_reports",
    "keep_bases",
    "leave_out",
    "load_regime",
    "make_regime",
    "mark_quality",
    "merge_words",
    "move_deadline",
    "move_line",
    "move_section",
    "move_words",
    "open_round",
    "propose_commendation",
    "put_back",
    "read_form",
    "recall_report",
    "refresh_figures",
    "retire_regime",
    "return_report",
    "revise_regime",
    "save_figures",
    "save_prose",
    "say_nothing_happened",
    "see_flash",
    "send_flash",
    "set_outline",
    "set_scoring_rule",
    "start_report",
    "submit_report",
    "take_form",
    "take_sentence",
    "write_consolidated_report",
]
