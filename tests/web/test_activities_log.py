import datetime as dt
import random
import re
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.activities.models import Activity, Evidence, Quantity
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from haidang.plans.models import OccasionTask
from tests.makers import make_authority, make_user
from tests.makers.activities import (
    make_activity,
    make_adopted_plan,
    make_adopted_task,
    make_phone_photo,
    make_photo,
)
from tests.makers.occasions import make_occasion


@pytest.fixture
def town(db):
    load_catalogue()
    return make_authority(communes=2)


@pytest.fixture
def signed_in(client, town):
    client.force_login(town.reporters[0])
    return client


def typed(**fields):
    today = clock.today()
    return {
        "id": str(uuid4()),
        "kind": "talk",
        "title": "Luật Biên phòng, tại ấp",
        "on_day": str(today.day),
        "on_month": str(today.month),
        "on_year": str(today.year),
        "quantity_sessions": "1",
        "quantity_attendances": "64",
        "language": "vi",
        "task": "",
        "link": "",
    } | fields


def upload(content, name="IMG_1.jpg"):
    return SimpleUploadedFile(name, content, "image/jpeg")


def words_of(response):
    return [str(message) for message in response.context["messages"]]


def test_form_stands_ready_for_the_commonest_case(signed_in, town):
    form = signed_in.get("/ghi/").context["form"]

    assert UUID(str(form["id"].value()))
    assert form["kind"].value() == "radio"
    assert form["on"].value() == clock.today()
    shown = [field.label for field, _, is_asked in form.quantities if is_asked]
    assert shown == ["Số buổi", "Tổng thời lượng (phút)"]


def test_kind_can_be_chosen_by_address_where_there_is_no_script(signed_in):
    page = signed_in.get("/ghi/?loai=talk")

    shown = [field.label for field, _, is_asked in page.context["form"].quantities if is_asked]
    assert shown == ["Số buổi", "Số lượt người"]
    assert re.search(r'data-asked="radio relay" hidden', page.text)
    assert signed_in.get("/ghi/?loai=khong-co").context["form"]["kind"].value() == "radio"


def test_kind_can_be_changed_by_a_button_where_there_is_no_script(signed_in):
    sent = typed(kind="overseas", choose="1", quantity_attendances="7", title="Gặp mặt")

    form = signed_in.post("/ghi/", sent).context["form"]

    assert form.chosen.code == "overseas"
    assert (form["id"].value(), form["title"].value()) == (sent["id"], "Gặp mặt")
    assert form["quantity_attendances"].value() == "7"
    assert not form.errors
    assert not Activity.objects.exists()


def test_log_activity_saves_and_gives_a_receipt(signed_in, town):
    sent = typed(photos=upload(make_phone_photo()), quantity_attendances="1.064")

    response = signed_in.post("/ghi/", sent, follow=True)

    activity = Activity.objects.get()
    assert str(activity.pk) == sent["id"]
    assert response.redirect_chain == [(f"/n/{activity.pk}", 302)]
    assert f"Mã biên nhận {activity.receipt}" in words_of(response)[0]
    assert (activity.unit, activity.logged_by) == (town.communes[0], town.reporters[0])
    amounts = Quantity.objects.values_list("measure", "amount")
    assert dict(amounts) == {"sessions": 1, "attendances": 1064}
    assert Evidence.objects.get().name == "IMG_1.jpg"


def test_log_activity_takes_photos_of_both_buttons(signed_in):
    camera = upload(make_photo(colour="red"))
    library = [upload(make_photo(colour=name), f"{name}.jpg") for name in ("blue", "green")]

    signed_in.post("/ghi/", typed(camera=camera, photos=library))

    assert Evidence.objects.count() == 3


