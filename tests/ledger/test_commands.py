"""Recording an act: one row, chained, in the transaction of the act."""

import pytest
from django.db import DatabaseError, transaction

from haidang.ledger.commands import record
from haidang.ledger.models import Entry, Head
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db


def test_record_says_who_did_what_on_which_row():
    person, unit = make_user(), make_unit()

    entry = record("rename_unit", target=unit, by=person, before="A", after="B")

    assert (entry.by, entry.by_name, entry.event) == (person, person.username, "rename_unit")
    assert (entry.target_type, entry.target_id) == ("orgs.unit", str(unit.pk))
    assert entry.get_details() == {"before": "A", "after": "B"}


def test_record_chains_each_entry_to_the_one_before():
    unit = make_unit()

    first = record("one", target=unit, by=None)
    second = record("two", target=unit, by=None)

    assert (second.seq, second.previous) == (first.seq + 1, first.hash)
    assert Head.objects.get().hash == second.hash


def test_record_goes_back_with_the_act_that_failed():
    unit = make_unit()
    before = Entry.objects.count()

    def fail():
        with transaction.atomic():
            record("one", target=unit, by=None)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert Entry.objects.count() == before
    assert record("two", target=unit, by=None).seq == before + 1


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_itself_refuses_a_change(change):
    record("one", target=make_unit(), by=None)
    rows = Entry.objects.filter(event="one")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(event="two") if change == "update" else rows.delete()

    assert rows.count() == 1
