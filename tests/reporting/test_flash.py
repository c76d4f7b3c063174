"""A flash report: told at once, seen once, never changed."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.models import Flash
from haidang.reporting.queries.flashes import flash_regimes, flashes_of, waiting_flashes
from tests.makers import make_authority, make_unit, make_user
from tests.makers.regimes import make_flash_regime

pytestmark = pytest.mark.django_db
SAID = {
    "title": "Tàu cá nước ngoài cập bến xin tránh bão",
    "words": "Một tàu cá vào cửa sông lúc gió mạnh.\nĐã hướng dẫn neo đậu.",
    "place": "Cửa Cung Hầu",
    "happened": "sáng nay",
    "proposal": "Cho ý kiến về thông tin với báo chí.",
}


@pytest.fixture
def authority():
    return make_authority(2)


@pytest.fixture
def regime(authority):
    return make_flash_regime(authority)


def send(authority, regime, by=None, **said):
    by = by or authority.reporters[0]
    given = {"id": uuid4(), "regime": regime, "unit": by.unit, "no_secret": True}
    return commands.send_flash(**given | SAID | said, by=by)


def test_a_flash_report_waits_for_the_leader_until_he_has_seen_it(authority, regime):
    flash = send(authority, regime)
    assert flash.receipt.startswith("BCN-20241125-")
    assert waiting_flashes(authority.leader) == [flash]

    seen = commands.see_flash(flash=flash, by=authority.leader)
    again = commands.see_flash(flash=flash, by=authority.leader)

    assert (again.seen_at, again.seen_by) == (seen.seen_at, authority.leader)
    assert not waiting_flashes(authority.leader)
    assert Entry.objects.filter(event="see_flash").count() == 1


def test_the_id_of_another_units_report_is_not_taken(authority, regime):
    flash = send(authority, regime)

    with pytest.raises(WrongState, match="đơn vị khác"):
        send(authority, regime, by=authority.reporters[1], id=flash.pk)
    assert Flash.objects.get() == flash


def test_the_ledger_keeps_that_it_was_sent_not_what_it_says(authority, regime):
    send(authority, regime)

    entry = Entry.objects.get(event="send_flash")
    assert "Tàu" not in entry.details
    assert "Cung Hầu" not in entry.details


def test_the_same_report_twice_is_one(authority, regime):
    given = uuid4()

    assert send(authority, regime, id=given) == send(authority, regime, id=given)
    assert Flash.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "issue"),
    [
        ({"title": " "}, "no_title"),
        ({"words": ""}, "no_words"),
        ({"place": ""}, "no_place"),
        ({"happened": ""}, "no_happened"),
        ({"words": "x" * 2001}, "long_words"),
        ({"words": "Độ mật: TUYỆT MẬT"}, "secrecy_mark"),
        ({"no_secret": False}, "secrecy_not_stated"),
    ],
)
def test_send_flash_says_what_is_wrong(authority, regime, said, issue):
    with pytest.raises(Incomplete) as refusal:
        send(authority, regime, **said)

    assert [one.name for one in refusal.value.issues] == [issue]
    assert not Flash.objects.exists()


def test_send_flash_refuses_whom_no_regime_names(authority, regime):
    elsewhere = make_user(Role.REPORTER, unit=make_unit("xã Xa"))
    nobody = make_user(unit=authority.communes[0])
    for person in (elsewhere, nobody, authority.auditor):
        with pytest.raises(NotAllowed):
            send(authority, regime, by=person)
    with pytest.raises(NotAllowed):
        send(authority, regime, unit=authority.communes[1])


def test_send_flash_refuses_a_regime_that_takes_none(authority, regime):
    administrator = make_user(Role.ADMINISTRATOR, unit=authority.office)
    commands.retire_regime(regime=regime, reason="Thôi", by=administrator)

    with pytest.raises(WrongState):
        send(authority, regime)


def test_see_flash_is_for_a_leader_of_the_receiver(authority, regime):
    flash = send(authority, regime)

    for person in (authority.drafter, authority.reporters[0], authority.auditor):
        with pytest.raises(NotAllowed):
            commands.see_flash(flash=flash, by=person)


def test_who_reads_a_flash_report(authority, regime):
    flash = send(authority, regime)
    stranger = make_user(Role.LEADER, unit=make_unit("huyện Khác", kind="huyen"))
    readers = [authority.leader, authority.drafter, authority.auditor, authority.reporters[0]]

    assert all(list(flashes_of(person)) == [flash] for person in readers)
    assert not flashes_of(authority.reporters[1]).exists()
    assert not flashes_of(stranger).exists()
    assert flash_regimes(authority.reporters[0]) == [regime]
    assert flash_regimes(authority.leader) == []


def test_the_database_lets_nobody_change_it(authority, regime):
    send(authority, regime)

    with pytest.raises(DatabaseError), transaction.atomic():
        Flash.objects.update(words="khác")
    with pytest.raises(DatabaseError), transaction.atomic():
        Flash.objects.all().delete()
