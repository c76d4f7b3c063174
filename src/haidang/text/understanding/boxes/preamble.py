"""The preamble: what stands between the title and the first section or item."""

import re
from collections.abc import Sequence

from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.paper.openings import address_at
from haidang.text.understanding.structure.outline import Item

_MOST = 60
_BASIS_ITEM = re.compile(
    r"Căn cứ|Xét|Theo|Thực hiện|Tiếp tục thực hiện|Triển khai|Để|Luật|Nghị|Quyết"
)
_LIST_OF_BASES = re.compile(r"(?:Các )?[Cc]ăn cứ(?: pháp lý| xây dựng| ban hành| lập)?\s*:")


def opening_of(body: Sequence[Item]) -> list[Item]:
    """The items before the first section or the first item that is one of a list.

    Addressees, and bases told one a dash, belong to it.
    """
    opening: list[Item] = []
    addressed = listed = False
    for item in body:
        marked = bool(item.paragraph.marker.end)
        goes_on = (addressed and item.paragraph.marker.rank is Rank.BULLET) or listed
        if item.headings or (marked and not goes_on and not _BASIS_ITEM.match(item.words)):
            break
        opening.append(item)
        calls = address_at(item.paragraph.text) is not None
        addressed = calls or (addressed and marked)
        listed = is_list_of_bases(item.words) or (listed and marked)
        over = item.words.rstrip().endswith(":") and not calls and not listed
        if over or len(opening) > _MOST:
            break
    return opening


def is_list_of_bases(words: str) -> bool:
    """Whether a paragraph only calls a list of bases: "Căn cứ:", "Các căn cứ pháp lý:"."""
    return _LIST_OF_BASES.fullmatch(words.strip()) is not None
