"""Figures beside what was planned and beside the same period a year before.

Nothing is said where there is nothing to compare with. Last year's figure is that of the units
that reported now as well, so that one that is missing does not look like a fall.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from haidang.reporting.links import linked
from haidang.reporting.numerals import write_number
from haidang.reporting.official.patterns import pieces
from haidang.reporting.official.periods import kind_words
from haidang.reporting.sheet import Content, Sheet

TENTH = Decimal("0.1")
PLAN, PLANNED, BEFORE, ESTIMATE = "so-ke-hoach", "ke-hoach", "cung-ky", "uoc"


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure beside a number that is not 0."""

    value: Decimal
    base: Decimal

    @property
    def percent(self) -> Decimal:
        """The figure in per cent of the base, to a tenth."""
        return (self.value * 100 / self.base).quantize(TENTH, ROUND_HALF_UP)

    @property
    def change(self) -> Decimal:
        """By how many per cent it is more, or below zero less."""
        return self.percent - 100

    @property
    def change_size(self) -> Decimal:
        """By how many per cent it differs, either way."""
        return abs(self.change)


def planned(sheet: Sheet, code: str) -> Decimal | None:
    """How much was to be reached; None where nobody said."""
    row = sheet.content.get("plan", {}).get(code)
    return Decimal(row["quantity"]) if row else None


def before(sheet: Sheet, code: str) -> Decimal | None:
    """The same period's figure a year before; None where it is not known."""
    row = sheet.content.get("last_year") or {}
    value = row.get("values", {}).get(code)
    return None if value is None else Decimal(value)


def against_plan(sheet: Sheet, code: str) -> Compared | None:
    """What was done beside what was planned."""
    return _compared(sheet, code, planned(sheet, code))


def against_before(sheet: Sheet, code: str) -> Compared | None:
    """What was done beside the same period a year before."""
    return _compared(sheet, code, before(sheet, code))


def _compared(sheet: Sheet, code: str, base: Decimal | None) -> Compared | None:
    total = sheet.total(code)
    if not base or not total.units or total.value is None:
        return None
    return Compared(total.value, base)


def beside(sheet: Sheet, code: str, texts: Mapping[str, str]) -> str:
    """What stands in brackets behind a figure; nothing where nothing is known."""
    said = [f"{one}{_whose_plan(sheet, code, one)}" for one in _pieces(sheet, code, texts)]
    return f" ({'; '.join(said)})" if said else ""


def _pieces(sheet: Sheet, code: str, texts: Mapping[str, str]) -> list[str]:
    return list(pieces(texts, "beside", _values(sheet, code)))


def _whose_plan(sheet: Sheet, code: str, said: str) -> str:
    words = whose_plan(sheet, code)
    return f" {words}" if words and f"/{code}/{PLAN}/" in said else ""


def whose_plan(sheet: Sheet, code: str) -> str:
    """Whose plan a figure is held against, where not all units reported; else nothing.

    What the units were told is that of those that reported: like is held against like. What the
    receiver was told is the plan of all, and the figure is of a part only.
    """
    row = sheet.content.get("plan", {}).get(code)
    if not row or not sheet.missing:
        return ""
    if row.get("of_units"):
        return f"của {len(sheet.reported)} đơn vị đã báo cáo"
    return f"chung, mới có số của {len(sheet.reported)}/{len(sheet.units)} đơn vị"


def _values(sheet: Sheet, code: str) -> dict[str, str | None]:
    plan, last = against_plan(sheet, code), against_before(sheet, code)
    year = sheet.content.get("last_year") or {}
    found: dict[str, str | None] = {
        "loại kỳ": kind_words(sheet.content["round"].get("frequency", "year")),
        "kỳ trước": year.get("words"),
    }
    if plan:
        found["kế hoạch"] = linked(sheet, write_number(plan.base), code, PLANNED)
        found["phần trăm kế hoạch"] = _percent(sheet, plan.percent, code, PLAN)
    if last:
        found["cùng kỳ"] = linked(sheet, write_number(last.base), code, BEFORE)
        found["phần trăm cùng kỳ"] = _percent(sheet, last.percent, code, BEFORE)
        found["tăng giảm"] = _change(sheet, last, code)
    return found


def _percent(sheet: Sheet, number: Decimal, code: str, place: str) -> str:
    return f"{linked(sheet, write_number(number), code, place)} %"


def _change(sheet: Sheet, last: Compared, code: str) -> str:
    if not last.change:
        return "không đổi"
    word = "tăng" if last.change > 0 else "giảm"
    return f"{word} {_percent(sheet, last.change_size, code, BEFORE)}"


def like_for_like(content: Content) -> str:
    """How many units last year's figures are of, in words; nothing where it is all of them."""
    row = content.get("last_year")
    if not row or row["units"] == row["of"]:
        return ""
    return f"số {row['words']} để so sánh là của {row['units']}/{row['of']} đơn vị"


def plan_of_part(sheet: Sheet) -> str:
    """Of how many units the plan is that figures are held against; nothing where it is of all."""
    added = any(row.get("of_units") for row in sheet.content.get("plan", {}).values())
    if not added or not sheet.missing:
        return ""
    return f"kế hoạch để so sánh là của {len(sheet.reported)}/{len(sheet.units)} đơn vị"


def plan_of_all(sheet: Sheet) -> str:
    """Which figures of a part are held against the plan of all units; nothing where none is."""
    plan = sheet.content.get("plan", {})
    codes = [row["code"] for row in sheet.indicators if row["code"] in plan]
    whole = [code for code in codes if not plan[code].get("of_units")]
    if not whole or not sheet.missing:
        return ""
    part = f"{len(sheet.reported)}/{len(sheet.units)} đơn vị"
    return (
        f"kế hoạch của chỉ tiêu {', '.join(whole)} là kế hoạch chung, số thực hiện mới của {part}"
    )
