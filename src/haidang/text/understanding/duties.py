"""Duties of the running text: which items tell somebody to do something, and what they tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from haidang.text.blocks import Certainty
from haidang.text.understanding.actors import (
    Actor,
    Voice,
    actor_of,
    asked_in,
    introduces_list,
    leads_into_text,
)
from haidang.text.understanding.attributes import attribute_of
from haidang.text.understanding.bases import is_basis
from haidang.text.understanding.clauses import Cut, cuts_of, has_deadline
from haidang.text.understanding.deadlines import Years, deadline_in
from haidang.text.understanding.drafts import Draft
from haidang.text.understanding.kinds import Kind
from haidang.text.understanding.labels import Labels
from haidang.text.understanding.markers import Rank
from haidang.text.understanding.outline import Heading, Item
from haidang.text.understanding.recurrences import recurrence_in
from haidang.text.understanding.roles import leads, mates_in
from haidang.text.understanding.sentences import sentence_starts
from haidang.text.understanding.units import UNIT, unit_of_heading
from haidang.text.understanding.verbs import begins_with_verb

_CLOSING = re.compile(r"(?:Trên đây là|Nay,? thông báo|\(.*\)$|Ghi chú)", re.IGNORECASE)
_RUN_IN_UNIT = re.compile(r"(?P<unit>(?:(?:Ông|Bà)\.\s*)?[^:.;]{2,110}?)\s*:\s+(?=\S)")
_GENERIC_PLURAL = re.compile(r"(?:[Cc]ác|[Nn]hững)\s[\w, ]{2,30}$")
_INFORMS = re.compile(
    r"kính mời|xin trân trọng|thông báo (?:cho|để|kết luận)|có hiệu lực|tự giải thể|"
    r"thống nhất (?:ưu tiên|chủ trương|phân tích)",
    re.IGNORECASE,
)
_LONGEST_DATE = 45  # a shorter item with a date is nothing but the date
_DESCRIBES = re.compile(
    r"(?:Việc|Các|Những|Đối tượng|Kinh phí|Thời gian|Địa điểm|Thành phần|Nguyên tắc|Tài liệu|"
    r"Tổng số|Trong đó|Mức|Số lượng|Là|Nội dung|Hình thức|\d)"
)
_SENT_BY = re.compile(
    r"(?:Báo cáo|Kết quả|Văn bản|Hồ sơ|Kế hoạch|Danh sách|Thời (?:gian|"
    r"hạn))\b[^.;]{0,80}\b(?:gửi|báo cáo|hoàn thành|xong)\b"
)
_NOT_WORKING = frozenset(
    {
        Kind.PURPOSE,
        Kind.REQUIREMENT,
        Kind.PURPOSE_AND_REQUIREMENT,
        Kind.TARGET,
        Kind.FORM,
        Kind.RESULTS,
    }
)
_SILENT_TYPES = frozenset({"Báo cáo", "Tờ trình"})  # they tell the reader's superior, not the units


@dataclass(slots=True)
class DutyReader:
    """Reads items in order; keeps what lines below may still complete."""

    source: str
    voice: Voice
    years: Years
    document_type: str | None
    labels: Labels = field(default_factory=Labels)
    drafts: list[Draft] = field(default_factory=list)
    _group: list[Draft] = field(
        default_factory=list
    )  # duties that the next attribute lines are about
    _closed: bool = False
    _carrier: tuple[str, tuple[Heading, ...]] | None = (
        None  # a unit told "thực hiện các nội dung sau:"
    )
    _holder: Item | None = None  # a numbered duty whose details stand below it
    _heading: Item | None = None

    def read(self, items: Sequence[Item]) -> None:
        for item in items:
            self._read(item)

    def _read(self, item: Item) -> None:
        if item.is_heading:
            self._group, self._closed, self._heading, self._holder = [], False, item, None
            return
        attribute = attribute_of(item.paragraph)
        if attribute is not None and self._may_work(item):
            self._complete(item)
            for draft in self._group:
                draft.told(attribute, item.paragraph.folded, self.years)
            self._closed = True
            return
        if self._closed:
            self._group, self._closed, self._heading = [], False, None
        for draft in self._duties_of(item):
            self.drafts.append(draft)
            self._group.append(draft)

    def _complete(self, item: Item) -> None:
        """Attribute lines straight below a heading make the heading itself the duty."""
        if self._group or self._heading is None or _DESCRIBES.match(self._heading.words):
            return
        folded = self._heading.paragraph.folded
        begin = self._heading.paragraph.marker.end
        cut = Cut(begin, begin, len(folded.text), None)
        draft = self._draft(self._heading, cut, item.unit, own_label=True)
        self.drafts.append(draft)
        self._group.append(draft)

    def _may_work(self, item: Item) -> bool:
        if self.document_type == "Biên bản":
            return item.kind is Kind.TASK
        if self.document_type in _SILENT_TYPES:
            return item.kind is Kind.DIRECTION or (item.kind is Kind.TASK and item.unit is not None)
        return item.kind not in _NOT_WORKING

    def _duties_of(self, item: Item) -> list[Draft]:
        if (
            not self._may_work(item)
            or not item.words.strip()
            or item.paragraph.tabular
            or item.in_table
        ):
            return []
        if not item.headings and item.words.startswith(("Căn cứ", "Xét")) and is_basis(item.words):
            return []
        if self._times_all(item) or _is_detail(item, self._holder):
            return []
        unit, begin = self._unit_and_begin(item)
        words = item.paragraph.text[begin:]
        if self._hands_over(item, words, begin, unit):
            return []
        begin = _begin_of_ask(item, begin)
        cuts = cuts_of(item.paragraph.text, begin, unit, self.voice)
        return self._kept(item, cuts, unit)

    def _times_all(self, item: Item) -> bool:
        """A paragraph of its own that gives all duties above it their date: "Báo cáo gửi về … trước ngày …"."""
        if item.paragraph.marker.rank is not Rank.NONE or not _SENT_BY.match(item.words):
            return False
        deadline = deadline_in(
            item.paragraph.folded, item.begin, len(item.paragraph.text), self.years
        )
        open_ones = [draft for draft in self._group if draft.deadline is None]
        if deadline is None or not open_ones:
            return False
        for draft in open_ones:
            draft.deadline = deadline
        return True

    def _unit_and_begin(self, item: Item) -> tuple[str | None, int]:
        unit, begin = item.unit, item.begin
        if unit is None and self._carrier_of(item) and item.paragraph.marker.rank is not Rank.NONE:
            unit = self._carrier_of(item)
        run_in = _RUN_IN_UNIT.match(item.words)
        if run_in and not _GENERIC_PLURAL.search(run_in["unit"]):
            named = unit_of_heading(run_in["unit"])
            if named:
                return named, begin + run_in.end()
        return unit, begin

    def _carrier_of(self, item: Item) -> str | None:
        """Who was told "thực hiện các nội dung sau:", as long as the section lasts."""
        if self._carrier is None:
            return None
        unit, headings = self._carrier
        return unit if item.headings[: len(headings)] == headings else None

    def _hands_over(self, item: Item, words: str, begin: int, unit: str | None) -> bool:
        """A line that ends with a colon and only opens the list below it."""
        if not words.rstrip().endswith(":"):
            return False
        text = item.paragraph.text
        last = max(begin, sentence_starts(text)[-1])
        actor = actor_of(text, last, len(text), self.voice) or asked_in(text, last, self.voice)
        if actor and (actor.asked or item.deeper_next):
            self._carrier = (actor.unit, item.headings)
        return introduces_list(words) or leads_into_text(words) or item.deeper_next or actor is None

    def _kept(self, item: Item, cuts: list[Cut], unit: str | None) -> list[Draft]:
        several = len(cuts) > 1
        drafts: list[Draft] = []
        for number, cut in enumerate(cuts):
            if not item.paragraph.text[cut.begin : cut.end].strip():
                continue
            if number == 0 and not self._is_duty(item, cut, unit):
                cut = self._asked(item, cut)
                if cut is None:
                    continue
            unit = cut.actor.unit if cut.actor else unit
            drafts.append(self._draft(item, cut, unit, own_label=not several))
        if (
            drafts
            and item.paragraph.marker.rank in (Rank.NUMBER_2, Rank.NUMBER_3)
            and item.deeper_next
        ):
            self._holder = item
        return drafts

    def _is_duty(self, item: Item, cut: Cut, unit: str | None) -> bool:
        text = item.paragraph.text
        words = text[cut.begin : cut.end]
        if _CLOSING.match(words) or _INFORMS.search(words[:160]):
            return False
        if cut.actor is not None:
            asked = cut.actor.asked and item.paragraph.marker.rank is Rank.NONE
            return item.kind is not Kind.FACTS or item.unit is not None or asked
        if item.kind is Kind.REQUESTS and not self._carrier_of(item):
            return unit is not None and unit != item.unit
        if item.kind in (Kind.DIRECTION, Kind.TASK):
            if (
                item.paragraph.marker.rank is Rank.NONE
                and item.unit is None
                and not begins_with_verb(words)
            ):
                return False
            if (
                unit is not None
                or begins_with_verb(words)
                or (has_deadline(words) and len(words) > _LONGEST_DATE)
            ):
                return True
            if item.told_next and not _DESCRIBES.match(words):
                return True
            listed = Rank.NUMBER <= item.paragraph.marker.rank <= Rank.PLUS
            return item.kind is Kind.DIRECTION and listed and not _DESCRIBES.match(words)
        return unit is not None and (item.kind is not Kind.FACTS or item.unit is not None)

    def _asked(self, item: Item, cut: Cut) -> Cut | None:
        """A closing or a statement may still ask somebody: "Trên đây là …, đề nghị các cơ quan …"."""
        listed = item.paragraph.marker.rank is not Rank.NONE
        if item.kind in (Kind.FACTS, Kind.REQUESTS) and item.unit is None and listed:
            return None
        text = item.paragraph.text
        for start in [s for s in sentence_starts(text) if cut.start <= s < cut.end] or [cut.start]:
            actor = asked_in(text[: cut.end], max(start, cut.begin), self.voice)
            if actor and not _INFORMS.search(text[actor.begin : actor.begin + 60]):
                return Cut(cut.start, actor.begin, cut.end, actor)
        return None

    def _draft(self, item: Item, cut: Cut, unit: str | None, own_label: bool) -> Draft:
        folded = item.paragraph.folded
        words = folded.text[cut.begin : cut.end].rstrip()
        start, end = folded.span(cut.begin, cut.begin + max(len(words), 1))
        actor_unit = self._actor_unit(cut.actor, unit)
        marker = item.paragraph.marker
        own = marker.label if Rank.NUMBER <= marker.rank <= Rank.LETTER else ""
        sections = [heading.section.label for heading in item.headings]
        if not own_label and own:  # one of several duties of a numbered paragraph
            sections, own = [*sections, own], ""
        if item.is_heading:
            sections, own = sections[:-1], sections[-1] if sections else ""
        return Draft(
            text=_tidy(self.source[start:end]),
            start=start,
            end=end,
            label=self.labels.give(sections, own),
            unit=actor_unit,
            lead=actor_unit if actor_unit and leads(words, _predicate(cut)) else None,
            coordinate=mates_in(words),
            deadline=deadline_in(folded, cut.begin, cut.end, self.years),
            recurrence=recurrence_in(words),
            certainty=Certainty.HIGH if actor_unit or begins_with_verb(words) else Certainty.LOW,
        )

    def _actor_unit(self, actor: Actor | None, unit: str | None) -> str | None:
        return actor.unit if actor else unit


_ABOUT = re.compile(
    r"(?:Đối với|Trên đây là|Căn cứ (?:nội dung|các nội dung|"
    r"ý kiến))\b[^.;]{0,200}?,\s*(?=(?:đề nghị|giao|yêu cầu)\s)",
    re.IGNORECASE,
)


def _begin_of_ask(item: Item, begin: int) -> int:
    """ "Đối với cụm A, đề nghị …": what is asked begins after the words about what it concerns."""
    about = _ABOUT.match(item.paragraph.text, begin)
    return about.end() if about else begin


def _predicate(cut: Cut) -> int:
    return cut.actor.predicate - cut.begin if cut.actor else 0


def _tidy(words: str) -> str:
    return words.strip()


def _is_detail(item: Item, holder: Item | None) -> bool:
    """Dashes below a numbered duty tell how it is done, unless they have a date of their own."""
    rank = item.paragraph.marker.rank
    if (
        holder is None
        or rank < Rank.BRACKET
        or rank is Rank.NONE
        or item.headings != holder.headings
    ):
        return False
    return not (has_deadline(item.words) and UNIT.match(item.words) is None)
