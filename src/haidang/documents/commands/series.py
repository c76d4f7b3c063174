"""How an authority divides its numbers among types, and where a register on paper ended."""

from collections.abc import Sequence

from django.db import transaction

from haidang import clock
from haidang.documents import rules
from haidang.documents.models import Series, SeriesRule
from haidang.documents.queries.numbering import series_code
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.text.layout import kind_of

ONLY_ADMINISTRATOR = "Chỉ quản trị của cơ quan mới được đặt cách chia sổ số."
MOST_ON_PAPER = 99_999


@transaction.atomic
def set_series(
    *, unit: Unit, document_types: Sequence[str], code: str, by: User, from_year: int | None = None
) -> list[SeriesRule]:
    """Number some types in one series from a year on, as the head of the body decided.

    Refuses with NotAllowed, with Incomplete an empty or too long code and unknown types, and with
    WrongState where numbers of that year were handed out: they would stand in the register twice.
    """
    year = from_year or clock.today().year
    if not rules.may_set_up(by, unit):
        raise NotAllowed(ONLY_ADMINISTRATOR)
    if issues := _about(document_types, code):
        raise Incomplete(issues)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    codes = {code.strip(), *(series_code(unit, one, year) for one in document_types)}
    used = Series.objects.filter(unit=unit, year__gte=year, code__in=codes, last__gt=0)
    if year < clock.today().year or used.exists():
        raise WrongState(f"Sổ số năm {year} đã cấp số; cách chia mới chỉ áp dụng từ năm sau.")
    rows = [
        SeriesRule.objects.update_or_create(
            unit=unit, document_type=_name(one), from_year=year, defaults={"code": code.strip()}
        )[0]
        for one in document_types
    ]
    record("set_series", target=unit, by=by, code=code, types=list(document_types), year=year)
    return rows


@transaction.atomic
def begin_series(*, unit: Unit, document_type: str, after: int, by: User) -> Series:
    """Begin this year's series behind the last number of the register on paper.

    Refuses with NotAllowed, with Incomplete a number that no register has, and with WrongState
    where a number of it was handed out here.
    """
    if not rules.may_number(by, unit):
        raise NotAllowed("Chỉ văn thư của cơ quan mới được ghi số cuối của sổ giấy.")
    if not 0 <= after <= MOST_ON_PAPER:
        words = f"Số cuối của sổ giấy phải từ 0 đến {MOST_ON_PAPER}."
        raise Incomplete([Issue("after", words, "after")])
    year = clock.today().year
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    code = series_code(unit, document_type, year)
    series, _ = Series.objects.select_for_update(no_key=True).get_or_create(
        unit=unit, year=year, code=code
    )
    if series.numbers.exists():
        raise WrongState(f"Sổ {series} đã cấp số, không đặt lại được.")
    series.begins_at, series.last = after + 1, after
    series.save(update_fields=["begins_at", "last"])
    record("begin_series", target=series, by=by, code=code, after=after)
    return series


def _about(document_types: Sequence[str], code: str) -> list[Issue]:
    issues = []
    if not 0 < len(code.strip()) <= 60 or code.strip().startswith("#"):
        words = "Mã sổ số phải có từ 1 đến 60 ký tự và không bắt đầu bằng “#”."
        issues.append(Issue("code", words, "code"))
    unknown = [one for one in document_types if kind_of(one) is None]
    if unknown or not document_types:
        words = "Nghị định 30/2020 không có tên loại: " + ", ".join(unknown)
        issues.append(Issue("type", f"{words}." if unknown else "Hãy chọn tên loại.", "types"))
    return issues


def _name(document_type: str) -> str:
    kind = kind_of(document_type)
    return kind.name if kind else document_type
