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
_WRITTEN = "ngày … tháng … năm …, năm có bốn chữ số, không có dấu câu ở cuối"
# Named after numbers, people or events a unit is written in full: no Phường, no Quận here
_KIND_OF_UNIT = re.compile(r"(?:Xã|Tỉnh|Huyện|Thị trấn|Thị xã)\s")


def date_flaws(paper: Paper) -> Iterator[Flaw]:
    """What is wrong with the place, its comma, and the digits of the date."""
    found = paper.of(boxes.PLACE_DATE.key)
    if not found:
        if paper.template.is_dated_above:
            due = "địa danh, ngày … tháng … năm …"
            yield flaw_of("place-date-missing", boxes.PLACE_DATE, None, "không có", due)
        return
    box = found[0]
    parts = _PARTS.match(box.words)
    if parts is None:
        yield _flaw("date-form", box, box.words, _WRITTEN)
        return
    if not parts["place"].strip():
        yield _flaw("place-missing", box, box.words, "địa danh đứng trước ngày")
    elif parts["comma"].strip() != ",":
        yield _flaw("date-comma", box, parts["place"].strip(), "sau địa danh có dấu phẩy")
    elif _KIND_OF_UNIT.match(parts["place"]):
        due = "tên riêng của đơn vị hành chính"
        yield _flaw("place-form", box, parts["place"].strip(), due).as_advice()
    yield from _form(box, parts)
    yield from _digits(box, parts)
    yield from _possible(box, parts)


def _flaw(rule: str, box: Box, found: str, due: str) -> Flaw:
    return flaw_of(rule, boxes.PLACE_DATE, box.passage, found, due)


def _form(box: Box, parts: re.Match[str]) -> Iterator[Flaw]:
    """Small letters, a year of four digits, nothing behind it."""
    words = box.words[parts.end("comma") :]
    year = parts["year"].strip(" .…_")
    large = not box.words.isupper() and words != words.lower() and parts["place"].strip()
    if large or (year and len(year) != 4) or parts["rest"].strip() or parts["year"].endswith("."):
        yield _flaw("date-form", box, words, _WRITTEN)


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
