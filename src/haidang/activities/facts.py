"""What is said of an activity, as one value: given, compared, and put in the ledger."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from haidang.activities.enums import Language
from haidang.activities.models import Activity, Kind
from haidang.orgs.models import Unit
from haidang.plans.models import Task

# A zero-width space parts Khmer words and stays; what a database cannot hold goes.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one activity, before they are checked."""

    kind: Kind
    title: str
    on: dt.date
    quantities: Mapping[str, int] = field(default_factory=dict)
    language: str = Language.VIETNAMESE
    task: Task | None = None
    link: str = ""
    together: tuple[Unit, ...] = ()

    @property
    def plain(self) -> dict[str, str | int]:
        """The facts as the ledger keeps them; of partners nothing where there are none."""
        partners = {"together": ", ".join(map(str, self.together))} if self.together else {}
        return {
            **partners,
            "kind": self.kind.name,
            "title": self.title,
            "on": self.on.isoformat(),
            "language": str(Language(self.language).label),
            "task": str(self.task) if self.task else "",
            "link": self.link,
            **self.quantities,
        }


def tidied(facts: Facts) -> Facts:
    """Return the facts in composed letters, on one line, without what nobody typed."""
    return replace(
        facts,
        title=one_line(facts.title),
        link=facts.link.strip(),
        together=in_order(facts.together),
    )


def in_order(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return units in the order of their names, each once."""
    return tuple(sorted(set(units), key=lambda unit: (unit.name, unit.pk)))


def one_line(text: str) -> str:
    """Return words on one line, in composed letters (NFC), without control characters."""
    return " ".join(CONTROL.sub("", unicodedata.normalize("NFC", text)).split())


def facts_of(activity: Activity) -> Facts:
    """Return what the log says of an activity now."""
    return Facts(
        kind=activity.kind,
        title=activity.title,
        on=activity.on,
        quantities={q.measure_id: q.amount for q in activity.quantities.all()},
        language=activity.language,
        task=activity.task,
        link=activity.link,
        together=tuple(activity.partners),
    )


def changes_between(old: Facts, new: Facts) -> dict[str, list[str | int]]:
    """Return each fact that differs, as it was and as it is now; a missing one is empty."""
    before, after = old.plain, new.plain
    names = [*before, *(name for name in after if name not in before)]
    return {
        name: [before.get(name, ""), after.get(name, "")]
        for name in names
        if before.get(name, "") != after.get(name, "")
    }
