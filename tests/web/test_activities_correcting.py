"""Correcting, amending, taking back and doing together, through the pages."""

import pytest

from haidang import clock
from haidang.activities.commands import close_days, correct_activity, load_catalogue
from haidang.activities.facts import facts_of
from haidang.activities.models import Activity, Evidence
from haidang.plans.enums import TaskStatus
from haidang.web.views.activities import journal
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.web.test_activities_log import typed, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    load_catalogue()
    return make_authority(communes=9)


@pytest.fixture
def reporter(client, town):
    client.force_login(town.reporters[0])
    return client


@pytest.fixture
def activity(town):
    return make_activity(town.communes[0], town.reporters[0])


def corrected(activity, **fields):
    sent = typed(title="Bản của tôi", seen=str(activity.version)) | fields
    del sent["id"]
    return sent | {"id": str(activity.pk)}


def test_two_people_at_one_entry_see_both_texts(reporter, town, activity):
    sent = corrected(activity)
    theirs = {"title": "Bản của chuyên viên", "quantities": {"sessions": 1, "attendances": 50}}
    facts = type(facts_of(activity))(activity.kind, on=activity.on, **theirs)
    correct_activity(activity=activity, facts=facts, by=town.drafter)

    page = reporter.post(f"/n/{activity.pk}/sua/", sent)

    assert page.status_code == 409
    assert "Người khác vừa sửa" in page.text
    assert "Đã lưu: <b>Bản của chuyên viên</b>" in page.text
    assert "Đang gõ: <b>Bản của tôi</b>" in page.text
    assert Activity.objects.get().title == "Bản của chuyên viên"
    again = sent | {"seen": page.context["form"]["seen"].value()}
    assert reporter.post(f"/n/{activity.pk}/sua/", again).status_code == 302
    assert Activity.objects.get().title == "Bản của tôi"


@pytest.fixture
def task(town):
    return make_adopted_task(make_adopted_plan(town.district), town.communes[0])


def replace_task(task, current):
    task.status, task.current, task.replaced_on = TaskStatus.REPLACED, current, clock.today()
    task.save(update_fields=["status", "current", "replaced_on"])


@pytest.mark.parametrize("goes_on", [True, False])
def test_correcting_keeps_a_task_that_an_amendment_replaced(reporter, town, task, goes_on):
    entry = make_activity(town.communes[0], town.reporters[0], task=task)
    later = make_adopted_task(make_adopted_plan(town.district), town.communes[0], label="III.2")
    replace_task(task, later if goes_on else None)
    address = f"/n/{entry.pk}/sua/"

    chosen = reporter.get(address).context["form"]["task"].value()
    sent = corrected(entry, task=chosen)

    assert chosen == str(later.pk if goes_on else task.pk)
    assert reporter.post(address, sent).status_code == 302
    entry.refresh_from_db()
    assert (entry.title, entry.task) == ("Bản của tôi", task)
    assert "Nhiệm vụ</b>:" not in reporter.get(f"/n/{entry.pk}").text


def test_a_form_of_before_an_amendment_logs_for_the_task_that_goes_on(reporter, town, task):
    later = make_adopted_task(make_adopted_plan(town.district), town.communes[0], label="III.2")
    replace_task(task, later)

    assert reporter.post("/ghi/", typed(task=str(task.pk))).status_code == 302

    assert Activity.objects.get().task == later
    copied = reporter.get(f"/ghi/?lap-lai={Activity.objects.get().pk}").context["form"]
    assert copied["task"].value() == str(later.pk)


def test_what_another_changed_is_told_in_words(reporter, town, activity):
    sent = corrected(activity)
    theirs = {"title": activity.title, "quantities": {"sessions": 1, "attendances": 91}}
    facts = type(facts_of(activity))(activity.kind, on=activity.on, **theirs)
    correct_activity(activity=activity, facts=facts, by=town.drafter)

    page = reporter.post(f"/n/{activity.pk}/sua/", sent).text

    assert "attendances:" not in page
    assert "số lượt người: 85 → 91" in page


