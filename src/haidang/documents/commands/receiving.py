"""Receiving documents: read apart, kept unchanged under their hash, numbered as they arrive."""

import datetime as dt
import hashlib
from collections.abc import Generator
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from haidang import clock
from haidang.documents import rules
from haidang.documents.commands.secrets import note_secret_file
from haidang.documents.content_types import content_type_of
from haidang.documents.file_names import kept_name
from haidang.documents.folding import folded
from haidang.documents.incoming import Facts, facts_of
from haidang.documents.models import Arrival, Series
from haidang.documents.queries.arrivals import last_arrival_day, same_arrival
from haidang.documents.queries.numbering import ARRIVALS
from haidang.documents.stamps import about_file_name, about_words
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.text import Unreadable
from haidang.text.blocks import Reading
from haidang.text.reading import secrecy_mark_of_name
from haidang.text.reading.apart import Step, read_by_steps

ONLY_CLERK = "Chỉ văn thư của cơ quan mới được vào sổ văn bản đến."


class CameBefore(Incomplete):
    """The document stands in the register already, as `earlier`."""

    def __init__(self, earlier: Arrival) -> None:
        super().__init__([_came_before(earlier)])
        self.earlier = earlier


@dataclass(frozen=True, slots=True)
class Come:
    """How a document came: its file if there is one, its day, and whether it came before."""

    content: bytes = b""
    file_name: str = ""
    facts: Facts | None = None  # guessed by the reader where nobody gives them
    arrived_on: dt.date | None = None
    is_second_copy: bool = False

    @property
    def sha256(self) -> str | None:
        """The hash of the file; None for a document on paper."""
        return hashlib.sha256(self.content).hexdigest() if self.content else None


def receive_document(*, unit: Unit, come: Come, by: User) -> Arrival:
    """Enter an incoming document under the next arrival number; its file stays as it came.

    Refuses with NotAllowed, and with Incomplete an office instead of its authority, what is too
    large or no document, what came before and is not said to be a second copy, a day out of order,
    and what bears a secrecy mark: of that a receipt stays and nothing else (NĐ 30/2020, Điều 20 to
    22; promise N19).
    """
    steps = receive_by_steps(unit=unit, come=come, by=by)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            arrival: Arrival = end.value
            return arrival


def receive_by_steps(*, unit: Unit, come: Come, by: User) -> Generator[Step | None, None, Arrival]:
    """As `receive_document`, giving the pages that were recognised as the reading goes on.

    No transaction is open meanwhile. Refuses as `receive_document` does, at once where the person,
    the name, or a file that came before is the reason.
    """
    if not rules.may_receive(by, unit):
        raise NotAllowed(ONLY_CLERK)
    if unit.pk != unit.seat.pk:
        raise Incomplete([Issue("no-seat", f"Văn bản đến vào sổ của {unit.seat}.", "unit")])
    if come.content and secrecy_mark_of_name(come.file_name):
        raise note_secret_file(content=come.content, unit=unit, by=by)
    _refuse_earlier(unit, come, come.facts)
    return _by_steps(unit, come, by)


@transaction.atomic
def correct_arrival(*, arrival: Arrival, facts: Facts, by: User) -> Arrival:
    """Correct what the register says of an incoming document; number, day and file stay.

    Refuses with NotAllowed, and with Incomplete where subject or issuer is missing, or another
    document has that number, symbol and issuer.
    """
    arrival = Arrival.objects.select_for_update(no_key=True).get(pk=arrival.pk)
    if not rules.may_receive(by, arrival.unit):
        raise NotAllowed(ONLY_CLERK)
    issues = [*_missing(facts), *about_words(facts.words, "note")]
    earlier = same_arrival(arrival.unit, None, facts, arrival.pk) if not arrival.copy_of else None
    if earlier:
        issues.append(_came_before(earlier))
    if issues:
        raise Incomplete(issues)
    before = {name: getattr(arrival, name) for name in facts.columns()}
    changed = {name: value for name, value in facts.columns().items() if before[name] != value}
    kept = {**changed, "sign_key": facts.sign_key, "folded": _folded(arrival.number, facts)}
    for name, value in kept.items():
        setattr(arrival, name, value)
    arrival.save(update_fields=list(kept))
    record(
        "correct_arrival", target=arrival, by=by, **{n: [before[n], changed[n]] for n in changed}
    )
    return arrival


