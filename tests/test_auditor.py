"""An auditor reads all and writes nothing: every command of every room refuses him.

The table below names each command; one that is missing from it fails the test.
"""

import datetime as dt
import inspect
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from uuid import uuid4

import pytest
from django.apps import apps

from haidang import clock
from haidang.activities.facts import facts_of
from haidang.chasing.enums import Channel
from haidang.chasing.models import Notice
from haidang.errors import NotAllowed
from haidang.ledger.models import Entry
from haidang.orgs.enums import Change, Frequency, Role
from haidang.plans.enums import Bucket, TaskKind, TaskStatus
from haidang.reporting.commands import consolidate_round
from haidang.reporting.entered import Entered
from tests.acts_of_broadcast import of_broadcast
from tests.acts_of_documents import of_documents
from tests.acts_of_occasions import of_occasions
from tests.acts_of_planning import of_planning
from tests.acts_of_publishing import of_publishing
from tests.acts_of_reporting import of_reporting
from tests.acts_of_translating import of_translating
from tests.acts_of_work import of_work
from tests.acts_of_writing import of_writing
from tests.makers import make_unit, make_user
from tests.makers.activities import make_activity
from tests.makers.chasing import make_reminded
from tests.makers.plans import make_adopted, make_plan
from tests.makers.reporting import (
    NO_EVIDENCE,
    make_accepted,
    make_begun,
    make_complete,
    make_in_review,
    make_season,
    make_sent,
)

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 11, 29)
# What another command leaves of a file that it refuses, whoever sent it
RECEIPTS = {"note_secret_file"}


@pytest.fixture(autouse=True)
def _on_monday(settings):
    settings.AS_OF = dt.date(2024, 11, 25)


def public_commands():
    """Every function with a `by` that some room offers as a command."""
    rooms = [room.name for room in apps.get_app_configs() if room.name.startswith("haidang.")]
    offered = [
        (name, act)
        for room in rooms
        if room not in {"haidang.web", "haidang.ledger", "haidang.jobs"}
        for name, act in inspect.getmembers(import_module(f"{room}.commands"), inspect.isfunction)
        if act.__module__.startswith(room)
    ]
    return {
        name: act
        for name, act in offered
        if not name.startswith("_") and "by" in inspect.signature(act).parameters
        if name not in RECEIPTS
    }


def test_every_command_is_offered_by_its_room():
    offered = set(public_commands()) | RECEIPTS
    kept_back = [
        f"{module.__name__}: {name}"
        for room in apps.get_app_configs()
        if room.name.startswith("haidang.") and room.name != "haidang.ledger"
        for module in modules_of(f"{room.name}.commands")
        for name, act in inspect.getmembers(module, inspect.isfunction)
        if act.__module__ == module.__name__ and not name.startswith("_")
        if "by" in inspect.signature(act).parameters and name not in offered
    ]
    assert kept_back == []


def modules_of(commands):
    """The modules of a room's commands, one or many; a room may have none."""
    if find_spec(commands) is None:
        return []
    room = import_module(commands)
    inside = iter_modules(getattr(room, "__path__", ()))
    return [room, *(import_module(f"{commands}.{one.name}") for one in inside)]


def of_units(season):
    unit = season.authority.communes[0]
    return {
        "add_unit": {
            "kind": unit.kind,
            "name": "xã Mới",
            "short_name": "xã Mới",
            "grid_name": "Mới",
            "valid_from": DAY,
        },
        "add_alias": {"text": "Tên khác", "unit": unit},
        "add_group": {"name": "Nhóm", "parent": season.authority.district, "kinds": [unit.kind]},
        "set_mail": {"person": season.reporter, "email": "", "wants_digest": False},
        "run_job_again": {"job": uuid4()},
        "add_person": {"username": "moi", "password": "x", "unit": unit, "post": ""},
        "appoint": {"user": season.reporter, "role": Role.LEADER, "valid_from": DAY},
        "add_period": {"frequency": Frequency.MONTH, "starts_on": DAY, "ends_on": DAY},
        "replace_units": {
            "predecessors": [unit],
            "successors": [season.authority.communes[1]],
            "on": DAY,
            "how": Change.MERGE,
        },
        "open_portal": {"unit": season.authority.district},
        "load_catalogue": {},
    }


