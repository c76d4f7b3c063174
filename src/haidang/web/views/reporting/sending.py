"""What a unit sees above the sections of its report: taking it back, and what feeds it."""

from typing import Any

from haidang.reporting import rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.reporting.queries.review import last_recall
from haidang.reporting.queries.sources import newest_sum, rounds_below, sources_of
from haidang.web.request import Request


def sending_page(request: Request, found: Report) -> dict[str, Any]:
    """What stands above the sections: taking back, the level below, units that went before."""
    newest = newest_sum(found)
    below = rounds_below(found)
    is_begun = found.counted_to is not None
    return {
        "may_recall": found.status == ReportStatus.SUBMITTED
        and rules.may_fill(request.user, found),
        "recall": None if found.submitted_at or not found.attempt else last_recall(found),
        "newest_sum": newest,
        "is_old": newest is not None and newest.pk != found.fed_from_id,
        "below": below.first() if below is not None else None,
        "others": sources_of(found)[1:] if is_begun else [],
    }
