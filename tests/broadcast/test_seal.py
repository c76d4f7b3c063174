"""What is sealed opens for those who trust its key, and for nobody else (promise N20)."""

import base64
import contextlib
import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.broadcast.seal import (
    KEY,
    LARGEST,
    ORDER,
    WEEK,
    NotSealed,
    checked,
    digest,
    new_key,
    opened,
    public_of,
    seal,
    trusted_with,
)

OURS, THEIRS = bytes(range(32)), bytes(range(1, 33))
NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
CONTENT = st.dictionaries(WORDS, WORDS | st.integers() | st.lists(WORDS, max_size=3), max_size=5)
BROKEN = [
    "",
    "{}",
    "[]",
    "null",
    "[" * 100_000,
    '{"payload": 1}',
    "\x00",
    '"x"',
    "{" + " " * LARGEST,
]


def refused(sealed, *, trusted=None):
    with pytest.raises(NotSealed) as told:
        opened(sealed, trusted or [public_of(OURS)])
    return told.value.code


@given(CONTENT)
def test_what_was_sealed_opens_as_it_was(content):
    assert opened(seal(content, OURS), {public_of(OURS)}) == content


@pytest.mark.promise("N20")
@settings(max_examples=300)
@given(st.data())
def test_no_change_of_one_byte_changes_what_is_read(data):
    content = {"format": WEEK, "station": 7, "number": 3, "title": "Bản tin sáng"}
    sealed = bytearray(seal(content, OURS).encode())
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(NotSealed):
        assert opened(sealed.decode(errors="replace"), {public_of(OURS)}) == content


def test_a_payload_of_other_words_under_the_same_signature_is_altered():
    outer = json.loads(seal({"station": 7}, OURS))
    outer["payload"] = base64.b64encode(b'{"station": 8}').decode()
    assert refused(json.dumps(outer)) == "altered"
    outer["signature"] = outer["signature"][:-2]
    assert refused(json.dumps(outer)) == "altered"


def test_a_key_that_nobody_trusts_opens_nothing():
    assert refused(seal({"station": 7}, THEIRS)) == "untrusted"
    outer = json.loads(seal({"station": 7}, THEIRS))
    outer["key"] = public_of(OURS)  # their signature under our name
    assert refused(json.dumps(outer)) == "altered"
    assert refused(json.dumps(outer | {"key": "no key"}), trusted=["no key"]) == "altered"


@pytest.mark.parametrize("sealed", BROKEN, ids=range(len(BROKEN)))
def test_what_is_no_sealed_text_is_refused_in_words(sealed):
    assert refused(sealed) == "unsigned"


def test_a_sealed_list_is_no_content():
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    payload = b"[1]"
    outer = {
        "payload": base64.b64encode(payload).decode(),
        "key": public_of(OURS),
        "signature": Ed25519PrivateKey.from_private_bytes(OURS).sign(payload).hex(),
    }
    assert refused(json.dumps(outer)) == "unsigned"


def order(**changed):
    until = (NOW + timedelta(hours=1)).isoformat()
    return {"format": ORDER, "station": 7, "number": 5, "expires_at": until} | changed


@pytest.mark.promise("N20")
@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"format": WEEK}, "format"),
        ({"station": 8}, "station"),
        ({"station": "7"}, "station"),
        ({"expires_at": (NOW - timedelta(seconds=1)).isoformat()}, "expired"),
        ({"expires_at": "2026-11-27T00:00:00"}, "format"),
        ({"expires_at": None}, "format"),
        ({"number": 4}, "replayed"),
        ({"number": 3}, "replayed"),
        ({"number": "9"}, "replayed"),
    ],
)
def test_what_is_not_for_this_station_now_is_refused(changed, code):
    checked(order(), kind=ORDER, station=7, now=NOW, newest=4)
    with pytest.raises(NotSealed) as told:
        checked(order(**changed), kind=ORDER, station=7, now=NOW, newest=4)
    assert told.value.code == code


def test_a_week_may_be_taken_again_but_not_an_older_one():
    week = {"format": WEEK, "station": 7, "number": 2, "valid_until": NOW.isoformat()}
    checked(week, kind=WEEK, station=7, now=NOW, newest=2)
    with pytest.raises(NotSealed, match="cũ"):
        checked(week, kind=WEEK, station=7, now=NOW, newest=3)


def endorsed(new, by, *, kind=KEY, until=NOW, **changed):
    content = {"format": kind, "key": public_of(new), "old": public_of(by)}
    return seal(content | {"old_until": until.isoformat()} | changed, by)


def test_a_new_key_is_trusted_by_the_word_of_a_trusted_one_alone():
    first, second, third, stranger = (new_key() for _ in range(4))
    words = [
        endorsed(third, second),  # signed by one that is trusted only after the next line
        endorsed(second, first),
        endorsed(stranger, stranger),
        endorsed(stranger, first, kind=ORDER),
        endorsed(stranger, first, old=public_of(third)),
        endorsed(stranger, first, key=None),
        endorsed(stranger, first, old_until="tomorrow"),
        "no seal",
    ]
    three = {public_of(first), public_of(second), public_of(third)}
    assert trusted_with([public_of(first)], words, NOW) == three


def test_an_old_key_is_good_until_the_day_that_was_said():
    first, second = new_key(), new_key()
    words = [endorsed(second, first, until=NOW + timedelta(days=10))]
    both = trusted_with([public_of(first)], words, NOW)
    assert both == {public_of(first), public_of(second)}
    assert trusted_with(both, words, NOW + timedelta(days=11)) == {public_of(second)}
    assert trusted_with([public_of(second)], words, NOW) == {public_of(second)}


def test_a_cluster_takes_weeks_of_the_station_it_hangs_on():
    week = {"format": WEEK, "station": 3, "number": 2, "valid_until": NOW.isoformat()}
    checked(week, kind=WEEK, station=7, now=NOW, plays=[7, 3])
    with pytest.raises(NotSealed, match="đài khác"):
        checked(week, kind=WEEK, station=7, now=NOW)


def test_the_digest_is_of_the_very_bytes_that_are_sealed():
    content = {"b": "Đài", "a": 1}
    payload = base64.b64decode(json.loads(seal(content, OURS))["payload"])
    assert digest(content) == hashlib.sha256(payload).hexdigest()
