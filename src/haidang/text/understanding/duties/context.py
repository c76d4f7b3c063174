"""What the lines above an item still say of it: the open list, its unit, the duties in it."""

import re
from dataclasses import dataclass, field

from haidang.text.understanding.duties.actors import Actor
from haidang.text.understanding.duties.drafts import Draft
from haidang.text.understanding.paper.attributes import Attribute, Role
from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.structure.outline import Heading, Item
from haidang.text.understanding.times.deadlines import Years, deadline_in

_SENT_BY = re.compile(
    r"(?:Báo cáo|Kết quả|Văn bản|Hồ sơ|Kế hoạch|Danh sách|Thời (?:gian|hạn))\b"
    r"[^.;]{0,80}\b(?:gửi|báo cáo|hoàn thành|xong)\b"
)
# A day for reports is one for the duties that end in a paper, where some do.
_SENDS = re.compile(
    r"(?:báo cáo|gửi|cung cấp|ý kiến|đăng ký|danh sách|văn bản|kế hoạch|tổng hợp|thống kê|đề xuất)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who is told to do what a list below says, and in what words, as long as a section lasts."""

    unit: str | None  # none where a list of tasks names nobody
    words: str  # from the predicate on
    headings: tuple[Heading, ...]
    asked: bool  # by the issuer: for the whole section, not only for the list that follows


@dataclass(slots=True)
class Context:
    """The state of reading between two items."""

    group: list[Draft] = field(default_factory=list)  # what the next attribute lines are about
    heading: Item | None = None  # a heading with nothing under it yet
    holder: Item | None = None  # a numbered duty whose details stand below it
    whole: Draft | None = None  # the heading as a duty, where lines below it tell who does it
    listed: bool = False  # the section's list has begun: a plain paragraph comes after it
    _closed: bool = False
    _told: list[tuple[Attribute, Item]] = field(default_factory=list)  # of the heading
    _carrier: Carrier | None = None

    def open(self, heading: Item) -> None:
        """A heading begins a new list."""
        self.group, self._closed, self.heading, self.holder = [], False, heading, None
        self.listed, self.whole, self._told = False, None, []
        if self._carrier and not self._carrier.asked:
            self._carrier = None

    def go_on(self, item: Item) -> None:
        """An item after attribute lines begins a new group."""
        if self._closed:
            self.group, self._closed, self.heading = [], False, None
        self.listed = self.listed or item.paragraph.marker.rank is not Rank.NONE

    def tell(self, attribute: Attribute, item: Item, years: Years) -> None:
        """An attribute line is about all duties of the group."""
        for draft in self.group:
            draft.told(attribute, item.paragraph.folded, years)
        if self.whole is not None or (self.heading is not None and not self.group):
            self._told.append((attribute, item))
        self._closed = True

    def complete(self, whole: Draft, years: Years) -> None:
        """The heading is a duty of its own, as what was told of it so far says."""
        self.whole = whole
        for attribute, item in self._told:
            whole.told(attribute, item.paragraph.folded, years)

    def hand_down(self, drafts: list[Draft], years: Years) -> bool:
        """What was told of a heading is told of the list below it.

        True where the heading was a duty until now; it is none any more.
        """
        for attribute, item in self._told if drafts else ():
            for draft in drafts:
                if draft.unit is None or attribute.role not in (Role.LEAD, Role.DOER):
                    draft.told(attribute, item.paragraph.folded, years)
        was_whole = bool(drafts) and self.whole is not None
        self.whole = None if drafts else self.whole
        return was_whole

    def open_list(self, item: Item, *, throughout: bool = False) -> None:
        """Tasks are listed below, and nobody is named: "… một số nhiệm vụ sau:".

        `throughout`: in all sections that follow, not only up to the next heading.
        """
        self._carrier = Carrier(None, "", item.headings, asked=throughout)

    def carry(self, actor: Actor, item: Item) -> None:
        """Somebody is told to do what is listed below: "… thực hiện các nội dung sau:"."""
        words = item.paragraph.text[actor.predicate :]
        self._carrier = Carrier(actor.unit, words, item.headings, actor.asked)

    def carrier_of(self, item: Item) -> Carrier | None:
        """Who was told so, as long as that section lasts."""
        carrier = self._carrier
        if carrier is None or item.headings[: len(carrier.headings)] != carrier.headings:
            return None
        return carrier

    def times_all(self, item: Item, years: Years) -> bool:
        """Whether the item gives the duties above it their date: "Báo cáo gửi về … trước …"."""
        if item.paragraph.marker.rank is not Rank.NONE or not _SENT_BY.match(item.words):
            return False
        folded = item.paragraph.folded
        deadline = deadline_in(folded, item.begin, len(folded.text), years)
        undated = [draft for draft in self.group if draft.deadline is None]
        undated = [draft for draft in undated if _SENDS.search(draft.text)] or undated
        if deadline is None or not undated:
            return False
        for draft in undated:
            draft.deadline = deadline
        return True
