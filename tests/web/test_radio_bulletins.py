"""Bulletins on their screens, and heard again by everybody."""

import datetime as dt
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from haidang import clock
from haidang.broadcast.commands import clear_bulletin, submit_bulletin
from haidang.broadcast.models import Aired, Bulletin, Recording, Station
from haidang.broadcast.queries.bulletins import is_airable
from haidang.broadcast.queries.heard import state_of_bulletin, step_for_bulletin
from haidang.broadcast.queries.listed import listed
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.enums import Step
from tests.makers.bulletins import (
    clear_both,
    lay_recording,
    make_bulletin,
    make_cleared_bulletin,
    sound,
)
from tests.makers.newsroom import make_newsroom
from tests.makers.portal import publish
from tests.system import needs

pytestmark = [pytest.mark.django_db, needs("ffmpeg", "ffmpeg")]


def airing(room, bulletin):
    """Let a bulletin have been aired."""
    station = Station.objects.create(unit=room.unit, kind="district", name="Đài huyện Thử")
    Aired.objects.create(
        id=uuid.uuid4(),
        station=station,
        how="person",
        by=room.author,
        kind="bulletin",
        title=bulletin.title,
        sha256=bulletin.recording.file_id,
        started_at=clock.now() - dt.timedelta(hours=1),
        seconds=2,
        received_at=clock.now(),
    )


def test_a_bulletin_is_made_and_cleared_on_the_screens(client):
    room = make_newsroom()
    story = publish(room, "Tàu ra khơi")
    client.force_login(room.author)
    day = {"on_day": "25", "on_month": "11", "on_year": "2024"}
    asked = {"title": "Bản tin sáng", "stories": [story.pk], "words": ""} | day
    assert client.post(reverse("draft-bulletin"), asked).status_code == 302
    row = Bulletin.objects.get()
    page = reverse("bulletin", args=[row.pk])
    asked = {"title": "Bản tin sáng", "words": "Có 15 tàu.", "spoken": "", "seen": row.version}
    assert client.post(page, asked | day).status_code == 302
    row.refresh_from_db()
    assert row.spoken == "Có mười lăm tàu."
    file = SimpleUploadedFile("ghi-am-tren-may.mp3", sound(), "audio/mpeg")
    asked = {"file": file, "seen": row.version}
    assert client.post(reverse("give-sound", args=[row.pk]), asked).status_code == 302
    assert Recording.objects.get().source == "recorded"
    client.post(reverse("submit-bulletin", args=[row.pk]), {"no_secret": "1"})
    for by, step in ((room.editor, "editor"), (room.officer, "confidentiality")):
        client.force_login(by)
        decide = reverse("clear-bulletin", args=[row.pk])
        sent = row.submissions.get().pk
        assert "Cho phát" in client.get(decide).content.decode()
        chosen = {"decision": "cho-dang", "step": step, "submission": sent}
        assert client.post(decide, chosen).status_code == 302
    assert is_airable(row)
    assert "được phát" in client.get(page).content.decode()
    assert client.get(reverse("bulletin-sound", args=[row.pk])).status_code == 200


def test_what_is_no_sound_is_refused_in_words(client):
    room = make_newsroom()
    bulletin = make_bulletin(room, with_sound=False)
    client.force_login(room.author)
    asked = {"file": SimpleUploadedFile("a.mp3", b"%PDF-1.7 abc"), "seen": bulletin.version}
    answer = client.post(reverse("give-sound", args=[bulletin.pk]), asked)
    assert answer.status_code == 422
    assert "PDF" in answer.content.decode()


def test_the_library_takes_sound_and_shows_it(client):
    room = make_newsroom()
    client.force_login(room.author)
    page = reverse("recordings")
    file = SimpleUploadedFile("a.mp3", sound(), "audio/mpeg")
    asked = {"title": 'Nhạc\n"hiệu"', "language": "vi", "file": file, "rights": "Đài"}
    assert client.post(page, asked).status_code == 302
    row = Recording.objects.get()
    assert row.title == 'Nhạc "hiệu"'
    shown = client.get(page).content.decode()
    assert "Nhạc" in shown
    assert "bản tin, chương trình có nó sẽ không phát" in shown
    assert client.get(reverse("recording-sound", args=[row.pk])).status_code == 200
    client.post(reverse("retire-recording", args=[row.pk]))
    assert "Chưa có bản thu" in client.get(page).content.decode()


def test_a_second_person_says_that_a_recording_is_music(client):
    room = make_newsroom()
    row = lay_recording(room.unit, room.author, "Nhạc hiệu")
    page, act = reverse("recordings"), reverse("confirm-music", args=[row.pk])
    client.force_login(room.author)
    assert act not in client.get(page).content.decode()
    assert client.post(act).status_code == 403
    client.force_login(room.editor)
    assert act in client.get(page).content.decode()

    answer = client.post(act, follow=True).content.decode()

    assert "là nhạc, không có lời nói" in answer
    assert "nhạc, đã có người thứ hai nghe" in answer
    assert act not in answer
    assert Recording.objects.get().music_by == room.editor


