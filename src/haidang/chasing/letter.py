"""The official letter of reminder (công văn đôn đốc) as blocks; the writer gives it its layout.

Values in, blocks out (NĐ 30/2020, Phụ lục III, mẫu 1.5). A few units are named one by one, a whole
group by its name; who lacks what stands in an appendix where it is too much for the page.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from haidang.chasing.lack import Lack
from haidang.chasing.queries.lacks import Lacking
from haidang.documents.letterhead import letterhead_of
from haidang.documents.models import Edition
from haidang.orgs.models import Unit
from haidang.reporting.document import date_words
from haidang.text.blocks import Appendix, Document, Paragraph, Signature, Table
from haidang.text.layout.kinds import DISPATCH, kind_of

FEW = 5  # units that a letter names one by one
WORKING_DAYS = 3  # that whoever is late already is given
LISTED = "Các cơ quan, đơn vị có tên tại Phụ lục kèm theo"


@dataclass(frozen=True, slots=True)
class Matter:
    """What a letter is about: its subject, and the plans that asked for what is lacking."""

    subject: str
    bases: Sequence[Edition]


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose letter it is, the office that wrote it, and the day."""

    authority: Unit
    office: Unit
    day: dt.date


def letter_of(rows: Sequence[Lacking], matter: Matter, sender: Sender, group: str = "") -> Document:
    """The letter to the units of some rows; `group` is their name where they are all of it.

    The number, the day and the signer's name are left open.
    """
    kind = kind_of(DISPATCH)
    assert kind is not None
    is_long = len(rows) > FEW or bool(group)
    named = {"document_type": DISPATCH, "title": matter.subject, "date": f"{sender.day:%Y-%m}"}
    return Document(
        header=replace(letterhead_of(sender.authority, kind), **named),
        addressees=_addressees(rows, group),
        blocks=tuple(Paragraph(*part) for part in _body(rows, matter, sender, is_long)),
        recipients=_recipients(sender),
        signature=_signature(sender.authority),
        appendices=(_appendix(rows, sender),) if is_long else (),
    )


def answered_by(day: dt.date) -> dt.date:
    """The day by which what is overdue is to be done: three working days from now."""
    left = WORKING_DAYS
    while left:
        day += dt.timedelta(days=1)
        left -= day.weekday() < 5
    return day


def cited(edition: Edition) -> str:
    """A document in full (NĐ 30/2020, Phụ lục I, mục II.6): type, number, day, body, title."""
    kind, issuer = edition.document.document_type, edition.document.unit.name
    number = f" số {edition.number}/{edition.symbol}" if edition.number and edition.symbol else ""
    day = f" {date_words(edition.issued_on.isoformat())}" if edition.issued_on else ""
    title = edition.document.title
    about = f" về {title[:1].lower()}{title[1:]}" if title else ""
    return f"{kind[:1].upper()}{kind[1:].lower()}{number}{day} của {issuer}{about}"


def _addressees(rows: Sequence[Lacking], group: str) -> tuple[str, ...]:
    if group:
        return (group,)
    if len(rows) > FEW:
        return (LISTED,)
    return tuple(row.unit.name for row in rows)


def _body(
    rows: Sequence[Lacking], matter: Matter, sender: Sender, is_long: bool
) -> Iterator[tuple[str, bool]]:
    name, to_day = sender.authority.name, date_words(sender.day.isoformat())
    basis = "; ".join(cited(one) for one in matter.bases)
    begun = f"Thực hiện {basis}, " if basis else ""
    found = "các nội dung sau chưa hoàn thành:"
    if is_long:
        found = f"còn {len(rows)} cơ quan, đơn vị chưa hoàn thành, cụ thể tại Phụ lục kèm theo."
    watched = "đã theo dõi kết quả của các cơ quan, đơn vị"
    yield f"{begun}{name} {watched}. Tính đến {to_day}, {found}", False
    if not is_long:
        yield from ((line, True) for line in _lines(rows))
    yield _asked(rows, sender), False
    trouble = "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về"
    yield f"{trouble} {name}{_through(sender)} để được hướng dẫn./.", False


def _asked(rows: Sequence[Lacking], sender: Sender) -> str:
    lacks = [lack for row in rows for lack in row.lacks]
    late = any(one.days_late for one in lacks)
    ahead = {one.due_on for one in lacks if one.due_on and not one.days_late}
    words = (
        f"{sender.authority.name} đề nghị các cơ quan, đơn vị khẩn trương hoàn thành và gửi kết "
        f"quả về {sender.authority.name}{_through(sender)}"
    )
    if len(ahead) == 1:
        words += f" chậm nhất 24 giờ {date_words(ahead.pop().isoformat())}"
    elif ahead:
        words += " đúng thời hạn của từng nội dung"
    if late:
        joined = "; riêng nội dung đã quá hạn," if words.endswith(tuple("0123456789g")) else ","
        joined = joined if any(not one.days_late for one in lacks) else ""
        words += f"{joined} chậm nhất hết {date_words(answered_by(sender.day).isoformat())}"
    return f"{words}."


def _through(sender: Sender) -> str:
    return f" (qua {sender.office.name})" if sender.office != sender.authority else ""


def _lines(rows: Sequence[Lacking]) -> Iterator[str]:
    things: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        for lack in row.lacks:
            things.setdefault((_capital(lack.what), due_words(lack)), []).append(row.unit.name)
    last = len(things)
    for at, ((what, due), names) in enumerate(things.items(), 1):
        end = "." if at == last else ";"
        yield f"{what} của {', '.join(names)}; thời hạn: {due}{end}"


def due_words(lack: Lack) -> str:
    """A deadline in both readings, as a document writes days."""
    if lack.due_on is None:
        return "chưa ấn định ngày"
    last = date_words(lack.due_on.isoformat())
    read = f"đã quá hạn từ hết {last}" if lack.days_late else f"chậm nhất 24 giờ {last}"
    return f"“{lack.phrase}”, {read}" if lack.phrase else read


def _appendix(rows: Sequence[Lacking], sender: Sender) -> Appendix:
    cells = [
        (str(at), row.unit.name, "\n".join(_told(row)), "\n".join(_due(row)))
        for at, row in enumerate(rows, 1)
    ]
    table = Table(
        columns=("TT", "Cơ quan, đơn vị", "Nội dung chưa hoàn thành", "Thời hạn"),
        rows=tuple(cells),
        widths=(1, 6, 7, 7),
    )
    return Appendix(
        label="Phụ lục",
        title="CÁC NỘI DUNG CHƯA HOÀN THÀNH",
        attached_to=f"(Kèm theo Công văn của {sender.authority.name})",
        blocks=(table,),
    )


def _told(row: Lacking) -> list[str]:
    return [_capital(lack.what) for lack in row.lacks]


def _due(row: Lacking) -> list[str]:
    return [_capital(due_words(lack)) for lack in row.lacks]


def _recipients(sender: Sender) -> tuple[str, ...]:
    authority, office = sender.authority, sender.office
    leaders = (f"CT, các PCT {authority.short_name}",) if _is_committee(authority) else ()
    offices = (office.name,) if office != authority else ()
    return (*leaders, *offices, "Lưu: VT")


def _signature(authority: Unit) -> Signature:
    if _is_committee(authority):
        # The head's own power, exercised by a deputy, as the founding plan is signed.
        return Signature(authority=("KT. CHỦ TỊCH",), title="PHÓ CHỦ TỊCH")
    return Signature(title="THỦ TRƯỞNG")


def _is_committee(unit: Unit) -> bool:
    return unit.name.casefold().startswith("ủy ban nhân dân")


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
