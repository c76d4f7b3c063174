"""What is still missing or wrong in a report, a return or a round; shown before the button."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from haidang import clock
from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.reporting.entered import Entered, Given, amount
from haidang.reporting.enums import DifferenceReason, ReportStatus, SectionKind
from haidang.reporting.models import Figure, Line, Report, Round, Section
from haidang.reporting.numerals import write_difference, write_number
from haidang.reporting.queries.filling import logged_now, open_indicators
from haidang.reporting.remarked import Remarked

LONGEST_PROSE = 5000


def before_saving(rows: Mapping[str, Figure], figures: Mapping[str, Entered]) -> list[Issue]:
    issues: list[Issue] = []
    for code, given in figures.items():
        issues += _of_one(rows[code], given) if code in rows else [_unknown(code)]
    return issues


def _unknown(code: str) -> Issue:
    return Issue("unknown_indicator", f"Mục này không có chỉ tiêu {code}.", f"{code}-value")


def _of_one(row: Figure, given: Entered) -> list[Issue]:
    value, value_issues = _amount(row, given.value, "value", "Số thực hiện")
    estimate, estimate_issues = _amount(row, given.estimate, "estimate", "Ước thực hiện cả năm")
    if issues := value_issues + estimate_issues:
        return issues
    if given.is_none and value:
        message = "đã ghi số thì bỏ dấu “Không phát sinh”."
        return [_issue("none_with_value", row, "value", message)]
    value = Decimal(0) if given.is_none else value
    if value is not None and estimate is not None and estimate < value:
        message = "ước thực hiện cả năm không thể ít hơn số thực hiện."
        return [_issue("estimate_below_value", row, "estimate", message)]
    return _of_difference(row, value, given) + about_words(given.note, f"{row.indicator.code}-note")


def _amount(row: Figure, given: Given, part: str, name: str) -> tuple[Decimal | None, list[Issue]]:
    try:
        return amount(given, whole=row.indicator.divisor == 1), []
    except ValueError as error:
        return None, [_issue("not_a_number", row, part, f"{name} {error}.")]


def before_saving_prose(section: Section, text: str) -> list[Issue]:
    """What keeps these words of a section from being saved."""
    issues = about_words(text, "text")
    if len(text) > LONGEST_PROSE:
        message = f"Mục {section} dài {len(text)} ký tự; rút gọn còn không quá 5.000 ký tự."
        issues.append(Issue("prose_too_long", message, "text"))
    return issues


def _of_difference(row: Figure, value: Decimal | None, given: Entered) -> list[Issue]:
    if value is None or value == row.logged or given.reason in DifferenceReason.values:
        return []
    difference = write_difference(value - row.logged)
    message = f"khác nhật ký {difference} {row.indicator.unit_name}, hãy chọn lý do."
    return [_issue("difference_without_reason", row, "reason", message)]


def _issue(name: str, row: Figure, part: str, message: str) -> Issue:
    indicator = row.indicator
    return Issue(name, f"{indicator.code} {indicator.name}: {message}", f"{indicator.code}-{part}")


def before_submitting(report: Report, *, no_secret: bool) -> list[Issue]:
    """What keeps this report from being sent."""
    rows = {row.indicator_id: row for row in report.figures.select_related("indicator")}
    lines = Line.objects.filter(section__regime=report.round.regime_id).select_related("indicator")
    issues = [issue for line in lines if (issue := _of_line(line, rows.get(line.indicator_id)))]
    issues += [*_of_log(report), *_of_prose(report), *_of_remarks(report)]
    if not no_secret:
        message = "Xác nhận báo cáo không chứa bí mật nhà nước."
        issues.append(Issue("secrecy_not_stated", message, "no_secret"))
    return issues


def _of_line(line: Line, row: Figure | None) -> Issue | None:
    indicator = line.indicator
    if row is None or row.value is None:
        message = f"{indicator}: chưa có số; nếu không có gì thì chọn “Không phát sinh”."
        return Issue("figure_missing", message, f"{indicator.code}-value")
    if row.difference and not row.reason:
        return _of_difference(row, row.value, Entered())[0]
    return None


def _of_log(report: Report) -> Iterable[Issue]:
    # What is sent lies beside the entries behind it (promise N8): the two must say the same.
    if report.counted_to is None:
        return
    now, open_to_fill = logged_now(report), open_indicators(report)
    for row in report.figures.filter(indicator__in=open_to_fill).select_related("indicator"):
        if row.logged != now[row.indicator_id]:
            was, is_now = write_number(row.logged), write_number(now[row.indicator_id])
            message = f"nhật ký đã đổi từ {was} thành {is_now}; hãy lấy lại số từ nhật ký."
            yield _issue("log_moved", row, "value", message)


def _of_prose(report: Report) -> Iterable[Issue]:
    written = {row.section_id: row for row in report.prose.all()}
    asked = Section.objects.filter(regime=report.round.regime_id, kind=SectionKind.PROSE)
    for section in asked:
        row, field = written.get(section.pk), f"section-{section.ordinal}"
        if row is None or not row.text.strip():
            yield Issue("prose_missing", f"Mục {section}: chưa viết.", field)
        elif row.is_suggested:
            message = f"Mục {section}: còn là bản gợi ý, hãy đọc, sửa và lưu."
            yield Issue("prose_only_suggested", message, field)


def _of_remarks(report: Report) -> Iterable[Issue]:
    remarks = report.remarks.filter(attempt=report.attempt).select_related("section")
    for section, asked_at in {row.section: row.at for row in remarks}.items():
        figures = report.figures.filter(indicator__in=section.lines.values("indicator"))
        prose = report.prose.filter(section=section)
        if not any(rows.filter(saved_at__gt=asked_at).exists() for rows in (figures, prose)):
            message = f"Mục {section}: có góp ý mà chưa sửa hay lưu lại."
            yield Issue("remark_not_answered", message, f"section-{section.ordinal}")


def before_returning(remarks: Sequence[Remarked], mend_by: dt.date | None) -> list[Issue]:
    """What keeps a report from being returned."""
    issues = [issue for remark in remarks for issue in about_words(remark.text, "remarks")][:1]
    if not remarks:
        issues.append(Issue("no_remark", "Ghi ít nhất một góp ý vào chỗ cần bổ sung.", "remarks"))
    if any(not remark.text.strip() for remark in remarks):
        issues.append(Issue("remark_empty", "Mỗi góp ý cần một câu nói rõ.", "remarks"))
    if mend_by is None:
        issues.append(Issue("no_day", "Ghi ngày đơn vị phải bổ sung xong.", "mend_by"))
    elif mend_by < clock.today():
        issues.append(Issue("day_is_past", "Hạn bổ sung đã qua, chọn ngày khác.", "mend_by"))
    return issues


def before_consolidating(round: Round) -> list[Issue]:
    """What keeps a round from being frozen."""
    if round.reports.filter(status=ReportStatus.ACCEPTED).exists():
        return []
    return [Issue("nothing_accepted", "Chưa có báo cáo nào được tiếp nhận để tổng hợp.")]
