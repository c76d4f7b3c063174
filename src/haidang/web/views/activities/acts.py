"""The history of an entry in words: what was done to it, by whom, with each change."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from haidang.activities.models import Activity, Measure
from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from haidang.web import wording

NAMES = {
    "kind": "Loại",
    "title": "Nội dung",
    "on": "Ngày",
    "language": "Ngôn ngữ",
    "task": "Nhiệm vụ",
    "link": "Đường dẫn",
    "together": "Cùng làm với",
}
Change = tuple[str, str, str]  # name, what stood before, what stands after


@dataclass(frozen=True, slots=True)
class Act:
    """One act on an entry, in words, with each change as name, old and new."""

    words: str
    by: str
    at: dt.datetime
    reason: str = ""
    changes: list[Change] = field(default_factory=list)


def acts_on(entry: Activity) -> list[Act]:
    """Everything that was done to an entry, newest first; two queries."""
    rows = list(history_of(entry).select_related("by__unit"))
    names = NAMES | dict(Measure.objects.values_list("code", "name"))
    return [_act(row, names) for row in rows]


def changes_in_words(changes: Mapping[str, Sequence[Any]]) -> list[Change]:
    """Each fact that differs, as people read it; one query."""
    names = NAMES | dict(Measure.objects.values_list("code", "name"))
    return _changes(changes, names)


def _act(entry: Entry, names: Mapping[str, str]) -> Act:
    facts = entry.get_details()
    words = {
        "log_activity": "Ghi vào nhật ký",
        "attach_photo": f"Thêm ảnh {facts.get('name', '')}",
        "attach_file": f"Thêm tệp {facts.get('name', '')}",
        "correct_activity": "Sửa",
        "amend_activity": "Đính chính sau khi chốt số liệu",
        "withdraw_activity": "Rút lại",
        "decline_part": f"{facts.get('unit', '')} báo không tham gia",
    }
    late = ", sau khi chốt số liệu" if facts.get("is_after_closing") else ""
    return Act(
        words=f"{words.get(entry.event, entry.event)}{late}",
        by=str(entry.by) if entry.by else "hệ thống",
        at=entry.at,
        reason=facts.get("reason", ""),
        changes=_changes(facts.get("changes", {}), names),
    )


def _changes(changes: Mapping[str, Sequence[Any]], names: Mapping[str, str]) -> list[Change]:
    return [
        (names.get(name, name), _said(name, old), _said(name, new))
        for name, (old, new) in changes.items()
    ]


def _said(name: str, value: object) -> str:
    if value == "":
        return "chưa có"
    if name == "on":
        return wording.day(dt.date.fromisoformat(str(value)))
    return wording.number(value) if isinstance(value, int) else str(value)
