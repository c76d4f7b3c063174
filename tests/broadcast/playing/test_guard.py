import base64
import datetime as dt
import json

import pytest

from haidang.broadcast.playing import guard
from haidang.broadcast.playing.memory import Memory, remembered
from haidang.broadcast.seal import PLACE, NotSealed, digest, new_key, public_of, seal
from tests.broadcast.playing.tower import HANOI, part, week

KEY = new_key()
NOW = dt.datetime.now(HANOI)


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path, station=1, plays=[1, 9], trusted=[public_of(KEY)])


def content(**more):
    sound = {"sha256": "a" * 64, "size": 5, "seconds": 3.0}
    return week(1, [part(1, NOW, sound)], filling=[sound], now=NOW) | more


def taken(memory, content, key=KEY, altered=None):
    sealed = seal(content, key)
    if altered is not None:
        outer = json.loads(sealed)
        payload = bytearray(base64.b64decode(outer["payload"]))
        payload[altered % len(payload)] ^= 1
        sealed = json.dumps(outer | {"payload": base64.b64encode(bytes(payload)).decode()})
    return guard.take_week(memory, sealed, digest(content), NOW)


@pytest.mark.promise("N20")
def test_a_week_is_refused_that_is_unsigned_foreign_or_altered_in_any_byte(memory, proof):
    with pytest.raises(NotSealed) as unsigned:
        guard.take_week(memory, json.dumps(content()), "", NOW)
    with pytest.raises(NotSealed) as foreign:
        taken(memory, content(), key=new_key())

    assert (unsigned.value.code, foreign.value.code) == ("unsigned", "untrusted")
    size = len(json.dumps(content()))
    for at in range(0, size, 7):
        with pytest.raises(NotSealed) as altered:
            taken(memory, content(), altered=at)
        assert altered.value.code == "altered"
    proof(tried="gói tuần bị sửa một bit ở từng chỗ", times=size // 7)


@pytest.mark.promise("N20")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"valid_until": (NOW - dt.timedelta(seconds=1)).isoformat()}, "expired"),
        ({"station": 2}, "station"),
        ({"format": "haidang-order/1"}, "format"),
        ({"parts": [{"id": "p1"}]}, "format"),
        ({"slots": [{"weekdays": "1", "starts_at": "25:00", "minutes": 5}]}, "format"),
        ({"slots": [{"weekdays": "1", "starts_at": "05:00", "minutes": 0}]}, "format"),
        ({"filling": [{"sha256": "../x", "size": 5, "seconds": 1}]}, "format"),
        ({"parts": [part(1, NOW, relay="file:///etc/passwd")]}, "format"),
        ({"parts": [part(1, NOW, seconds=90000)]}, "format"),
        ({"parts": [part(1, NOW.replace(tzinfo=None))]}, "format"),
    ],
)
def test_a_week_is_refused_that_is_expired_for_another_or_not_as_agreed(memory, change, code):
    with pytest.raises(NotSealed) as refusal:
        taken(memory, content(**change))

    assert refusal.value.code == code


@pytest.mark.promise("N20")
def test_an_older_week_and_another_of_the_same_number_are_refused_after_a_restart(memory):
    assert taken(memory, content(number=5)).number == 5
    memory.save()
    memory = remembered(memory.folder)

    for number in (4, 5):
        with pytest.raises(NotSealed) as refusal:
            taken(memory, content(number=number, name="khác"))
        assert refusal.value.code == "replayed"
    assert taken(memory, content(number=5)).number == 5
    assert taken(memory, content(station=9, number=1)).station == 9


@pytest.mark.promise("N20")
def test_a_week_is_refused_that_is_not_the_one_asked_for(memory):
    with pytest.raises(NotSealed) as refusal:
        guard.take_week(memory, seal(content(), KEY), "f" * 64, NOW)

    assert refusal.value.code == "altered"


def order(number=1, kind="halt", station=1, minutes=5, **more):
    until = (NOW + dt.timedelta(minutes=minutes)).isoformat()
    return seal(
        {"format": "haidang-order/1", "station": station, "number": number, "order": kind,
         "at": NOW.isoformat(), "expires_at": until, **more}, KEY,
    )  # fmt: skip


