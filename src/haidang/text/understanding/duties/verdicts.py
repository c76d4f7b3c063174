"""Whether an item tells somebody to do something: by its section, its words, whom it names."""

import re

from haidang.text.understanding.boxes.bases import is_basis
from haidang.text.understanding.duties.actors import Voice, asked_in
from haidang.text.understanding.duties.clauses import Cut, has_deadline
from haidang.text.understanding.paper.kinds import Kind
from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.paper.zones import is_capitals
from haidang.text.understanding.structure.outline import Item
from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.nouns import UNIT
from haidang.text.understanding.words.sentences import sentence_starts
from haidang.text.understanding.words.verbs import begins_with_verb

_CLOSING = re.compile(
    r"(?:Trên đây là|Nay,? thông báo|\(.*\)$|Ghi chú|"
    r"(?:Thông báo|Kế hoạch|Quyết định|Chỉ thị|Công văn|Văn bản|Hướng dẫn|Quy chế) này\b|"
    r"Kiêm nhiệm\b)",
    re.IGNORECASE,
)
_INFORMS = re.compile(
    r"kính mời|xin trân trọng|thông báo kết luận|"
    r"thông báo (?:cho|để|đến)\b[^.;]{0,160}?\bbiết|có hiệu lực|tự giải thể|"
    r"làm việc theo chế độ|hoạt động kiêm nhiệm|"
    r"thống nhất (?:ưu tiên|chủ trương|phân tích)",
    re.IGNORECASE,
)
_ENTITLES = re.compile(r"[^,;.]{2,60}?\s(?:được (?:sử dụng|hưởng|phép|mời)|tự giải thể)\b")
_ENTRY = re.compile(rf"(?:\d|{UNIT.pattern})", re.IGNORECASE)
_ENACTS = compiled(r"\bban hành (?:kèm theo )?[A-Z]")
# What an item begins with that describes and does not ask.
DESCRIBES = re.compile(
    r"(?:Việc|Các|Những|Đối tượng|Kinh phí|Thời gian|Địa điểm|Thành phần|Nguyên tắc|Tài liệu|"
    r"Tổng số|Trong đó|Mức|Số lượng|Là|Nội dung|Hình thức|\d)"
)
_LONGEST_DATE = 45  # a shorter item with a date is nothing but the date
_PLANS = frozenset({"Kế hoạch", "Chương trình", "Phương án", "Chỉ thị"})
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


def speaks_for_others(document_type: str | None, issuer: str | None) -> bool:
    """Minutes, and an office's notice of what its head concluded: the issuer only writes down."""
    office = (issuer or "").casefold().startswith("văn phòng")
    return document_type == "Biên bản" or (document_type == "Thông báo" and office)


def plans(document_type: str | None, item: Item) -> bool:
    """Whether a chapter of a plan whose title tells nothing is still one of what is to be done."""
    return document_type in _PLANS and item.kind is Kind.OTHER


def informs(words: str) -> bool:
    """Whether the words only close, greet, inform or entitle."""
    if _CLOSING.match(words) or _INFORMS.search(words[:160]):
        return True
    return _ENTITLES.match(words) is not None and not begins_with_verb(words)


def may_work(document_type: str | None, item: Item) -> bool:
    """Whether the section, in a document of this type, can hold duties at all."""
    if document_type == "Biên bản":
        return item.kind is Kind.TASK
    if document_type == "Tờ trình":  # what a draft will say is told to nobody yet
        return item.kind is Kind.TASK and item.unit is not None
    if document_type == "Báo cáo":
        return item.kind is Kind.DIRECTION or (item.kind is Kind.TASK and item.unit is not None)
    if document_type == "Thông báo" and item.kind is Kind.RESULTS:
        return True  # a conclusion judges and gives tasks in one breath
    return item.kind not in _NOT_WORKING


def is_running_text(item: Item) -> bool:
    """Whether the item has sentences of the text's own: no table entry, no basis."""
    if item.paragraph.tabular or item.in_table or not item.words.strip():
        return False
    if is_capitals(item.words) and item.paragraph.marker.rank is Rank.NONE:
        return False  # a title, a signature
    cites = item.words.startswith(("Căn cứ", "Xét")) and is_basis(item.words)
    return bool(item.headings) or not cites


