"""Words for a report that the level below fills: what its units wrote, once each, with their names.

A draft for a person to shorten: of what several wrote alike, one wording stays, with all names.
"""

from collections.abc import Iterable

from haidang.reporting.enums import SectionKind
from haidang.reporting.models import Report, Section
from haidang.reporting.paragraphs import paragraphs_of
from haidang.reporting.sheet import Sheet
from haidang.text.compare import is_same

LONGEST = 4500  # of the 5,000 letters that a section may have
Told = list[tuple[str, list[str]]]


def words_below(report: Report, section: Section) -> str:
    """What the units below wrote for the section of the same name, what most wrote first."""
    if report.fed_from is None:
        return ""
    sheet = Sheet(report.fed_from.content)
    ordinal = _same_section(sheet, section)
    told: Told = []
    for unit in sheet.reported:
        for paragraph in paragraphs_of(unit["prose"].get(ordinal, "")):
            _add(told, paragraph, unit["grid_name"])
    told.sort(key=lambda row: -len(row[1]))
    return _within(f"{words.rstrip('.')} ({', '.join(names)})." for words, names in told)


def _same_section(sheet: Sheet, section: Section) -> str:
    prose = [row for row in sheet.content["sections"] if row["kind"] == SectionKind.PROSE]
    named = [row for row in prose if row["title"] == section.title]
    return str(named[0]["ordinal"]) if named else ""


def _add(told: Told, paragraph: str, name: str) -> None:
    for words, names in told:
        if is_same(words, paragraph, folded=True):
            names.append(name)
            return
    told.append((paragraph, [name]))


def _within(lines: Iterable[str]) -> str:
    kept, length = [], 0
    for line in lines:
        length += len(line) + 1
        if length > LONGEST:
            break
        kept.append(line)
    return "\n".join(kept)
