"""Emergencies on a leader's phone: form, second look, who has it, calling off, and the switch."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from haidang.broadcast.commands.ordering import halt_stations
from haidang.broadcast.commands.players import note_known
from haidang.broadcast.models import Alert, PlayerOrder, Recording
from haidang.orgs.enums import Role
from tests.makers.orgs import make_user
from tests.makers.players import a_player_of, a_sound, an_alert, make_level, storm

pytestmark = pytest.mark.django_db


@pytest.fixture
def level(db):
    return make_level()


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def given(level, **changed):
    """What the form of a storm sends."""
    return {
        "status": "Actual",
        "stations": [level.station.pk],
        "headline": "Bão số 12 đổ bộ tối nay",
        "description": "Tàu thuyền về nơi trú.",
        "category": "Met",
        "severity": "Severe",
        "urgency": "Immediate",
        "certainty": "Likely",
        "language": "vi",
        "minutes": "60",
        "repeats": "2",
    } | changed


def send(level, person=None, **changed):
    return signed_in(person or level.leader).post(reverse("send-alert"), given(level, **changed))


def kept_in(page):
    """The hidden fields of a second look, as a browser sends them."""
    fields = {}
    for name, value in page.context["kept"]:
        fields.setdefault(name, []).append(value)
    return fields


def test_a_leader_sends_in_two_steps_and_twice_is_once(level):
    sound = a_sound(level.commune, level.leader)
    look = send(level, recording=sound.pk)
    words = look.content.decode()
    assert look.status_code == 200
    assert "TIN THẬT" in words
    assert "Phát ngay tới 2 đài, cụm loa" in words
    assert reverse("alert-sound", args=[sound.pk]) in words
    assert not Alert.objects.exists()
    client, fields = signed_in(level.leader), kept_in(look) | {"confirmed": "1"}
    for _ in range(2):
        answer = client.post(reverse("send-alert"), fields)
        assert answer.status_code == 302
    alert = Alert.objects.get()
    assert answer["Location"] == reverse("alert", args=[alert.pk])
    assert alert.recording == sound
    assert PlayerOrder.objects.count() == 2


def test_a_leader_is_told_where_nobody_will_hear_it(level):
    sound = a_sound(level.commune, level.leader)
    client, look = signed_in(level.leader), send(level, recording=sound.pk)
    assert "Chưa có máy phát nào ở" in look.content.decode()

    page = client.post(
        reverse("send-alert"), kept_in(look) | {"confirmed": "1"}, follow=True
    ).content.decode()

    assert "chưa có máy phát nào nhận: hãy gọi điện" in page
    assert "trong vài giây" not in page


@pytest.mark.parametrize(("status", "word"), [("Exercise", "DIỄN TẬP"), ("Test", "THỬ MÁY")])
def test_an_exercise_is_marked_at_every_step(level, status, word):
    look = send(level, status=status, recording=a_sound(level.commune, level.leader).pk)
    client = signed_in(level.leader)
    sent = client.post(reverse("send-alert"), kept_in(look) | {"confirmed": "1"}, follow=True)
    for page in (look, sent, client.get(reverse("alerts"))):
        assert f"{word}: Bão số 12" in page.content.decode()


def test_going_back_from_the_second_look_keeps_what_was_said(level):
    sound = a_sound(level.commune, level.leader)
    look = send(level, recording=sound.pk)
    back = signed_in(level.leader).post(reverse("send-alert"), kept_in(look) | {"edit": "1"})
    words = back.content.decode()
    assert "Bão số 12 đổ bộ tối nay" in words
    assert f'name="recording" value="{sound.pk}"' in words
    assert not Alert.objects.exists()


def test_what_lacks_is_said_on_the_form(level):
    page = send(level)
    assert page.status_code == 422
    assert "Hãy ghi âm" in page.content.decode()
    page = send(level, headline="", stations=[])
    assert {"headline", "stations"} <= set(page.context["form"].errors)
    page = send(level, headline="MẬT", recording=a_sound(level.commune, level.leader).pk)
    look = signed_in(level.leader).post(reverse("send-alert"), kept_in(page) | {"confirmed": "1"})
    assert not Alert.objects.exists()
    assert look.context["form"].errors


def test_a_file_that_is_no_sound_is_refused_on_the_form(level):
    file = SimpleUploadedFile("loi.mp3", b"no sound", content_type="audio/mpeg")
    page = send(level, sound=file)
    assert page.status_code == 422
    assert page.context["form"].errors
    assert not Recording.objects.exists()


def test_a_machines_voice_is_sent_only_after_it_was_said(level):
    sound = a_sound(level.commune, level.leader, source="machine")
    look = send(level, recording=sound.pk)
    assert "Tôi đã nghe và đồng ý" in look.content.decode()
    client, fields = signed_in(level.leader), kept_in(look) | {"confirmed": "1"}
    again = client.post(reverse("send-alert"), fields)
    assert "Đây là giọng máy" in again.content.decode()
    assert not Alert.objects.exists()
    client.post(reverse("send-alert"), fields | {"machine_said": "on"})
    assert Alert.objects.get().recording == sound


def test_others_neither_see_the_form_nor_send(level):
    for person in (level.keeper, level.auditor):
        client = signed_in(person)
        assert client.get(reverse("send-alert")).status_code == 403
        assert client.post(reverse("send-alert"), given(level)).status_code == 403
        assert reverse("send-alert") not in client.get(reverse("alerts")).content.decode()
    other = make_user(Role.LEADER, unit=level.neighbour)
    page = send(level, other, recording=a_sound(level.neighbour, other).pk)
    assert "stations" in page.context["form"].errors
    loose = a_sound(level.neighbour, other)
    page = send(level, recording=loose.pk)
    assert "sound" in page.context["form"].errors
    assert signed_in(level.leader).get(reverse("alert-sound", args=[loose.pk])).status_code == 404


def test_a_message_says_which_players_have_it_and_how_to_call_it_off(level):
    player = a_player_of(level.station).player
    a_player_of(level.cluster)
    alert = an_alert(level)
    client, address = signed_in(level.leader), reverse("alert", args=[alert.pk])
    assert "<b>0/2</b> máy đã nhận" in client.get(address).content.decode()
    note_known(player=player, number=1)
    page = client.get(address).content.decode()
    assert "<b>1/2</b> máy đã nhận" in page
    assert page.index("chưa nhận") > 0
    message = client.get(reverse("alert-message", args=[alert.pk]))
    assert message.content == alert.message.read()
    client.post(reverse("cancel-alert", args=[alert.pk]))
    page = client.get(address).content.decode()
    assert "Đã hủy hoặc thay" in page
    assert "Hủy tin, dừng phát" not in page
    assert "HỦY: Bão số 12" in client.get(reverse("alerts")).content.decode()


def test_a_message_without_players_says_to_call(level):
    alert = an_alert(level, facts=storm(status="Exercise"))
    page = signed_in(level.high).get(reverse("alert", args=[alert.pk])).content.decode()
    assert "hãy gọi điện" in page
    assert "không phải tình huống thật" in page


def test_a_replacement_begins_with_the_words_of_the_one_before(level):
    alert = an_alert(level)
    client = signed_in(level.leader)
    page = client.get(f"{reverse('send-alert')}?thay={alert.pk}").content.decode()
    assert "Thay tin đang phát" in page
    assert "Bão số 12 đổ bộ tối nay" in page
    look = send(level, updates=alert.pk, recording=a_sound(level.commune, level.leader).pk)
    client.post(reverse("send-alert"), kept_in(look) | {"confirmed": "1"})
    assert Alert.objects.first().updates == alert


def test_a_message_is_seen_by_those_in_line_and_by_nobody_else(level):
    alert = an_alert(level)
    beside = make_user(Role.LEADER, unit=level.neighbour)
    for name in ("alert", "alert-message"):
        address = reverse(name, args=[alert.pk])
        for person in (level.leader, level.keeper, level.high, level.auditor):
            assert signed_in(person).get(address).status_code == 200
        assert signed_in(beside).get(address).status_code == 404
    assert signed_in(beside).post(reverse("cancel-alert", args=[alert.pk])).status_code == 404
    assert signed_in(level.keeper).post(reverse("cancel-alert", args=[alert.pk])).status_code == 403


def test_the_switch_asks_once_more_and_then_turns_off_and_on(level):
    client, address = signed_in(level.leader), reverse("switch-stations")
    chosen = {"stations": [level.station.pk, level.beside.pk], "to": "off"}
    look = client.post(address, chosen).content.decode()
    assert "Ngừng mọi phát sóng của 1 đài" in look
    assert not PlayerOrder.objects.exists()
    client.post(address, chosen | {"confirmed": "1"})
    assert PlayerOrder.objects.count() == 2
    page = client.get(reverse("alerts")).content.decode()
    assert "đang ngừng mọi phát sóng" in page
    client.post(address, chosen | {"to": "on", "confirmed": "1"})
    assert "đang ngừng mọi phát sóng" not in client.get(reverse("alerts")).content.decode()
    assert client.post(address, {"to": "off"}).status_code == 409
    assert signed_in(level.keeper).post(address, chosen | {"confirmed": "1"}).status_code == 409


def test_a_leader_finds_the_way_from_every_page(level):
    link = f'href="{reverse("alerts")}"'
    assert link in signed_in(level.leader).get(reverse("help")).content.decode()
    assert link not in signed_in(level.keeper).get(reverse("help")).content.decode()


def test_a_station_that_is_off_is_not_offered(level):
    halt_stations(stations=[level.station], by=level.leader)
    page = signed_in(level.leader).get(reverse("send-alert"))
    assert page.context["form"].fields["stations"].choices == []