def of_plans(season):
    adopted = make_adopted(season.authority)
    read = make_plan(season.authority, text="KẾ HOẠCH\nNăm 2024\nII. NHIỆM VỤ\n- Tuyên truyền.\n")
    task = make_plan(season.authority, file_name="khac.txt", text=OTHER_PLAN).tasks.first()
    edition = read.revision.edition
    direction = adopted.tasks.filter(kind=TaskKind.DIRECTION, status=TaskStatus.ACCEPTED).first()
    unit = season.authority.district
    return {
        "register_document": {"document_type": "Kế hoạch", "title": "x", "unit": unit, "text": "x"},
        "revise_document": {"edition": edition, "text": "khác"},
        "read_in": {"content": b"KE HOACH", "file_name": "x.txt", "unit": unit},
        "read_in_by_steps": {"content": b"KE HOACH", "file_name": "x.txt", "unit": unit},
        "withdraw_plan": {"plan": task.plan, "reason": "x"},
        "set_habits": {"unit": unit, "includes_named_day": True},
        "accept_task": {"task": task},
        "accept_tasks": {"plan": task.plan},
        "refuse_task": {"task": task, "reason": "x"},
        "change_task": {"task": task, "title": "x"},
        "confirm_deadline": {"task": task, "due_on": DAY},
        "classify_item": {"item": task.plan.items.first(), "bucket": Bucket.TASK},
        "adopt_plan": {"plan": task.plan},
        "assign_direction": {"task": direction, "unit": unit},
    }


OTHER_PLAN = """KẾ HOẠCH
Công tác năm 2024

III. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân các xã, thị trấn

- Xây dựng kế hoạch chi tiết, tổ chức tuyên truyền.
"""


def of_activities(season):
    activity = make_activity(season.authority.communes[0], season.reporter)
    facts = {"kind": activity.kind, "title": "x", "on": activity.on}
    quantities = {"sessions": 1, "attendances": 1}
    unit = activity.unit
    return {
        "log_activity": {"id": uuid4(), "unit": unit, "quantities": quantities, **facts},
        "correct_activity": {"activity": activity, "facts": facts_of(activity)},
        "attach_photo": {"activity": activity, "content": b"", "name": "x.jpg"},
    }


def of_reports(season):
    new, begun, full, sent, read, last = season.reports
    begun, full, sent = (
        make_begun(season, begun),
        make_complete(season, full),
        make_sent(season, sent),
    )
    read, _ = make_in_review(season, read), make_accepted(season, last)
    frozen = consolidate_round(round=season.round, by=season.drafter)
    regime = season.round.regime
    return {
        "start_report": {"report": new},
        "refresh_figures": {"report": begun},
        "save_figures": {
            "report": begun,
            "section": season.section(1),
            "figures": {"1.1": Entered(is_none=True)},
        },
        "save_prose": {"report": begun, "section": season.section(7), "text": "x"},
        "submit_report": {"report": full, "no_secret": True},
        "begin_review": {"report": sent},
        "return_report": {"report": read, "remarks": [NO_EVIDENCE], "mend_by": DAY},
        "accept_report": {"report": read},
        "consolidate_round": {"round": season.round},
        "write_consolidated_report": {"consolidation": frozen},
        "open_round": {"regime": regime, "year": 2025, "due_on": DAY},
        "load_regime": {"receiver": make_unit(), "reporters": regime.reporters},
    }


def of_chasing(season):
    units = season.authority.communes[:1]
    copied = make_reminded(season, *units, channel=Channel.COPIED)
    unit = season.authority.communes[1]
    notice = Notice.objects.create(unit=unit, words="x", url="/viec/", at=clock.now())
    return {
        "remind_units": {"units": units, "channel": Channel.NOTICE},
        "take_back_reminders": {"batch": copied.batch},
        "draft_reminder_letter": {"units": units},
        "read_notice": {"notice": notice},
    }


def test_every_command_refuses_an_auditor_whatever_else_he_is():
    season = make_season(communes=6)
    asked = of_units(season) | of_plans(season) | of_activities(season) | of_reports(season)
    asked |= of_documents(season.authority)
    asked |= of_occasions(season.authority)
    asked |= of_chasing(season)
    asked |= of_work(season.authority)
    asked |= of_reporting(season)
    asked |= of_translating()
    asked |= of_planning(season.authority)
    asked |= of_publishing()
    asked |= of_writing()
    asked |= of_broadcast()
    auditors = [
        make_user(*Role, unit=unit) for unit in (season.authority.office, season.reporter.unit)
    ]
    written = Entry.objects.count()

    assert asked.keys() == public_commands().keys()
    for name, act in public_commands().items():
        for auditor in auditors:
            with pytest.raises(NotAllowed):
                print(name, act(by=auditor, **asked[name]))
    assert Entry.objects.count() == written