def test_everybody_hears_again_what_was_aired(client):
    room = make_newsroom()
    bulletin = make_cleared_bulletin(room)
    page = f"/vi/nghe-lai/{bulletin.pk}/"
    heard = f"/tieng/{bulletin.recording.file_id}.mp3"
    assert client.get(page).status_code == 404
    airing(room, bulletin)
    answer = client.get(page)
    assert answer.status_code == 200
    assert "autoplay" not in answer.content.decode()
    assert "tàu ra khơi" in answer.content.decode()
    assert bulletin.title in client.get("/vi/nghe-lai/").content.decode()
    assert heard in client.get("/vi/nghe-lai.rss").content.decode()
    part = client.get(heard, headers={"range": "bytes=0-99"})
    assert (part.status_code, len(b"".join(part.streaming_content))) == (206, 100)
    withdraw_story(story=bulletin.parts.get().story, notice="Đã rút.", by=room.editor)
    assert client.get(page).status_code == 404
    assert client.get(heard).status_code == 404
    assert bulletin.title not in client.get("/vi/nghe-lai/").content.decode()
    assert heard not in client.get("/vi/nghe-lai.rss").content.decode()


@pytest.mark.parametrize("act", ["renew", "retire"])
def test_what_loses_clearances_is_asked_first(client, act):
    room = make_newsroom()
    bulletin = make_cleared_bulletin(room)
    client.force_login(room.author)
    address, asked = reverse("change-bulletin", args=[bulletin.pk]), {"act": act}
    asked |= {"seen": bulletin.version}

    question = client.post(address, asked).content.decode()

    assert "hai quyết định đã duyệt" in question
    assert ("bản thu đang gắn" in question) == (act == "renew")
    assert is_airable(bulletin)
    assert client.post(address, asked | {"confirmed": "1"}).status_code == 302
    assert not is_airable(bulletin)


def test_the_question_before_words_are_lost_names_what_is_gone(client):
    room = make_newsroom()
    bulletin = make_cleared_bulletin(room)
    client.force_login(room.author)
    story = bulletin.parts.get().story
    withdraw_story(story=story, notice="Đã rút.", by=room.editor)
    address = reverse("change-bulletin", args=[bulletin.pk])

    asked = {"act": "renew", "seen": bulletin.version}
    assert story.title in client.post(address, asked).content.decode()
    answer = client.post(address, asked | {"confirmed": "1"}, follow=True)

    assert "Không còn bài nào trong bản tin này được đăng" in answer.content.decode()
    assert Bulletin.objects.get().recording == bulletin.recording


def test_whoever_may_not_change_a_bulletin_is_refused_without_a_question(client):
    room = make_newsroom()
    bulletin = make_bulletin(room, with_sound=False)
    client.force_login(room.auditor)

    answer = client.post(reverse("change-bulletin", args=[bulletin.pk]), {"act": "retire"})

    assert answer.status_code == 403


def test_the_list_of_bulletins_asks_as_often_for_one_as_for_five(client, count_queries):
    room = make_newsroom()
    people = (room.author, room.editor, room.leader, room.officer, room.auditor)

    def counted():
        found = []
        for person in people:
            client.force_login(person)
            found += [count_queries(client, path) for path in ("/phat-thanh/ban-tin/", "/viec/")]
        return found

    submit_bulletin(bulletin=make_bulletin(room), by=room.author, no_secret=True)
    few = counted()
    for ahead in range(2):
        submit_bulletin(bulletin=make_bulletin(room), by=room.author, no_secret=True)
        make_cleared_bulletin(room, f"Bản tin {ahead}")
    assert counted() == few


def test_the_list_of_bulletins_says_what_each_bulletin_says_of_itself(client):
    room = make_newsroom()
    make_cleared_bulletin(room), make_bulletin(room, with_sound=False)
    waits = make_bulletin(room)
    submit_bulletin(bulletin=waits, by=room.author, no_secret=True)
    rewritten = make_cleared_bulletin(room)
    Bulletin.objects.filter(pk=rewritten.pk).update(words="Khác", version=9)
    sent = submit_bulletin(bulletin=make_bulletin(room), by=room.author, no_secret=True)
    refusal = {"agrees": False, "reason": "E1", "by": room.editor}
    clear_bulletin(submission=sent, step=Step.EDITOR, **refusal)
    half = submit_bulletin(bulletin=make_bulletin(room), by=room.author, no_secret=True)
    clear_bulletin(submission=half, step=Step.EDITOR, agrees=True, by=room.editor)

    for person in (room.author, room.editor, room.leader, room.officer):
        for one in listed(person, Bulletin.objects.select_related("unit__acts_for", "recording")):
            row = Bulletin.objects.get(pk=one.bulletin.pk)
            assert one.state == state_of_bulletin(row)
            assert one.step == step_for_bulletin(person, row)


def test_strangers_see_no_bulletin(client):
    room = make_newsroom()
    bulletin = make_bulletin(room)
    clear_both(room, bulletin)
    client.force_login(room.auditor)
    assert client.get(reverse("bulletin", args=[bulletin.pk])).status_code == 200
    assert client.post(reverse("submit-bulletin", args=[bulletin.pk])).status_code == 403
