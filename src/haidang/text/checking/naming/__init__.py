"""Tells which passage is which of the decree's boxes, by what is written in it."""

from collections.abc import Iterable

from haidang.text.checking.naming.annexes import name_annexes
from haidang.text.checking.naming.body import name_body
from haidang.text.checking.naming.header import name_header
from haidang.text.checking.naming.named import named
from haidang.text.checking.naming.tail import name_tail
from haidang.text.checking.passages import Box, Passage, parted
from haidang.text.layout.boxes import SUBJECT, TYPE_NAME
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.paper.zones import Zones


def boxes_of(zones: Zones, passages: list[Passage]) -> list[Box]:
    """All boxes in the order of the document; each passage learns its role.

    `passages` are those with words, in the order of the places of the source.
    """

    def of(lines: Iterable[Line]) -> list[Passage]:
        return [passages[place] for place in dict.fromkeys(line.place for line in lines)]

    def lines_of(lines: Iterable[Line]) -> list[Passage]:
        return [part for passage in of(lines) for part in parted(passage)]

    boxes = name_header(lines_of(zones.header))
    kind = of([zones.type_line]) if zones.type_line else []
    titles = of(zones.title)
    beside = [Box(SUBJECT, zones.title[0].words, passage) for passage in kind if passage in titles]
    boxes += [named(TYPE_NAME, passage, apart=bool(beside)) for passage in kind] + beside
    boxes += [named(SUBJECT, passage) for passage in titles if passage not in kind]
    boxes += name_body(of(zones.body))
    boxes += name_tail(lines_of(zones.tail))
    return boxes + name_annexes(of(zones.annexes))
