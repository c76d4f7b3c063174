"""Whose duty an item is: by the words before it, its heading, or the line that opened its list."""

import re

from haidang.text.understanding.boxes.bases import is_basis
from haidang.text.understanding.duties.actors import (
    Voice,
    actor_of,
    asked_in,
    directed_in,
    introduces_list,
    leads_into_text,
    lists_tasks,
    speaks,
)
from haidang.text.understanding.duties.context import Context
from haidang.text.understanding.paper.attributes import CONTENT_LABEL
from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.structure.outline import Item
from haidang.text.understanding.structure.titles import unit_of_heading
from haidang.text.understanding.words.sentences import sentence_starts
from haidang.text.understanding.words.verbs import begins_with_verb

_RUN_IN_UNIT = re.compile(r"(?P<unit>(?:(?:Ông|Bà)\.\s*)?[^:.]{2,160}?)\s*:\s+(?=\S)")
_PLURAL = re.compile(r"(?:[Cc]ác|[Nn]hững)\s[\w, ]{2,30}$")
_ASKS = re.compile(r"(?:Yêu cầu|Đề nghị|Giao|Phân công)\b")
_INTRODUCES = re.compile(r"(?:Căn cứ|Trên cơ sở|Theo)\b")


def unit_and_begin(item: Item, context: Context) -> tuple[str | None, int]:
    """The unit from the headings or the line above, or written before the duty: "Sở A: …"."""
    begin = item.begin + _length_of_label(item)
    run_in = _RUN_IN_UNIT.match(item.paragraph.text, begin)
    if run_in and not _lists_names(run_in):
        named = unit_of_heading(run_in["unit"])
        if named:
            return named, run_in.end()
    return _unit_above(item, begin, context), begin


def hands_over(item: Item, begin: int, voice: Voice, context: Context) -> bool:
    """Whether a line ends with a colon and only opens the list below it, for whom it names."""
    text = item.paragraph.text
    if not text.rstrip().endswith(":"):
        return False
    last = max(begin, sentence_starts(text)[-1])
    actor = actor_of(text, last, len(text), voice) or asked_in(text, last, voice)
    if actor and not actor.asked and speaks(text):
        return True
    if actor is None and introduces_list(text, directed_in(text, last)):
        actor = directed_in(text, last)
    formula = introduces_list(text, actor) or leads_into_text(text)
    if actor and (actor.asked or item.deeper_next or formula):
        context.carry(actor, item)
    elif actor is None and lists_tasks(text):
        context.open_list(item)
    return formula or item.deeper_next or actor is None


def guides(item: Item) -> bool:
    """Whether the opening ends by guiding: "Căn cứ …, Sở A hướng dẫn các đơn vị … như sau:"."""
    text = item.paragraph.text
    if item.headings or not text.rstrip().endswith(":"):
        return False
    return is_basis(text) and introduces_list(text, directed_in(text, sentence_starts(text)[-1]))


def shared_words(item: Item, unit: str | None, context: Context) -> str:
    """What was said of the unit for a whole list: "Sở A chủ trì, phối hợp với Sở B:"."""
    title = next((h.section.title for h in reversed(item.headings) if h.unit == unit), None)
    if unit and title and unit in title:
        return title[title.index(unit) + len(unit) :].lstrip(" ,")
    carrier = context.carrier_of(item)
    return carrier.words if carrier and carrier.unit == unit else ""


def _unit_above(item: Item, begin: int, context: Context) -> str | None:
    """The unit of the section; what follows its list speaks to others, if it names them."""
    words = item.paragraph.text[begin:]
    is_plain = item.paragraph.marker.rank is Rank.NONE
    if is_plain and context.listed and (_ASKS.match(words) or not begins_with_verb(words)):
        return None
    carrier = context.carrier_of(item)
    return item.unit or (carrier.unit if carrier and not is_plain else None)


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
