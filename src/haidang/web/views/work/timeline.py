"""What happened lately, in words, from the ledger; three queries whatever the number of acts."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from haidang.activities.models import Activity
from haidang.activities.queries import recent_acts
from haidang.ledger.models import TOLD, Entry
from haidang.orgs.models import User
from haidang.orgs.somebody import eyes, somebody
from haidang.prepared import prepared
from haidang.reporting.models import Report
from haidang.web import wording
from haidang.web.views.work.rows import link

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
    if user.unit_id is None and not user.sees_everything():
        return []
    who = eyes(user) if user.unit_id else (0, 0, "")
    everything = user.sees_everything()
    entries = _acts(*who, everything=everything)
    reports = _of(entries, "reporting.report", int)
    activities = _of(entries, "activities.activity", UUID)
    found: list[Any] = _reports(reports, *who, everything=everything) if reports else []
    found += _activities(activities, *who, everything=everything) if activities else []
    seen: dict[str, Any] = {str(row.pk): row for row in found}
    return [_act(e, seen[e.target_id]) for e in entries if e.target_id in seen][:SHOWN]


@prepared
def _acts(unit: int, seat: int, path: str, *, everything: bool) -> QuerySet[Entry]:
    acts = recent_acts(somebody(unit, seat, path, everything=everything), TOLD)
    return acts.select_related(None)[: SHOWN * 3]


@prepared
def _reports(
    pks: set[int], unit: int, seat: int, path: str, *, everything: bool
) -> QuerySet[Report]:
    seen = Report.objects.visible_to(somebody(unit, seat, path, everything=everything))
    return (
        seen.filter(pk__in=pks).select_related("unit", "round__period", "round__regime").order_by()
    )


@prepared
def _activities(
    pks: set[UUID], unit: int, seat: int, path: str, *, everything: bool
) -> QuerySet[Activity]:
    seen = Activity.objects.visible_to(somebody(unit, seat, path, everything=everything))
    return seen.filter(pk__in=pks).select_related("unit").order_by()


def _of(entries: Iterable[Entry], target_type: str, key: Any) -> set[Any]:
    return {key(entry.target_id) for entry in entries if entry.target_type == target_type}


def _act(entry: Entry, target: Report | Activity) -> Act:
    name = target.unit.area or str(target.unit)
    if isinstance(target, Activity):
        after = _corrected(entry)
        return Act("", _capital(name), after, entry.at, link("activity", target.pk))
    url, facts, year = link("report", target.pk), entry.get_details(), target.round.about
    if entry.event == "submit_report":
        after = f"gửi báo cáo {year}, lần {facts.get('attempt', 1)}"
        return Act("", _capital(name), after, entry.at, url)
    if entry.event == "recall_report":
        return Act("", _capital(name), f"thu hồi báo cáo: {facts.get('reason', '')}", entry.at, url)
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
