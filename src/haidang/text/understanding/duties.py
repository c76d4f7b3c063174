"""Duties of the running text: which items tell somebody to do something, and what they tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from haidang.text.blocks import Certainty
from haidang.text.understanding.actors import (
    Voice,
    actor_of,
    asked_in,
    introduces_list,
    leads_into_text,
    lists_tasks,
)
from haidang.text.understanding.attributes import CONTENT_LABEL, attributes_of, states_detail
from haidang.text.understanding.brackets import told_in_brackets
from haidang.text.understanding.clauses import Cut, cuts_of
from haidang.text.understanding.context import Context
from haidang.text.understanding.deadlines import Years, deadline_in
from haidang.text.understanding.drafts import Draft
from haidang.text.understanding.labels import Labels
from haidang.text.understanding.markers import Rank
from haidang.text.understanding.outline import Item
from haidang.text.understanding.recurrences import recurrence_in
from haidang.text.understanding.roles import leads, mates_in
from haidang.text.understanding.sentences import sentence_starts
from haidang.text.understanding.titles import unit_of_heading
from haidang.text.understanding.verbs import begins_with_verb
from haidang.text.understanding.verdicts import (
    DESCRIBES,
    ask_of,
    goes_on,
    is_detail,
    is_duty,
    is_running_text,
    may_work,
    speaks_for_others,
)

_RUN_IN_UNIT = re.compile(r"(?P<unit>(?:(?:Ông|Bà)\.\s*)?[^:.]{2,160}?)\s*:\s+(?=\S)")
_PLURAL = re.compile(r"(?:[Cc]ác|[Nn]hững)\s[\w, ]{2,30}$")
_ASKS = re.compile(r"(?:Yêu cầu|Đề nghị|Giao|Phân công)\b")
_INTRODUCES = re.compile(r"(?:Căn cứ|Trên cơ sở|Theo)\b")
_ABOUT = re.compile(
    r"(?:Đối với|Trên đây là|Căn cứ (?:nội dung|các nội dung|ý kiến))\b[^.;]{0,200}?,\s*"
    r"(?=(?:đề nghị|giao|yêu cầu)\s)",
    re.IGNORECASE,
)


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
            self.voice = Voice(None)  # its keeper may be told to act like anybody else

    def read(self, items: Sequence[Item]) -> None:
        for item in items:
            self._read(item)

    def _read(self, item: Item) -> None:
        if item.is_heading:
            self._context.open(item)
            return
        attributes = attributes_of(item.paragraph)
        if attributes and may_work(self.document_type, item):
            self._complete(item)
            for attribute in attributes:
                self._context.tell(attribute, item, self.years)
            return
        if states_detail(item.words):
            return  # part of the block above, but nothing that anybody is told to do
        self._context.go_on(item)
        self._add(self._duties_of(item))

    def _add(self, drafts: list[Draft]) -> None:
        self.drafts += drafts
        self._context.group += drafts

    def _complete(self, item: Item) -> None:
        """Attribute lines straight below a heading make the heading itself the duty."""
        heading = self._context.heading
        if self._context.group or heading is None:
            return
        begin = heading.paragraph.marker.end
        cut = Cut(begin, begin, len(heading.paragraph.text), None)
        if not DESCRIBES.match(heading.paragraph.words):
            self._add([self._draft(heading, cut, item.unit, several=False)])

    def _duties_of(self, item: Item) -> list[Draft]:
        if not may_work(self.document_type, item) or not is_running_text(item):
            return []
        if self._context.times_all(item, self.years) or is_detail(item, self._context.holder):
            return []
        unit, begin = self._unit_and_begin(item)
        if self._hands_over(item, begin):
            return []
        about = _ABOUT.match(item.paragraph.text, begin)
        unit = None if about else unit
        cuts = cuts_of(item.paragraph.text, about.end() if about else begin, unit, self.voice)
        drafts = self._kept(item, cuts, unit)
        if drafts and item.deeper_next and item.paragraph.marker.rank in _HOLDERS:
            self._context.holder = item
        return drafts

    def _unit_and_begin(self, item: Item) -> tuple[str | None, int]:
        """The unit from the headings or the line above, or written before the duty: "Sở A: …"."""
        begin = item.begin + _length_of_label(item)
        run_in = _RUN_IN_UNIT.match(item.paragraph.text, begin)
        if run_in and not _lists_names(run_in):
            named = unit_of_heading(run_in["unit"])
            if named:
                return named, run_in.end()
        return self._unit_above(item, begin), begin

    def _unit_above(self, item: Item, begin: int) -> str | None:
        """The unit of the section; what follows its list speaks to others, if it names them."""
        words = item.paragraph.text[begin:]
        speaks = _ASKS.match(words) or not begins_with_verb(words)
        if speaks and self._context.listed and item.paragraph.marker.rank is Rank.NONE:
            return None
        return item.unit or self._carried(item)

    def _carried(self, item: Item) -> str | None:
        """The unit that was told to do what this list says."""
        carrier = self._context.carrier_of(item)
        return carrier.unit if carrier and item.paragraph.marker.rank is not Rank.NONE else None

    def _hands_over(self, item: Item, begin: int) -> bool:
        """A line that ends with a colon and only opens the list below it."""
        text = item.paragraph.text
        if not text.rstrip().endswith(":"):
            return False
        last = max(begin, sentence_starts(text)[-1])
        actor = actor_of(text, last, len(text), self.voice) or asked_in(text, last, self.voice)
        formula = introduces_list(text, actor) or leads_into_text(text)
        if actor and (actor.asked or item.deeper_next or formula):
            self._context.carry(actor, item)
        elif actor is None and lists_tasks(text):
            self._context.open_list(item)
        return formula or item.deeper_next or actor is None

    def _kept(self, item: Item, cuts: list[Cut], unit: str | None) -> list[Draft]:
        carried = self._context.carrier_of(item) is not None
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
        shared = "" if cut.actor else self._shared_words(item, unit)
        draft = Draft(
            text=self.source[start:end].strip(),
            start=start,
            end=end,
            label=self._label(item, several),
            unit=unit,
            lead=unit if unit and (leads(words, predicate) or leads(shared, 0)) else None,
            coordinate=mates_in(words) or mates_in(shared),
            deadline=deadline_in(folded, cut.begin, cut.end, self.years),
            recurrence=recurrence_in(words),
            certainty=Certainty.HIGH if unit or begins_with_verb(words) else Certainty.LOW,
        )
        for told in told_in_brackets(words):
            draft.told(told, folded, self.years)
        return draft

    def _shared_words(self, item: Item, unit: str | None) -> str:
        """What was said of the unit for a whole list: "Sở A chủ trì, phối hợp với Sở B:"."""
        title = next((h.section.title for h in reversed(item.headings) if h.unit == unit), None)
        if unit and title and unit in title:
            return title[title.index(unit) + len(unit) :].lstrip(" ,")
        carrier = self._context.carrier_of(item)
        return carrier.words if carrier and carrier.unit == unit else ""

    def _label(self, item: Item, several: bool) -> str:
        sections = [heading.section.label for heading in item.headings]
        marker = item.paragraph.marker
        own = marker.label if Rank.NUMBER <= marker.rank <= Rank.LETTER else ""
        if item.is_heading:  # the heading is itself the duty
            return self.labels.give(sections[:-1], own)
        if own and several:  # one of several duties of a numbered paragraph
            return self.labels.give([*sections, own])
        return self.labels.give(sections, own)


def _lists_names(run_in: re.Match[str]) -> bool:
    """Whether names and no duty follow the colon: "Các Bộ: Quốc phòng, Công an chỉ đạo …"."""
    rest = run_in.string[run_in.end() : run_in.end() + 40]
    acts = begins_with_verb(rest) or _INTRODUCES.match(rest)
    return _PLURAL.search(run_in["unit"]) is not None and not acts


def _length_of_label(item: Item) -> int:
    """A label is not part of the duty: "Nội dung thực hiện: Rà soát …"."""
    label = CONTENT_LABEL.match(item.words)
    told = label and (item.told_next or begins_with_verb(item.words[label.end() :]))
    return label.end() if label and told else 0