@pytest.mark.promise("N20")
def test_an_order_is_obeyed_once_and_an_older_one_never(memory):
    assert guard.take_order(memory, order(3), NOW)["order"] == "halt"

    for number in (3, 2):
        with pytest.raises(NotSealed) as refusal:
            guard.take_order(memory, order(number), NOW)
        assert refusal.value.code == "replayed"


@pytest.mark.promise("N20")
@pytest.mark.parametrize(
    ("sealed", "code", "newest"),
    [
        (order(4, minutes=-1), "expired", 4),
        (order(4, station=9), "station", 0),
        (order(4, kind="dance"), "format", 4),
        (order(4, kind="emergency", sha256="x"), "format", 4),
        (order(4, kind="emergency", sha256="a" * 64, size=1, seconds=1, repeats=99,
               identifier="x"), "format", 4),
        (order(4, kind="stop", sha256="all"), "format", 4),
    ],
)  # fmt: skip
def test_an_order_is_refused_and_not_asked_for_again(memory, sealed, code, newest):
    with pytest.raises(NotSealed) as refusal:
        guard.take_order(memory, sealed, NOW)

    assert (refusal.value.code, memory.newest_order) == (code, newest)


def test_the_place_says_whose_weeks_are_played(memory):
    guard.take_place(memory, seal({"format": PLACE, "station": 1, "plays": [1, 4]}, KEY))

    assert memory.plays == [1, 4]
    for words in ({"station": 2, "plays": [2]}, {"station": 1, "plays": "all"}):
        with pytest.raises(NotSealed):
            guard.take_place(memory, seal({"format": PLACE} | words, KEY))


@pytest.mark.promise("N20")
def test_an_older_paper_of_the_place_is_refused_also_after_a_restart(memory):
    def paper(number, plays):
        words = {"format": PLACE, "station": 1, "number": number, "plays": plays}
        return seal(words, KEY)

    guard.take_place(memory, paper(2, [1, 4]))
    guard.take_place(memory, paper(3, [1, 5]))
    memory.save()
    memory = remembered(memory.folder)
    without = seal({"format": PLACE, "station": 1, "plays": [1, 4]}, KEY)
    for older in (paper(2, [1, 4]), without, paper("9", [1, 4])):
        with pytest.raises(NotSealed) as refusal:
            guard.take_place(memory, older)
        assert (refusal.value.code, memory.plays) == ("replayed", [1, 5])

    guard.take_place(memory, paper(3, [1, 5]))


@pytest.mark.promise("N20")
@pytest.mark.parametrize(
    "change",
    [
        {"monday": "2099-01-05"},
        {"valid_until": (NOW + dt.timedelta(days=400)).isoformat()},
        {
            "valid_from": (NOW + dt.timedelta(days=50)).isoformat(),
            "monday": (NOW + dt.timedelta(days=50)).date().isoformat(),
            "valid_until": (NOW + dt.timedelta(days=60)).isoformat(),
        },
    ],
)
def test_a_week_of_another_time_is_refused_and_not_remembered(memory, change):
    with pytest.raises(NotSealed) as refusal:
        taken(memory, content(**change))

    assert (refusal.value.code, memory.numbers) == ("far", {})


def test_a_key_is_trusted_when_a_trusted_one_signed_it(memory):
    new = public_of(new_key())
    until = (NOW + dt.timedelta(days=7)).isoformat()
    words = {"format": "haidang-key/1", "old": public_of(KEY), "key": new, "old_until": until}

    assert not guard.take_keys(memory, [seal(words | {"old": new}, new_key())], NOW)
    assert guard.take_keys(memory, [seal(words, KEY)], NOW)
    assert sorted(memory.trusted) == sorted([public_of(KEY), new])


def test_a_memory_that_is_none_is_not_guessed(tmp_path):
    (tmp_path / "memory.json").write_text("[]")

    with pytest.raises(ValueError):
        remembered(tmp_path)
