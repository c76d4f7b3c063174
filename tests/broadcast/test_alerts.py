"""Emergencies: from an authorised leader, valid by CAP 1.2, marked, replaced and called off."""

from dataclasses import replace
from uuid import uuid4

import pytest
import time_machine
from lxml import etree

from haidang import clock
from haidang.broadcast import seal
from haidang.broadcast.cap import NAMESPACE, cap_faults
from haidang.broadcast.commands.alerts import cancel_alert, send_alert
from haidang.broadcast.commands.ordering import halt_stations
from haidang.broadcast.enums import Order, Source
from haidang.broadcast.models import Alert, PlayerOrder
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from tests.makers.orgs import make_user
from tests.makers.players import a_sound, an_alert, make_level, storm, trusted_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def level(db):
    return make_level()


def in_message(alert, name):
    message = etree.fromstring(alert.message.read())
    return [one.text for one in message.iter(f"{{{NAMESPACE}}}{name}")]


def test_send_alert_reaches_stations_and_the_loudspeakers_on_them(level):
    alert = an_alert(level, stations=[level.station, level.above], by=level.high)
    orders = list(alert.orders.all())
    assert {order.station for order in orders} == {level.station, level.cluster, level.above}
    for order in orders:
        content = seal.opened(order.sealed, trusted_by(order.station))
        seal.checked(
            content, kind=seal.ORDER, station=order.station_id, now=clock.passing(), newest=0
        )
        assert content["sha256"] == alert.recording.file_id
        assert (content["identifier"], content["repeats"]) == (alert.identifier, 2)
    assert set(alert.stations.all()) == {level.station, level.above}
    entry = Entry.objects.get(event="send_alert")
    assert alert.identifier in entry.details


def test_the_message_is_valid_and_says_who_what_where_and_until_when(level):
    alert = an_alert(level, stations=[level.cluster, level.station])
    assert cap_faults(alert.message.read()) == []
    assert in_message(alert, "areaDesc") == ["xã Một", "ấp 1"]
    assert in_message(alert, "senderName") == ["UBND xã Một"]
    assert in_message(alert, "language") == ["vi-VN"]
    assert in_message(alert, "description") == ["Gió cấp 11.\nNước dâng 1 m."]
    assert (alert.expires_at - alert.at).total_seconds() == pytest.approx(3600, abs=1)


@pytest.mark.parametrize(("status", "mark"), [("Exercise", "DIỄN TẬP: "), ("Test", "THỬ MÁY: ")])
def test_what_is_not_meant_is_marked_everywhere(level, status, mark):
    alert = an_alert(level, facts=storm(status=status))
    assert str(alert).startswith(mark)
    assert in_message(alert, "status") == [status]
    assert in_message(alert, "headline")[0].startswith(mark)
    assert "không phải tình huống thật" in in_message(alert, "note")[0]
    order = alert.orders.first()
    assert (order.content["status"], order.content["title"]) == (status, str(alert))
    said_so = an_alert(level, facts=storm(status=status, headline=f"{mark}Bão"))
    assert str(said_so) == f"{mark}Bão"


def test_only_a_leader_of_every_station_or_above_sends(level):
    other = make_user(Role.LEADER, unit=level.neighbour)
    for person in (level.keeper, level.auditor, other):
        sound = a_sound(level.commune, level.leader)
        with pytest.raises(NotAllowed):
            an_alert(level, by=person, recording=sound)
    with pytest.raises(NotAllowed):
        an_alert(level, stations=[level.station, level.beside])
    assert not PlayerOrder.objects.exists()


WRONG = [
    ({"headline": ""}, "headline"),
    ({"headline": "x" * 161}, "headline"),
    ({"event": " \n"}, "event"),
    ({"description": "x" * 2001}, "description"),
    ({"status": "Draft"}, "status"),
    ({"category": "Storm"}, "category"),
    ({"urgency": ""}, "urgency"),
    ({"minutes": 4}, "minutes"),
    ({"minutes": 1441}, "minutes"),
    ({"repeats": 0}, "repeats"),
    ({"repeats": 11}, "repeats"),
]


@pytest.mark.parametrize(("changed", "field"), WRONG)
def test_what_is_wrong_is_said_by_its_field(level, changed, field):
    with pytest.raises(Incomplete) as told:
        an_alert(level, facts=replace(storm(), **changed))
    assert {issue.field for issue in told.value.issues} == {field}


