"""The calendar's pages: a year, its list, one occasion, what its keepers do."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from haidang.occasions.models import Confirmation, Occasion
from haidang.orgs.enums import Role
from haidang.plans.models import Task
from tests.makers import make_user
from tests.makers.occasions import load, make_occasion, occasion
from tests.makers.plans import PLAN, make_adopted

pytestmark = [pytest.mark.promise("N24"), pytest.mark.django_db, pytest.mark.usefixtures("monday")]
ASKS = "- Bám sát các sự kiện, lễ kỷ niệm năm tròn, năm chẵn trong năm 2024.\n\n- Thông tin về"


@pytest.fixture(autouse=True)
def _loaded(authority):
    load()


def page(browser, path):
    response = browser.get(path)
    assert response.status_code == 200
    return response.content.decode()


def boxes(name, day):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def plan_that_asks(authority):
    return make_adopted(authority, text=PLAN.replace("- Thông tin về", ASKS, 1))


def test_the_year_is_shown_by_months_with_its_marks(drafter):
    text = page(drafter, "/lich/")

    assert "Lịch năm 2024" in text
    assert "08/02–14/02" in text  # the days off around Tết
    assert "Làm bù: 04/05" in text
    for words in ("Chiến thắng Điện Biên Phủ", "70 năm", "Năm tròn", "Năm lẻ 5", "Tạm tính"):
        assert words in text
    assert text.count("Việt Nam – Brazil") == 1


def test_the_calendar_opens_at_this_month_and_folds_what_is_over(drafter):
    this_year = drafter.get("/lich/").context  # in November
    assert {month for month, _ in this_year["over"]} <= set(range(1, 11))
    assert this_year["months"][0][0] == 11
    text = page(drafter, "/lich/")
    folded = text.partition("Các tháng đã qua của năm 2024 (1–10)")[2].partition("</details>")[0]
    assert ('id="thang-1"' in folded, 'id="thang-11"' in folded) == (True, False)
    assert 'id="thang-11"' in text
    assert drafter.get("/lich/?nam=2025").context["over"] == []


def test_the_year_can_be_narrowed(drafter):
    round_years = page(drafter, "/lich/?nam=2024&loai=nam-tron")
    khmer = page(drafter, "/lich/?nam=2024&loai=khmer")

    assert "Điện Biên Phủ" in round_years
    assert "Tết Trung thu" not in round_years
    assert khmer.count('class="row"') == 4
    assert "Không có ngày nào" in page(drafter, "/lich/?nam=2024&loai=own")


@pytest.mark.parametrize("year", ["1899", "2101", "99999", "123456789"])
def test_years_that_nobody_knows_are_answered_in_words(drafter, year):
    assert "chỉ tính được từ năm 1900 đến năm 2100" in page(drafter, f"/lich/?nam={year}")


def test_the_first_and_last_year_are_shown(drafter):
    assert "Tết Nguyên đán" in page(drafter, "/lich/?nam=1900")
    assert "Tết Nguyên đán" in page(drafter, "/lich/?nam=2100&xem=thang&thang=2")


def test_a_month_is_shown_as_a_grid(drafter):
    text = page(drafter, "/lich/?nam=2024&xem=thang&thang=2")

    assert "Tháng 2/2024" in text
    assert "Tết Nguyên đán" in text
    assert text.count("ngày nghỉ lễ</span>") == 7
    assert 'aria-current="date"' not in text
    assert 'aria-current="date"' in page(drafter, "/lich/?nam=2024&xem=thang&thang=99")


def test_a_year_takes_the_same_queries_however_many_days(drafter, authority, count_queries):
    before = count_queries(drafter, "/lich/?nam=2024")
    for month in (1, 2, 3):
        made = make_occasion(authority.drafter, f"Ngày {month}", month=month)
        make_occasion(authority.drafter, f"Hội {month}", month=month, calendar="lunar")
    assert made

    assert count_queries(drafter, "/lich/?nam=2024") == before


def test_the_list_of_a_year_answers_the_plan(drafter, authority):
    plan_that_asks(authority)
    text = page(drafter, "/lich/danh-sach/?nam=2024")

    assert "năm tròn, năm chẵn trong năm 2024" in text
    assert "- 08/05/2024: Thiết lập quan hệ ngoại giao Việt Nam – Brazil (35 năm)" in text
    assert "- 15/11/2024: Ok Om Bok và đua ghe ngo (tạm tính)" in text
    assert "Ngày Báo chí" not in text  # 99 years are neither
    assert drafter.get("/lich/danh-sach/?nam=1500").status_code == 404


def test_the_list_of_a_year_is_given_as_a_workbook(drafter):
    response = drafter.get("/lich/danh-sach.xlsx?nam=2026")

    rows = list(load_workbook(io.BytesIO(response.content)).active.iter_rows(values_only=True))
    relations = [row for row in rows if row[3] and "quan hệ ngoại giao" in str(row[3])]
    assert [(row[1].date(), row[4]) for row in relations] == [
        (dt.date(2026, 3, 25), "55 năm"),
        (dt.date(2026, 7, 12), "50 năm"),
        (dt.date(2026, 8, 6), "50 năm"),
        (dt.date(2026, 10, 11), "55 năm"),
        (dt.date(2026, 11, 25), "55 năm"),
        (dt.date(2026, 11, 25), "55 năm"),
    ]
    assert response["Content-Disposition"] == 'attachment; filename="ngay-le-ky-niem-2026.xlsx"'


def test_a_festival_is_confirmed_on_its_page(drafter, authority):
    ok_om_bok = occasion("ok-om-bok")
    path = f"/lich/ngay/{ok_om_bok.pk}/"
    text = page(drafter, f"{path}?nam=2025")
    assert "theo âm lịch Việt Nam là <b>04/12/2025</b>" in text
    assert "hạn báo cáo, hạn nhiệm vụ không đổi" in text

    day = dt.date(2025, 11, 5)
    typed = {**boxes("on", day), **boxes("until", day), "source": "thông báo", "seen": "0"}
    response = drafter.post(f"{path}xac-nhan/?nam=2025", typed, follow=True)

    assert "Đã xác nhận" in response.content.decode()
    assert Confirmation.objects.get().on == day


def test_the_second_of_two_people_is_told_and_keeps_what_was_typed(client, authority):
    path = f"/lich/ngay/{occasion('ok-om-bok').pk}/xac-nhan/?nam=2024"
    first, second = dt.date(2024, 11, 15), dt.date(2024, 11, 14)

    def send(person, day, seen):
        client.force_login(person)
        typed = {**boxes("on", day), **boxes("until", day), "seen": seen}
        return client.post(path, typed)

    send(authority.drafter, first, "0")
    refused = send(authority.leader, second, "0")

    text = refused.content.decode()
    assert refused.status_code == 422
    assert "vừa xác nhận" in text
    assert 'name="seen" value="1"' in text
    assert Confirmation.objects.get().on == first
    assert send(authority.leader, second, "1").status_code == 302
    assert Confirmation.objects.get().on == second


def test_a_day_that_is_no_day_keeps_the_form(drafter):
    path = f"/lich/ngay/{occasion('ok-om-bok').pk}/xac-nhan/?nam=2024"
    typed = {"on_day": "31", "on_month": "11", "on_year": "2024", "seen": ""}
    other_year = {**boxes("on", dt.date(2023, 1, 1)), **boxes("until", dt.date(2023, 1, 1))}

    assert "không có trong lịch" in drafter.post(path, typed).content.decode()
    assert "phải thuộc năm 2024" in drafter.post(path, other_year).content.decode()


def test_a_day_of_ones_own_is_added(drafter):
    typed = {"name": "Lễ hội Nghinh Ông", "calendar": "lunar", "day": "10", "month": "5"}
    typed |= {"length": "3", "lead_days": "30"}

    response = drafter.post("/lich/them/", typed, follow=True)

    assert "Đã thêm Lễ hội Nghinh Ông vào lịch" in response.content.decode()
    assert "Lễ hội Nghinh Ông" in page(drafter, "/lich/?nam=2024&loai=own")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"calendar": "once", "day": "30", "month": "2", "year": "2024"}, "không có trong lịch"),
        ({"calendar": "once", "year": ""}, "không có trong lịch"),
        ({"day": "30", "month": "2"}, "Tháng 2 có ngày từ 1 đến 29"),
        ({"calendar": "lunar", "day": "31"}, "có ngày từ 1 đến 30"),
        ({"since_year": "2030"}, "không thể sau năm 2024"),
        ({"length": "0"}, "từ 1 đến 31 ngày"),
        ({"name": ""}, "Ghi tên dịp"),
    ],
)
def test_what_no_year_has_is_answered_on_the_form(drafter, given, said):
    typed = {"name": "Hội", "calendar": "solar", "day": "1", "month": "5", "length": "1"}
    response = drafter.post("/lich/them/", typed | {"lead_days": "7"} | given)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Occasion.objects.filter(key=None).exists()


def test_what_happens_once_and_for_the_unit_alone_is_added(drafter, authority):
    typed = {"name": "Hội thao", "calendar": "once", "day": "20", "month": "6", "year": "2024"}
    drafter.post("/lich/them/", typed | {"length": "1", "lead_days": "7", "for_unit": "on"})

    added = Occasion.objects.get(key=None)
    assert (added.on, added.owner, added.month) == (dt.date(2024, 6, 20), authority.office, None)
    assert drafter.get(f"/lich/ngay/{added.pk}/?nam=2025").status_code == 404


def test_keepers_hide_show_and_prepare(drafter):
    asean = occasion("asean")
    path = f"/lich/ngay/{asean.pk}/"

    hidden = drafter.post(f"{path}an/?nam=2024", follow=True).content.decode()
    assert "Đang ẩn" in hidden
    assert "Hiện lại" in page(drafter, f"{path}?nam=2024")
    assert "Đang ẩn" not in drafter.post(f"{path}hien/?nam=2024", follow=True).content.decode()
    led = drafter.post(f"{path}chuan-bi/?nam=2024", {"lead_days": "20"}, follow=True)
    assert "trước 20 ngày" in led.content.decode()
    for wrong in ("", "x", "1000"):
        assert drafter.post(f"{path}chuan-bi/", {"lead_days": wrong}).status_code == 422
    assert drafter.get(f"{path}an/").status_code == 302


def test_the_threshold_of_relations_is_set(drafter):
    assert page(drafter, "/lich/?nam=2026").count("Thiết lập quan hệ ngoại giao") == 6
    drafter.post("/lich/nam-neu/?nam=2026", {"step": "10"})

    assert page(drafter, "/lich/?nam=2026").count("Thiết lập quan hệ ngoại giao") == 2
    assert drafter.post("/lich/nam-neu/", {"step": "7"}).status_code == 422


def test_who_does_not_keep_the_calendar_reads_it(client, authority):
    client.force_login(authority.auditor)
    ok_om_bok = occasion("ok-om-bok")
    text = page(client, f"/lich/ngay/{ok_om_bok.pk}/?nam=2024")

    assert "Xác nhận ngày" not in text
    assert "Ẩn khỏi lịch" not in text
    assert client.post(f"/lich/ngay/{ok_om_bok.pk}/an/").status_code == 403
    assert client.get("/lich/them/").status_code == 403
    assert client.get(f"/lich/ngay/{ok_om_bok.pk}/sua/").status_code == 403


def test_days_of_strangers_do_not_exist(client, authority):
    mine = make_occasion(authority.drafter)
    client.force_login(make_user(Role.DRAFTER))

    assert client.get(f"/lich/ngay/{mine.pk}/").status_code == 404


def test_an_administrator_puts_a_given_day_right(client, authority):
    client.force_login(make_user(Role.ADMINISTRATOR, unit=authority.district))
    asean = occasion("asean")
    path = f"/lich/ngay/{asean.pk}/sua/"
    assert 'value="1967"' in page(client, path)
    typed = {"name": "Ngày ASEAN", "day": "8", "month": "8", "length": "1", "lead_days": "7"}

    assert client.post(path, typed | {"day": "32"}).status_code == 422
    assert client.post(path, typed).status_code == 302
    assert occasion("asean").name == "Ngày ASEAN"
    assert "month" not in page(client, f"/lich/ngay/{occasion('chol-chnam-thmay').pk}/sua/")
    client.post(f"/lich/ngay/{asean.pk}/bo/")
    assert client.get(f"/lich/ngay/{asean.pk}/").status_code == 404


def test_a_task_is_given_from_an_occasion(drafter, authority):
    border = occasion("bien-phong-toan-dan")
    path = f"/lich/ngay/{border.pk}/giao/?nam=2024"
    assert drafter.get(path).status_code == 404  # no plan is followed yet
    plan_that_asks(authority)
    assert "Tuyên truyền Ngày Biên phòng toàn dân (35 năm)" in page(drafter, path)
    typed = {"title": "Tuyên truyền", "owners": [f"g{authority.group.pk}"]}
    typed |= boxes("due_on", dt.date(2024, 3, 3))
    direction = Task.objects.filter(text__contains="năm tròn").get()

    wrong = drafter.post(path, typed | {"direction": direction.pk} | {"due_on_year": "2030"})
    assert "Hạn phải trong năm 2024" in wrong.content.decode()
    response = drafter.post(path, typed | {"direction": direction.pk}, follow=True)

    assert "Đã giao việc" in response.content.decode()
    text = page(drafter, f"/lich/ngay/{border.pk}/?nam=2024")
    assert "theo mục" in text
    assert "Tuyên truyền</a>" in page(drafter, "/lich/danh-sach/?nam=2024")
