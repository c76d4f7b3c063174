"""Orders to players: what is not aired any more, and the switch of a level."""

from collections.abc import Collection, Sequence

from django.db import transaction
from django.db.models import Model

from haidang.broadcast import player_rules, rules
from haidang.broadcast.enums import Order
from haidang.broadcast.giving import give, held, reached
from haidang.broadcast.models import Bulletin, PlayerOrder, Recording, Station
from haidang.broadcast.stopping import Held, held_in_weeks, sounds_of
from haidang.broadcast.switch import halted, is_above, may_undo
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User


@transaction.atomic
def stop_bulletin(*, bulletin: Bulletin, by: User | None) -> list[PlayerOrder]:
    """Tell every player that has a bulletin in its weeks not to air it, in all sounds it ever had.

    Weeks that are released afterwards may hold it again. Refuses with NotAllowed; `by` is None
    where a story in it was withdrawn (N15).
    """
    _refuse_others(by, bulletin)
    return _stopped(held_in_weeks(bulletin.pk, sounds_of(bulletin)), bulletin, by, "stop_bulletin")


@transaction.atomic
def stop_recording(*, recording: Recording, by: User | None) -> list[PlayerOrder]:
    """Tell every player that has a recording in its weeks not to air it. Refuses as above."""
    _refuse_others(by, recording)
    return _stopped(held_in_weeks(None, {recording.file_id}), recording, by, "stop_recording")


@transaction.atomic
def halt_stations(*, stations: Collection[Station], by: User) -> list[PlayerOrder]:
    """Turn stations off, and the loudspeakers on them: nothing is aired until they are resumed.

    Refuses with NotAllowed whoever leads neither their authority nor one above, with WrongState
    where all are off already.
    """
    wanted = _ordered(stations, by)
    off = halted(wanted)
    # Who stands above may take the switch over; who stands below does not become its owner.
    still = [one for one in wanted if one.pk not in off or is_above(by, off[one.pk])]
    if not still:
        raise WrongState("Các đài, cụm loa này đang ngừng phát.")
    orders = give(Order.HALT, still, {"level": by.seat.pk}, by=by)
    return _told(orders, "halt_stations", by)


@transaction.atomic
def resume_stations(*, stations: Collection[Station], by: User) -> list[PlayerOrder]:
    """Turn stations on again. Refuses with WrongState what is on, with NotAllowed a lower level."""
    wanted = _ordered(stations, by)
    off = halted(wanted)
    if not off:
        raise WrongState("Các đài, cụm loa này đang phát bình thường.")
    if not all(may_undo(by, halt) for halt in off.values()):
        raise NotAllowed("Cấp trên đã ngừng phát; chỉ cấp đó hoặc cấp trên nữa mới cho phát lại.")
    orders = give(Order.RESUME, [one for one in wanted if one.pk in off], {}, by=by)
    return _told(orders, "resume_stations", by)


def _refuse_others(by: User | None, sound: Bulletin | Recording) -> None:
    if not player_rules.may_stop(by, sound):
        raise NotAllowed("Chỉ biên tập viên, lãnh đạo của cơ quan hoặc cấp trên mới cho dừng.")


def _stopped(where: Held, target: Model, by: User | None, event: str) -> list[PlayerOrder]:
    if not where.stations:
        return []
    facts = {"bulletin": where.bulletin, "sha256": sorted(where.sounds)}
    orders = give(Order.STOP, reached(where.stations), facts, by=by)
    record(event, target=target, by=by, stations=[order.station_id for order in orders])
    return orders


def _ordered(stations: Collection[Station], by: User) -> Sequence[Station]:
    if not stations:
        raise WrongState("Chưa chọn đài, cụm loa nào.")
    wanted = held(reached(stations))
    if not wanted or not all(rules.may_order(by, station) for station in wanted):
        raise NotAllowed("Chỉ lãnh đạo của cơ quan có đài, hoặc cấp trên, mới được ra lệnh này.")
    return wanted


def _told(orders: list[PlayerOrder], event: str, by: User) -> list[PlayerOrder]:
    for order in orders:
        record(event, target=order, by=by, station=order.station_id, number=order.number)
    return orders
