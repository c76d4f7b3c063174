"""What each unit gave for one indicator: the accepted rows of it alone, whatever else was sent."""

from decimal import Decimal

from haidang.reporting.models import Value
from haidang.reporting.sheet import Content, Sheet, given_by, has_report
from haidang.reporting.thawing import is_light

Both = tuple[Decimal, Decimal | None]  # as done; as expected of the whole period, where it was said


def given_in(sheet: Sheet, indicator: Content) -> dict[int, Both]:
    """By unit, what each gave for one indicator; one query, none where it was kept by value."""
    named = {unit["id"] for unit in sheet.units if has_report(unit) and is_light(unit)}
    whole = (unit for unit in sheet.units if not is_light(unit))
    given = {unit["id"]: given_by(unit, indicator["code"]) for unit in whole}
    found: dict[int, Both] = {
        pk: (one.value, one.estimate) for pk, one in given.items() if one is not None
    }
    if named:
        of = {"round": sheet.content["round"]["id"], "indicator": indicator["id"]}
        rows = Value.objects.filter(**of).order_by().values_list("unit", "value", "estimate")
        found |= {pk: (value, estimate) for pk, value, estimate in rows if pk in named}
    return found
