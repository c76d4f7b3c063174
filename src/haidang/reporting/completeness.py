"""How complete and how timely the reports of a sheet are, and what in it does not fit together."""

import datetime as dt
from dataclasses import dataclass

from haidang import clock
from haidang.activities.enums import DERIVED, Aggregation
from haidang.reporting.models import Consolidation
from haidang.reporting.sheet import Content, Sheet, how_of


@dataclass(frozen=True, slots=True)
class Standing:
    """Units whose reports are missing, those that sent late, and how many were in time."""

    missing: tuple[Content, ...]
    late: tuple[Content, ...]
    overdue: bool  # whether the day is over for those that are missing
    in_time: int


def standing_of(sheet: Sheet, frozen: Consolidation | None) -> Standing:
    """Who is missing and who was late, when it was frozen or today."""
    due = sheet.content["round"]["due_on"]
    day = dt.date.fromisoformat(sheet.content["frozen"]["at"][:10]) if frozen else clock.today()
    sent = [unit for unit in sheet.units if unit.get("first_sent")]
    late = tuple(unit for unit in sent if unit["first_sent"] > due)
    return Standing(tuple(sheet.missing), late, day.isoformat() > due, len(sent) - len(late))


def doubts_of(sheet: Sheet) -> list[str]:
    """Indicators whose unit of measure is not that of what they add up, in words."""
    return [
        f"{row['code']} {row['name']} tính bằng {row['unit_name']} nhưng cộng số ghi bằng "
        f"{row['measure_unit']}, không chia. Xem lại cách tính trong danh mục."
        for row in sheet.indicators
        if row["measure_unit"]
        and row["divisor"] == 1
        and how_of(row)["aggregation"] not in {*DERIVED, Aggregation.COUNT}
        and row["measure_unit"] != row["unit_name"]
    ]