def _by_steps(unit: Unit, come: Come, by: User) -> Generator[Step | None, None, Arrival]:
    reading: Reading | None = None
    if come.content:
        reading, mark = yield from _read(come.content)
        if mark is not None:
            raise note_secret_file(content=come.content, unit=unit, by=by)
    facts = come.facts or (facts_of(reading, come.file_name) if reading else Facts())
    return _enter(unit, come, facts, reading.text if reading else "", by)


def _read(content: bytes) -> Generator[Step | None, None, tuple[Reading, str | None]]:
    if len(content) > settings.DOCUMENT_LIMIT:
        size = settings.DOCUMENT_LIMIT // 2**20
        raise Incomplete([Issue("too-large", f"Tệp lớn hơn {size} MB.", "file")])
    try:
        return (yield from read_by_steps(content))
    except Unreadable as error:
        raise Incomplete([Issue(error.code, error.message, "file")]) from error


@transaction.atomic
def _enter(unit: Unit, come: Come, facts: Facts, text: str, by: User) -> Arrival:
    day = come.arrived_on or clock.today()
    series, _ = Series.objects.select_for_update(no_key=True).get_or_create(
        unit=unit, year=day.year, code=ARRIVALS
    )
    issues = [
        *_about_day(unit, day),
        *about_words(facts.words, "note"),
        *about_file_name(come.file_name, "file"),
    ]
    if come.facts or not come.content:
        issues += _missing(facts)
    if issues:
        raise Incomplete(issues)
    earlier = _refuse_earlier(unit, come, facts)
    series.last += 1
    series.save(update_fields=["last"])
    arrival = Arrival.objects.create(
        unit=unit,
        year=day.year,
        number=series.last,
        arrived_on=day,
        **facts.columns(),
        text=text,
        file=keep(come.content, content_type_of(come.content)) if come.content else None,
        file_name=kept_name(come.file_name),
        copy_of=earlier,
        sign_key=facts.sign_key,
        folded=_folded(series.last, facts),
        at=clock.now(),
        by=by,
    )
    record("receive_document", target=arrival, by=by, number=arrival.number, sha256=come.sha256)
    return arrival


def _folded(number: int, facts: Facts) -> str:
    return folded(str(number), facts.folded)


def _about_day(unit: Unit, day: dt.date) -> list[Issue]:
    if day > clock.today():
        return [Issue("day-out-of-order", "Ngày đến ở sau hôm nay.", "arrived_on")]
    last = last_arrival_day(unit, day.year)
    if last and day < last:
        words = f"Văn bản đến trước đó đã ghi ngày {last:%d/%m/%Y}; số đến theo thứ tự ngày."
        return [Issue("day-out-of-order", words, "arrived_on")]
    return []


def _missing(facts: Facts) -> list[Issue]:
    needed = {"issuer": "cơ quan gửi", "subject": "trích yếu"}
    return [
        Issue("missing", f"Hãy ghi {name}.", field)
        for field, name in needed.items()
        if not getattr(facts, field).strip()
    ]


def _refuse_earlier(unit: Unit, come: Come, facts: Facts | None) -> Arrival | None:
    earlier = same_arrival(unit, come.sha256, facts)
    if earlier and not come.is_second_copy:
        raise CameBefore(earlier)
    return earlier


def _came_before(earlier: Arrival) -> Issue:
    words = (
        f"Văn bản này đã vào sổ: số đến {earlier.number}/{earlier.year}, ngày "
        f"{earlier.arrived_on:%d/%m/%Y}. Nếu đây là bản thứ hai, hãy đánh dấu như vậy."
    )
    return Issue("came-before", words, "file")
