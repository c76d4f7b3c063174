"""Whether the ledger is whole: each way to tamper with it is found, and the row is named."""

from dataclasses import replace

import pytest
from django.db import connection, transaction

from haidang.ledger.append_only import guards
from haidang.ledger.chain import seal
from haidang.ledger.commands import record
from haidang.ledger.models import Entry, Head
from haidang.ledger.queries import Mark, first_fault, history_of, ledger_end
from tests.makers import make_unit, make_user
from tests.makers.tampering import take_away, take_guards_away

pytestmark = pytest.mark.django_db
TABLE = "ledger_entry"


def unlock():
    take_guards_away(TABLE)


def write(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def five():
    """Five acts on one unit; returns the number of the first."""
    unit = make_unit()
    first, *_ = [record(f"act_{n}", target=unit, by=None).seq for n in range(5)]
    return first


def swap(one, other):
    for old, new in ((one, 10**6), (other, one), (10**6, other)):
        write(f"UPDATE {TABLE} SET seq = %s WHERE seq = %s", new, old)


TAMPERINGS = {
    "event": (2, lambda n: write(f"UPDATE {TABLE} SET event = 'x' WHERE seq = %s", n)),
    "who": (1, lambda n: write(f"UPDATE {TABLE} SET by_name = 'x' WHERE seq = %s", n)),
    "when": (0, lambda n: write(f"UPDATE {TABLE} SET at = '2020-01-01 00:00' WHERE seq = %s", n)),
    "what": (3, lambda n: write(f"UPDATE {TABLE} SET details = '{{}} ' WHERE seq = %s", n)),
    "deleted": (2, lambda n: write(f"DELETE FROM {TABLE} WHERE seq = %s", n)),
    "reordered": (1, lambda n: swap(n, n + 1)),
    "cut off": (4, lambda n: write(f"DELETE FROM {TABLE} WHERE seq >= %s", n)),
}


@pytest.mark.promise("N23")
@pytest.mark.parametrize("way", TAMPERINGS)
def test_each_way_to_tamper_names_the_first_bad_row(five, way, proof):
    offset, tamper = TAMPERINGS[way]
    unlock()

    tamper(five + offset)

    fault = first_fault()
    assert fault is not None
    assert fault.seq == five + offset
    proof(tried=f"sổ bị sửa: {way}", times=1, figure=f"dòng {fault.seq} được chỉ ra")


def test_a_whole_ledger_has_no_fault(five):
    assert first_fault() is None
    assert ledger_end() == Mark(five + 4, Entry.objects.get(seq=five + 4).hash)


def test_an_edit_whose_hashes_were_made_anew_is_found_by_the_seal(five):
    last = Entry.objects.get(seq=five + 4)
    unlock()
    write(f"DELETE FROM {TABLE} WHERE seq = %s", last.seq)
    Head.objects.update(seq=last.seq - 1, hash=last.previous)

    fault = first_fault()

    assert fault is not None
    assert "niêm" in fault.message


def test_rows_added_behind_the_seal_are_found(five):
    head = Head.objects.get()
    Head.objects.update(
        seq=five + 3, hash=Entry.objects.get(seq=five + 3).hash, seal=seal(five + 3, head.hash)
    )
    Head.objects.update(seal=seal(five + 3, Entry.objects.get(seq=five + 3).hash))

    fault = first_fault()

    assert fault is not None
    assert fault.seq == five + 4


def test_missing_guards_are_found(five):
    unlock()

    fault = first_fault()

    assert fault is not None
    assert "khóa chống sửa" in fault.message


def test_the_first_guard_that_is_missing_is_named_in_any_room():
    names = {guard.table for guard in guards(connection.vendor)}
    assert names >= {TABLE, "plans_task", "reporting_submission", "documents_revision"}
    assert first_fault() is None
    for guard in guards(connection.vendor):
        with transaction.atomic():
            take_away(guard)
            fault = first_fault()
            transaction.set_rollback(True)

        assert fault is not None
        assert fault.message == f"Bảng {guard.table} mất khóa chống sửa: {guard.name}."


@pytest.mark.parametrize("name", ["documents_revision_no_update", "documents_step_keeps_final_row"])
def test_a_guard_with_a_condition_that_never_holds_is_none(name):
    guard = next(one for one in guards(connection.vendor) if one.name == name)
    take_away(guard)
    never = replace(guard, when="" if guard.when else "OLD.id < 0")
    write(never.words(connection.vendor))

    fault = first_fault()

    assert fault is not None
    assert guard.name in fault.message


def test_a_ledger_whose_head_was_taken_away_is_not_whole(five):
    Head.objects.all().delete()

    assert first_fault() is not None


def test_a_guard_that_refuses_nothing_is_none(five):
    unlock()
    if connection.vendor == "sqlite":
        for verb in ("update", "delete"):
            write(f"CREATE TRIGGER {TABLE}_no_{verb} BEFORE {verb} ON {TABLE} BEGIN SELECT 1; END")
    else:
        write("CREATE FUNCTION yes() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
        for verb in ("update", "delete"):
            trigger = f"{TABLE}_no_{verb} BEFORE {verb} ON {TABLE}"
            write(f"CREATE TRIGGER {trigger} FOR EACH ROW EXECUTE FUNCTION yes()")

    fault = first_fault()

    assert fault is not None
    assert "khóa chống sửa" in fault.message


def test_a_ledger_wiped_with_its_head_is_not_whole_while_there_are_accounts(five):
    make_user()
    unlock()
    write(f"DELETE FROM {TABLE}")
    Head.objects.all().delete()

    fault = first_fault()

    assert fault is not None
    assert "niêm" in fault.message


def test_a_ledger_cut_back_to_an_older_seal_is_held_against_what_was_known(five):
    older = Head.objects.get()
    record("later", target=make_unit(), by=None)
    known = ledger_end()
    assert first_fault(known) is None
    unlock()
    write(f"DELETE FROM {TABLE} WHERE seq > %s", older.seq)
    older.save()

    fault = first_fault(known)

    assert fault is not None
    assert fault.seq == older.seq + 1


def test_a_ledger_written_anew_is_held_against_what_was_known(five):
    known = Mark(five + 2, "0" * 64)

    fault = first_fault(known)

    assert fault is not None
    assert fault.seq == five + 2


def test_acts_of_others_while_the_ledger_is_read_are_no_fault(five, monkeypatch):
    unit, read = make_unit(), Head.objects.filter
    once = iter([lambda: record("meanwhile", target=unit, by=None)])

    def meanwhile(**wanted):
        next(once, lambda: None)()
        return read(**wanted)

    monkeypatch.setattr(Head.objects, "filter", meanwhile)

    assert first_fault() is None


def test_history_of_a_row_is_newest_first():
    unit, other = make_unit("xã A"), make_unit("xã B")
    record("one", target=unit, by=None)
    record("two", target=unit, by=None)
    record("one", target=other, by=None)

    assert [entry.event for entry in history_of(unit)] == ["two", "one", "add_unit"]
