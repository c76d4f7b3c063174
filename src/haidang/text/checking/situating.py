"""Says of each paragraph where a reader of the page finds it: under which heading, which one.

Tables keep their rows and cells; blank paragraphs, which nobody sees, are not counted.
"""

from collections.abc import Iterable

from haidang.text.checking.package import MAIN
from haidang.text.checking.passages import Box, Passage
from haidang.text.layout import Component, body
from haidang.text.layout.boxes import SUBJECT, TYPE_NAME
from haidang.text.understanding.paper.markers import Rank, marker_of

_HEADINGS = {part.key for part in (body.PART, body.DIVISION, body.ARTICLE, *body.HEADINGS)}
_NAMED = {TYPE_NAME.key: "tên loại", SUBJECT.key: "trích yếu"}
_HEAD_OF_ANNEX = {body.APPENDIX_TITLE.key: "tiêu đề", body.ATTACHED_TO.key: "dòng kèm theo"}
_BEHIND = ("7", "9b")  # the signature and who receives
_APPENDIX = "Phụ lục"
_LONGEST_LABEL = 20
HEAD, BODY, TAIL = "đầu văn bản", "", "cuối văn bản"


def situate(passages: Iterable[Passage], boxes: Iterable[Box]) -> None:
    """Give each passage outside of tables its place in words, and the lines it was parted into."""
    named = [box for box in boxes if box.passage.part == MAIN]
    roles: dict[Passage, Component] = {}
    for box in named:
        roles.setdefault(box.passage.whole, box.component)
    situation = _Situation()
    for passage in passages:
        if passage.cell is None:
            passage.where = situation.of(passage, roles.get(passage))
    for box in named:
        box.passage.where = box.passage.whole.where


class _Situation:
    """The zone and the headings above the paragraph in hand, and its number below them."""

    def __init__(self) -> None:
        self._zone, self._number = HEAD, 0
        self._path: list[tuple[Rank, str]] = []

    def of(self, passage: Passage, role: Component | None) -> str:
        """Where the next passage stands."""
        if role and role.key in _NAMED:
            self._enter(BODY)
            return _NAMED[role.key]
        if role and role.key == body.APPENDIX_LABEL.key:
            self._enter(_short(passage.plain))
            return self._said("tên phụ lục")
        if role and role.key in _HEAD_OF_ANNEX:
            return self._said(_HEAD_OF_ANNEX[role.key])
        if role and role.key in _HEADINGS and (marker := marker_of(passage.plain)).label:
            self._enter(BODY if self._zone == HEAD else self._zone)
            self._path = [entry for entry in self._path if entry[0] < marker.rank]
            self._path.append((marker.rank, marker.label))
            self._number = 0
            return self._said("tên mục")
        self._enter(self._zone_of(role))
        self._number += bool(passage.plain)
        return self._said(f"đoạn {max(self._number, 1)}")

    def _enter(self, zone: str) -> None:
        if zone != self._zone:
            self._zone, self._number, self._path = zone, 0, []

    def _zone_of(self, role: Component | None) -> str:
        if role is None:
            return self._zone
        if role.box.startswith(_BEHIND):
            return TAIL
        return BODY if self._zone == HEAD and role.box == "6" else self._zone

    def _said(self, last: str) -> str:
        long = [label for _, label in self._path if " " in label]
        short = ".".join(label for _, label in self._path if " " not in label)
        parts = [self._zone, *long, f"mục {short}" if short else "", last]
        return ", ".join(part for part in parts if part)


def _short(label: str) -> str:
    """The label of an appendix without its title: "Phụ lục II"."""
    named = label.partition(":")[0].strip()
    if len(named) > _LONGEST_LABEL or named[: len(_APPENDIX)].casefold() != _APPENDIX.casefold():
        return _APPENDIX
    return f"{_APPENDIX}{named[len(_APPENDIX) :]}"
