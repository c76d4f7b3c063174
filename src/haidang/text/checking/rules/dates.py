"""Box 4: the place and the date (mục II.4)."""

import datetime
import re
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.layout import boxes

_PARTS = re.compile(
    r"(?P<place>.*?)(?P<comma>\s*[,.;]?\s*)ngày(?P<day>[\s\d.…_]*)tháng(?P<month>[\s\d.…_]*)"
    r"năm(?P<year>[\s\d.…_]*)(?P<rest>.*)",
    re.IGNORECASE,
)
_UNDATED = {"biên bản", "hợp đồng", "thư công"}  # their templates have the date in the text


def date_flaws(paper: Paper) -> Iterator[Flaw]:
    """What is wrong with the place, its comma, and the digits of the date."""
    found = paper.of(boxes.PLACE_DATE.key)
    if not found:
        if paper.kind not in _UNDATED:
            due = "địa danh, ngày … tháng … năm …"
            yield flaw_of("place-date-missing", boxes.PLACE_DATE, None, "không có", due)
        return
    box = found[0]
    parts = _PARTS.match(box.words)
    if parts is None:
        return
    if not parts["place"].strip():
        yield _flaw("place-missing", box, box.words, "địa danh đứng trước ngày")
    elif parts["comma"].strip() != ",":
        yield _flaw("date-comma", box, parts["place"].strip(), "sau địa danh có dấu phẩy")
    yield from _digits(box, parts)
    yield from _possible(box, parts)


def _flaw(rule: str, box: Box, found: str, due: str) -> Flaw:
    return flaw_of(rule, boxes.PLACE_DATE, box.passage, found, due)


def _digits(box: Box, parts: re.Match[str]) -> Iterator[Flaw]:
    """A leading zero for days under 10 and months 1 and 2, and for no other."""
    for name, word, below in (("day", "ngày", 10), ("month", "tháng", 3)):
        written = parts[name].strip(" .…_")
        if not written.isdecimal() or len(written) > 2:
            continue
        bare = written.lstrip("0") or "0"
        due = bare.zfill(2) if int(bare) < below else bare
        if written != due:
            yield _flaw("date-leading-zero", box, f"{word} {written}", f"{word} {due}")


def _possible(box: Box, parts: re.Match[str]) -> Iterator[Flaw]:
    day, month, year = (parts[name].strip(" .…_") for name in ("day", "month", "year"))
    if not all(part.isdecimal() and len(part) < 5 for part in (day, month, year)):
        return
    try:
        datetime.date(int(year), int(month), int(day))
    except ValueError:
        yield _flaw("date-impossible", box, f"{day}/{month}/{year}", "một ngày có thật")
