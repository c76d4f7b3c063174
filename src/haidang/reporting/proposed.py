"""What a form of last year asks for, as proposed to a person: sections, lines, remarks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """One row of figures: its words, its unit of measure, and the indicator that has its name."""

    name: str
    unit_name: str
    indicator: int | None = None


@dataclass(frozen=True, slots=True)
class ProposedSection:
    """A group of rows, or a heading that asks for words."""

    title: str
    kind: str
    lines: tuple[ProposedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a form asks for, and what the person should know of how it was read."""

    sections: tuple[ProposedSection, ...] = ()
    remarks: tuple[str, ...] = ()
