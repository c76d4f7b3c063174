"""What a check says: one finding for each fault, with the place and the rule (promise N13)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from haidang.text.checking.passages import Passage
from haidang.text.checking.places import place_of
from haidang.text.layout import Component


class Severity(StrEnum):
    """A fault breaks the decree; an advice is about what the decree leaves to good practice."""

    FAULT = "fault"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: the stable name of its rule, its article, the box, where, what is and should be.

    `box` is the decree's ô số, "1" to "14", or "page" or "text".
    """

    rule: str
    article: str
    box: str
    place: str
    found: str
    due: str
    severity: Severity
    repairable: bool


_BELOW = {"6", "7a", "7b", "9b", "text"}
_THROUGHOUT = {"font"}
_MANY_BOXES = 3
Mend = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Flaw:
    """A finding while it is being made: the passages it is about, and what would mend it."""

    rule: str
    article: str
    box: str
    found: str
    due: str
    passages: tuple[Passage, ...] = ()
    place: str = ""  # where no passage can be shown
    severity: Severity = Severity.FAULT
    mends: tuple[Mend, ...] = ()

    def as_advice(self) -> "Flaw":
        return replace(self, severity=Severity.ADVICE)


def flaw_of(
    rule: str,
    component: Component,
    passage: Passage | None,
    found: str,
    due: str,
    mend: Mend | None = None,
) -> Flaw:
    """A flaw in one component; its article and its box are those of the component.

    Part of a paragraph, and what is printed in a PDF, cannot be mended.
    """
    mendable = passage is None or (passage.is_typed and not passage.origin)
    return Flaw(
        rule=rule,
        article=component.article,
        box=component.box,
        found=found,
        due=due,
        passages=(passage,) if passage else (),
        place="" if passage else _end_of(component),
        mends=(mend,) if mend and mendable else (),
    )


def _end_of(component: Component) -> str:
    """Where one would look for what is missing."""
    return "cuối văn bản" if component.box in _BELOW else "đầu văn bản"


def together(flaws: Iterable[Flaw]) -> list[Flaw]:
    """Flaws alike in all but their place as one, so that a fault of a whole text is said once."""
    found: dict[tuple[str, ...], Flaw] = {}
    for flaw in _spread(list(flaws)):
        key = (flaw.rule, _shown(flaw.box), flaw.found, flaw.due, flaw.place)
        if before := found.get(key):
            passages = before.passages + flaw.passages
            flaw = replace(before, passages=passages, mends=before.mends + flaw.mends)
        found[key] = flaw
    return list(found.values())


def _spread(flaws: list[Flaw]) -> list[Flaw]:
    """A font or a colour that runs through many boxes is a fault of the text, not of each."""
    boxes: dict[tuple[str, str], set[str]] = {}
    for flaw in flaws:
        boxes.setdefault((flaw.rule, flaw.found), set()).add(_shown(flaw.box))
    return [
        replace(flaw, box="text")
        if flaw.rule in _THROUGHOUT and len(boxes[flaw.rule, flaw.found]) >= _MANY_BOXES
        else flaw
        for flaw in flaws
    ]


def _shown(box: str) -> str:
    """Ô số 5a, 7b, 9a without their letters: their rules tell them apart."""
    return box.rstrip("abc")


def finding_of(flaw: Flaw) -> Finding:
    """The flaw as it is shown."""
    return Finding(
        rule=flaw.rule,
        article=flaw.article,
        box=_shown(flaw.box),
        place=flaw.place or place_of(flaw.passages),
        found=flaw.found,
        due=flaw.due,
        severity=flaw.severity,
        repairable=bool(flaw.mends),
    )
