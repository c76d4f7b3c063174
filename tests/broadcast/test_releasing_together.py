"""A story that is withdrawn in the moment in which a week with it is released (N15)."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from haidang.broadcast.commands import release_week, releasing
from haidang.broadcast.models import Bulletin, PlayerOrder
from haidang.newsroom.commands.withdrawing import withdraw_story
from tests.makers.broadcast import make_part, make_slot, make_station
from tests.makers.bulletins import DAY, clear_both, lay_recording, make_bulletin
from tests.makers.newsroom import make_newsroom

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.promise("N15")
def test_whoever_comes_second_sees_what_the_first_did(settings, monkeypatch):
    settings.AS_OF = DAY
    room = make_newsroom()
    bulletin = make_bulletin(room, with_sound=False)
    sound = lay_recording(room.unit, room.author)
    Bulletin.objects.filter(pk=bulletin.pk).update(recording=sound)
    bulletin.refresh_from_db()
    clear_both(room, bulletin)
    story = bulletin.parts.get().story
    slot = make_slot(make_station(room.author), by=room.author)
    make_part(slot, by=room.author, kind="bulletin", title="", bulletin=bulletin)
    packed, together = releasing.packed, ThreadPoolExecutor(1)
    waiting = []

    def withdraw():
        try:
            withdraw_story(story=story, notice="Đã rút.", by=room.editor)
        finally:
            connection.close()

    def slowly(content):
        waiting.append(together.submit(withdraw))
        time.sleep(0.7)
        return packed(content)

    monkeypatch.setattr(releasing, "packed", slowly)

    release = release_week(station=slot.station, monday=DAY, by=room.author)
    waiting[0].result(timeout=20)

    assert [part["bulletin"] for part in release.content["parts"]] == [bulletin.pk]
    assert PlayerOrder.objects.get().content["bulletin"] == bulletin.pk
