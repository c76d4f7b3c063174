"""A paragraph beside headings is one: "2. Sở A: Hướng dẫn …" between "1. Sở B" and "3. Sở C"."""

from collections.abc import Sequence

from haidang.text.understanding.paper.attributes import CONTENT_LABEL
from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.paper.paragraphs import Paragraph
from haidang.text.understanding.structure.numbered import PERSON, RUN_IN, Cut, names_unit
from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.verbs import begins_with_verb

_RANKS = (Rank.NUMBER, Rank.NUMBER_2, Rank.NUMBER_3, Rank.LETTER)
_LIST = compiled(r"(?:Các|Những)\s\S+(?:\s\S+)?$")  # "Các Bộ: Quốc phòng, Công an …"
_ASSIGNS = compiled(r"^(?:Giao|Đề nghị|Yêu cầu) (?:cho )?")
_MOST_WORDS = 25


def cuts_beside_headings(
    paragraphs: Sequence[Paragraph], cuts: Sequence[Cut | None]
) -> list[Cut | None]:
    """The cuts, completed by those of paragraphs whose neighbours of the same rank are headings."""
    whole = list(cuts)
    open_groups: dict[Rank, list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        rank = paragraph.marker.rank
        if rank is Rank.NONE or rank >= Rank.BULLET:
            continue
        for deeper in [other for other in open_groups if other > rank]:
            _complete(paragraphs, whole, open_groups.pop(deeper))
        open_groups.setdefault(rank, []).append(index)
    for group in open_groups.values():
        _complete(paragraphs, whole, group)
    return whole


def _complete(paragraphs: Sequence[Paragraph], cuts: list[Cut | None], group: list[int]) -> None:
    if paragraphs[group[0]].marker.rank not in _RANKS or all(cuts[n] is None for n in group):
        return
    for index in group:
        cuts[index] = cuts[index] or _run_in_cut(paragraphs[index])


def _run_in_cut(paragraph: Paragraph) -> Cut | None:
    """A unit and its duty, or "Nội dung:" and what it is, in one paragraph."""
    words = paragraph.words
    run_in = RUN_IN.match(words)
    if run_in is None or PERSON.match(words) or len(run_in["title"].split()) > _MOST_WORDS:
        return None
    duty = begins_with_verb(words[run_in.start("rest") :])
    unit = names_unit(_ASSIGNS.sub("", run_in["title"])) and not _LIST.match(run_in["title"])
    if (duty and unit) or CONTENT_LABEL.match(words):
        return run_in["title"], paragraph.marker.end + run_in.start("rest")
    return None
