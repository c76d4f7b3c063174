"""Reading a document in as a plan: its sentences become items, its duties become proposed tasks."""

import datetime as dt
from collections.abc import Generator

from django.conf import settings
from django.db import transaction

from haidang import clock
from haidang.documents.commands import note_secret_file, register_document
from haidang.documents.content_types import content_type_of
from haidang.documents.models import Revision
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans import queries, rules
from haidang.plans.enums import PlanStatus
from haidang.plans.keeping import add_items, add_original, add_targets, facts_of
from haidang.plans.models import Plan
from haidang.plans.proposing import propose_tasks
from haidang.text import Unreadable
from haidang.text.blocks import Header, Reading
from haidang.text.habits import Habits
from haidang.text.reading import secrecy_mark_of_name
from haidang.text.reading.apart import Step, read_by_steps
from haidang.text.reading.progress import Progress


def read_in(
    *, content: bytes, file_name: str, unit: Unit, by: User, progress: Progress | None = None
) -> Plan:
    """Read a file in as a plan of an authority, for review.

    `progress` is told of each page that had to be recognised in a picture: how many, and of how
    many. Refuses with NotAllowed, and with Incomplete what is too large, no document, read in
    before, or bears a secrecy mark, also in its name: of that a receipt without content stays in
    the ledger, and nothing else (Luật Bảo vệ bí mật nhà nước 117/2025/QH15; promise N19).
    """
    steps = read_in_by_steps(content=content, file_name=file_name, unit=unit, by=by)
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            plan: Plan = end.value
            return plan
        if step and progress:
            progress(*step)


def read_in_by_steps(
    *, content: bytes, file_name: str, unit: Unit, by: User
) -> Generator[Step | None, None, Plan]:
    """As `read_in`, for whoever shows how far a long reading has come.

    Gives the pages that were recognised, or None, each moment; no transaction is open meanwhile.
    Closing the generator ends the reading, and nothing is kept. Refuses as `read_in` does, at
    once where the person, the name or a file read before is the reason.
    """
    if not rules.may_read_in(by, unit):
        raise NotAllowed("Chỉ chuyên viên của cơ quan mới được đưa kế hoạch vào.")
    if secrecy_mark_of_name(file_name):
        raise note_secret_file(content=content, unit=unit, by=by)
    _refuse_read_before(content, unit)  # at once, not after minutes of recognising it again
    return _by_steps(content, file_name, unit, by)


def _by_steps(
    content: bytes, file_name: str, unit: Unit, by: User
) -> Generator[Step | None, None, Plan]:
    reading, is_secret = yield from _reading_of(content, queries.habits_of(unit))
    if is_secret:
        raise note_secret_file(content=content, unit=unit, by=by)
    return _take_in(reading, content, file_name, unit, by)


def _reading_of(
    content: bytes, habits: Habits
) -> Generator[Step | None, None, tuple[Reading, bool]]:
    if len(content) > settings.DOCUMENT_LIMIT:
        size = settings.DOCUMENT_LIMIT // 2**20
        raise Incomplete(
            [Issue("too-large", f"Tệp lớn hơn {size} MB. Hãy tách hoặc nén bớt ảnh.", "file")]
        )
    try:
        reading, mark = yield from read_by_steps(content, habits)
    except Unreadable as error:
        raise Incomplete([Issue(error.code, error.message, "file")]) from error
    return reading, mark is not None


def _refuse_read_before(content: bytes, unit: Unit) -> None:
    if queries.plan_of_file(content, unit):
        raise Incomplete([Issue("read-before", "Tệp này đã được đọc vào rồi.", "file")])


@transaction.atomic
def _take_in(reading: Reading, content: bytes, file_name: str, unit: Unit, by: User) -> Plan:
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    _refuse_read_before(content, unit)
    revision = _register(reading, content, file_name, unit, by)
    plan = Plan.objects.create(
        revision=revision,
        unit=unit,
        year=reading.year or (revision.edition.issued_on or clock.today()).year,
        header=facts_of(reading),
        warnings=[*reading.warnings, *_doubts(reading, revision)],
    )
    items = add_items(plan, reading)
    tasks = propose_tasks(plan, reading)
    add_targets(plan, reading.targets, items, tasks)
    add_original(plan, reading.places)
    record("read_in", target=plan, by=by, sha256=revision.sha256, tasks=len(tasks))
    return plan


def _register(reading: Reading, content: bytes, file_name: str, unit: Unit, by: User) -> Revision:
    header = reading.header
    return register_document(
        document_type=header.document_type or "Kế hoạch",
        title=(header.title or file_name)[:500],
        unit=unit,
        text=reading.text,
        by=by,
        file=keep(content, content_type_of(content)),
        file_name=file_name[-200:],
        number=(header.number or "")[:20],
        symbol=(header.symbol or "")[:60],
        issued_on=_whole_date(header),
    )


def _doubts(reading: Reading, revision: Revision) -> list[str]:
    doubts = []
    if reading.year is None:
        doubts.append("Văn bản không ghi năm của kế hoạch; lấy theo ngày ban hành.")
    edition = revision.edition
    twins = Plan.objects.exclude(status=PlanStatus.WITHDRAWN).filter(
        unit=edition.document.unit,
        revision__edition__number=edition.number,
        revision__edition__symbol=edition.symbol,
    )
    if edition.number and twins.exists():
        doubts.append(f"Đã có một kế hoạch cùng số {edition}; xem lại để không đưa vào hai lần.")
    return doubts


def _whole_date(header: Header) -> dt.date | None:
    # A blank day ("ngày … tháng 6 năm 2026") is no date: the document is still a draft.
    written = header.date or ""
    return dt.date.fromisoformat(written) if len(written) == len("2026-06-30") else None
