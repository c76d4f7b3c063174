"""Numbers of outgoing documents: held, used, cancelled; one run a year, no gap and no double."""

import datetime as dt
from dataclasses import asdict, astuple

from django.db import transaction

from haidang import clock
from haidang.documents import rules
from haidang.documents.enums import NumberStatus
from haidang.documents.folding import folded
from haidang.documents.models import Edition, Number, Series
from haidang.documents.queries.numbering import about_day, held_for, holder_of, series_code
from haidang.documents.register import Line
from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User

ONLY_CLERK = "Chỉ văn thư của cơ quan mới được giữ, cấp và hủy số văn bản."


@transaction.atomic
def reserve_number(
    *,
    unit: Unit,
    document_type: str,
    by: User,
    purpose: str = "",
    value: int | None = None,
    again: bool = False,
) -> Number:
    """Hold the next number of this year's series, or one that was given by hand on paper.

    Refuses with NotAllowed, and with Incomplete a number that somebody holds, that would leave
    a gap, that stands in the register on paper (NĐ 30/2020, Điều 15), or that is asked for
    where one is held for the same purpose, unless `again` says that one more is wanted.
    """
    if not rules.may_number(by, unit):
        raise NotAllowed(ONLY_CLERK)
    if issues := about_words(purpose, "purpose"):
        raise Incomplete(issues)
    series = _locked_series(unit, document_type, clock.today().year)
    if not again and (same := held_for(series, purpose)):
        raise Incomplete([Issue("held-already", _held_already(same), "again")])
    number = _take(series, by, value, purpose)
    record("reserve_number", target=number, by=by, series=number.series.code, value=number.value)
    return number


@transaction.atomic
def use_number(
    *,
    edition: Edition,
    line: Line,
    issued_on: dt.date,
    by: User,
    number: Number | None = None,
    value: int | None = None,
) -> Number:
    """Give an edition its number: the one held for it, one given by hand, or the next.

    Refuses with NotAllowed, with WrongState a number that is not held or of another series, and
    with Incomplete a number given twice, a day out of the order of the numbers, or a secrecy mark.
    """
    unit = edition.document.unit
    if not rules.may_number(by, unit):
        raise NotAllowed(ONLY_CLERK)
    if Number.objects.filter(edition=edition).exists():
        raise WrongState("Văn bản này đã được cấp số.")
    if issues := about_words("\n".join(str(one) for one in astuple(line)), "note"):
        raise Incomplete(issues)
    series = _locked_series(unit, line.document_type, issued_on.year)
    number = _held(number, series) if number else _take(series, by, value, line.subject)
    if issues := about_day(series, number.value, issued_on):
        raise Incomplete(issues)
    _use(number, edition, line, issued_on, by)
    record("use_number", target=number, by=by, series=series.code, value=number.value)
    return number


@transaction.atomic
def cancel_number(*, number: Number, reason: str, by: User) -> Number:
    """Cancel a number that was held and never used; it stays in the register, used by nobody else.

    Refuses with NotAllowed, WrongState, and with Incomplete without a reason.
    """
    number = Number.objects.select_for_update(no_key=True).get(pk=number.pk)
    if not number.can_become(NumberStatus.CANCELLED):
        raise WrongState(f"Số {number} {holder_of(number)}, nên không hủy được.")
    if not rules.may_number(by, number.series.unit):
        raise NotAllowed(ONLY_CLERK)
    if not reason.strip():
        raise Incomplete([Issue("no-reason", "Hãy ghi lý do hủy số.", "reason")])
    if issues := about_words(reason, "reason"):
        raise Incomplete(issues)
    number.status, number.reason = NumberStatus.CANCELLED, reason.strip()[:500]
    number.cancelled_at, number.cancelled_by = clock.now(), by
    number.folded = folded(number.written, number.purpose, number.reason)
    number.save(update_fields=["status", "reason", "cancelled_at", "cancelled_by", "folded"])
    record("cancel_number", target=number, by=by, value=number.value, reason=number.reason)
    return number


def _held_already(number: Number) -> str:
    words = f"Số {number.written} đang giữ cho đúng việc này."
    return f"{words} Đánh dấu “Giữ thêm số nữa” nếu vẫn cần một số khác."


def _locked_series(unit: Unit, document_type: str, year: int) -> Series:
    # First the unit: which series a type is numbered in may be changed at this moment.
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    code = series_code(unit, document_type, year)
    # Whoever else wants a number of this series waits here until we are done.
    series, _ = Series.objects.select_for_update(no_key=True).get_or_create(
        unit=unit, year=year, code=code
    )
    return series


def _take(series: Series, by: User, value: int | None, purpose: str) -> Number:
    due = series.last + 1
    if value is not None and value != due:
        raise Incomplete([_why_not(series, value)])
    number = Number.objects.create(
        series=series,
        value=due,
        purpose=purpose.strip()[:500],
        reserved_at=clock.now(),
        reserved_by=by,
        folded=folded(f"{due:02d}", purpose),
    )
    series.last = due
    series.save(update_fields=["last"])
    return number


def _why_not(series: Series, value: int) -> Issue:
    if value < series.begins_at:
        words = f"Số {value:02d} nằm trong sổ giấy; sổ này bắt đầu từ số {series.begins_at:02d}."
        return Issue("number-on-paper", words, "number")
    if value > series.last:
        words = (
            f"Số tiếp theo của sổ {series.code} là {series.last + 1:02d}; không được bỏ trống số."
        )
        return Issue("number-leaves-a-gap", words, "number")
    holder = series.numbers.select_related("reserved_by__unit", "used_by__unit").get(value=value)
    return Issue("number-taken", f"Số {value:02d} {holder_of(holder)}.", "number")


def _held(number: Number, series: Series) -> Number:
    number = (
        Number.objects.select_for_update(no_key=True).select_related("series").get(pk=number.pk)
    )
    if not number.can_become(NumberStatus.USED):
        raise WrongState(f"Số {number} {number.get_status_display()}, không cấp lại được.")
    if number.series_id != series.pk:
        raise WrongState(f"Số {number} thuộc sổ khác ({number.series}).")
    return number


def _use(number: Number, edition: Edition, line: Line, issued_on: dt.date, by: User) -> None:
    printed = asdict(line)
    for name, value in printed.items():
        setattr(number, name, value)
    number.status, number.edition, number.issued_on = NumberStatus.USED, edition, issued_on
    number.used_at, number.used_by = clock.now(), by
    number.folded = folded(
        str(number),
        line.document_type,
        line.subject,
        line.signer,
        line.signer_post,
        line.recipients,
        line.note,
    )
    number.save(
        update_fields=["status", "edition", "issued_on", "used_at", "used_by", "folded", *printed]
    )
