"""Questions to the ledger: what happened to a thing, and whether the ledger is whole."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import connection, models

from haidang.ledger.append_only import Guard, guards
from haidang.ledger.chain import START, entry_hash, seal
from haidang.ledger.models import Entry, Head
from haidang.prepared import prepared

# Each guard with its words: one that bears the name and refuses nothing is none.
TRIGGERS = {
    "sqlite": "SELECT name, sql, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT tgname, pg_get_triggerdef(pg_trigger.oid), prosrc FROM pg_trigger"
        " JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
        " AND pg_table_is_visible(tgrelid)"
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place where the ledger is not what it was: the row, and what is wrong there."""

    seq: int
    message: str


def end() -> str:
    """The seal of the newest entry: it is another one once anybody acted. Empty before the first.

    One question, put into SQL once.
    """
    return next(iter(_end()), "")


@prepared
def _end() -> models.QuerySet[Head, str]:
    return Head.objects.filter(seq__gt=0).values_list("hash", flat=True)


def history_of(target: models.Model) -> models.QuerySet[Entry]:
    """All acts on one row, newest first."""
    return Entry.objects.filter(
        target_type=target._meta.label_lower, target_id=str(target.pk)
    ).order_by("-seq")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a chain ended once: kept outside the database, it holds the ledger to its past."""

    seq: int
    hash: str


def ledger_end() -> Mark:
    """Where the chain says it ends."""
    head = Head.objects.filter(pk=1).first()
    return Mark(head.seq, head.hash) if head else Mark(0, START)


def first_fault(known: Mark | None = None) -> Fault | None:
    """Walk the whole chain; the first row that was edited, deleted, added, reordered or cut off.

    None where the ledger is whole. The end of the chain is sealed with the installation's key,
    so that whoever can only write to the database cannot make a new chain pass. An old seal, put
    back over a ledger cut to its length, passes until it is held against an end that is `known`.
    """
    end = Mark(0, START)
    while True:
        rows = Entry.objects.filter(seq__gt=end.seq) if end.seq else Entry.objects.all()
        for entry in rows.order_by("seq").iterator(chunk_size=2000):
            if fault := _fault_between(end, entry) or _fault_to_known(entry, known):
                return fault
            end = Mark(entry.seq, entry.hash)
        fault = _fault_at_end(end, known)
        # Others go on acting while the ledger is read: what they added is read as well.
        if fault is None or not Entry.objects.filter(seq__gt=end.seq).exists():
            return fault or _fault_of_guard()


def _fault_between(end: Mark, entry: Entry) -> Fault | None:
    seq = end.seq
    if entry.seq != seq + 1:
        return Fault(seq + 1, f"Thiếu dòng {seq + 1}: sau dòng {seq} là dòng {entry.seq}.")
    if entry.previous != end.hash:
        return Fault(entry.seq, f"Dòng {entry.seq} không nối tiếp dòng {seq}.")
    if entry.hash != entry_hash(entry):
        return Fault(entry.seq, f"Dòng {entry.seq} đã bị sửa: nội dung không khớp mã.")
    return None


def _fault_to_known(entry: Entry, known: Mark | None) -> Fault | None:
    if known is None or entry.seq != known.seq or entry.hash == known.hash:
        return None
    return Fault(entry.seq, f"Dòng {entry.seq} không phải là dòng của lần kiểm tra trước.")


def _fault_at_end(end: Mark, known: Mark | None) -> Fault | None:
    seq, head = end.seq, Head.objects.filter(pk=1).first()
    if known and known.seq > seq:
        return Fault(seq + 1, f"Sổ bị cắt: lần kiểm tra trước có {known.seq} dòng, nay còn {seq}.")
    if head is None:
        # Nobody has an account but by an act in the ledger: it was not always empty.
        is_new = not seq and not get_user_model().objects.exists()
        return None if is_new else Fault(seq, "Thiếu dấu niêm cuối sổ.")
    if head.seal != seal(head.seq, head.hash):
        return Fault(head.seq, "Dấu niêm cuối sổ không đúng khóa của bản cài đặt này.")
    if head.seq > seq:
        return Fault(seq + 1, f"Sổ bị cắt: dấu niêm ghi {head.seq} dòng, chỉ còn {seq}.")
    if (head.seq, head.hash) != (seq, end.hash):
        return Fault(head.seq + 1, f"Có dòng thêm ngoài dấu niêm, từ dòng {head.seq + 1}.")
    return None


def _fault_of_guard() -> Fault | None:
    vendor = connection.vendor
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[vendor])
        there = {
            name: _plain(made) for name, made, body in cursor.fetchall() if "append-only" in body
        }
    for guard in guards(vendor):
        if not _stands(guard, there.get(guard.name, ""), vendor):
            return Fault(0, f"Bảng {guard.table} mất khóa chống sửa: {guard.name}.")
    return None


def _stands(guard: Guard, made: str, vendor: str) -> bool:
    """Whether a trigger is the one that was made; PostgreSQL tells its condition in its own way."""
    if vendor == "sqlite":
        return made == _plain(guard.words(vendor))
    of = f" OF {', '.join(guard.columns)}" if guard.columns else ""
    head = _plain(f"BEFORE {guard.verb}{of} ON ")
    return head in made.replace("public.", "") and (" when (" in made) == bool(guard.when)


def _plain(words: str) -> str:
    return " ".join(words.replace('"', "").casefold().split())
