"""Every command of the work itself with what it is asked, for whoever must be refused by all.

The catalogue, the log and the goals; detailed plans and amendments.
"""

import datetime as dt

from haidang.activities.catalogue import KindSeed, MeasureSeed
from haidang.activities.catalogue_facts import IndicatorFacts
from haidang.activities.models import Indicator, Measure
from haidang.orgs.enums import Role
from haidang.plans import commands
from haidang.plans.enums import How
from haidang.plans.models import Asked, Plan, Target
from haidang.plans.said import Said
from tests.makers.activities import make_activity
from tests.makers.cascade import TAKEN_UP, Cascade, make_issued_detailed
from tests.makers.orgs import make_user
from tests.makers.plans import AMENDED, PLAN, make_adopted, make_amended, make_amendment, make_plan

DAY = dt.date(2024, 12, 20)


def of_work(authority):
    """What each command is asked."""
    return {
        **_catalogue(),
        **_log(authority),
        **_targets(authority),
        **_cascade(authority),
        **_amending(authority),
        **_amended(authority),
    }


def _catalogue():
    row = Measure.objects.order_by("position")[0]
    indicator = IndicatorFacts("9.9", "x", "buổi", "x", ("talk",), "sessions")
    return {
        "save_measure": {"facts": MeasureSeed("", "Số lượt xe", "lượt xe", 2)},
        "save_kind": {"facts": KindSeed("", "Chiếu phim", "film", ("sessions",), "x")},
        "save_indicator": {"facts": indicator},
        "retire_row": {"row": row},
        "restore_row": {"row": row},
        "move_row": {"row": row, "up": False},
    }


def _log(authority):
    activity = make_activity(authority.communes[0], authority.reporters[0])
    days = {"data_from": dt.date(2024, 1, 1), "data_to": dt.date(2024, 6, 30)}
    return {
        "attach_file": {"activity": activity, "content": b"%PDF-1.7", "name": "x.pdf"},
        "attach_kept": {"activity": activity, "file": activity.unit, "name": "x"},
        "withdraw_activity": {"activity": activity, "reason": "x"},
        "decline_part": {"activity": activity, "unit": activity.unit, "reason": "x"},
        "close_days": {"unit": activity.unit, "reason": "x", **days},
    }


def _targets(authority):
    plan = _adopted(authority, "71/KH")
    target = Target.objects.create(plan=plan, text="150 buổi", quantity=150, start=3, end=20)
    unit, indicator = authority.communes[0], Indicator.objects.order_by("position")[0]
    goal = {"unit": unit, "year": 2024}
    return {
        "assign_target": {"target": target, "unit": unit},
        "set_goal": goal | {"indicator": indicator, "quantity": 9},
        "set_goals": goal | {"quantities": [(indicator, 9)]},
        "spread_target": {"target": target, "indicator": indicator, "units": [unit], "year": 2024},
        "choose_headlines": {"unit": authority.district, "indicators": [indicator]},
        "expect": {"task": plan.tasks.all()[0], "indicators": [indicator], "kinds": []},
    }


def _cascade(authority):
    below, issued = (_below(authority, place) for place in (0, 1))
    detailed = below.start()
    below.answer(detailed, "III.2.a")
    said = Said(How.TAKEN_UP, words="x")
    own = commands.add_own_item(detailed=detailed, title="x", said=said, by=below.officer)
    asked = {"detailed": detailed}
    return {
        "start_detailed_plan": {"unit": authority.communes[2], "plan": below.plan},
        "answer_item": asked | {"task": below.task("II.1"), "said": TAKEN_UP},
        "take_up_items": asked,
        "take_back_answers": asked | {"seen": {}},
        "add_own_item": asked | {"title": "y", "said": said},
        "drop_own_item": {"item": own},
        "write_detailed_plan": asked,
        "adopt_detailed_plan": {"detailed": make_issued_detailed(issued)},
    }


def _amending(authority):
    old = _adopted(authority, "73/KH")
    plan = make_amendment(authority, old, text=AMENDED.replace("9/KH", "74/KH"))
    other = make_plan(authority, text=AMENDED.replace("9/KH", "75/KH"))
    before, asked = old.tasks.get(label="III.2.a"), {"plan": plan}
    sentence = plan.items.filter(is_sentence=True).first()
    return {
        "begin_amendment": {"plan": other, "amends": old},
        "match_items": asked | {"before": before, "after": None},
        "amend_by_sentence": asked | {"before": before, "sentence": sentence},
        "adopt_amendment": asked | {"answer_by": DAY},
    }


def _amended(authority):
    old = _adopted(authority, "76/KH")
    text = AMENDED.replace("9/KH", "77/KH")
    plan = make_amended(authority, old, answer_by=DAY, text=text)
    asked = Asked.objects.filter(item__amendment__plan=plan, unit=authority.communes[0])
    return {
        "answer_amendment": {"asked": asked[0], "how": How.TAKEN_UP},
        "tell_of_amendment": {"plan": plan},
    }


def _adopted(authority, number):
    return make_adopted(authority, text=PLAN.replace("7/KH", number))


def _below(authority, place):
    commune, number = authority.communes[place], "72/KH"
    plan = Plan.objects.filter(revision__text__contains=number).first()
    return Cascade(
        authority,
        plan or _adopted(authority, number),
        commune,
        authority.reporters[place],
        make_user(Role.LEADER, unit=commune, post="Phó Chủ tịch"),
        make_user(Role.CLERK, unit=commune, post="Văn thư"),
    )
