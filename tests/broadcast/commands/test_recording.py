"""Taking sound: what is taken, what is refused in words, what stays of it."""

import pytest
from django.db import IntegrityError

from haidang import clock
from haidang.broadcast.commands.recording import (
    confirm_music,
    retire_recording,
    speak_by_machine,
    take_recording,
)
from haidang.broadcast.models import Recording
from haidang.broadcast.speaking.machine import is_there
from haidang.documents.models import StoredFile
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from tests.makers.bulletins import lay_recording, make_recording, sound
from tests.makers.orgs import make_unit, make_user
from tests.system import needs

pytestmark = [pytest.mark.django_db(transaction=True), needs("ffmpeg", "ffmpeg")]


def a_maker():
    return make_user(Role.EDITOR, unit=make_unit())


def test_take_recording_levels_it_and_keeps_no_word_of_its_origin():
    by = a_maker()
    more = ("-metadata", 'title=Bí\n"mật"', "-metadata", "artist=Máy A")
    content = sound(2, more=more)
    facts = {"unit": by.unit, "title": 'Bản\n"thu"', "by": by}
    row = take_recording(content=content, **facts)
    kept = row.file.read()
    assert row.title == 'Bản "thu"'
    assert b"ID3" not in kept[:10]
    assert "Máy A".encode() not in kept
    assert float(row.loudness) == pytest.approx(-29.6, abs=0.5)
    again = take_recording(content=kept, **facts)
    assert float(again.loudness) == pytest.approx(-16, abs=1)
    assert float(again.seconds) == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "rỗng"),
        (b"%PDF-1.7", "PDF"),
        (b"#EXTM3U\nhttp://127.0.0.1/x.mp3", "danh sách"),
        (b"ID3\x04" + b"\x00" * 400, "hỏng"),
        (b"\xff\xfb\x90\x00" * 4, "hỏng"),
        (b"hello" * 9000, "hông nhận ra"),
    ],
)
def test_take_recording_refuses_what_is_no_sound(content, words):
    by = a_maker()
    with pytest.raises(Incomplete, match=words):
        take_recording(unit=by.unit, title="x", content=content, by=by)
    assert not Recording.objects.exists()


def test_take_recording_leaves_a_receipt_of_a_secret_name_alone():
    by = a_maker()
    with pytest.raises(Incomplete):
        take_recording(unit=by.unit, title="x", content=sound(), name="TUYỆT MẬT.mp3", by=by)
    assert Entry.objects.latest("seq").event == "refuse_secret_document"
    with pytest.raises(Incomplete):
        take_recording(unit=by.unit, title="MẬT", content=sound(), by=by)
    with pytest.raises(NotAllowed):
        take_recording(unit=make_unit(), title="x", content=sound(), by=by)
    assert not Recording.objects.exists()


@pytest.mark.promise("N19")
def test_take_recording_keeps_nothing_of_sound_that_brings_a_stamp_along():
    by = a_maker()
    bears = sound(more=("-metadata", "comment=TUYỆT MẬT"))
    with pytest.raises(Incomplete):
        take_recording(unit=by.unit, title="x", content=bears, by=by)
    assert Entry.objects.latest("seq").event == "refuse_secret_document"
    assert not StoredFile.objects.exists()
    take_recording(
        unit=by.unit, title="x", content=sound(more=("-metadata", "title=Bảo mật")), by=by
    )


def test_take_recording_asks_for_rights_of_what_fills():
    by = a_maker()
    with pytest.raises(Incomplete, match="quyền"):
        make_recording(by.unit, by, is_for_filling=True)


def test_speak_by_machine_says_it_is_one_or_how_to_get_it():
    by = a_maker()
    facts = {"unit": by.unit, "title": "x", "words": "Bà con chú ý.", "by": by}
    if is_there():
        assert speak_by_machine(**facts).source == "machine"
    else:
        with pytest.raises(Incomplete, match="espeak-ng"):
            speak_by_machine(**facts)
    with pytest.raises(Incomplete, match="ngôn ngữ"):
        speak_by_machine(language="km", **facts)


def test_confirm_music_is_said_by_a_second_person_once():
    by = a_maker()
    row = lay_recording(by.unit, by)
    second = make_user(Role.LEADER, unit=by.unit)
    for stranger in (by, make_user(Role.EDITOR), make_user(Role.AUDITOR, unit=by.unit)):
        with pytest.raises(NotAllowed):
            confirm_music(recording=row, by=stranger)

    assert confirm_music(recording=row, by=second).is_music

    entry = Entry.objects.latest("seq")
    assert (entry.event, entry.by) == ("confirm_music", second)
    assert entry.get_details()["sha256"] == row.file_id
    with pytest.raises(WrongState):
        confirm_music(recording=row, by=second)


@pytest.mark.parametrize("facts", [{"source": "recorded"}, {"is_retired": True}])
def test_confirm_music_refuses_voices_and_what_was_put_away(facts):
    by = a_maker()
    row = lay_recording(by.unit, by, **facts)

    with pytest.raises(WrongState):
        confirm_music(recording=row, by=make_user(Role.EDITOR, unit=by.unit))


def test_the_database_refuses_the_same_person_twice():
    by = a_maker()
    row = lay_recording(by.unit, by)

    with pytest.raises(IntegrityError):
        Recording.objects.filter(pk=row.pk).update(music_by=by, music_at=clock.now())


def test_retire_recording_once():
    by = a_maker()
    row = lay_recording(by.unit, by)
    assert retire_recording(recording=row, by=by).is_retired
    with pytest.raises(WrongState):
        retire_recording(recording=row, by=by)
