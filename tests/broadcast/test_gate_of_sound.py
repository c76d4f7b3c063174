"""Who hears what is not cleared: drafts that were shared, sound under K4, editions, put away."""

import datetime as dt
import io
import json
import zipfile

import pytest

from haidang.broadcast.bulletin_package import BulletinFacts, _hash_of, packed
from haidang.broadcast.commands import (
    confirm_music,
    receive_package,
    release_week,
    retire_bulletin,
)
from haidang.broadcast.commands.bulletins import (
    draft_bulletin,
    edit_bulletin,
    give_sound,
    share_bulletin,
)
from haidang.broadcast.commands.clearing_bulletins import clear_bulletin, submit_bulletin
from haidang.broadcast.enums import Order
from haidang.broadcast.log_lines import Unreadable, read_line
from haidang.broadcast.models import Bulletin, Exchanged, Part, PlayerOrder
from haidang.broadcast.queries.heard import visible_bulletins, visible_recordings
from haidang.broadcast.queries.week import week_of
from haidang.errors import Incomplete
from haidang.newsroom.commands.publishing import correct_story
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.enums import Reason, Step
from haidang.orgs.enums import Role
from tests.makers.broadcast import make_part, make_slot, make_station
from tests.makers.bulletins import DAY, clear_both, lay_recording, make_bulletin
from tests.makers.newsroom import clear, make_newsroom, rewrite
from tests.makers.orgs import make_unit, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_monday(settings):
    settings.AS_OF = DAY


def with_sound(room, bulletin, content=b"mp3"):
    recording = lay_recording(room.unit, room.author, content=content)
    facts = {"recording": recording, "seen": bulletin.version, "by": room.author}
    return give_sound(bulletin=bulletin, **facts)


def cleared(room, **facts):
    bulletin = with_sound(room, make_bulletin(room, with_sound=False, **facts))
    clear_both(room, bulletin)
    return Bulletin.objects.get(pk=bulletin.pk)


def released(room, bulletin):
    slot = make_slot(make_station(room.author), by=room.author)
    make_part(slot, by=room.author, kind="bulletin", title="", bulletin=bulletin)
    return release_week(station=slot.station, monday=DAY, by=room.author)


@pytest.mark.promise("N18")
def test_a_shared_bulletin_that_was_changed_is_a_draft_of_nobody_below():
    room = make_newsroom()
    bulletin = cleared(room)
    Bulletin.objects.filter(pk=bulletin.pk).update(unit=room.district)  # an authority above
    below = make_user(Role.EDITOR, unit=make_unit(parent=room.district))
    bulletin.refresh_from_db()
    maker = make_user(Role.EDITOR, unit=room.district)
    share_bulletin(bulletin=bulletin, by=maker)
    assert bulletin in visible_bulletins(below)

    facts = {"title": "Tin", "on": DAY, "words": "Chưa duyệt.", "seen": bulletin.version}
    edit_bulletin(bulletin=bulletin, by=maker, **facts)

    assert bulletin not in visible_bulletins(below)
    assert bulletin in visible_bulletins(maker)


@pytest.mark.promise("N17")
def test_the_sound_of_a_bulletin_under_k4_is_heard_by_two_people():
    room = make_newsroom()
    bulletin = with_sound(room, make_bulletin(room, with_sound=False))
    sound = bulletin.recording
    submission = submit_bulletin(bulletin=bulletin, by=room.author, no_secret=True)
    step = {"step": Step.CONFIDENTIALITY, "agrees": False, "reason": Reason.IN_PERSON}
    clear_bulletin(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)
    assert sound in visible_recordings(room.editor)
    clear_bulletin(submission=submission, by=room.officer, **step)

    assert sound not in visible_recordings(room.editor)
    assert sound in visible_recordings(room.author)
    with_sound(room, Bulletin.objects.get(pk=bulletin.pk), b"other")
    assert sound not in visible_recordings(room.editor)


@pytest.mark.promise("N15")
def test_a_bulletin_that_was_put_away_is_stopped_by_a_correction_too():
    room = make_newsroom()
    bulletin = cleared(room)
    released(room, bulletin)
    retire_bulletin(bulletin=bulletin, by=room.author)
    story = bulletin.parts.get().story
    rewrite(story, room.author, title="Ngư dân ra khơi, đã sửa")
    clear(room, story)

    correct_story(story=story, notice="Sửa tên tàu.", by=room.editor)

    assert PlayerOrder.objects.get().order == Order.STOP