def test_an_amendment_asks_why_and_stands_in_the_history(reporter, town, activity):
    day = clock.today()
    close_days(
        unit=town.communes[0], data_from=day, data_to=day, reason="Tiếp nhận", by=town.drafter
    )
    address = f"/n/{activity.pk}/sua/"

    assert "Lý do đính chính" in reporter.get(address).text
    assert "Ghi lý do đính chính" in reporter.post(address, corrected(activity)).text
    page = reporter.post(address, corrected(activity, reason="đếm lại sổ"), follow=True).text

    assert "Đính chính sau khi chốt số liệu: đếm lại sổ" in page
    assert "đã chốt" in page


def test_withdraw_activity_leaves_a_page_that_says_who_and_why(reporter, town, activity):
    address = f"/n/{activity.pk}/rut-lai/"

    assert "Rút lại hoạt động" in reporter.get(address).text
    assert reporter.post(address, {"seen": "0", "reason": ""}).status_code == 422
    stamped = reporter.post(address, {"seen": "0", "reason": "TỐI MẬT"})
    assert "dấu chỉ độ mật" in stamped.text
    page = reporter.post(address, {"seen": "0", "reason": "ghi hai lần"}, follow=True).text

    assert "<b>Đã rút lại</b> bởi" in page
    assert "ghi hai lần" in page
    assert "Sửa</a>" not in page
    assert activity.title not in reporter.get("/nhat-ky/").text
    assert "<b>đã rút lại</b>: ghi hai lần" in reporter.get("/nhat-ky/?withdrawn=on").text


def test_withdraw_activity_is_closed_to_others_and_says_what_changed_meanwhile(
    reporter, client, town, activity
):
    correct_activity(
        activity=activity,
        facts=type(facts_of(activity))(
            activity.kind, "Khác", activity.on, {"sessions": 1, "attendances": 5}
        ),
        by=town.drafter,
    )

    page = reporter.post(f"/n/{activity.pk}/rut-lai/", {"seen": "0", "reason": "nhầm"})

    assert page.status_code == 409
    assert not Activity.objects.get().is_withdrawn
    client.force_login(town.auditor)
    assert client.get(f"/n/{activity.pk}/rut-lai/").status_code == 403


def test_partners_are_ticked_or_named_and_all_see_the_entry(reporter, client, town):
    ticked = {"together": [str(town.communes[1].pk)], "others": f"{town.communes[8].name}; "}

    reporter.post("/ghi/", typed(**ticked))

    joint = Activity.objects.get()
    assert set(joint.partners) == {town.communes[1], town.communes[8]}
    client.force_login(town.reporters[8])
    assert "tính một lần" in client.get("/nhat-ky/").text
    page = client.get(f"/n/{joint.pk}").text
    assert "tính một lần khi cấp trên tổng hợp" in page
    assert "Rút lại" not in page


def test_the_form_is_no_wall_of_units_and_says_which_name_is_unknown(reporter, town):
    form = reporter.get("/ghi/").context["form"]
    assert len(form["together"]) == 6

    page = reporter.post("/ghi/", typed(others="xã Trên Trời"))

    assert "Không rõ “xã Trên Trời”" in page.text
    assert page.context["form"]["title"].value() == "Luật Biên phòng, tại ấp"
    assert not Activity.objects.exists()


def test_files_come_with_the_entry_and_one_that_is_not_what_it_says_is_told(reporter):
    photos = [upload("Danh sách".encode(), "danh-sach.jpg"), upload(b"\x1aE\xdf\xa3", "phim.mp4")]

    page = reporter.post("/ghi/", typed(photos=photos), follow=True).text

    assert "danh-sach.jpg thật ra là tệp danh-sach.txt" in page
    assert "video không giữ ở đây" in page
    kept = Evidence.objects.get()
    file = reporter.get(f"/n/{kept.activity_id}/anh/{kept.pk}/")
    assert file["Content-Disposition"] == 'attachment; filename="danh-sach.txt"'
    assert file.content == "Danh sách".encode()


def test_a_long_journal_is_bounded_and_asks_for_a_filter(reporter, town, monkeypatch):
    monkeypatch.setattr(journal, "MOST", 2)
    for _ in range(3):
        make_activity(town.communes[0], town.reporters[0])

    page = reporter.get("/nhat-ky/").text

    assert "Hơn <b>5.000</b> hoạt động" in page
    assert "Danh sách dài" in page


def test_a_correction_of_nothing_at_all_is_said_in_the_form(reporter, activity):
    assert "Chọn loại hoạt động" in reporter.post(f"/n/{activity.pk}/sua/", {}).text
