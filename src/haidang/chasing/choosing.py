"""What is left of the ticked units at the moment of the act: who lacks something still."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from haidang.chasing.lack import Lack
from haidang.chasing.queries.lacks import Lacking
from haidang.errors import WrongState
from haidang.orgs.models import Unit


class RemindedToday(WrongState):
    """All of the ticked units were reminded of the same today; whoever insists says so."""

    def __init__(self, units: Sequence[Unit]) -> None:
        super().__init__(
            f"Hôm nay đã nhắc {named(units)} về cùng việc này, hoặc đang có dự thảo công văn đôn "
            "đốc. Nếu vẫn cần, hãy chọn Vẫn nhắc."
        )
        self.units = list(units)


@dataclass(frozen=True, slots=True)
class Reminded:
    """What came of it: the units that were reminded, and those that were not, by the reason."""

    batch: UUID
    units: list[Unit]
    came: list[Unit] = field(default_factory=list)
    already: list[Unit] = field(default_factory=list)
    without_people: list[Unit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ticked units by what they lack at the moment of the act."""

    rows: list[Lacking]
    came: list[Unit]
    already: list[Unit]


def choose(units: Sequence[Unit], lacks: Sequence[Lack], *, again: bool) -> Chosen:
    """Part the units. Refuses with WrongState where nobody is left, saying why."""
    by_unit: dict[int, list[Lack]] = {}
    for lack in lacks:
        by_unit.setdefault(lack.unit.pk, []).append(lack)
    came = [unit for unit in units if unit.pk not in by_unit]
    rows, already = [], []
    for unit in units:
        every = Lacking(unit, by_unit.get(unit.pk, [])).to_say
        left = [one for one in every if again or not one.is_reminded_today]
        if left:
            rows.append(Lacking(unit, left))
        elif every:
            already.append(unit)
    if not rows and already:
        raise RemindedToday(already)
    if not rows:
        raise WrongState(f"Không nhắc nữa: {named(came)} vừa hoàn thành, không còn thiếu gì.")
    return Chosen(rows, came, already)


def named(units: Sequence[Unit], most: int = 5) -> str:
    """Units by name, the first few, and how many more."""
    rest = len(units) - most
    names = ", ".join(unit.short_name for unit in units[:most])
    return f"{names} và {rest} đơn vị khác" if rest > 0 else names
