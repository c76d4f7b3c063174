"""What is wrong in a row of the catalogue, and what stands against retiring one."""

import re
from collections.abc import Iterator

from haidang.activities.adding_checks import about_adding, made_of
from haidang.activities.catalogue import KindSeed, MeasureSeed
from haidang.activities.catalogue_facts import Facts, IndicatorFacts, Row
from haidang.activities.enums import DERIVED
from haidang.activities.models import Indicator, Kind, Measure, Quantity
from haidang.errors import Issue

CODE = re.compile(r"\d{1,3}(\.\d{1,3}){0,2}")
MOST_DIVISOR = 1000


def before_saving(row: Row | None, facts: Facts) -> list[Issue]:
    """What is wrong in a row of the catalogue as it was given; `row` is None for a new one."""
    if isinstance(facts, MeasureSeed):
        return [*_named(facts), *_about_measure(row, facts)]
    if isinstance(facts, KindSeed):
        return [*_named(facts), *_about_kind(row, facts)]
    return [*_named(facts), *_about_indicator(row, facts)]


def before_retiring(row: Row) -> list[Issue]:
    """Why a row cannot go out of use: others stand on it, or it is the last."""
    if isinstance(row, Measure):
        kinds = [str(kind) for kind in Kind.objects.in_use().filter(measures=row)]
        sums = [str(one) for one in Indicator.objects.in_use().filter(measure=row)]
        if users := ", ".join(f"“{name}”" for name in [*kinds, *sums]):
            words = f"{users} còn dùng số lượng này. Sửa hoặc thôi dùng các mục đó trước."
            return [Issue("in_use", words)]
    if isinstance(row, Indicator) and (users := ", ".join(f"“{one}”" for one in made_of(row))):
        words = f"{users} được tính từ chỉ tiêu này. Sửa hoặc thôi dùng các mục đó trước."
        return [Issue("in_use", words)]
    if isinstance(row, Kind) and not Kind.objects.in_use().exclude(pk=row.pk).exists():
        return [Issue("last_kind", "Phải còn ít nhất một loại hoạt động để ghi.")]
    return []


def _named(facts: Facts) -> Iterator[Issue]:
    limit = 100 if isinstance(facts, IndicatorFacts) else 60
    if not facts.name:
        yield Issue("no_name", "Ghi tên.", "name")
    elif len(facts.name) > limit:
        yield Issue("long_name", f"Tên dài quá {limit} ký tự.", "name")


def _about_measure(row: Row | None, facts: MeasureSeed) -> Iterator[Issue]:
    if not facts.unit_name or len(facts.unit_name) > 30:
        yield Issue("unit_name", "Ghi đơn vị tính, không quá 30 ký tự, ví dụ buổi.", "unit_name")
    if not isinstance(row, Measure) or row.unit_name == facts.unit_name:
        return
    if times := Quantity.objects.filter(measure=row).count():
        yield Issue(
            "unit_changes",
            f"Đã ghi {times} lần bằng “{row.unit_name}”: đổi đơn vị tính thì số cũ sai nghĩa. "
            "Hãy thêm số lượng mới, rồi thôi dùng số lượng này.",
            "unit_name",
        )


def _about_kind(row: Row | None, facts: KindSeed) -> Iterator[Issue]:
    known = set(Measure.objects.filter(code__in=facts.measures).values_list("code", flat=True))
    if unknown := set(facts.measures) - known:
        yield Issue("measures", f"Không có số lượng: {', '.join(sorted(unknown))}.", "measures")
    if not isinstance(row, Kind):
        return
    summed = Indicator.objects.in_use().filter(kinds=row, measure__isnull=False)
    missing = summed.exclude(measure__in=facts.measures).select_related("measure").order_by("code")
    if users := [f"“{one}” cộng “{one.measure}”" for one in missing]:
        yield Issue(
            "summed",
            f"Chỉ tiêu {', '.join(users)}: bỏ số lượng này thì từ nay không cộng được nữa. Hãy giữ "
            "lại, hoặc sửa chỉ tiêu trước.",
            "measures",
        )


def _about_indicator(row: Row | None, facts: IndicatorFacts) -> Iterator[Issue]:
    if not CODE.fullmatch(facts.code):
        yield Issue("code", "Mã số gồm số và dấu chấm, ví dụ 8.9.", "code")
    elif row is None and Indicator.objects.filter(code=facts.code).exists():
        yield Issue("code_taken", f"Mã số {facts.code} đã có chỉ tiêu khác.", "code")
    if not facts.unit_name or len(facts.unit_name) > 30:
        yield Issue("unit_name", "Ghi đơn vị tính, không quá 30 ký tự, ví dụ buổi.", "unit_name")
    if not facts.group or len(facts.group) > 60:
        yield Issue("group", "Ghi nhóm, không quá 60 ký tự, ví dụ 1. Phát thanh.", "group")
    yield from about_adding(row if isinstance(row, Indicator) else None, facts)
    if facts.aggregation in DERIVED:
        return
    if not 1 <= facts.divisor <= MOST_DIVISOR:
        yield Issue("divisor", f"Số chia từ 1 đến {MOST_DIVISOR}, ví dụ 60.", "divisor")
    if not facts.kinds and (row is None or _is_logged(row)):
        yield Issue("no_kinds", "Chọn ít nhất một loại hoạt động được tính.", "kinds")
    elif facts.measure:
        asking = Kind.objects.filter(code__in=facts.kinds, measures=facts.measure)
        silent = Kind.objects.filter(code__in=facts.kinds).exclude(pk__in=asking.values("pk"))
        for kind in silent:
            yield Issue("not_asked", f"Loại “{kind}” không hỏi số lượng này.", "measure")


def _is_logged(row: Row) -> bool:
    # What units type themselves has no kinds of activity, and stays so.
    return isinstance(row, Indicator) and row.kinds.exists()
