"""Box 9a: Kính gửi (mục II.9.a)."""

import re
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.quoting import ending
from haidang.text.layout import boxes
from haidang.text.layout.kinds import DISPATCH

_ADDRESSED = {DISPATCH, "tờ trình"}
_MAY_ADDRESS = {"báo cáo", "công điện", "thư công"}
_DASHED = re.compile(r"-\s*\S")


def addressee_flaws(paper: Paper) -> Iterator[Flaw]:
    """Whether there is an addressee where one must be, and how several are listed."""
    heads = paper.of(boxes.ADDRESSEE.key, boxes.ADDRESSEE_HEAD.key)
    if not heads:
        if paper.kind in _ADDRESSED:
            yield flaw_of("addressee-missing", boxes.ADDRESSEE, None, "không có", "Kính gửi: …")
        return
    head = heads[0]
    if not re.match(r"Kính gửi\s*:", head.words) and not head.words.endswith("điện:"):
        found = head.words[:24]
        yield flaw_of("addressee-form", head.component, head.passage, found, "Kính gửi:")
    items = paper.of(boxes.ADDRESSEE_ITEM.key) if head.passage.is_typed else []
    listed = [box for box in items if _DASHED.match(box.words)]
    for box in items if len(items) > 1 and head.key == boxes.ADDRESSEE_HEAD.key else ():
        if box not in listed and box.passage.table is None:
            found = box.words[:24]
            yield flaw_of("addressee-dash", box.component, box.passage, found, "- … đầu dòng")
    if paper.kind not in (*_ADDRESSED, *_MAY_ADDRESS) and paper.kind:
        due = "“Kính gửi” chỉ ở công văn, tờ trình, báo cáo gửi cấp trên"
        flaw = flaw_of("addressee-unexpected", head.component, head.passage, head.words[:40], due)
        yield flaw.as_advice()
    for number, box in enumerate(listed, 1):
        end = "." if number == len(listed) else ";"
        if len(listed) > 1 and not box.words.endswith(end):
            found = ending(box.words)
            due = f"cuối dòng có dấu “{end}”"
            yield flaw_of("addressee-end", box.component, box.passage, found, due)