@pytest.mark.promise("N15")
def test_an_edition_that_was_typed_is_stopped_with_the_stories_of_its_original():
    room = make_newsroom()
    original = cleared(room)
    facts = {"title": "ព័ត៌មាន", "on": DAY, "words": "ព័ត៌មានព្រឹក", "language": "km"}
    made = draft_bulletin(unit=room.unit, by=room.author, edition_of=original, **facts)
    sound = lay_recording(room.unit, room.author, content=b"km", language="km")
    give_sound(bulletin=made, recording=sound, seen=made.version, by=room.author)
    clear_both(room, made)
    release = released(room, Bulletin.objects.get(pk=made.pk))
    assert [part["bulletin"] for part in release.content["parts"]] == [made.pk]

    story = original.parts.get().story
    withdraw_story(story=story, notice="Đã rút.", by=room.editor)

    assert PlayerOrder.objects.get().content["bulletin"] == made.pk


def test_a_number_that_is_larger_than_all_is_no_length():
    now = dt.datetime.now(dt.UTC).isoformat()

    with pytest.raises(Unreadable):
        read_line({"started_at": now, "seconds": 10**400})


@pytest.mark.promise("N18")
@pytest.mark.parametrize("source", ["recorded", "machine", "uploaded"])
def test_words_are_not_aired_as_music_by_any_way(source):
    room = make_newsroom()
    slot = make_slot(make_station(room.author), by=room.author)
    sound = lay_recording(room.unit, room.author, source=source, is_for_filling=True)
    if source == "uploaded":  # the sound of a bulletin that nobody cleared
        made = make_bulletin(room, with_sound=False)
        give_sound(bulletin=made, recording=sound, seen=made.version, by=room.author)
    with pytest.raises(Incomplete):
        make_part(slot, by=room.author, kind="music", recording=sound)
    part = make_part(slot, by=room.author)
    make_part(slot, by=room.author)
    Part.objects.filter(pk=part.pk).update(recording=sound)

    content = release_week(station=slot.station, monday=DAY, by=room.author).content

    assert sound.file_id not in {one["sha256"] for one in content["parts"]}
    assert [one["id"] for one in content["left_out"]] == [f"p{part.pk}"]
    assert content["filling"] == []


@pytest.mark.promise("N17")
def test_what_is_called_music_is_aired_once_a_second_person_heard_it():
    room = make_newsroom()
    slot = make_slot(make_station(room.author), by=room.author)
    facts = {"rights": "Đài", "is_for_filling": True}
    sound = lay_recording(room.unit, room.author, "Bài nói", **facts)
    part = make_part(slot, by=room.author, recording=sound)
    make_part(slot, by=room.author)

    before = release_week(station=slot.station, monday=DAY, by=room.author).content
    view = week_of(slot.station, DAY, room.author)
    told = [one.message for one in view.findings if one.part == part.pk and one.stops]
    confirm_music(recording=sound, by=room.editor)
    after = release_week(station=slot.station, monday=DAY, by=room.author).content

    why = "chưa có người thứ hai nghe và xác nhận là nhạc"
    assert [(one["title"], one["why"]) for one in before["left_out"]] == [("Văn nghệ", why)]
    assert (before["filling"], told) == ([], [f"“Văn nghệ”: {why}."])
    assert sound.file_id in {one["sha256"] for one in after["parts"]}
    assert [one["sha256"] for one in after["filling"]] == [sound.file_id]
    assert after["left_out"] == []


def sealed_anew(**more):
    said = {"identifier": "a-1", "title": "Bản tin", "category": "", "language": "vi"}
    said |= {"text": "Lời", "sender": "UBND xã", "approver": "", "on": "2024-11-25"}
    package = packed(BulletinFacts(**said), b"")
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        content = json.loads(opened.read("bulletin.json")) | more
    content["sha256"] = _hash_of(content)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("bulletin.json", json.dumps(content))
    return out.getvalue()


@pytest.mark.promise("N19")
@pytest.mark.parametrize(
    "more",
    [
        {"approver": "TỐI MẬT"},
        {"category": "MẬT"},
        {"clusters": ["TUYỆT MẬT"]},
        {"remark": "TỐI MẬT"},
        {"identifier": "a\0"},
        {"sender": "\ud800"},
    ],
)
def test_nothing_of_a_package_is_kept_that_is_stamped_or_that_nobody_reads(more):
    by = make_user(Role.EDITOR)

    with pytest.raises(Incomplete):
        receive_package(unit=by.unit, content=sealed_anew(**more), by=by)

    assert not Exchanged.objects.exists()
    assert receive_package(unit=by.unit, content=sealed_anew(), by=by).bulletin
