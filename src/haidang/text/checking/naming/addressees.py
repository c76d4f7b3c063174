"""Box 9a: Kính gửi, one addressee on the line or several below it."""

from haidang.text.checking.naming.named import named
from haidang.text.checking.passages import Box, Passage
from haidang.text.layout import boxes
from haidang.text.understanding.words.letters import compiled

ADDRESS = compiled(r"Kính gửi\b\s*:?|.{3,120}\sđiện\s*:$")  # the latter in công điện
_LONGEST = 160
_ITEM = compiled(r"\s*[-–+•]\s*\S")


def name_addressees(passages: list[Passage]) -> tuple[list[Box], int]:
    """The boxes of the addressees, and how many passages they take."""
    if not passages or not (head := ADDRESS.match(passages[0].plain)):
        return [], 0
    first = passages[0]
    alone = len(first.plain) > head.end()
    found = [named(boxes.ADDRESSEE if alone else boxes.ADDRESSEE_HEAD, first)]
    for passage in passages[1:]:
        same_table = passage.table is not None and passage.table is first.table
        dashed = _ITEM.match(passage.text) and (not alone or passage.table is not None)
        listed = not alone and (dashed or _is_listed(passage, found))
        if not (same_table or ((dashed or listed) and not _is_over(found))):
            break
        found.append(named(boxes.ADDRESSEE_ITEM, passage))
    return found, len(found)


def _is_listed(passage: Passage, found: list[Box]) -> bool:
    """An entry whose dash was forgotten."""
    words = passage.plain
    goes_on = len(found) > 1 and found[-1].words.endswith(";") and words.endswith(".")
    return len(words) < _LONGEST and (words.endswith(";") or goes_on)


def _is_over(found: list[Box]) -> bool:
    return len(found) > 1 and found[-1].words.endswith((".", "./."))
