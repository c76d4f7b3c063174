from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang import clock
from haidang.activities import commands
from haidang.activities.facts import facts_of
from haidang.activities.models import Activity, Evidence
from tests.makers import make_authority
from tests.makers.activities import (
    SENTENCE,
    make_activity,
    make_adopted_plan,
    make_adopted_task,
    make_phone_photo,
    make_photo,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_authority(communes=2)


@pytest.fixture
def activity(town):
    return make_activity(town.communes[0], town.reporters[0], language="km")


def attach(activity, content=None, by=None):
    content = content or make_photo()
    return commands.attach_photo(
        activity=activity, content=content, name="a.jpg", by=by or activity.logged_by
    )


def test_page_shows_facts_task_sentence_and_history(client, town, activity):
    task = make_adopted_task(make_adopted_plan(town.district, town.drafter), town.communes[0])
    facts = replace(facts_of(activity), task=task, on=clock.today().replace(month=1, day=1))
    commands.correct_activity(activity=activity, facts=facts, by=town.drafter)
    attach(activity)
    client.force_login(town.reporters[0])

    page = client.get(f"/n/{activity.pk}")

    assert activity.receipt in page.text
    assert f"“{SENTENCE}”" in page.text
    assert f'href="/nv/{task.pk}"' in page.text
    codes = [indicator.code for indicator in page.context["indicators"]]
    assert codes == ["3.1", "3.2", "3.3"]
    assert [act.words for act in page.context["acts"]] == [
        "Thêm ảnh a.jpg",
        "Sửa",
        "Ghi vào nhật ký",
    ]
    names = [(name, old) for name, old, _ in page.context["acts"][1].changes]
    assert names == [("Ngày", f"{clock.today():%d/%m/%Y}"), ("Nhiệm vụ", "chưa có")]
    assert f'href="/n/{activity.pk}/sua/"' in page.text


def test_page_is_not_found_by_other_units_and_shows_no_buttons_to_readers(client, town, activity):
    client.force_login(town.reporters[1])
    assert client.get(f"/n/{activity.pk}").status_code == 404
    assert client.get(f"/n/{uuid4()}").status_code == 404

    client.force_login(town.auditor)
    page = client.get(f"/n/{activity.pk}")
    assert page.status_code == 200
    assert "/sua/" not in page.text
    assert "them-anh" not in page.text


def test_photo_is_served_to_who_may_see_it_and_to_nobody_else(client, town, activity):
    photo = attach(activity, make_phone_photo())
    address = f"/n/{activity.pk}/anh/{photo.pk}/"

    assert client.get(address).status_code == 302
    client.force_login(town.reporters[1])
    assert client.get(address).status_code == 404
    client.force_login(town.reporters[0])
    response = client.get(address)

    assert response.content == photo.file.read()
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, max-age=86400, immutable"


def test_photo_of_another_entry_or_gone_from_the_disk_is_not_found(client, town, activity):
    photo = attach(activity)
    other = make_activity(town.communes[0], town.reporters[0])
    client.force_login(town.reporters[0])

    assert client.get(f"/n/{other.pk}/anh/{photo.pk}/").status_code == 404
    photo.file.path.unlink()
    assert client.get(f"/n/{activity.pk}/anh/{photo.pk}/").status_code == 404


def test_attach_photo_later(client, town, activity):
    client.force_login(town.reporters[0])
    photos = [SimpleUploadedFile("a.jpg", make_photo()), SimpleUploadedFile("b.jpg", b"MZ\x00")]
    address = f"/n/{activity.pk}/them-anh/"

    response = client.post(address, {"photos": photos}, follow=True)

    said = [str(message) for message in response.context["messages"]]
    assert said[1] == "Đã thêm 1 ảnh, tệp; vị trí chụp trong ảnh đã xóa."
    assert "b.jpg: không nhận ra loại tệp này" in said[0]
    assert Evidence.objects.count() == 1
    assert "Chưa chọn tệp nào" in client.post(address, follow=True).text
    nothing = {"photos": SimpleUploadedFile("b.txt", b"\x00\x01")}
    assert "Đã thêm" not in client.post(address, nothing, follow=True).text


def test_attach_photo_is_refused_to_others(client, town, activity):
    address = f"/n/{activity.pk}/them-anh/"

    def send():
        return client.post(address, {"camera": SimpleUploadedFile("a.jpg", make_photo())})

    client.force_login(town.reporters[1])
    assert send().status_code == 404
    client.force_login(town.auditor)
    assert send().status_code == 403
    assert client.get(address).status_code == 405
    assert not Evidence.objects.exists()


def test_page_takes_the_same_queries_for_any_history(client, town, activity, count_queries):
    client.force_login(town.reporters[0])

    def queries_after(rows):
        for n in range(rows):
            attach(activity, make_photo(colour=(n, rows, 0)))
            facts = replace(facts_of(Activity.objects.get()), title=f"lần {n} của {rows}")
            commands.correct_activity(activity=activity, facts=facts, by=town.reporters[0])
        return count_queries(client, f"/n/{activity.pk}")

    assert queries_after(1) == queries_after(2) <= 18
