"""Changing the outline of a regime by which no round was opened yet: sections and lines."""

from django.db import transaction
from django.db.models import F, Max

from haidang.activities.facts import one_line
from haidang.activities.models import Indicator
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting import outline_checks
from haidang.reporting.models import Line, Regime, Section
from haidang.reporting.regime_gates import open_outline


@transaction.atomic
def add_section(
    *, regime: Regime, title: str, kind: str, by: User, hint: str = "", opening: str = ""
) -> Section:
    """Add a section at the end of an outline. Refuses with NotAllowed, WrongState, Incomplete."""
    regime = open_outline(regime, by)
    refuse_stamped(title=title, hint=hint, opening=opening)
    title, hint, opening = one_line(title), one_line(hint), one_line(opening)
    if issues := outline_checks.of_section(regime, title, kind, hint, opening):
        raise Incomplete(issues)
    last = regime.sections.aggregate(last=Max("ordinal"))["last"] or 0
    section = Section.objects.create(
        regime=regime, ordinal=last + 1, title=title, kind=kind, hint=hint, opening=opening
    )
    record("add_section", target=regime, by=by, section=section.ordinal, title=title)
    return section


@transaction.atomic
def edit_section(
    *, section: Section, title: str, by: User, hint: str = "", opening: str = ""
) -> Section:
    """Change the words of a section. Refuses with NotAllowed, WrongState or Incomplete."""
    regime = open_outline(section.regime, by)
    refuse_stamped(title=title, hint=hint, opening=opening)
    title, hint, opening = one_line(title), one_line(hint), one_line(opening)
    if issues := outline_checks.of_section(regime, title, section.kind, hint, opening):
        raise Incomplete(issues)
    was = section.title
    section.title, section.hint, section.opening = title, hint, opening
    section.save(update_fields=["title", "hint", "opening"])
    record("edit_section", target=regime, by=by, section=section.ordinal, was=was, title=title)
    return section


@transaction.atomic
def drop_section(*, section: Section, by: User) -> None:
    """Take a section out with its lines; those after it move up.

    Refuses with NotAllowed or WrongState.
    """
    regime = open_outline(section.regime, by)
    record("drop_section", target=regime, by=by, section=section.ordinal, title=section.title)
    ordinal = section.ordinal
    section.delete()
    for after in regime.sections.filter(ordinal__gt=ordinal).order_by("ordinal"):
        after.ordinal -= 1
        after.save(update_fields=["ordinal"])


@transaction.atomic
def move_section(*, section: Section, up: bool, by: User) -> Section:
    """Move a section one place up or down; at the end it stays.

    Refuses with NotAllowed or WrongState.
    """
    regime = open_outline(section.regime, by)
    section = regime.sections.get(pk=section.pk)
    step = -1 if up else 1
    other = regime.sections.filter(ordinal=section.ordinal + step).first()
    if other is None:
        return section
    places = (other.ordinal, section.ordinal)
    for row, place in ((section, 0), (other, places[1]), (section, places[0])):
        row.ordinal = place
        row.save(update_fields=["ordinal"])
    record("move_section", target=regime, by=by, title=section.title, to=section.ordinal)
    return section


@transaction.atomic
def add_line(*, section: Section, indicator: Indicator, by: User, words: str = "") -> Line:
    """Ask for an indicator in a section. Refuses with NotAllowed, WrongState or Incomplete."""
    regime = open_outline(section.regime, by)
    refuse_stamped(words=words)
    words = one_line(words)
    issues = [*outline_checks.of_line(section, indicator), *outline_checks.of_words(words)]
    if issues:
        raise Incomplete(issues)
    last = section.lines.aggregate(last=Max("position"))["last"] or 0
    line = Line.objects.create(section=section, indicator=indicator, position=last + 1, words=words)
    record("add_line", target=regime, by=by, section=section.ordinal, indicator=indicator.code)
    return line


@transaction.atomic
def edit_line(*, line: Line, words: str, by: User) -> Line:
    """Change the words that say a figure in a sentence.

    Refuses with NotAllowed, WrongState or Incomplete.
    """
    regime = open_outline(line.section.regime, by)
    refuse_stamped(words=words)
    words = one_line(words)
    if issues := outline_checks.of_words(words):
        raise Incomplete(issues)
    line.words = words
    line.save(update_fields=["words"])
    record("edit_line", target=regime, by=by, indicator=line.indicator.code, words=words)
    return line


@transaction.atomic
def drop_line(*, line: Line, by: User) -> None:
    """Ask no more for an indicator. Refuses with NotAllowed or WrongState."""
    regime = open_outline(line.section.regime, by)
    record("drop_line", target=regime, by=by, indicator=line.indicator.code)
    after = Line.objects.filter(section=line.section, position__gt=line.position)
    line.delete()
    after.update(position=F("position") - 1)


@transaction.atomic
def move_line(*, line: Line, up: bool, by: User) -> Line:
    """Move a line one place up or down in its section; at the end it stays.

    Refuses with NotAllowed or WrongState.
    """
    regime = open_outline(line.section.regime, by)
    lines = list(line.section.lines.order_by("position", "pk"))
    place = lines.index(line)
    target = place + (-1 if up else 1)
    if not 0 <= target < len(lines):
        return line
    lines[place], lines[target] = lines[target], lines[place]
    for position, row in enumerate(lines, 1):
        row.position = position
    Line.objects.bulk_update(lines, ["position"])
    record("move_line", target=regime, by=by, indicator=line.indicator.code, to=target + 1)
    return lines[target]
