"""Emergencies: sent, replaced and called off by a leader, in CAP 1.2."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from haidang import clock
from haidang.broadcast import alert_checks as checks
from haidang.broadcast import rules
from haidang.broadcast.alert_facts import AlertFacts, cap_facts, cleaned, reference_to
from haidang.broadcast.alert_orders import as_ordered, expiry
from haidang.broadcast.cap import cap_faults, cap_message
from haidang.broadcast.cap_words import MessageKind
from haidang.broadcast.enums import Order
from haidang.broadcast.giving import give, held, reached
from haidang.broadcast.models import Alert, Recording, Station
from haidang.broadcast.switch import halted
from haidang.documents.stamps import refuse_stamped
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User

NOT_LEADER = "Chỉ lãnh đạo của cơ quan có đài, hoặc cấp trên, mới được gửi tin khẩn."


@transaction.atomic
def send_alert(
    *,
    stations: Collection[Station],
    facts: AlertFacts,
    recording: Recording,
    by: User,
    updates: Alert | None = None,
    key: UUID | None = None,
    is_machine_said: bool = False,
) -> Alert:
    """Have the players of some stations, and the loudspeakers on them, air a message at once.

    It interrupts what they play. With the same `key` again it is the same message, sent once. One
    that `updates` another stops that one. Refuses with NotAllowed whoever leads neither the
    authority of every station nor one above, with WrongState where a station is turned off, with
    Incomplete, and a machine's voice that nobody says is meant.
    """
    refuse_stamped(**{name: getattr(facts, name) for name in checks.NAMES})
    wanted = _held(stations, by, updates)
    identifier = f"vn.hai-dang.{by.seat.pk}.{(key or uuid4()).hex}"
    if sent_before := Alert.objects.filter(identifier=identifier).first():
        return sent_before
    facts = cleaned(facts)
    if issues := checks.before_sending(facts, recording, is_machine_said=is_machine_said):
        raise Incomplete(issues)
    _refuse_others_sound(recording, by)
    _refuse_halted(wanted)
    if updates is not None:
        _stop(_open(updates, by), by)
    about = cap_facts(
        facts,
        identifier=identifier,
        kind=MessageKind.UPDATE if updates else MessageKind.ALERT,
        seat=by.seat,
        stations=[one for one in wanted if one in stations],
        sent=clock.passing().astimezone(clock.now().tzinfo),
        recording=recording,
        updates=updates,
    )
    alert = _kept(about, stations, recording, by, updates)
    ordered = as_ordered(alert, facts.language)
    give(Order.EMERGENCY, wanted, ordered, by=by, expires_at=alert.expires_at, alert=alert)
    record("send_alert", target=alert, by=by, **_told(alert, wanted))
    return alert


@transaction.atomic
def cancel_alert(*, alert: Alert, by: User) -> Alert:
    """Call a message off: players stop it, and do not air it again. Returns the new message.

    Refuses with NotAllowed, and with WrongState what is over, replaced or called off already.
    """
    _held(alert.stations.all(), by)
    alert = _open(alert, by)
    sent = clock.passing().astimezone(clock.now().tzinfo).isoformat(timespec="seconds")
    about = alert.facts | {
        "identifier": f"vn.hai-dang.{by.seat.pk}.{uuid4().hex}",
        "sent": sent,
        "msgType": MessageKind.CANCEL.value,
        "references": reference_to(alert),
    }
    about["headline"] = f"HỦY: {about['headline']}"[:160]
    stations = list(alert.stations.all())
    called_off = _kept(about, stations, alert.recording, by, alert)
    _stop(alert, by)
    record("cancel_alert", target=alert, by=by, **_told(called_off, stations))
    return called_off


def _held(stations: Collection[Station], by: User, updates: Alert | None = None) -> list[Station]:
    """The stations to reach; those of the message that goes are held with them, in one order."""
    if not stations:
        raise Incomplete([Issue("no_station", "Hãy chọn ít nhất một đài, cụm loa.", "stations")])
    to_stop = updates.stations.all() if updates else []
    wanted = reached(stations)
    held([*wanted, *reached(to_stop)])
    if not wanted or not all(rules.may_order(by, station) for station in wanted):
        raise NotAllowed(NOT_LEADER)
    return wanted


def _refuse_others_sound(recording: Recording, by: User) -> None:
    if not (recording.unit.is_under(by.seat) or by.seat.is_under(recording.unit.seat)):
        raise NotAllowed("Bản thu này của cơ quan khác.")


def _refuse_halted(stations: Sequence[Station]) -> None:
    off = halted(stations)
    if names := ", ".join(str(station) for station in stations if station.pk in off):
        raise WrongState(f"Đang ngừng phát: {names}. Hãy cho phát lại trước, hoặc bỏ chọn.")


def _open(alert: Alert, by: User) -> Alert:
    """The message, held, if it may still be replaced or called off by this person."""
    alert = Alert.objects.select_for_update(no_key=True, of=["self"]).get(pk=alert.pk)
    stations = alert.stations.select_related("unit__acts_for")
    if not all(rules.may_order(by, station) for station in stations):
        raise NotAllowed(NOT_LEADER)
    is_last = not Alert.objects.filter(updates=alert).exists()
    is_cancel = alert.facts["msgType"] == MessageKind.CANCEL
    if is_cancel or not is_last or alert.expires_at <= clock.passing():
        raise WrongState("Tin này đã hết hiệu lực, đã hủy hoặc đã có tin thay thế.")
    return alert


def _kept(
    about: Mapping[str, Any],
    stations: Collection[Station],
    recording: Recording,
    by: User,
    updates: Alert | None,
) -> Alert:
    message = cap_message(about)
    if faults := cap_faults(message):
        raise Incomplete([Issue("not_cap", f"Tin chưa đúng chuẩn CAP: {one}.") for one in faults])
    alert = Alert.objects.create(
        identifier=about["identifier"],
        unit=by.seat,
        facts=dict(about),
        message=keep(message, "application/cap+xml"),
        recording=recording,
        updates=updates,
        by=by,
        at=clock.passing(),
        expires_at=expiry(about),
    )
    alert.stations.set(stations)
    return alert


def _stop(alert: Alert, by: User) -> None:
    facts = {"bulletin": None, "sha256": [alert.recording.file_id], "identifier": alert.identifier}
    to = [order.station for order in alert.orders.select_related("station")]
    give(Order.STOP, to, facts, by=by)


def _told(alert: Alert, stations: Collection[Station]) -> dict[str, Any]:
    """What the ledger keeps of a message."""
    return {
        "identifier": alert.identifier,
        "status": alert.facts["status"],
        "message": alert.message_id,
        "sound": alert.recording.file_id,
        "stations": [station.pk for station in stations],
    }