def test_log_activity_without_the_photo_that_fails(signed_in):
    sent = typed(photos=[upload(b"GIF89a", "a.gif"), upload(make_photo())])

    response = signed_in.post("/ghi/", sent, follow=True)

    saved, failed = words_of(response)
    assert "Đã lưu hoạt động" in saved
    assert (
        "Hoạt động vẫn còn, nhưng ảnh, tệp chưa được thêm. a.gif: Tệp này không phải ảnh" in failed
    )
    assert Activity.objects.count() == Evidence.objects.count() == 1


def test_log_activity_reads_no_more_of_a_photo_than_is_allowed(signed_in, settings):
    settings.PHOTO_LIMIT = 1000

    response = signed_in.post("/ghi/", typed(photos=upload(b"\xff\xd8\xff" * 999)), follow=True)

    assert "nặng quá 0 MB" in words_of(response)[1]
    assert not Evidence.objects.exists()


def test_log_activity_shows_each_error_at_its_field_and_keeps_the_input(signed_in):
    sent = typed(title=" ", quantity_attendances="khoảng tám chục")

    response = signed_in.post("/ghi/", sent)

    form = response.context["form"]
    assert form.errors == {
        "title": ["Ghi nội dung hoạt động, ví dụ “Luật Biên phòng, bài 3”."],
        "quantity_attendances": ["Số lượt người phải là số nguyên, ví dụ 85."],
    }
    assert 'href="#id_quantity_attendances"' in response.text
    assert 'value="khoảng tám chục"' in response.text
    assert f'value="{sent["id"]}"' in response.text
    assert not Activity.objects.exists()


def test_log_activity_says_what_is_wrong_with_a_date_a_kind_and_an_identifier(signed_in):
    sent = typed(on_day="31", on_month="2", kind="bay", id="x")

    errors = signed_in.post("/ghi/", sent).context["form"].errors

    assert set(errors) == {"on", "kind", "id"}
    assert not Activity.objects.exists()


def test_log_activity_twice_is_one_activity_with_one_receipt(signed_in):
    photo = make_phone_photo()
    sent = typed()

    first = signed_in.post("/ghi/", sent | {"photos": upload(photo)}, follow=True)
    second = signed_in.post("/ghi/", sent | {"photos": upload(photo)}, follow=True)

    assert words_of(first)[0] == words_of(second)[0]
    assert first.redirect_chain == second.redirect_chain
    assert Activity.objects.count() == Evidence.objects.count() == 1


def test_log_activity_does_not_lose_other_words_in_a_form_that_was_saved(signed_in):
    sent = typed()
    signed_in.post("/ghi/", sent)

    again = signed_in.post("/ghi/", sent | {"title": "Việc khác"})

    form = again.context["form"]
    assert "Biểu mẫu này đã lưu một lần" in again.text
    assert form["title"].value() == "Việc khác"
    assert str(form["id"].value()) != sent["id"]
    signed_in.post("/ghi/", sent | {"title": "Việc khác", "id": form["id"].value()})
    assert set(Activity.objects.values_list("title", flat=True)) == {
        "Luật Biên phòng, tại ấp",
        "Việc khác",
    }


def test_repeat_copies_the_last_entry_for_today(signed_in, town):
    yesterday = clock.today() - dt.timedelta(days=1)
    task = make_adopted_task(make_adopted_plan(town.district, town.drafter), town.communes[0])
    fields = {"kind": "radio", "quantities": {"sessions": 2, "minutes": 30}, "task": task}
    last = make_activity(town.communes[0], town.reporters[0], on=yesterday, **fields)
    other = make_activity(town.communes[1], town.reporters[1])

    assert f"?lap-lai={last.pk}" in signed_in.get("/ghi/").text
    form = signed_in.get(f"/ghi/?lap-lai={last.pk}").context["form"]

    assert (form["title"].value(), form["on"].value()) == (last.title, clock.today())
    assert form["quantity_minutes"].value() == 30
    assert form.chosen_task == task
    assert form["id"].value() not in {last.pk, str(last.pk)}
    for strange in (other.pk, "khong-phai-ma"):
        assert signed_in.get(f"/ghi/?lap-lai={strange}").context["form"]["title"].value() is None


