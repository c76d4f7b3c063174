"""Numbered and lettered paragraphs: a heading, the title of a run-in text, or text alone."""

import re

from haidang.text.understanding.paper.attributes import (
    CONTENT_LABEL,
    Role,
    attribute_of,
    speaks_of_above,
)
from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.paper.paragraphs import Paragraph
from haidang.text.understanding.structure.titles import unit_of_heading
from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.nouns import UNIT
from haidang.text.understanding.words.units import subject_of
from haidang.text.understanding.words.verbs import begins_with_verb

Cut = tuple[str | None, int]  # the title, and the offset at which the section's own text begins

RUN_IN = compiled(r"(?P<title>[^:;]{2,260}?)\s*:\s+(?P<rest>\S)")
_ASSIGNS = compiled(r"(?:Giao|Yêu cầu|Phân công)\b", re.IGNORECASE)
_TIME_FIRST = compiled(r"(?:Đến|Trước|Trong|Từ|Năm|Giai đoạn|Phấn đấu)\b|\d", re.IGNORECASE)
_NEW_SENTENCE = compiled(r"\.\s+[A-Z]")
_CLAUSE = re.compile(r"(?:như|gồm|là|sau|đó)$|\s(?:vẫn|đang|sẽ)\s")
_EVENTS = compiled(r"(?:Các|Những|Số) vụ (?!(?:thuộc|chức năng|liên quan|tham mưu|và|cục)\b)")
_FORCES = compiled(
    r"Lực lượng(?: (?:tham gia|thực hiện|huy động|tại chỗ)|,? (?:và )?phương tiện.*)?"
)
_ACTS = compiled(
    r"\s(?:giám sát|kiểm tra|tổ chức|thực hiện|triển khai|báo cáo|theo dõi) (?:việc|về|kết)\s"
)
_OF_A_SECTION = compiled(r"(?:Tổ chức|Phân công|Phân công tổ chức) (?:thực hiện|triển khai)")
_FACT = (Role.TIME, Role.PRODUCT)
PERSON = compiled(r"(?:Ông|Bà|Đồng chí|Đ/c)\b")
_LONGEST_NAME = 90  # letters of a unit's name that is a heading and ends with a full stop
_MOST_WORDS = 60
_FEW_WORDS = 10  # of a heading over a list that counts again from 1


def numbered_cut(paragraph: Paragraph, after: Paragraph | None) -> Cut | None:
    """Title and where the text begins, of "1.", "1.2." or "a)"; None where it is no heading."""
    words, begin = paragraph.words, paragraph.marker.end
    run_in = RUN_IN.match(words)
    attribute = attribute_of(paragraph)
    if attribute:
        numbered = run_in and paragraph.marker.rank <= Rank.NUMBER_3
        if not (run_in and numbered and attribute.role in _FACT):
            return None
        return run_in["title"], begin + run_in.start("rest")
    label = CONTENT_LABEL.match(words)
    told = after is not None and speaks_of_above(after)  # who does it, who comes, until when
    if label and (told or begins_with_verb(words[label.end() :])):
        return None
    if run_in and _is_run_in_title(run_in["title"]):
        return run_in["title"], begin + run_in.start("rest")
    if after is None or not _stands_over(paragraph, after):
        return None
    return (words, len(paragraph.text)) if _is_heading(paragraph, after) else None


def _stands_over(paragraph: Paragraph, after: Paragraph) -> bool:
    """Whether what follows may stand under the paragraph."""
    words = paragraph.words
    if words.endswith((";", "./.", ",", "!", "?")) or after.text.startswith("Trên đây là"):
        return False
    restarts = after.marker.label == "1" and after.marker.rank == paragraph.marker.rank
    under = after.marker.rank > paragraph.marker.rank or after.cell is not None
    under = under or (restarts and len(words.split()) <= _FEW_WORDS)
    return under and len(words.split()) <= _MOST_WORDS


def _is_heading(paragraph: Paragraph, after: Paragraph) -> bool:
    words = paragraph.words
    if after.marker.rank is Rank.NONE and after.cell is None and words.endswith("."):
        named = len(words) < _LONGEST_NAME and unit_of_heading(words) is not None
        return named and not _ACTS.search(words)
    if words.endswith(":"):
        return not (_ASSIGNS.match(words) and subject_of(_after_assigning(words)))
    if paragraph.marker.rank is Rank.NUMBER:
        return not (words.endswith(".") and subject_of(words) and attribute_of(after) is None)
    duty = begins_with_verb(words) and attribute_of(after) is not None
    return not (words.endswith(".") or ";" in words or duty)


def _after_assigning(words: str) -> str:
    return words.split(" ", 1)[1] if " " in words else ""


def _is_run_in_title(title: str) -> bool:
    if title == "Yêu cầu" or _OF_A_SECTION.fullmatch(title):  # nouns, beside "Mục đích"
        return True
    if _NEW_SENTENCE.search(title) or len(title.split()) > 45:
        return False
    if (
        _CLAUSE.search(title)
        or _ASSIGNS.match(title)
        or PERSON.match(title)
        or begins_with_verb(title)
        or _TIME_FIRST.match(title)
    ):
        return False
    return not names_unit(title)


def names_unit(title: str) -> bool:
    """Whether a run-in title is a unit's name: what follows it is then mostly its duty."""
    named = UNIT.match(title) is not None and not title.startswith("Đối với")
    return named and not _EVENTS.match(title) and not _FORCES.fullmatch(title)
