"""What is still missing or wrong in a report, a return or a round; shown before the button."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from django.utils.timezone import localtime

from haidang import clock
from haidang.activities.enums import DERIVED
from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.reporting.entered import Entered, Given, amount, is_whole
from haidang.reporting.enums import DifferenceReason, ReportStatus, SectionKind
from haidang.reporting.models import Figure, Line, Prose, Report, Round, Section
from haidang.reporting.numerals import write_difference, write_number
from haidang.reporting.queries.filling import (
    moved_since,
    open_indicators,
    parts_asked,
    standing_remarks,
)
from haidang.reporting.queries.sources import newest_sum
from haidang.reporting.remarked import Remarked

LONGEST_PROSE = 5000


def before_saving(
    rows: Mapping[str, Figure],
    figures: Mapping[str, Entered],
    *,
    typed: Collection[int] = (),
    estimated: Collection[int] = (),
    seen: dt.datetime | None = None,
) -> list[Issue]:
    """What keeps figures from being saved. `typed`: the indicators that no log counts.

    `estimated`: those whose estimate the machine made; it follows the figure, so is never too low.
    `seen` is when the newest figure of the page was saved that a person filled: what somebody else
    saved since then is not written over.
    """
    issues: list[Issue] = []
    for code, given in figures.items():
        if code not in rows:
            issues.append(_unknown(code))
            continue
        row = rows[code]
        if row.indicator.aggregation in DERIVED:
            continue
        pk = row.indicator_id
        found = _of_one(row, given, is_typed=pk in typed, is_estimated=pk in estimated)
        issues += found or _overtaken(row, given, seen)
    return issues


def _overtaken(row: Figure, given: Entered, seen: dt.datetime | None) -> list[Issue]:
    if seen is None or row.saved_at is None or row.saved_at <= seen:
        return []
    whole, known = is_whole(row.indicator), _known(row)
    value = Decimal(0) if given.is_none else amount(given.value, whole=whole, known=known)
    if (value, amount(given.estimate, whole=whole, known=known)) == (row.value, row.estimate):
        return []
    stands = "chưa có số" if row.value is None else write_number(row.value)
    at = f"{localtime(row.saved_at):%H:%M}"
    message = f"người khác của đơn vị vừa lưu lúc {at}: {stands}. Xem lại rồi lưu số đúng."
    return [_issue("overtaken", row, "value", message)]


def _known(row: Figure) -> tuple[Decimal | None, ...]:
    return (row.value, row.logged, row.estimate)


def _unknown(code: str) -> Issue:
    return Issue("unknown_indicator", f"Mục này không có chỉ tiêu {code}.", f"{code}-value")


def _of_one(
    row: Figure, given: Entered, *, is_typed: bool = False, is_estimated: bool = False
) -> list[Issue]:
    value, value_issues = _amount(row, given.value, "value", "Số thực hiện")
    estimate, estimate_issues = _amount(row, given.estimate, "estimate", "Ước thực hiện cả năm")
    if given.is_none and value:
        message = "đã ghi số thì bỏ dấu “Không phát sinh”."
        value_issues.append(_issue("none_with_value", row, "value", message))
    if value_issues:
        return value_issues + estimate_issues
    value = Decimal(0) if given.is_none else value
    follows = is_estimated and estimate == row.estimate
    if value is not None and estimate is not None and estimate < value and not follows:
        estimate_issues.append(_issue("estimate_below_value", row, "estimate", _too_low(value)))
    of_source = _of_source(row, value, given) if is_typed else _of_difference(row, value, given)
    return estimate_issues + of_source + about_words(given.note, f"{row.indicator.code}-note")


def _too_low(value: Decimal) -> str:
    return (
        "ước thực hiện cả năm không thể ít hơn số thực hiện "
        f"{write_number(value)}, vì cả năm gồm cả phần đã làm; để trống nếu không tăng thêm."
    )


def _amount(row: Figure, given: Given, part: str, name: str) -> tuple[Decimal | None, list[Issue]]:
    try:
        return amount(given, whole=is_whole(row.indicator), known=_known(row)), []
    except ValueError as error:
        return None, [_issue("not_a_number", row, part, f"{name} {error}.")]


def _of_source(row: Figure, value: Decimal | None, given: Entered) -> list[Issue]:
    # No log counts it, so the unit says where the number is from.
    if not value or given.note.strip():
        return []
    message = "số này không có trong nhật ký; ghi số lấy từ đâu, ví dụ “sổ tiếp công dân”."
    return [_issue("source_missing", row, "note", message)]


def before_saving_prose(
    section: Section, text: str, stands: Prose | None = None, seen: dt.datetime | None = None
) -> list[Issue]:
    """What keeps these words of a section from being saved; `stands` is what is saved now."""
    issues = about_words(text, "text")
    if stands and seen and stands.saved_at > seen and stands.text != text:
        at = f"{localtime(stands.saved_at):%H:%M}"
        message = f"Người khác của đơn vị vừa lưu mục này lúc {at}. Xem bản đó rồi lưu lại."
        issues.append(Issue("overtaken", message, "text"))
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
    issues += [*_of_level(report), *_of_log(report, rows.values()), *_of_parts(report, rows)]
    issues += [*_of_prose(report), *_of_remarks(report)]
    if not no_secret:
        message = "Xác nhận báo cáo không chứa bí mật nhà nước."
        issues.append(Issue("secrecy_not_stated", message, "no_secret"))
    return issues


def _of_line(line: Line, row: Figure | None) -> Issue | None:
    indicator = line.indicator
    if indicator.aggregation in DERIVED and row is not None:
        return None  # of its parts it is said what is missing
    if row is None or row.value is None:
        message = f"{indicator}: chưa có số; nếu không có gì thì chọn “Không phát sinh”."
        return Issue("figure_missing", message, f"{indicator.code}-value")
    if row.difference and not row.reason:
        return _of_difference(row, row.value, Entered())[0]
    return None


def _of_log(report: Report, figures: Iterable[Figure]) -> Iterable[Issue]:
    # What is sent lies beside the entries behind it (promise N8): the two must say the same. A
    # derived figure lies beside the figures that it is derived from.
    if report.counted_to is None:
        return
    rows = list(figures)
    moved = moved_since(report, rows)
    changed = moved.keys() & open_indicators(report) if moved else set()
    for row in rows:
        if row.indicator_id not in changed:
            continue
        was, is_now = write_number(row.logged), write_number(moved[row.indicator_id])
        if row.indicator.aggregation in DERIVED:
            message = f"tính lại được {is_now}, đang ghi {was}; hãy lấy lại số rồi gửi."
        else:
            message = f"nhật ký đã đổi từ {was} thành {is_now}; hãy lấy lại số từ nhật ký."
        yield _issue("log_moved", row, "value", message)


def _of_parts(report: Report, rows: Mapping[int, Figure]) -> Iterable[Issue]:
    for part, whole in parts_asked(report).items():
        small, large = rows.get(part), rows.get(whole)
        if small and large and small.value and large.value is not None:
            if small.value <= large.value:
                continue
            message = (
                f"{write_number(small.value)} nhiều hơn {large.indicator} "
                f"{write_number(large.value)}, trong khi chỉ là một phần của số đó."
            )
            yield _issue("part_larger", small, "value", message)


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


def _of_level(report: Report) -> Iterable[Issue]:
    # What goes up is what the level below froze last: late reports are not left behind unseen.
    newest = newest_sum(report)
    if newest and newest.pk != report.fed_from_id:
        message = (
            f"Cấp dưới đã chốt số liệu lần {newest.ordinal}; bấm “Lấy lại số” rồi gửi, "
            "để số gửi lên là số mới nhất."
        )
        yield Issue("source_is_old", message, "fed_from")


def _of_remarks(report: Report) -> Iterable[Issue]:
    # What was answered in words need not be changed.
    remarks = standing_remarks(report).filter(answers=None).select_related("section")
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
