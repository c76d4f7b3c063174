"""What an administrator says of a regime, as one value: the fields of Nghị định 09/2019/NĐ-CP."""

from dataclasses import dataclass, field, fields, replace
from typing import Any

from haidang.orgs.models import Unit, UnitGroup
from haidang.reporting.due import DueRule
from haidang.reporting.enums import ContentKind, Preset, RegimeKind
from haidang.reporting.models import Regime
from haidang.reporting.window import YEAR_ENDS, day_after

USUAL_SENDING = "Bản điện tử, gửi qua Hải Đăng, có mã biên nhận"
# Who changes one of these changes what reports that are there were asked for.
BINDING = ("kind", "content_kind", "frequency", "reporters", "receiver", "preset", "data_to")


@dataclass(frozen=True, slots=True)
class RegimeFacts:
    """A duty to report: what, who, to whom, through whom, how, by when, over which days."""

    name: str
    title: str
    reporters: UnitGroup
    receiver: Unit
    kind: str = RegimeKind.PERIODIC
    basis: str = ""
    content_kind: str = ContentKind.BOTH
    frequency: str = ""
    through: Unit | None = None
    upper: tuple[Unit, ...] = ()
    sending: str = USUAL_SENDING
    preset: str = Preset.DECREE
    data_to: str = YEAR_ENDS
    cut_off: str = ""
    due: DueRule = field(default_factory=DueRule)
    guidance: str = ""
    fed_by: Regime | None = None
    reviewer: Unit | None = None

    def columns(self) -> dict[str, Any]:
        """What a row of the regime holds of it."""
        apart = {"upper", "due"}
        kept = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in apart}
        return kept | {"data_from": day_after(self.data_to), "due_rule": self.due.kept()}


def facts_of(regime: Regime) -> RegimeFacts:
    """What a regime says now."""
    apart = {"upper", "due"}
    said = {
        one.name: getattr(regime, one.name) for one in fields(RegimeFacts) if one.name not in apart
    }
    due = DueRule.read(regime.due_rule)
    return RegimeFacts(**said, upper=tuple(regime.upper.all()), due=due)


def tidied(facts: RegimeFacts) -> RegimeFacts:
    """The same without blanks around its words, and without days that its kind has no use for."""
    words = {name: getattr(facts, name).strip() for name in ("name", "title", "basis", "sending")}
    facts = replace(facts, guidance=facts.guidance.strip(), **words)
    if facts.kind != RegimeKind.PERIODIC:
        facts = replace(facts, frequency="")
    if facts.frequency != "year":
        facts = replace(facts, data_to=YEAR_ENDS, cut_off="", preset=Preset.DECREE)
    return facts if facts.preset == Preset.PROGRAMME else replace(facts, cut_off="")


def changed(before: RegimeFacts | None, after: RegimeFacts) -> dict[str, list[str]]:
    """Each thing that differs, as it was and as it is; all of it for a new regime."""
    found = {}
    for one in fields(after):
        was, now = (_plain(getattr(facts, one.name, "")) for facts in (before, after))
        if was != now:
            found[one.name] = [was, now]
    return found


def _plain(value: Any) -> str:
    if isinstance(value, DueRule):
        return ", ".join(f"{name}={said}" for name, said in value.kept().items())
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)
