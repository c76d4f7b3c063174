"""What happened lately, in words, from the ledger; three queries whatever the number of acts."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from haidang.activities.models import Activity
from haidang.activities.queries import recent_acts
from haidang.ledger.models import Entry
from haidang.orgs.models import User
from haidang.reporting.models import Report
from haidang.web import wording
from haidang.web.views.work.rows import link

EVENTS = ("submit_report", "return_report", "accept_report", "correct_activity", "amend_activity")
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Act:
    """One act: what came before the unit's name, the name, what came after, when, and where."""

    before: str
    unit: str
    after: str
    at: dt.datetime
    url: str


def lately(user: User) -> list[Act]:
    """The last acts on reports and entries that a person may see, newest first."""
    entries = list(recent_acts(user, EVENTS)[: SHOWN * 3])
    reports = _of(entries, "reporting.report", int)
    activities = _of(entries, "activities.activity", UUID)
    seen: dict[str, Any] = {
        **{
            str(report.pk): report
            for report in Report.objects.visible_to(user)
            .filter(pk__in=reports)
            .select_related("unit", "round__period")
        },
        **{
            str(row.pk): row
            for row in Activity.objects.visible_to(user)
            .filter(pk__in=activities)
            .select_related("unit")
        },
    }
    return [_act(e, seen[e.target_id]) for e in entries if e.target_id in seen][:SHOWN]


def _of(entries: Iterable[Entry], target_type: str, key: Any) -> set[Any]:
    return {key(entry.target_id) for entry in entries if entry.target_type == target_type}


def _act(entry: Entry, target: Report | Activity) -> Act:
    name = target.unit.area or str(target.unit)
    if isinstance(target, Activity):
        after = _corrected(entry)
        return Act("", _capital(name), after, entry.at, link("activity", target.pk))
    url, facts, year = link("report", target.pk), entry.get_details(), target.round.period
    if entry.event == "submit_report":
        after = f"gửi báo cáo {year}, lần {facts.get('attempt', 1)}"
        return Act("", _capital(name), after, entry.at, url)
    if entry.event == "return_report":
        count = len(facts.get("remarks", []))
        return Act("Trả lại báo cáo", name, f"{count} góp ý", entry.at, url)
    return Act("Tiếp nhận báo cáo", name, "", entry.at, url)


def _corrected(entry: Entry) -> str:
    changes = entry.get_details().get("changes", {})
    verb = "đính chính" if entry.event == "amend_activity" else "sửa"
    numbers = [(old, new) for old, new in changes.values() if isinstance(old, int)]
    if len(changes) == 1 and numbers and isinstance(numbers[0][1], int):
        old, new = numbers[0]
        return f"{verb} {wording.number(old)} → {wording.number(new)} trong nhật ký"
    return f"{verb} một hoạt động trong nhật ký"


def _capital(name: str) -> str:
    return f"{name[0].upper()}{name[1:]}"