def test_words_with_a_secrecy_stamp_are_refused(level):
    with pytest.raises(Incomplete):
        an_alert(level, facts=storm(description="TỐI MẬT\nGió lớn"))


def test_words_that_neither_xml_nor_a_page_can_carry_are_cleaned(level):
    alert = an_alert(level, facts=storm(headline="Ba\u0303o\x00 <b>&\x0b lớn"))
    assert in_message(alert, "headline") == ["Bão <b>& lớn"]


def test_the_sound_is_short_in_use_and_of_this_authority(level):
    long = a_sound(level.commune, level.leader, seconds=601)
    retired = a_sound(level.commune, level.leader)
    retired.is_retired = True
    for sound in (long, retired):
        with pytest.raises(Incomplete) as told:
            an_alert(level, recording=sound)
        assert told.value.issues[0].field == "sound"
    with pytest.raises(NotAllowed, match="cơ quan khác"):
        an_alert(level, recording=a_sound(level.neighbour, level.high))
    an_alert(level, recording=a_sound(level.district, level.high))


def test_a_machine_speaks_in_an_emergency_only_where_a_person_says_so(level):
    spoken = a_sound(level.commune, level.leader, source=Source.SPOKEN_BY_MACHINE)
    with pytest.raises(Incomplete) as told:
        an_alert(level, recording=spoken)
    assert told.value.issues[0].field == "machine_said"
    an_alert(level, recording=spoken, is_machine_said=True)


def test_the_same_key_twice_is_one_message(level):
    key = uuid4()
    first = an_alert(level, key=key)
    assert an_alert(level, key=key) == first
    assert (Alert.objects.count(), level.station.orders.count()) == (1, 1)


def test_stations_are_chosen_and_not_turned_off(level):
    with pytest.raises(Incomplete) as told:
        an_alert(level, stations=[])
    assert told.value.issues[0].field == "stations"
    halt_stations(stations=[level.cluster], by=level.leader)
    with pytest.raises(WrongState, match="Cụm ấp 1"):
        an_alert(level)


def test_cancel_alert_stops_the_sound_and_says_which_message_is_off(level):
    alert = an_alert(level)
    off = cancel_alert(alert=alert, by=level.high)
    assert cap_faults(off.message.read()) == []
    assert in_message(off, "msgType") == ["Cancel"]
    assert alert.identifier in in_message(off, "references")[0]
    assert str(off).startswith("HỦY: ")
    stop = level.cluster.orders.get(order=Order.STOP)
    assert stop.number == 2
    assert stop.content["sha256"] == [alert.recording.file_id]
    assert stop.content["identifier"] == alert.identifier
    for again in (alert, off):
        with pytest.raises(WrongState):
            cancel_alert(alert=again, by=level.leader)


def test_an_update_stops_the_one_before_and_is_heard_itself(level):
    first = an_alert(level)
    second = an_alert(level, updates=first, facts=storm(headline="Bão mạnh thêm"))
    assert in_message(second, "msgType") == ["Update"]
    kinds = level.station.orders.order_by("number").values_list("order", flat=True)
    assert list(kinds) == [Order.EMERGENCY, Order.STOP, Order.EMERGENCY]
    with pytest.raises(WrongState):
        cancel_alert(alert=first, by=level.leader)
    cancel_alert(alert=second, by=level.leader)


def test_what_is_over_is_not_called_off_and_others_do_not_call_off(level):
    alert = an_alert(level)
    for person in (level.keeper, make_user(Role.LEADER, unit=level.neighbour)):
        with pytest.raises(NotAllowed):
            cancel_alert(alert=alert, by=person)
    with time_machine.travel(alert.expires_at), pytest.raises(WrongState):
        cancel_alert(alert=alert, by=level.leader)


def test_nothing_is_kept_of_what_is_refused(level):
    with pytest.raises(Incomplete):
        send_alert(
            stations=[level.station],
            facts=storm(headline=""),
            recording=a_sound(level.commune, level.leader),
            by=level.leader,
        )
    assert not Alert.objects.exists()
    assert not Entry.objects.filter(event="send_alert").exists()
