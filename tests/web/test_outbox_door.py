import datetime as dt
import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from haidang import clock
from haidang.activities.commands import close_days, load_catalogue
from haidang.activities.models import Activity
from haidang.orgs.models import Unit
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_phone_photo

DOOR = "/ghi/gui/"


@pytest.fixture
def town(db):
    load_catalogue()
    return make_authority(communes=2)


@pytest.fixture
def phone(client, town):
    client.force_login(town.reporters[0])
    return client


def entry(unit, **fields):
    today = clock.today()
    typed = {
        "id": str(uuid4()),
        "kind": "talk",
        "title": "Luật Biên phòng, tại ấp",
        "on_day": today.day,
        "on_month": today.month,
        "on_year": today.year,
        "quantity_sessions": 1,
        "quantity_attendances": 64,
        "language": "vi",
        "task": "",
    }
    return {"unit": unit.pk, "fields": list((typed | fields).items())}


def send(phone, sending, address=DOOR, **headers):
    body = sending if isinstance(sending, str) else json.dumps(sending)
    return phone.post(address, body, content_type="application/json", headers=headers)


def photo(name="IMG_1.jpg"):
    return {"file": SimpleUploadedFile(name, make_phone_photo(), "image/jpeg")}


def test_door_says_whose_it_is_and_how_to_send(phone, town):
    answer = phone.get(DOOR)

    assert answer.json()["person"] == str(town.reporters[0].pk)
    assert answer["Haidang-Person"] == str(town.reporters[0].pk)
    assert answer["Cache-Control"] == "private, no-store"
    assert len(answer.json()["csrf"]) == 64


def test_send_activity_gives_a_receipt_with_its_code(phone, town):
    answer = send(phone, entry(town.communes[0]))

    activity = Activity.objects.get()
    assert answer.json() == {
        "state": "received",
        "words": f"Đã nhận. Mã biên nhận {activity.receipt}.",
        "code": activity.receipt,
        "at": timezone.localtime(activity.logged_at).isoformat(),
        "url": f"/n/{activity.pk}",
    }
    assert (activity.unit, activity.title) == (town.communes[0], "Luật Biên phòng, tại ấp")


@pytest.mark.promise("N28")
def test_send_activity_again_gives_the_same_receipt_and_doubles_nothing(phone, town):
    sending = entry(town.communes[0])

    first, second = send(phone, sending), send(phone, sending)

    assert first.json() == second.json()
    assert Activity.objects.count() == 1


def test_send_activity_says_that_other_words_came_before(phone, town):
    sending = entry(town.communes[0])
    send(phone, sending)
    sending["fields"] = [*sending["fields"], ["title", "Nội dung khác"]]

    answer = send(phone, sending)

    assert answer.status_code == 409
    assert answer.json()["state"] == "differs"
    assert Activity.objects.get().title == "Luật Biên phòng, tại ấp"


def test_send_activity_names_the_field_that_is_wrong(phone, town):
    answer = send(phone, entry(town.communes[0], on_month="13", title=""))

    assert answer.status_code == 422
    fields = {issue["field"] for issue in answer.json()["issues"]}
    assert "on" in fields
    assert "Ngày này không có trong lịch." in answer.json()["words"]
    assert not Activity.objects.exists()


def test_send_activity_names_what_the_command_refuses(phone, town):
    answer = send(phone, entry(town.communes[0], title="a" * 100_000, quantity_attendances=10**6))

    assert answer.status_code == 422
    assert "title" in {issue["field"] for issue in answer.json()["issues"]}
    assert not Activity.objects.exists()


@pytest.mark.promise("N28")
def test_send_activity_after_the_session_ended_asks_to_sign_in(town, client):
    answer = send(client, entry(town.communes[0]))

    assert answer.status_code == 401
    assert answer.json()["state"] == "signed-out"
    assert "Đăng nhập lại" in answer.json()["words"]


def test_send_activity_keeps_to_the_token_against_forgery(town):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(town.reporters[0])
    sending = entry(town.communes[0])
    assert send(strict, sending).status_code == 403
    assert send(strict, sending, **{"X-CSRFToken": "x" * 64}).status_code == 403

    token = strict.get(DOOR).json()["csrf"]

    assert send(strict, sending, **{"X-CSRFToken": token}).status_code == 200


def test_send_activity_refuses_what_another_person_wrote_on_this_phone(phone, town):
    other = {"Haidang-Person": str(town.reporters[1].pk)}

    answer = send(phone, entry(town.communes[0]), **other)
    with_photo = phone.post(f"{DOOR}{uuid4()}/", photo(), headers=other)

    assert [answer.json()["state"], with_photo.json()["state"]] == ["another", "another"]
    assert not Activity.objects.exists()


