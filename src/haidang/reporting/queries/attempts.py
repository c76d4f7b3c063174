"""What a unit sent, time after time: what changed between two sendings, and what each answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from haidang.activities.models import Indicator
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Line, Remark, Report, Section, Submission
from haidang.reporting.paragraphs import paragraphs_of, place_now
from haidang.text.compare import Kind, Passage, compare_paragraphs, is_same


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is another number now, an estimate that is, or a reason that is."""

    indicator: Indicator
    before: Decimal | None
    after: Decimal | None
    said: str  # the reason and the note as they are now, where they changed
    was_asked: bool = False

    @property
    def difference(self) -> Decimal:
        """How much more it is now."""
        return (self.after or Decimal(0)) - (self.before or Decimal(0))


@dataclass(frozen=True, slots=True)
class WordsChange:
    """One paragraph that came, went or is worded anew."""

    section: Section
    kind: Kind
    words: tuple[Passage, ...]
    was_asked: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """One remark of the earlier sending, and what became of the place it was pinned to.

    `how` is changed, answered (in words), gone (its paragraph), or same.
    """

    remark: Remark
    how: str
    words: str = ""
    paragraph: int | None = None  # where its paragraph is now


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sendings of one report side by side."""

    before: Submission
    after: Submission
    figures: tuple[FigureChange, ...]
    words: tuple[WordsChange, ...]
    remarks: tuple[Answered, ...]

    @property
    def unasked(self) -> int:
        """How many changes no remark asked for."""
        changes: list[FigureChange | WordsChange] = [*self.figures, *self.words]
        return sum(not one.was_asked for one in changes)


def compared(report: Report, attempt: int) -> Compared | None:
    """A sending beside the one that was read before it; None where there is none such.

    What was taken back nobody read: there is no remark on it, and it was not asked to be changed.
    """
    rows = report.submissions.select_related("by__unit")
    after = rows.filter(attempt=attempt).first()
    earlier = rows.filter(attempt__lt=attempt, recall=None)
    before = earlier.order_by("-attempt").first()
    if before is None or after is None:
        return None
    remarks = list(
        report.remarks.filter(attempt=before.attempt)
        .select_related("section", "indicator")
        .prefetch_related("answers")
    )
    return Compared(
        before,
        after,
        tuple(_figures(report, before.content, after.content, remarks)),
        tuple(_words(report, before.content, after.content, remarks)),
        tuple(_answered(one, before.content, after.content) for one in remarks),
    )


def _figures(
    report: Report, before: Mapping[str, Any], after: Mapping[str, Any], remarks: Sequence[Remark]
) -> Iterable[FigureChange]:
    lines = Line.objects.filter(section__regime=report.round.regime_id)
    asked = {remark.section_id for remark in remarks}
    for line in lines.select_related("indicator", "section"):
        code = line.indicator.code
        was, now = before["figures"].get(code), after["figures"].get(code)
        if was == now:
            continue
        said = ", ".join(_said(now))
        yield FigureChange(line.indicator, _value(was), _value(now), said, line.section_id in asked)


def _said(now: Sequence[str] | None) -> Iterable[str]:
    """The reason and the note of a figure that was sent, as people read them."""
    reason, note = [*(now or [])[3:], "", ""][:2]
    if reason:
        yield str(dict(DifferenceReason.choices).get(reason, reason))
    if note:
        yield note


def _words(
    report: Report, before: Mapping[str, Any], after: Mapping[str, Any], remarks: Sequence[Remark]
) -> Iterable[WordsChange]:
    asked = {remark.section_id for remark in remarks}
    for section in Section.objects.filter(regime=report.round.regime_id):
        was, now = (_prose(content, section) for content in (before, after))
        if was == now:
            continue
        for turn in compare_paragraphs(paragraphs_of(was), paragraphs_of(now)):
            if turn.kind != Kind.SAME:
                yield WordsChange(section, turn.kind, turn.words, section.pk in asked)


def _answered(remark: Remark, before: Mapping[str, Any], after: Mapping[str, Any]) -> Answered:
    answers = list(remark.answers.all())
    words = answers[-1].words if answers else ""
    was, now = (_prose(content, remark.section) for content in (before, after))
    if remark.paragraph:
        place = place_now(was, remark.paragraph, now)
        if place is None:
            return Answered(remark, "gone", words)
        is_changed = not is_same(remark.quote, paragraphs_of(now)[place - 1][: len(remark.quote)])
        return Answered(remark, _how(changed=is_changed, words=words), words, place)
    codes = [remark.indicator.code] if remark.indicator else _codes(remark.section)
    moved = any(before["figures"].get(code) != after["figures"].get(code) for code in codes)
    return Answered(remark, _how(changed=moved or not is_same(was, now), words=words), words)


def _how(*, changed: bool, words: str) -> str:
    if changed:
        return "changed"
    return "answered" if words else "same"


def _codes(section: Section) -> list[str]:
    return list(section.lines.values_list("indicator__code", flat=True))


def _prose(content: Mapping[str, Any], section: Section) -> str:
    return str(content["prose"].get(str(section.ordinal), ""))


def _value(row: Sequence[Any] | None) -> Decimal | None:
    return None if row is None or row[0] is None else Decimal(row[0])
