"""What keeps a contest, an answer to it, or a proposal of commendation from being made."""

from collections.abc import Iterable

from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.reporting.enums import ReportStatus
from haidang.reporting.evaluation.scoring import Score
from haidang.reporting.models import Report

LONGEST = 500


def before_contesting(words: str, score: Score, criterion: str, *, is_open: bool) -> list[Issue]:
    """What keeps a unit from contesting: no words, nothing scored there, or one is unanswered."""
    issues = about_words(words, "words")
    if not words:
        issues.append(Issue("no_words", "Ghi rõ đề nghị xem lại điều gì.", "words"))
    if all(row.weight.criterion != criterion for row in score.parts):
        issues.append(Issue("no_such_criterion", "Cách chấm không có tiêu chí này.", "criterion"))
    if is_open:
        message = "Đề nghị trước về tiêu chí này chưa được trả lời."
        issues.append(Issue("is_open", message, "criterion"))
    return issues


def before_ruling(percent: int | None, words: str) -> list[Issue]:
    """What keeps an answer from being given: no words, or a share out of bounds."""
    issues = about_words(words, "words")
    if not words:
        issues.append(Issue("no_words", "Ghi lý do của câu trả lời.", "words"))
    if percent is not None and not 0 <= percent <= 100:
        issues.append(Issue("percent", "Phần được hưởng từ 0 đến 100 %.", "percent"))
    return issues


def before_commending(reports: Iterable[Report], scores: dict[int, Score]) -> list[Issue]:
    """What keeps units from being proposed: none chosen, a report not accepted, or no score."""
    rows = list(reports)
    if not rows:
        return [Issue("nobody", "Chọn ít nhất một đơn vị.", "units")]
    if unread := [row for row in rows if row.status != ReportStatus.ACCEPTED]:
        message = "chưa tiếp nhận báo cáo nên chưa đề nghị khen thưởng được."
        return [Issue("not_accepted", f"{row.unit}: {message}", "units") for row in unread]
    return [
        Issue("no_score", f"{row.unit}: chưa có điểm để làm minh chứng.", "units")
        for row in rows
        if scores[row.pk].total is None
    ]
