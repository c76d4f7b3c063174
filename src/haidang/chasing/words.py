"""The words of a reminder, to be pasted into a chat: short, polite, no figures, no person's name.

A deadline is said in both readings: as the document has it, and as the last day that is in time.
"""

from collections.abc import Iterable, Sequence

from haidang.chasing.lack import Lack
from haidang.chasing.queries.lacks import Lacking
from haidang.orgs.models import Unit

LONGEST = 300
NAMED = 15  # units named in one line to the group
_TITLE = 60


def name_of(unit: Unit) -> str:
    """How a unit is called among people: by its area, else by its short name."""
    return unit.area or unit.short_name


def deadline(lack: Lack) -> str:
    """Both readings of a deadline; blank where there is none.

    >>> deadline(lack)
    '“trước ngày 30 tháng 11”, chậm nhất 24 giờ ngày 29/11/2024'
    """
    if lack.due_on is None:
        return ""
    if lack.days_late:
        return f"quá hạn {lack.days_late} ngày, hạn {lack.due_on:%d/%m/%Y}"
    read = f"chậm nhất 24 giờ ngày {lack.due_on:%d/%m/%Y}"
    return f"“{lack.phrase}”, {read}" if lack.phrase else read


def said(lack: Lack) -> str:
    """What is lacking, with its deadline."""
    due = deadline(lack)
    return f"{shortened(lack.what)} ({due})" if due else shortened(lack.what)


def reminder_words(lacks: Sequence[Lack]) -> str:
    """The words of a notice to one unit."""
    words = f"Nhắc việc: còn thiếu {'; '.join(said(one) for one in lacks)}."
    return words if len(words) <= 500 else f"{words[:499]}…"


def reminder_text(row: Lacking, *, url: str, contact: str) -> str:
    """The text for the chat of one unit, of at most 300 characters where its link leaves room.

    What is too much is counted instead of told; the link opens all of it.
    """
    name = name_of(row.unit)
    head = f"{_mark(row.lacks)} {name[:1].upper()}{name[1:]} còn thiếu: "
    tail = f". Mở: {url}\nĐầu mối: {contact}."
    told = [said(one) for one in row.to_say]
    for kept in range(len(told), 0, -1):
        rest = len(told) - kept
        more = f"; và {rest} việc khác" if rest else ""
        text = f"{head}{'; '.join(told[:kept])}{more}{tail}"
        if len(text) <= LONGEST:
            return text
    return text


def group_text(rows: Sequence[Lacking], *, url: str, contact: str) -> str:
    """The text for the chat of the group: a line for each thing, with the units that lack it."""
    lines = [f"- {thing}: {_names(units)}" for thing, units in _by_thing(rows).items()]
    head = f"{_mark(rows[0].lacks if rows else ())} Đề nghị các đơn vị hoàn thành:"
    return "\n".join([head, *lines, f"Mở: {url}", f"Đầu mối: {contact}."])


def contact_of(office: Unit) -> str:
    """Whom the units may ask: the office that reminds them, with its telephone or its hours."""
    speaks = office if office.contact else office.seat
    return f"{office.short_name}, {speaks.contact}" if speaks.contact else office.short_name


def shortened(title: str) -> str:
    """A title of a few words; what is longer ends with three dots."""
    if len(title) <= _TITLE:
        return title
    return f"{title[:_TITLE].rsplit(' ', 1)[0]}…"


def _mark(lacks: Iterable[Lack]) -> str:
    year = max((one.on.year for one in lacks), default=None)
    return f"[TTĐN {year}]" if year else "[TTĐN]"


def _by_thing(rows: Iterable[Lacking]) -> dict[str, list[Unit]]:
    things: dict[str, list[Unit]] = {}
    for row in rows:
        for lack in row.to_say:
            thing = said(lack)
            things.setdefault(f"{thing[:1].upper()}{thing[1:]}", []).append(row.unit)
    return things


def _names(units: Sequence[Unit]) -> str:
    named = ", ".join(name_of(unit) for unit in units[:NAMED])
    rest = len(units) - NAMED
    return f"{named} và {rest} đơn vị khác" if rest > 0 else named
