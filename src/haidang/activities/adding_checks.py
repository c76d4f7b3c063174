"""What is wrong in how an indicator is added up: its measure, its two parts, its formula."""

from collections.abc import Iterator

from haidang.activities.adding import named_by
from haidang.activities.catalogue_facts import IndicatorFacts
from haidang.activities.enums import DERIVED, MEASURED, Aggregation
from haidang.activities.formula import read_formula
from haidang.activities.models import Indicator
from haidang.activities.queries.unsummed import how_of
from haidang.errors import Issue

MOST_TIMES = 1_000_000


def about_adding(row: Indicator | None, facts: IndicatorFacts) -> Iterator[Issue]:
    """What is wrong in how an indicator is added up, and in what it is said to be a part of."""
    if facts.aggregation not in Aggregation.values:
        yield Issue("aggregation", "Chọn cách tính.", "aggregation")
    elif facts.aggregation in MEASURED and not facts.measure:
        words = "Cách tính này cần một số lượng, ví dụ Số lượt người."
        yield Issue("no_measure", words, "measure")
    elif facts.aggregation == Aggregation.COUNT and facts.measure:
        words = "Đếm hoạt động thì bỏ trống số lượng; cộng số lượng thì chọn cách tính “cộng”."
        yield Issue("measure_of_count", words, "measure")
    elif facts.aggregation in DERIVED:
        yield from _about_parts(row, facts)
    if facts.part_of:
        yield from _about_whole(row, facts)


def made_of(row: Indicator) -> list[Indicator]:
    """The indicators in use that are derived from this one, or are a part of it."""
    derived = Indicator.objects.in_use().filter(aggregation__in=sorted(DERIVED))
    rows = derived.select_related("numerator", "denominator")
    return [one for one in rows if row.code in named_by(how_of(one))]


def _about_parts(row: Indicator | None, facts: IndicatorFacts) -> Iterator[Issue]:
    field = "formula" if facts.aggregation == Aggregation.FORMULA else "numerator"
    if facts.aggregation == Aggregation.RATIO and not (facts.numerator and facts.denominator):
        yield Issue("no_parts", "Chọn chỉ tiêu làm tử số và chỉ tiêu làm mẫu số.", field)
        return
    if not 1 <= facts.per <= MOST_TIMES:
        yield Issue("per", "Nhân với 1, hoặc 100 để ra phần trăm.", "per")
    try:
        codes = _named(facts)
    except ValueError as error:
        yield Issue("formula", str(error), field)
        return
    known = {one.code: one for one in Indicator.objects.filter(code__in=codes)}
    if unknown := [code for code in codes if code not in known]:
        yield Issue("unknown_code", f"Không có chỉ tiêu {', '.join(unknown)}.", field)
    for one in known.values():
        if one.is_retired:
            yield Issue("retired", f"“{one}” đã thôi dùng. Chọn chỉ tiêu khác.", field)
        if one.code == facts.code or (row and _rests_on(one, row.code)):
            words = f"“{one}” được tính từ chính chỉ tiêu này, thành vòng lặp."
            yield Issue("circle", words, field)


def _named(facts: IndicatorFacts) -> tuple[str, ...]:
    if facts.aggregation == Aggregation.FORMULA:
        return read_formula(facts.formula).codes
    return tuple(code for code in (facts.numerator, facts.denominator) if code)


def _rests_on(indicator: Indicator, code: str) -> bool:
    """Whether an indicator is made of another one, by whatever detour."""
    if indicator.aggregation not in DERIVED:
        return False
    named = set(named_by(how_of(indicator)))
    return code in named or any(
        _rests_on(one, code) for one in Indicator.objects.filter(code__in=named)
    )


def _about_whole(row: Indicator | None, facts: IndicatorFacts) -> Iterator[Issue]:
    whole = Indicator.objects.filter(code=facts.part_of).first()
    if whole is None:
        yield Issue("unknown_code", f"Không có chỉ tiêu {facts.part_of}.", "part_of")
        return
    if whole.unit_name != facts.unit_name:
        words = f"Chỉ tiêu này tính bằng {facts.unit_name}, “{whole}” tính bằng {whole.unit_name}."
        yield Issue("another_unit", words, "part_of")
    seen: Indicator | None = whole
    while seen is not None:
        if seen.code == facts.code or (row and seen.pk == row.pk):
            words = "Một chỉ tiêu không là một phần của chính nó."
            yield Issue("circle", words, "part_of")
            return
        seen = seen.part_of
