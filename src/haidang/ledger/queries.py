"""Questions to the ledger: what happened to a thing, and whether the ledger is whole."""

from dataclasses import dataclass

from django.db import connection, models

from haidang.ledger.chain import START, entry_hash, seal
from haidang.ledger.models import Entry, Head

TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    "postgresql": (
        "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal"
        " AND tgenabled <> 'D'"
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place where the ledger is not what it was: the row, and what is wrong there."""

    seq: int
    message: str


def history_of(target: models.Model) -> models.QuerySet[Entry]:
    """All acts on one row, newest first."""
    return Entry.objects.filter(
        target_type=target._meta.label_lower, target_id=str(target.pk)
    ).order_by("-seq")


def ledger_length() -> int:
    """How many acts the end of the chain says there are."""
    head = Head.objects.filter(pk=1).first()
    return head.seq if head else 0


def first_fault() -> Fault | None:
    """Walk the whole chain; the first row that was edited, deleted, added, reordered or cut off.

    None where the ledger is whole. The end of the chain is sealed with the installation's key,
    so that whoever can only write to the database cannot make a shorter or a new chain pass.
    """
    previous, seq = START, 0
    for entry in Entry.objects.order_by("seq").iterator(chunk_size=2000):
        if fault := _fault_between(seq, previous, entry):
            return fault
        previous, seq = entry.hash, entry.seq
    return _fault_at_end(seq, previous) or _fault_of_guard()


def _fault_between(seq: int, previous: str, entry: Entry) -> Fault | None:
    if entry.seq != seq + 1:
        return Fault(seq + 1, f"Thiếu dòng {seq + 1}: sau dòng {seq} là dòng {entry.seq}.")
    if entry.previous != previous:
        return Fault(entry.seq, f"Dòng {entry.seq} không nối tiếp dòng {seq}.")
    if entry.hash != entry_hash(entry):
        return Fault(entry.seq, f"Dòng {entry.seq} đã bị sửa: nội dung không khớp mã.")
    return None


def _fault_at_end(seq: int, last_hash: str) -> Fault | None:
    head = Head.objects.filter(pk=1).first()
    if head is None:
        return Fault(seq, "Thiếu dấu niêm cuối sổ.") if seq else None
    if head.seal != seal(head.seq, head.hash):
        return Fault(head.seq, "Dấu niêm cuối sổ không đúng khóa của bản cài đặt này.")
    if head.seq > seq:
        return Fault(seq + 1, f"Sổ bị cắt: dấu niêm ghi {head.seq} dòng, chỉ còn {seq}.")
    if (head.seq, head.hash) != (seq, last_hash):
        return Fault(head.seq + 1, f"Có dòng thêm ngoài dấu niêm, từ dòng {head.seq + 1}.")
    return None


def _fault_of_guard() -> Fault | None:
    table = Entry._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor], [table])
        names = {name for (name,) in cursor.fetchall()}
    missing = {f"{table}_no_update", f"{table}_no_delete"} - names
    if missing:
        return Fault(0, f"Bảng sổ mất khóa chống sửa: {', '.join(sorted(missing))}.")
    return None
