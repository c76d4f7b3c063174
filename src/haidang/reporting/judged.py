"""What is said of a report from outside, and what keeps it from being accepted meanwhile."""

from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.reporting.models import Opinion, Report

LONGEST = 1000
MARKS = range(1, 6)


def opinion_on(report: Report) -> Opinion | None:
    """What the body outside said last of what was sent last; None where it said nothing yet."""
    rows = report.opinions.filter(attempt=report.attempt, agrees__isnull=False)
    return rows.select_related("unit", "by__unit").last()


def before_accepting(report: Report, reason: str) -> list[Issue]:
    """What keeps a report from being accepted: an opinion that is missing, or is against it."""
    asked = report.round.regime.reviewer
    if asked is None or reason:
        return about_words(reason, "without_opinion")
    opinion = opinion_on(report)
    if opinion is None:
        message = f"Chưa có ý kiến của {asked}; chờ, hoặc ghi lý do không chờ."
        return [Issue("no_opinion", message, "without_opinion")]
    if not opinion.agrees:
        message = f"{asked} chưa đồng ý; ghi lý do vẫn tiếp nhận."
        return [Issue("against_opinion", message, "without_opinion")]
    return []


def before_giving_opinion(*, agrees: bool, words: str) -> list[Issue]:
    """What keeps an opinion from being given: one against needs words."""
    if not agrees and not words:
        return [Issue("no_words", "Chưa đồng ý thì ghi rõ cần sửa gì.", "words")]
    return about_words(words, "words")


def before_marking(mark: int, words: str) -> list[Issue]:
    """What keeps a quality mark from being given."""
    if mark not in MARKS:
        return [Issue("no_such_mark", "Chấm từ 1 đến 5.", "mark")]
    return about_words(words, "quality")
