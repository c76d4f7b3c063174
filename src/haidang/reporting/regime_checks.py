"""What is missing or wrong in a regime; shown before the button."""

from collections.abc import Iterator

from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.reporting.models import Regime
from haidang.reporting.regime_days import of_days
from haidang.reporting.regime_facts import RegimeFacts

LIMITS = {"name": 200, "title": 300, "basis": 500, "sending": 300, "guidance": 5000}


def before_saving(regime: Regime | None, facts: RegimeFacts) -> list[Issue]:
    """What keeps a regime from being saved; `regime` is None for a new one."""
    return [
        *_words(facts),
        *_same_name(regime, facts),
        *_whom(facts),
        *_from_below(facts),
        *of_days(facts),
    ]


def _words(facts: RegimeFacts) -> Iterator[Issue]:
    for name, limit in LIMITS.items():
        said = getattr(facts, name)
        if len(said) > limit:
            yield Issue(f"long_{name}", f"Dài quá {limit} ký tự.", name)
        yield from about_words(said, name)
    if not facts.name:
        yield Issue("no_name", "Ghi tên chế độ báo cáo.", "name")
    if not facts.title:
        yield Issue("no_title", "Ghi trích yếu của báo cáo.", "title")


def _same_name(regime: Regime | None, facts: RegimeFacts) -> Iterator[Issue]:
    same = Regime.objects.in_use().filter(name=facts.name, receiver=facts.receiver)
    if (same.exclude(pk=regime.pk) if regime else same).exists():
        yield Issue("same_name", "Cơ quan này đã có chế độ báo cáo cùng tên.", "name")


def _whom(facts: RegimeFacts) -> Iterator[Issue]:
    if not facts.reporters.parent.is_under(facts.receiver):
        message = f"{facts.reporters} không thuộc {facts.receiver}."
        yield Issue("reporters_elsewhere", message, "reporters")
    through = facts.through
    if through is not None and facts.receiver.pk not in {through.pk, through.seat.pk}:
        message = f"{through} không tham mưu cho {facts.receiver}."
        yield Issue("through_elsewhere", message, "through")
    reviewer = facts.reviewer
    if reviewer is not None and reviewer.is_under(facts.receiver):
        message = f"{reviewer} thuộc {facts.receiver}; chỉ xin ý kiến cơ quan ở ngoài."
        yield Issue("reviewer_inside", message, "reviewer")


def _from_below(facts: RegimeFacts) -> Iterator[Issue]:
    fed_by = facts.fed_by
    if fed_by is None:
        return
    group, unit = facts.reporters, fed_by.receiver
    if unit.parent_id != group.parent_id or not group.kinds.filter(pk=unit.kind_id).exists():
        message = f"“{fed_by}” do {unit} nhận, không phải đối tượng báo cáo ở đây."
        yield Issue("fed_from_elsewhere", message, "fed_by")
    elif fed_by.frequency != facts.frequency:
        message = f"“{fed_by}” có tần suất khác nên không cùng kỳ."
        yield Issue("fed_by_other_periods", message, "fed_by")


def of_reason(reason: str) -> list[Issue]:
    """What is wrong in the reason for retiring a regime."""
    if not reason:
        return [Issue("no_reason", "Ghi lý do thôi dùng.", "reason")]
    if len(reason) > 300:
        return [Issue("long_reason", "Lý do dài quá 300 ký tự.", "reason")]
    return about_words(reason, "reason")
