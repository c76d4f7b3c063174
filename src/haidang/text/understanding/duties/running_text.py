"""Duties of the running text: which items tell somebody to do something, and what they tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from haidang.text.blocks import Certainty
from haidang.text.understanding.duties.actors import Voice
from haidang.text.understanding.duties.brackets import told_in_brackets
from haidang.text.understanding.duties.clauses import Cut, cuts_of
from haidang.text.understanding.duties.context import Context
from haidang.text.understanding.duties.drafts import Draft
from haidang.text.understanding.duties.roles import leads, mates_in
from haidang.text.understanding.duties.verdicts import (
    DESCRIBES,
    ask_of,
    goes_on,
    is_clear,
    is_detail,
    is_duty,
    is_running_text,
    may_work,
    plans,
    speaks_for_others,
)
from haidang.text.understanding.duties.whose import guides, hands_over, shared_words, unit_and_begin
from haidang.text.understanding.paper.attributes import (
    Attribute,
    Role,
    attributes_of,
    states_detail,
)
from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.structure.labels import Labels
from haidang.text.understanding.structure.outline import Item
from haidang.text.understanding.times.deadlines import Years, deadline_in
from haidang.text.understanding.times.recurrences import recurrence_in
from haidang.text.understanding.words.verbs import begins_with_verb

_ABOUT = re.compile(
    r"(?:Đối với|Trên đây là|Căn cứ (?:nội dung|các nội dung|ý kiến))\b[^.;]{0,200}?,\s*"
    r"(?=(?:đề nghị|giao|yêu cầu)\s)",
    re.IGNORECASE,
)
_DOERS = (Role.LEAD, Role.DOER, Role.MATES)
_HOLDERS = (Rank.NUMBER_2, Rank.NUMBER_3)


@dataclass(slots=True)
class DutyReader:
    """Reads items in order; keeps what lines below may still complete."""

    source: str
    voice: Voice
    years: Years
    document_type: str | None
    labels: Labels = field(default_factory=Labels)
    drafts: list[Draft] = field(default_factory=list)
    _context: Context = field(default_factory=Context)

    def __post_init__(self) -> None:
        if speaks_for_others(self.document_type, self.voice.issuer):
            self.voice = replace(self.voice, for_others=True)

    def read(self, items: Sequence[Item]) -> None:
        for item in items:
            self._read(item)

    def _read(self, item: Item) -> None:
        if item.is_heading:
            self._context.open(item)
            return
        attributes = attributes_of(item.paragraph)
        if attributes and may_work(self.document_type, item):
            self._complete(item, attributes)
            for attribute in attributes:
                self._context.tell(attribute, item, self.years)
            return
        if states_detail(item.words):
            return  # part of the block above, but nothing that anybody is told to do
        self._context.go_on(item)
        drafts = self._duties_of(item)
        listed = item.paragraph.marker.rank is not Rank.NONE
        if listed and self._context.hand_down(drafts, self.years):
            self.drafts.pop()  # the heading: nothing was added since
        self._add(drafts)

    def _add(self, drafts: list[Draft]) -> None:
        self.drafts += drafts
        self._context.group += drafts

    def _complete(self, item: Item, attributes: Sequence[Attribute]) -> None:
        """Attribute lines straight below a heading make the heading itself the duty.

        Time and place alone make an event: "Lễ phát động" with its hour is none.
        """
        heading = self._context.heading
        if self._context.group or heading is None:
            return
        words, begin = heading.paragraph.words, heading.paragraph.marker.end
        acts = begins_with_verb(words) or any(told.role in _DOERS for told in attributes)
        if acts and not DESCRIBES.match(words):
            cut = Cut(begin, begin, len(heading.paragraph.text), None)
            whole = self._draft(heading, cut, item.unit, several=False)
            self._context.complete(whole, self.years)
            self._add([whole])

    def _duties_of(self, item: Item) -> list[Draft]:
        if not may_work(self.document_type, item):
            return []
        if guides(item):
            self._context.open_list(item, throughout=True)
        if not is_running_text(item):
            return []
        if self._context.times_all(item, self.years) or is_detail(item, self._context.holder):
            return []
        unit, begin = unit_and_begin(item, self._context)
        if hands_over(item, begin, self.voice, self._context):
            return []
        about = _ABOUT.match(item.paragraph.text, begin)
        unit = None if about else unit
        cuts = cuts_of(item.paragraph.text, about.end() if about else begin, unit, self.voice)
        drafts = self._kept(item, cuts, unit)
        if drafts and item.deeper_next and item.paragraph.marker.rank in _HOLDERS:
            self._context.holder = item
        return drafts

    def _kept(self, item: Item, cuts: list[Cut], unit: str | None) -> list[Draft]:
        told = self._context.carrier_of(item) is not None
        carried = told or plans(self.document_type, item)
        drafts: list[Draft] = []
        for number, cut in enumerate(cuts):
            kept: Cut | None = cut
            if number == 0 and not is_duty(item, cut, unit, carried):
                kept = ask_of(item, cut, self.voice)
            elif number and not goes_on(item, cut):
                kept = None
            if kept is None or not item.paragraph.text[kept.begin : kept.end].strip():
                continue
            unit = kept.actor.unit if kept.actor else unit
            drafts.append(self._draft(item, kept, unit, several=len(cuts) > 1))
        return drafts

    def _draft(self, item: Item, cut: Cut, unit: str | None, several: bool) -> Draft:
        folded = item.paragraph.folded
        words = folded.text[cut.begin : cut.end].rstrip()
        start, end = folded.span(cut.begin, cut.begin + max(len(words), 1))
        predicate = cut.actor.predicate - cut.begin if cut.actor else None
        shared = "" if cut.actor else shared_words(item, unit, self._context)
        draft = Draft(
            text=self.source[start:end].strip(),
            start=start,
            end=end,
            label=self._label(item, several),
            unit=unit,
            lead=unit if unit and (leads(words, predicate) or leads(shared, 0)) else None,
            coordinate=mates_in(words) or mates_in(shared),
            deadline=deadline_in(folded, cut.begin, cut.end, self.years),
            recurrence=recurrence_in(words, predicate or 0),
            certainty=Certainty.HIGH if unit or is_clear(item, words) else Certainty.LOW,
        )
        for told in told_in_brackets(words, cut.begin):
            draft.told(told, folded, self.years)
        return draft

    def _label(self, item: Item, several: bool) -> str:
        sections = [heading.section.label for heading in item.headings]
        marker = item.paragraph.marker
        own = marker.label if Rank.NUMBER <= marker.rank <= Rank.LETTER else ""
        if item.is_heading or item.spoken_from:  # it is, or runs into, the last heading
            sections.pop()
        if own and several:  # one of several duties of a numbered paragraph
            return self.labels.give([*sections, own])
        return self.labels.give(sections, own)
