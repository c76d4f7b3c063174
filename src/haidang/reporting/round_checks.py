"""What is still missing or wrong in a round to be opened, or in a deadline to be moved."""

import datetime as dt
from collections.abc import Iterator, Sequence

from haidang import clock
from haidang.documents.stamps import about_words
from haidang.errors import Issue
from haidang.orgs.models import Unit
from haidang.reporting.enums import RegimeKind
from haidang.reporting.models import Regime, Round
from haidang.reporting.window import periods_in_a_year

YEARS = range(2000, 2101)
LONGEST_REASON = 300


def of_period(
    regime: Regime, year: int, ordinal: int, data_from: dt.date | None, data_to: dt.date | None
) -> list[Issue]:
    """What is wrong in the period that was asked for."""
    if year not in YEARS:
        return [Issue("year", "Năm từ 2000 đến 2100.", "year")]
    if regime.kind == RegimeKind.PERIODIC:
        most = periods_in_a_year(regime.frequency)
        if 1 <= ordinal <= most:
            return []
        name = regime.get_frequency_display()
        message = f"Một năm có {most} kỳ {name}: chọn từ 1 đến {most}."
        return [Issue("ordinal", message, "ordinal")]
    if data_from is None or data_to is None:
        return [Issue("no_days", "Ghi số liệu từ ngày nào đến ngày nào.", "data_from")]
    if data_to < data_from:
        return [Issue("days_turned", "Ngày cuối phải sau ngày đầu.", "data_to")]
    if data_to.year != year:
        return [Issue("other_year", f"Số liệu hết ngày {data_to:%d/%m/%Y}: năm khác.", "year")]
    return []


def before_opening(
    regime: Regime,
    due_on: dt.date | None,
    days: tuple[dt.date, dt.date],
    members: Sequence[Unit],
    *,
    is_said: bool,
) -> list[Issue]:
    """What keeps a round from being opened; `is_said`: a person wrote the day, no rule gave it."""
    return list(_opening(regime, due_on, days, members, is_said=is_said))


def _opening(
    regime: Regime,
    due_on: dt.date | None,
    days: tuple[dt.date, dt.date],
    members: Sequence[Unit],
    *,
    is_said: bool,
) -> Iterator[Issue]:
    if due_on is None:
        message = "Chưa biết hạn gửi: chọn nhiệm vụ có hạn, hoặc ghi ngày."
        yield Issue("no_deadline", message, "due_on")
    elif due_on < days[0]:
        message = f"Hạn gửi trước ngày bắt đầu số liệu ({days[0]:%d/%m/%Y})."
        yield Issue("deadline_before_days", message, "due_on")
    elif due_on < clock.today() and not is_said:
        message = f"Hạn gửi {due_on:%d/%m/%Y} đã qua, mọi đơn vị sẽ là muộn: ghi rõ hạn gửi."
        yield Issue("deadline_is_past", message, "due_on")
    if not members:
        yield Issue("no_units", "Nhóm báo cáo hiện không có đơn vị nào.")
    if not regime.sections.exists():
        yield Issue("no_outline", "Đề cương chưa có mục nào: thêm mục trước khi mở kỳ.")
    for section in regime.sections.filter(kind="figures", lines=None):
        message = f"Mục {section}: chưa có chỉ tiêu nào. Thêm chỉ tiêu hoặc bỏ mục."
        yield Issue("empty_section", message)


def before_moving(round: Round, due_on: dt.date, reason: str) -> list[Issue]:
    """What keeps a deadline from being moved."""
    issues = about_words(reason, "reason")
    if not reason:
        issues.append(Issue("no_reason", "Ghi lý do dời hạn, các đơn vị sẽ đọc.", "reason"))
    elif len(reason) > LONGEST_REASON:
        issues.append(Issue("long_reason", f"Lý do dài quá {LONGEST_REASON} ký tự.", "reason"))
    if due_on == round.due_on:
        issues.append(Issue("same_day", f"Hạn đang là {due_on:%d/%m/%Y}.", "due_on"))
    elif due_on < clock.today():
        issues.append(Issue("day_is_past", "Ngày này đã qua, chọn ngày khác.", "due_on"))
    elif due_on < round.data_from:
        message = f"Hạn gửi trước ngày bắt đầu số liệu ({round.data_from:%d/%m/%Y})."
        issues.append(Issue("deadline_before_days", message, "due_on"))
    return issues
