"""Bulletins as packages, out and in: nothing altered comes in, and nothing that came is cleared."""

import hashlib
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.broadcast.bulletin_package import BulletinFacts, NotPackage, opened, packed
from haidang.broadcast.commands import receive_package, send_package
from haidang.broadcast.models import Bulletin, Exchanged
from haidang.broadcast.queries.bulletins import is_airable
from haidang.documents.models import StoredFile
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from tests.makers.bulletins import make_bulletin, make_cleared_bulletin, sound
from tests.makers.newsroom import make_newsroom
from tests.makers.orgs import make_user
from tests.system import needs

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def facts(**more):
    said = {"identifier": "a-1", "title": "Bản tin", "category": "bản tin", "language": "vi"}
    said |= {"text": "Lời", "sender": "UBND xã", "approver": "Phó Chủ tịch", "on": "2026-11-23"}
    return BulletinFacts(**(said | more))


@given(words, words, st.binary(max_size=200))
def test_what_was_packed_opens_to_the_letter_and_to_the_byte(title, text, sounded):
    said = facts(title=title, text=text, clusters=("Cụm 1",))

    got = opened(packed(said, sounded))

    assert (got.facts, got.sound) == (said, sounded)
    assert packed(said, sounded) == packed(said, sounded)


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def unzipped(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def altered(**more):
    files = unzipped(packed(facts(), b"tone"))
    said = json.loads(files["bulletin.json"])
    return zipped(files | {"bulletin.json": json.dumps(said | more)})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        zipped({}),
        zipped({"bulletin.json": "[]"}),
        zipped({"bulletin.json": "{"}),
        zipped({"bulletin.json": "[" * 100_000}),
        zipped({"bulletin.json": b"\x00" * 2_000_000}),
        zipped({"bulletin.json": '{"format": "haidang-bulletin/9"}'}),
        altered(title="Khác"),
        altered(format="khác"),
        zipped(unzipped(packed(facts(), b"tone")) | {"sound.mp3": b"tonf"}),
        zipped(unzipped(packed(facts(), b"tone")) | {"../x": b""}),
        zipped({"bulletin.json": unzipped(packed(facts(), b"tone"))["bulletin.json"]}),
        zipped(unzipped(packed(facts(), b"")) | {"sound.mp3": b"tone"}),
        packed(facts(identifier=""), b""),
        packed(facts(identifier="x" * 121), b""),
        packed(facts(on="mai"), b""),
        packed(facts(title=5), b""),
    ],
)
def test_what_is_no_package_or_was_altered_is_refused_in_words(content):
    with pytest.raises(NotPackage, match=r"\w"):
        opened(content)


@given(st.integers(min_value=0), st.integers(1, 255))
def test_one_altered_byte_never_changes_what_comes_in(place, by):
    content = bytearray(packed(facts(), b"tone" * 5))
    place %= len(content)
    content[place] ^= by

    try:
        got = opened(bytes(content))
    except NotPackage:
        return
    assert (got.facts, got.sound) == (facts(), b"tone" * 5)  # in what a zip says of itself


@pytest.mark.django_db
@needs("ffmpeg", "ffmpeg")
def test_send_package_and_receive_package_bring_a_bulletin_over_uncleared():
    room = make_newsroom()
    bulletin = make_cleared_bulletin(room)

    sent = send_package(bulletin=bulletin, by=room.author)
    got = opened(sent.file.read())
    receiver = make_user(Role.EDITOR)
    kept = [
        receive_package(unit=receiver.unit, content=sent.file.read(), by=receiver) for _ in range(2)
    ]

    assert got.sound == bulletin.recording.file.read()
    assert kept[0] == kept[1]
    assert (kept[0].recording.source, kept[0].bulletin.words) == ("received", bulletin.words)
    assert not is_airable(kept[0].bulletin)
    assert Exchanged.objects.count() == 2


@pytest.mark.django_db
@needs("ffmpeg", "ffmpeg")
def test_send_package_refuses_what_is_not_cleared_and_strangers():
    room = make_newsroom()
    bulletin = make_bulletin(room)

    with pytest.raises(WrongState):
        send_package(bulletin=bulletin, by=room.author)
    with pytest.raises(NotAllowed):
        send_package(bulletin=bulletin, by=make_user(Role.EDITOR))


@pytest.mark.django_db
def test_receive_package_refuses_strangers_stamps_and_what_is_none():
    by = make_user(Role.EDITOR)
    unit = by.unit

    with pytest.raises(NotAllowed):
        receive_package(unit=unit, content=b"", by=make_user(Role.EDITOR))
    stamped = packed(facts(text="Lời\nMẬT\n"), b"")
    for content, name in ((b"", ""), (stamped, ""), (packed(facts(), b""), "TỐI MẬT.zip")):
        with pytest.raises(Incomplete):
            receive_package(unit=unit, content=content, by=by, name=name)
    assert (Bulletin.objects.count(), Exchanged.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.promise("N19")
@pytest.mark.parametrize(
    ("said", "name"),
    [({"text": "Lời\nMẬT\n"}, ""), ({"approver": "TỐI MẬT"}, ""), ({}, "TUYỆT MẬT.zip")],
)
def test_receive_package_leaves_a_receipt_of_a_stamped_one_and_nothing_else(said, name):
    by = make_user(Role.EDITOR)
    content = packed(facts(**said), b"")

    with pytest.raises(Incomplete, match="dấu chỉ độ mật"):
        receive_package(unit=by.unit, content=content, by=by, name=name)

    receipt = Entry.objects.latest("seq")
    told = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    assert (receipt.event, receipt.by) == ("refuse_secret_document", by)
    assert receipt.get_details() == told
    assert not StoredFile.objects.exists()


@pytest.mark.django_db
@needs("ffmpeg", "ffmpeg")
def test_receive_package_refuses_what_is_no_sound():
    by = make_user(Role.EDITOR)

    with pytest.raises(Incomplete):
        receive_package(unit=by.unit, content=packed(facts(), b"video"), by=by)
    receive_package(unit=by.unit, content=packed(facts(), sound(3)), by=by)

    assert Exchanged.objects.get().bulletin.recording.source == "received"