def test_task_is_suggested_and_kept(signed_in, town):
    plan = make_adopted_plan(town.district, town.drafter)
    first, second = (make_adopted_task(plan, town.communes[0], start=n) for n in (0, 1))
    make_activity(town.communes[0], town.reporters[0], kind="talk", task=second)

    assert signed_in.get("/ghi/").context["form"].chosen_task == second
    assert signed_in.get(f"/ghi/?nhiem-vu={first.pk}").context["form"].chosen_task == first
    words = typed(choose="1", kind="radio", title="Bài về Luật Biên phòng Việt Nam")
    assert signed_in.post("/ghi/", words).context["form"].chosen_task == first

    signed_in.post("/ghi/", typed(task=str(first.pk)))
    assert Activity.objects.filter(task=first).count() == 1


def test_language_counts_only_for_kinds_that_ask_and_an_address_for_all(signed_in):
    sent = typed(kind="visual", quantity_pieces="4", quantity_sheets="0")

    signed_in.post("/ghi/", sent | {"language": "km", "link": "https://a.vn"})
    article = typed(kind="article", quantity_items="1", quantity_files="0", language="km")
    signed_in.post("/ghi/", article | {"link": "https://a.vn/1"})

    kept = Activity.objects.values_list("kind", "language", "link")
    assert set(kept) == {("visual", "vi", "https://a.vn"), ("article", "km", "https://a.vn/1")}


def test_drafter_chooses_for_whom_to_enter(client, town):
    client.force_login(town.drafter)
    unit = town.communes[1]

    page = client.get("/ghi/")
    assert set(page.context["units"]) == {town.district, town.office, *town.communes}
    assert client.get("/ghi/?don-vi=999999").status_code == 404
    assert f"Nhập thay cho <b>{unit}</b>" in client.get(f"/ghi/?don-vi={unit.pk}").text

    response = client.post(f"/ghi/?don-vi={unit.pk}", typed(), follow=True)

    activity = Activity.objects.get()
    assert (activity.unit, activity.logged_by) == (unit, town.drafter)
    assert f"nhập thay cho {unit}" in response.text


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LEADER, Role.CLERK, Role.ADMINISTRATOR])
def test_form_is_refused_to_who_may_not_write(client, town, role):
    client.force_login(make_user(role, unit=town.district))

    assert client.get("/ghi/").status_code == 403
    assert client.post("/ghi/", typed()).status_code == 403
    assert not Activity.objects.exists()


def test_form_asks_to_sign_in(client):
    assert client.get("/ghi/").url == "/dang-nhap/?next=/ghi/"


def test_correct_activity_by_its_form(signed_in, town):
    activity = make_activity(town.communes[0], town.reporters[0])
    address = f"/n/{activity.pk}/sua/"
    assert signed_in.get(address).context["form"]["quantity_attendances"].value() == 85

    wrong = signed_in.post(address, typed(quantity_attendances="?"))
    assert "Số lượt người phải là số nguyên" in wrong.text
    other_kind = signed_in.post(address, typed(kind="radio", choose="1"))
    assert other_kind.context["form"].chosen.code == "radio"
    response = signed_in.post(address, typed(id=activity.pk), follow=True)

    assert response.redirect_chain == [(f"/n/{activity.pk}", 302)]
    assert "85 → 64" in response.text
    assert "Chưa có gì thay đổi" in signed_in.post(address, typed(id=activity.pk)).text


def test_correct_activity_is_not_found_or_refused_to_others(client, town):
    activity = make_activity(town.communes[0], town.reporters[0])
    address = f"/n/{activity.pk}/sua/"

    client.force_login(town.reporters[1])
    assert client.get(address).status_code == 404
    client.force_login(town.auditor)
    assert client.get(address).status_code == 403
    assert client.post(address, typed(title="khác")).status_code == 403

    assert Activity.objects.get().title == activity.title