def test_send_activity_asks_again_where_the_unit_was_merged_meanwhile(phone, town):
    sending = entry(town.communes[0])
    reporter = town.reporters[0]
    reporter.unit = Unit.objects.get(pk=town.communes[1].pk)
    reporter.save()

    answer = send(phone, sending)

    assert answer.status_code == 422
    assert f"gửi để ghi cho {town.communes[1]}" in answer.json()["words"]
    assert not Activity.objects.exists()


def test_send_activity_by_the_office_goes_to_the_unit_it_chose(client, town):
    client.force_login(town.drafter)
    commune = town.communes[1]

    unchosen = send(client, entry(commune))
    answer = send(client, entry(commune), f"{DOOR}?don-vi={commune.pk}")

    assert "chọn đơn vị" in unchosen.json()["words"]
    assert answer.json()["state"] == "received"
    assert Activity.objects.get().unit == commune


def test_send_activity_refuses_in_words_who_may_not_log(client, town):
    client.force_login(town.leader)

    answer = send(client, entry(town.communes[0]))

    assert answer.status_code in {403, 422}
    assert answer.json()["state"] == "refused"


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", '{"unit": 1}', '{"unit": 1, "fields": [1]}', "[" * 100_000]
)
def test_send_activity_refuses_in_words_what_it_cannot_read(phone, body):
    answer = send(phone, body)

    assert answer.status_code == 422
    assert answer.json()["words"].startswith("Không đọc được nội dung gửi lên.")


def test_send_activity_refuses_in_words_what_is_too_large(phone, town, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    answer = send(phone, entry(town.communes[0], title="a" * 2000))

    assert answer.status_code == 413
    assert "quá lớn" in answer.json()["words"]


def test_send_activity_keeps_words_that_no_database_can_hold_out(phone, town):
    answer = send(phone, entry(town.communes[0], title="Luật \ud800 Biên phòng"))

    assert answer.json()["state"] == "received"
    assert Activity.objects.get().title == "Luật ? Biên phòng"


@pytest.mark.promise("N28")
def test_send_file_again_is_the_same_evidence(phone, town):
    activity = make_activity(town.communes[0], town.reporters[0])

    answers = [phone.post(f"{DOOR}{activity.pk}/", photo()) for _ in range(2)]

    assert [answer.json()["state"] for answer in answers] == ["received", "received"]
    assert answers[0].json()["code"] == activity.receipt
    assert activity.evidence.count() == 1


def test_send_file_says_what_is_wrong_with_it(phone, town):
    activity = make_activity(town.communes[0], town.reporters[0])
    not_one = {"file": SimpleUploadedFile("IMG_1.jpg", b"<html>", "image/jpeg")}

    answer = phone.post(f"{DOOR}{activity.pk}/", not_one)

    assert answer.status_code == 422
    assert "IMG_1" in answer.json()["words"]


def test_send_file_says_where_its_entry_is_not_there(phone, town):
    others = make_activity(town.communes[1], town.reporters[1])

    answers = [phone.post(f"{DOOR}{pk}/", photo()) for pk in (uuid4(), others.pk)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert "Gửi lại cả mục" in answers[0].json()["words"]


def test_send_file_needs_a_file(phone, town):
    activity = make_activity(town.communes[0], town.reporters[0])

    assert phone.post(f"{DOOR}{activity.pk}/").status_code == 404


def test_undo_activity_takes_back_what_was_just_saved_and_may_be_asked_twice(phone, town):
    activity = make_activity(town.communes[0], town.reporters[0])

    answers = [phone.post(f"{DOOR}{activity.pk}/hoan-tac/").json() for _ in range(2)]

    activity.refresh_from_db()
    assert [answer["state"] for answer in answers] == ["undone", "undone"]
    assert activity.withdrawal_reason == "Hoàn tác ngay sau khi lưu."


@pytest.mark.parametrize("why", ["old", "changed", "another", "closed"])
def test_undo_activity_is_for_what_was_just_saved_alone(phone, town, why):
    unit, by = town.communes[0], town.reporters[0]
    activity = make_activity(unit, town.drafter if why == "another" else by)
    if why == "old":
        Activity.objects.update(logged_at=clock.now() - dt.timedelta(minutes=11))
    if why == "changed":
        Activity.objects.update(version=1)
    if why == "closed":
        close_days(
            unit=unit, data_from=activity.on, data_to=activity.on, reason="x", by=town.drafter
        )

    answer = phone.post(f"{DOOR}{activity.pk}/hoan-tac/")

    assert (answer.status_code, answer.json()["state"]) == (409, "refused")
    assert "bấm Rút lại và ghi lý do" in answer.json()["words"]
    activity.refresh_from_db()
    assert not activity.is_withdrawn


def test_undo_activity_says_where_it_is_not_there(phone, town):
    others = make_activity(town.communes[1], town.reporters[1])

    answer = phone.post(f"{DOOR}{others.pk}/hoan-tac/")

    assert (answer.status_code, answer.json()["state"]) == (404, "refused")
