"""Indicators that no log feeds: a person types them, and says where they come from."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from haidang.activities.catalogue_checks import CODE
from haidang.activities.enums import Aggregation
from haidang.activities.facts import one_line
from haidang.activities.models import Indicator
from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.orgs.rules import may_set_up


@dataclass(frozen=True, slots=True)
class TypedIndicator:
    """A count that is typed, perhaps a part of another one; or the ratio of two of them."""

    code: str  # "": the next free one
    name: str
    unit_name: str
    group: str
    part_of: str = ""
    per: int = 1
    ratio: tuple[str, str] | None = None


@transaction.atomic
def add_typed_indicators(
    *, indicators: Iterable[TypedIndicator], by: User | None
) -> list[Indicator]:
    """Add indicators that no kind of activity feeds; a code that is there stays as it is.

    Refuses with NotAllowed, and with Incomplete where a name, a unit or a code is no good.
    """
    if not may_set_up(by):
        raise NotAllowed("Chỉ người quản trị mới được thêm chỉ tiêu.")
    given = list(indicators)
    if issues := [issue for one in given for issue in _wrong(one)]:
        raise Incomplete(issues)
    there = {row.code: row for row in Indicator.objects.all()}
    position = Indicator.objects.aggregate(last=Max("position"))["last"] or 0
    rows, added = [], []
    # Ratios last: what they are made of must be there.
    for one in sorted(given, key=lambda one: one.ratio is not None):
        code = one.code or _next_code(there)
        if code not in there:
            position += 1
            there[code] = _made(one, code, position, there)
            added.append(code)
        rows.append(there[code])
    for one in given:
        if one.part_of and one.code in added:
            there[one.code].part_of = there[one.part_of]
            there[one.code].save(update_fields=["part_of"])
    if added:
        record("add_typed_indicators", target=there[added[0]], by=by, indicators=added)
    return rows


def _made(one: TypedIndicator, code: str, position: int, there: dict[str, Indicator]) -> Indicator:
    over = [there[part] for part in one.ratio] if one.ratio else [None, None]
    return Indicator.objects.create(
        code=code,
        name=one_line(one.name),
        unit_name=one_line(one.unit_name),
        group=one_line(one.group),
        position=position,
        aggregation=Aggregation.RATIO if one.ratio else Aggregation.COUNT,
        numerator=over[0],
        denominator=over[1],
        per=one.per,
    )


def _wrong(one: TypedIndicator) -> Iterable[Issue]:
    name = one_line(one.name)
    if not name or len(name) > 100:
        yield Issue("indicator_name", f"Tên chỉ tiêu từ 1 đến 100 ký tự: “{name[:40]}”.", "name")
    if not one_line(one.unit_name) or len(one_line(one.unit_name)) > 30:
        yield Issue("unit_name", f"“{name[:60]}”: ghi đơn vị tính, ví dụ cuộc.", "unit_name")
    if not one_line(one.group) or len(one_line(one.group)) > 60:
        yield Issue("group", f"“{name[:60]}”: ghi nhóm, không quá 60 ký tự.", "group")
    if one.code and not CODE.fullmatch(one.code):
        yield Issue("code", "Mã số gồm số và dấu chấm, ví dụ 8.9.", "code")


def _next_code(there: dict[str, Indicator]) -> str:
    """The next free code under 90: those are kept for what is typed."""
    place = 1
    while f"90.{place}" in there:
        place += 1
    return f"90.{place}"