def is_duty(item: Item, cut: Cut, unit: str | None, carried: bool) -> bool:
    """Whether a stretch of an item is a duty; `carried`: its unit was named before the list."""
    words = item.paragraph.text[cut.begin : cut.end]
    if informs(words) or words.rstrip().endswith("!"):  # a slogan asks nobody in particular
        return False
    if not item.headings and _ENACTS.search(words[:160]):
        return False
    if cut.actor is None and _ENTRY.match(words) and not begins_with_verb(words):
        return False  # an entry of a list: "Trưởng Ban: Phó Chủ tịch", "Lực lượng: 08 người"
    if item.kind is Kind.RESULTS:
        return cut.actor is not None and cut.actor.asked
    if cut.actor is not None:
        asked = cut.actor.asked and item.paragraph.marker.rank is Rank.NONE
        return item.kind is not Kind.FACTS or item.unit is not None or asked
    if item.kind is Kind.REQUESTS and not carried:
        return unit is not None and unit != item.unit
    if item.kind in (Kind.DIRECTION, Kind.TASK):
        return _is_working_item(item, words, unit)
    if unit is None:
        return carried and _is_listed(item) and begins_with_verb(words)
    return item.kind is not Kind.FACTS or item.unit is not None


def is_clear(item: Item, words: str) -> bool:
    """Whether nobody need doubt that words without a unit are a duty: by chapter and by verb."""
    return item.kind is not Kind.OTHER and begins_with_verb(words)


def goes_on(item: Item, cut: Cut) -> bool:
    """Whether a later stretch of an item is a duty of its own, as the cut before it may be."""
    if item.kind is Kind.RESULTS and not (cut.actor and cut.actor.asked):
        return False
    return not informs(item.paragraph.text[cut.begin : cut.end])


def _is_working_item(item: Item, words: str, unit: str | None) -> bool:
    """In a section of directions or tasks most items are duties, with or without a unit."""
    rank, acts = item.paragraph.marker.rank, begins_with_verb(words)
    if rank is Rank.NONE and item.unit is None and not acts:
        return False
    if unit is not None or acts or (has_deadline(words) and len(words) > _LONGEST_DATE):
        return True
    if DESCRIBES.match(words) or words.startswith("Phấn đấu"):
        return False
    return item.told_next or (item.kind is Kind.DIRECTION and _is_listed(item))


def _is_listed(item: Item) -> bool:
    rank = item.paragraph.marker.rank
    return Rank.NUMBER <= rank <= Rank.PLUS and item.spoken_from == 0


def ask_of(item: Item, cut: Cut, voice: Voice) -> Cut | None:
    """A closing or a statement may still ask somebody: "Trên đây là …, đề nghị các phòng …"."""
    listed = item.paragraph.marker.rank is not Rank.NONE
    if item.kind in (Kind.FACTS, Kind.REQUESTS) and item.unit is None and listed:
        return None
    if item.words.startswith("("):  # an aside, such as "(có đề cương gửi kèm)"
        return None
    text = item.paragraph.text
    starts = [start for start in sentence_starts(text) if cut.start <= start < cut.end]
    for start, end in zip(starts or [cut.start], [*starts[1:], cut.end], strict=True):
        actor = asked_in(text[:end], max(start, cut.begin), voice)
        if actor and not _INFORMS.search(text[actor.begin : actor.begin + 60]):
            return Cut(cut.start, actor.begin, cut.end, actor)
    return None


def is_detail(item: Item, holder: Item | None) -> bool:
    """Dashes below a numbered duty tell how it is done, unless they have a date of their own."""
    rank = item.paragraph.marker.rank
    if holder is None or item.headings != holder.headings:
        return False
    if rank < Rank.BRACKET or rank is Rank.NONE:
        return False
    return not (has_deadline(item.words) and UNIT.match(item.words) is None)
