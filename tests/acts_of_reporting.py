"""Every command of regimes, rounds and reports with what it is asked, beside those of old.

Whoever adds a command adds its line: a command that is missing fails `test_auditor`.
"""

import datetime as dt
from uuid import uuid4

from haidang.orgs.commands import replace_units
from haidang.reporting import commands
from haidang.reporting.evaluation.criteria import STARTING
from haidang.reporting.proposed import Proposal
from haidang.reporting.regime_facts import facts_of
from tests.makers.documents import make_draft
from tests.makers.orgs import make_unit
from tests.makers.regimes import make_flash, make_office
from tests.makers.reporting import (
    make_accepted,
    make_begun,
    make_returned,
    make_season,
    make_sent,
)

DAY = dt.date(2024, 12, 20)


def of_reporting(season):
    """What each command is asked."""
    asked = {**_regimes(), **_rounds(season), **_filling(), **_official(season), **_judging()}
    return asked | _scored(season)


def _regimes():
    office = make_office(1)
    regime = office.make()
    section = regime.sections.get(ordinal=1)
    line = section.lines.all()[0]
    return {
        "make_regime": {"facts": office.facts(name="Khác")},
        "edit_regime": {"regime": regime, "facts": facts_of(regime)},
        "revise_regime": {"regime": regime},
        "retire_regime": {"regime": regime, "reason": "x"},
        "add_section": {"regime": regime, "title": "x", "kind": "prose"},
        "edit_section": {"section": section, "title": "x"},
        "drop_section": {"section": section},
        "move_section": {"section": section, "up": False},
        "add_line": {"section": section, "indicator": line.indicator},
        "edit_line": {"line": line, "words": ""},
        "drop_line": {"line": line},
        "move_line": {"line": line, "up": False},
        "add_typed_indicators": {"indicators": []},
        "read_form": {"regime": regime, "proposal": Proposal()},
    }


def _rounds(season):
    flash = make_flash(season.authority)
    said = dict.fromkeys(("title", "words", "place", "happened"), "x")
    whose = {"regime": flash.regime, "unit": flash.unit, "no_secret": True}
    return {
        "move_deadline": {"round": season.round, "due_on": DAY, "reason": "x"},
        "tell_of_deadline": {"round": season.round},
        "send_flash": {"id": uuid4(), **whose, **said},
        "see_flash": {"flash": flash},
        "tell_of_flash": {"flash": flash},
    }


def _filling():
    report = make_begun(make_season())
    return {
        "explain_figures": {"report": report, "notes": {}},
        "take_form": {"report": report, "figures": {}},
        "say_nothing_happened": {"report": report, "codes": []},
    }


def _official(season):
    section = season.section(8)
    words = {"round": season.round, "section": section}
    edition = make_draft(season.authority).edition
    return {
        "set_outline": {"regime": season.round.regime, "parts": []},
        "leave_out": {**words, "keys": ["x"], "reason": "x"},
        "put_back": {**words, "keys": ["x"]},
        "merge_words": {**words, "key": "x", "into": "y"},
        "move_words": {**words, "key": "x", "up": True},
        "take_sentence": {"edition": edition, "text": "x"},
    }


def _judging():
    season = make_season(4)
    sent, returned, accepted, ended = season.reports
    make_sent(season, sent)
    remark = make_returned(season, returned).remarks.first()
    make_accepted(season, accepted)
    heir = make_unit(parent=season.authority.district)
    on = dt.date(2024, 11, 1)
    replace_units(predecessors=[ended.unit], successors=[heir], on=on, how="merge", by=None)
    return {
        "recall_report": {"report": sent, "reason": "x"},
        "answer_remark": {"remark": remark, "words": "x"},
        "mark_quality": {"report": accepted, "mark": 5, "words": ""},
        "give_opinion": {"report": sent, "agrees": True, "words": ""},
        "hand_over_reports": {"round": season.round},
    }


def _scored(season):
    kept = make_season(1)
    accepted = make_accepted(kept)
    asked = {"report": accepted, "criterion": "quality", "words": "x"}
    contest = commands.contest_score(**asked, by=kept.reporter)
    rule = {"authority": season.authority.district, "weights": STARTING, "reason": ""}
    return {
        "adjust_report": {"report": accepted, "reason": "x"},
        "set_scoring_rule": rule,
        "keep_bases": {"authority": rule["authority"], "words": "Căn cứ x"},
        "contest_score": asked,
        "answer_contest": {"contest": contest, "percent": None, "words": "x"},
        "propose_commendation": {"round": kept.round, "reports": [accepted]},
    }
