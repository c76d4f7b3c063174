"""Names of bulletins that are between two people (K4), or drafts of others, on pages of a week."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from haidang import clock
from haidang.broadcast.commands import release_week
from haidang.broadcast.commands.bulletins import give_sound, share_bulletin
from haidang.broadcast.commands.clearing_bulletins import clear_bulletin, submit_bulletin
from haidang.broadcast.models import Bulletin, Part
from haidang.newsroom.enums import Reason, Step
from haidang.orgs.enums import Role
from tests.makers.broadcast import make_part, make_slot, make_station
from tests.makers.bulletins import DAY, clear_both, lay_recording, make_bulletin
from tests.makers.newsroom import make_newsroom
from tests.makers.orgs import make_unit, make_user

pytestmark = pytest.mark.django_db
NAME = "Đồn trực ở mũi Nước"
VEILED = "Bản tin chưa công bố"


@pytest.fixture(autouse=True)
def _before_the_morning():
    with clock.as_if(clock.at(DAY, 3)):
        yield


def with_sound(room, bulletin):
    recording = lay_recording(room.unit, room.author, NAME)
    facts = {"recording": recording, "seen": bulletin.version, "by": room.author}
    return give_sound(bulletin=bulletin, **facts)


def between_two(room, bulletin):
    submission = submit_bulletin(bulletin=bulletin, by=room.author, no_secret=True)
    refused = {"step": Step.CONFIDENTIALITY, "agrees": False, "reason": Reason.IN_PERSON}
    clear_bulletin(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)
    clear_bulletin(submission=submission, by=room.officer, **refused)


def a_week():
    """A week with a bulletin that the officer sent back with K4 after it was planned."""
    room = make_newsroom()
    bulletin = with_sound(room, make_bulletin(room, NAME, with_sound=False))
    slot = make_slot(make_station(room.author), by=room.author)
    part = make_part(slot, by=room.author, kind="bulletin", title="", bulletin=bulletin)
    between_two(room, bulletin)
    return room, slot.station, part


def asked(station):
    return {"dai": station.pk, "tuan": DAY.isoformat()}


@pytest.mark.promise("N17")
def test_the_week_has_the_place_of_a_bulletin_under_k4_and_not_its_name(client):
    room, station, part = a_week()
    make_part(part.slot, by=room.author)
    release = release_week(station=station, monday=DAY, by=room.author)
    addresses = [
        (reverse("radio"), asked(station)),
        (reverse("add-part"), asked(station)),
        (reverse("part", args=[part.pk]), {}),
        (reverse("release", args=[release.pk]), {}),
        (reverse("as-run"), {"dai": station.pk, "ngay": DAY.isoformat()}),
    ]

    shown = {}
    for person in (room.author, room.editor, room.auditor):
        client.force_login(person)
        answers = [client.get(page, words).content.decode() for page, words in addresses]
        shown[person] = [NAME in page for page in answers]

    assert shown[room.author] == [True] * 5
    assert shown[room.editor] == [False] * 5
    assert shown[room.auditor] == [False] * 5


@pytest.mark.promise("N17")
def test_whoever_may_not_see_it_takes_it_out_of_the_week_and_changes_nothing_in_it(client):
    room, _, part = a_week()
    client.force_login(room.editor)
    page = reverse("part", args=[part.pk])

    assert VEILED in client.get(page).content.decode()
    facts = {"kind": "bulletin", "language": "vi", "title": VEILED, "seconds": "5", "seen": "1"}
    assert client.post(page, facts).status_code == 403
    assert Part.objects.get().title == NAME
    answer = client.post(reverse("drop-part", args=[part.pk]), {"seen": part.week.version})

    assert answer.status_code == 302
    assert not Part.objects.exists()


@pytest.mark.promise("N17")
def test_its_sound_is_on_no_list_and_no_refusal_names_it(client):
    room, station, part = a_week()
    other = make_bulletin(room, "Tin khác", with_sound=False)
    lists = [reverse("bulletin", args=[other.pk]), reverse("recordings")]

    shown = {}
    for person in (room.author, room.editor):
        client.force_login(person)
        pages = [client.get(page).content.decode() for page in lists]
        week = {"seen": part.week.version}
        refused = client.post(f"{reverse('release-week')}?{urlencode(asked(station))}", week)
        shown[person] = [NAME in page for page in [*pages, refused.content.decode()]]
        assert refused.status_code == 422

    assert shown == {room.author: [True] * 3, room.editor: [False] * 3}


@pytest.mark.promise("N18")
def test_a_draft_from_above_is_not_on_the_list_of_those_below(client):
    room = make_newsroom()
    bulletin = with_sound(room, make_bulletin(room, NAME, with_sound=False))
    clear_both(room, bulletin)
    Bulletin.objects.filter(pk=bulletin.pk).update(unit=room.district)
    bulletin.refresh_from_db()
    share_bulletin(bulletin=bulletin, by=make_user(Role.EDITOR, unit=room.district))
    below = make_user(Role.EDITOR, unit=make_unit(parent=room.district))
    station = make_station(below)
    make_slot(station, by=below)
    client.force_login(below)
    assert NAME in client.get(reverse("add-part"), asked(station)).content.decode()

    Bulletin.objects.update(version=9)  # it was changed since

    assert NAME not in client.get(reverse("add-part"), asked(station)).content.decode()