def test_form_takes_the_same_queries_for_any_log(signed_in, town, count_queries):
    plan = make_adopted_plan(town.district, town.drafter)

    def queries_after(rows):
        for n in range(rows):
            task = make_adopted_task(plan, town.communes[0], start=n)
            make_activity(town.communes[0], town.reporters[0], task=task)
        return count_queries(signed_in, "/ghi/")

    assert queries_after(1) == queries_after(2) <= 18


@pytest.mark.promise("N28")
@pytest.mark.django_db(transaction=True)
def test_fifty_forms_sent_twice_in_any_order_are_fifty_activities(proof):
    """Phía nhập: 50 biểu mẫu gửi hai lần, lẫn thứ tự, bốn đường truyền cùng lúc."""
    load_catalogue()
    town = make_authority(communes=1)
    forms = [typed(title=f"Buổi {n}", quantity_attendances=str(n)) for n in range(1, 51)]
    twice = forms * 2
    random.shuffle(twice)

    def send(some):
        client = Client()
        client.force_login(town.reporters[0])
        codes = [client.post("/ghi/", form).status_code for form in some]
        connection.close()
        return codes

    with ThreadPoolExecutor(4) as lines:
        codes = [code for part in lines.map(send, [twice[n::4] for n in range(4)]) for code in part]

    assert codes == [302] * 100
    people = Activity.objects.filter(quantities__measure="attendances").values_list(
        "pk", "title", "quantities__amount"
    )
    sent = {(UUID(f["id"]), f["title"], int(f["quantity_attendances"])) for f in forms}
    assert len(people) == 50
    assert set(people) == sent
    assert Quantity.objects.count() == 100
    assert Entry.objects.filter(event="log_activity").count() == 50
    proof(times=100, figure="0 mất, 0 lặp")


def test_all_faults_are_said_at_once(signed_in):
    sent = typed(title=" ", on_day="", quantity_attendances="nhiều", link="ftp://x")

    form = signed_in.post("/ghi/", sent).context["form"]

    assert set(form.errors) == {"title", "on", "quantity_attendances", "link"}
    without_kind = signed_in.post("/ghi/", sent | {"kind": ""}).context["form"]
    assert set(without_kind.errors) == {"kind", "title", "on", "link"}


def test_task_of_an_occasion_near_the_day_is_suggested_and_named(signed_in, town, settings):
    settings.AS_OF = dt.date(2024, 11, 25)  # what is some weeks ago is this year's too
    plan = make_adopted_plan(town.district, town.drafter)
    unit, today = town.communes[0], clock.today()
    usual, task = (make_adopted_task(plan, unit, start=n, due_on=today) for n in (0, 1))
    make_activity(unit, town.reporters[0], kind="talk", task=usual, on=today - dt.timedelta(60))
    occasion = make_occasion(town.drafter, "Ngày hội Đua ghe", month=today.month, day=today.day)
    OccasionTask.objects.create(task=task, occasion=occasion, year=today.year, on=today)

    shown = signed_in.get("/ghi/")

    assert shown.context["form"].chosen_task == task
    assert f"(dịp Ngày hội Đua ghe, {today:%d/%m/%Y})</b>" in shown.content.decode()
    stamp = f"{today:%Y%m%d}"
    assert f'data-occasions="{task.pk}:{stamp}:{stamp}:' in shown.content.decode()
    # Without a script the day counts when the kind is changed.
    before = today - dt.timedelta(40)
    day = {"on_day": str(before.day), "on_month": str(before.month), "on_year": str(before.year)}
    typed_then = typed(choose="1", title="Ra quân") | day
    assert signed_in.post("/ghi/", typed_then).context["form"].chosen_task == usual
    now = typed(choose="1", title="Ra quân")
    assert signed_in.post("/ghi/", now).context["form"].chosen_task == task
