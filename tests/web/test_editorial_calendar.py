"""The editorial calendar's pages: what they show, what each form does, how many questions."""

import datetime as dt

import pytest

from haidang.activities.commands import load_catalogue
from haidang.newsroom.commands import planning
from haidang.newsroom.commands.publishing import publish_story
from haidang.newsroom.models import PlannedStory
from haidang.newsroom.planned_facts import facts_of
from haidang.orgs.enums import Role
from tests.makers import make_user
from tests.makers.activities import make_adopted_plan, make_adopted_task
from tests.makers.occasions import load, occasion
from tests.makers.planning import MONDAY, agree, make_newsroom, make_planned, make_written, send
from tests.makers.reporting import make_season

pytestmark = pytest.mark.django_db
DAY = {"on_day": "28", "on_month": "11", "on_year": "2024"}
TYPED = DAY | {
    "title": "Hội thi văn nghệ",
    "channels": ["portal", "social", "radio"],
    "languages": ["vi", "km"],
    "section": "tin",
    "kind": "news",
    "content": "image",
}


@pytest.fixture(autouse=True)
def _on_monday(settings):
    settings.AS_OF = MONDAY


@pytest.fixture
def newsroom():
    load()
    return make_newsroom()


@pytest.fixture
def editor(client, newsroom):
    client.force_login(newsroom.editor)
    return client


def test_the_week_shows_stories_on_their_days_with_today_lit(editor, newsroom):
    make_planned(newsroom, channels=("radio", "portal"), languages=("vi", "km"))
    make_planned(newsroom, on=dt.date(2024, 12, 1), title="Bản tin cuối tuần")
    make_planned(newsroom, on=dt.date(2024, 12, 2), title="Tuần sau")

    page = editor.get("/noi-dung/").text

    assert "Tuần 48 (25/11 – 01/12/2024) · 2 tin, bài · 2 chưa có người viết" in page
    assert page.count('aria-current="date"') == 1
    assert "25/11 · hôm nay" in page
    assert "T7, CN" in page
    assert "Bản tin cuối tuần" in page
    assert "Tuần sau</a></h3>" not in page
    assert "Chưa có người viết" in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Một", "Hai"}),
        ("kenh=radio", {"Hai"}),
        ("ngon-ngu=km", {"Hai"}),
        ("trang-thai=chua-co-nguoi", {"Một"}),
        ("trang-thai=chua-dang", {"Một", "Hai"}),
        ("trang-thai=live", set()),
        ("kenh=la&ngon-ngu=fr&trang-thai=la&xem=la&tuan=la", {"Một", "Hai"}),
        ("xem=danh-sach", {"Một", "Hai", "Ba"}),
        ("xem=thang", {"Một", "Hai"}),
        ("xem=thang&tuan=2024-12-02", {"Ba"}),
        ("tuan=0001-01-01", {"Một", "Hai"}),
    ],
)
def test_the_calendar_shows_what_is_asked(editor, newsroom, query, shown):
    make_planned(newsroom, title="Một")
    make_planned(
        newsroom,
        title="Hai",
        channels=("radio",),
        languages=("km",),
        writer=newsroom.writer,
    )
    make_planned(newsroom, title="Ba", on=dt.date(2024, 12, 3))

    page = editor.get(f"/noi-dung/?{query}").text

    assert {title for title in ("Một", "Hai", "Ba") if f">{title}</a>" in page} == shown


def test_only_the_newsroom_and_the_writer_see_a_story(client, newsroom):
    planned = make_planned(newsroom, writer=newsroom.officer)
    address = f"/noi-dung/ke-hoach/{planned.pk}/"

    for person, status in (
        (newsroom.editor, 200),
        (newsroom.officer, 200),
        (newsroom.authority.drafter, 200),
        (newsroom.authority.auditor, 200),
        (newsroom.authority.reporters[0], 404),
        (make_user(Role.EDITOR), 404),
    ):
        client.force_login(person)
        assert client.get(address).status_code == status
        assert (planned.title in client.get("/noi-dung/").text) == (status == 200)


def test_a_story_for_three_channels_is_planned_in_one_form(editor, newsroom):
    begun = editor.get("/noi-dung/them/?ngay=2024-11-28").text
    answer = editor.post("/noi-dung/them/", TYPED)

    planned = PlannedStory.objects.get()
    assert 'value="28"' in begun
    assert answer["Location"] == f"/noi-dung/ke-hoach/{planned.pk}/"
    assert (planned.channels, planned.languages) == ("portal radio social", "vi km")
    assert planned.unit == newsroom.centre


def test_a_form_keeps_what_was_typed_and_says_what_is_wrong(editor):
    answer = editor.post("/noi-dung/them/", TYPED | {"on_year": "2042", "channels": []})

    assert answer.status_code == 422
    assert "Hội thi văn nghệ" in answer.text
    assert "Chọn ít nhất một kênh." in answer.text
    stamped = editor.post("/noi-dung/them/", TYPED | {"note": "TỐI MẬT\nx"})
    assert (stamped.status_code, PlannedStory.objects.count()) == (422, 0)


def test_who_plans_for_nobody_is_told_so(client, newsroom):
    for person in (newsroom.officer, newsroom.authority.auditor):
        client.force_login(person)
        assert client.get("/noi-dung/them/").status_code == 403


def test_a_suggestion_fills_the_form(editor, newsroom):
    day = occasion("quan-doi")
    page = editor.get(f"/noi-dung/them/?dip={day.pk}&ngay=2024-12-22&nhiem-vu=0").text

    assert f'value="{day.name}"' in page
    assert f'<option value="{day.pk}" selected>' in page
    assert "<details open>" in page
    assert "selected" in editor.get("/noi-dung/them/?dip=999999&ngay=x").text


def test_a_story_is_moved_given_to_a_writer_and_dropped(editor, newsroom):
    planned = make_planned(newsroom)
    page = f"/noi-dung/ke-hoach/{planned.pk}/"

    moved = editor.post(f"{page}chuyen/", DAY | {"seen": 0}, follow=True)
    given = editor.post(f"{page}giao/", {"writer": newsroom.writer.pk, "seen": 1}, follow=True)

    assert "Đã chuyển sang ngày 28/11/2024." in moved.text
    assert f"Đã giao cho {newsroom.writer}." in given.text
    assert "ngày: 25/11/2024 → 28/11/2024" in given.text
    nobody = editor.post(f"{page}giao/", {"writer": "", "seen": 2}, follow=True)
    assert "Bài này chưa có người viết." in nobody.text
    dropped = editor.post(f"{page}bo/", {"seen": 3}, follow=True)
    assert "khỏi lịch" in dropped.text
    assert editor.get(page).status_code == 404


def test_who_comes_second_sees_what_the_first_did(editor, newsroom):
    planned = make_planned(newsroom)
    planning.move_plan(planned=planned, on=dt.date(2024, 11, 27), by=newsroom.writer)
    page = f"/noi-dung/ke-hoach/{planned.pk}/"

    for address, typed in ((f"{page}chuyen/", DAY), (f"{page}sua/", TYPED)):
        answer = editor.post(address, typed | {"seen": 0})
        assert answer.status_code == 422
        assert "Phóng viên" in answer.text
        assert "25/11/2024 → 27/11/2024" in answer.text
        assert 'name="seen" value="1"' in answer.text
    assert editor.post(f"{page}chuyen/", DAY | {"on_day": "99", "seen": 1}).status_code == 422
    assert editor.post(f"{page}giao/", {"writer": "0", "seen": 1}).status_code == 422
    assert editor.post(f"{page}bo/", {"seen": 0}).status_code == 409


def test_a_plan_is_changed_where_it_stood(editor, newsroom):
    planned = make_planned(newsroom, channels=("radio",), note="Xin ảnh của xã")
    address = f"/noi-dung/ke-hoach/{planned.pk}/sua/"

    assert "Xin ảnh của xã" in editor.get(address).text
    answer = editor.post(address, TYPED | {"seen": 0})

    assert answer.status_code == 302
    planned.refresh_from_db()
    assert facts_of(planned).title == "Hội thi văn nghệ"


def test_who_only_writes_does_not_change_the_plan(client, newsroom):
    planned = make_planned(newsroom, writer=newsroom.officer)
    client.force_login(newsroom.officer)

    page = client.get(f"/noi-dung/ke-hoach/{planned.pk}/").text

    assert "Chuyển ngày" not in page
    assert client.get(f"/noi-dung/ke-hoach/{planned.pk}/sua/").status_code == 403


def test_days_to_come_say_how_many_stories_they_have(editor, newsroom):
    make_planned(newsroom, on=dt.date(2024, 12, 20), occasion=occasion("quan-doi"))

    page = editor.get("/noi-dung/").text
    ideas = editor.get("/noi-dung/goi-y/").text

    assert "1 bài" in page
    assert "Chưa có bài" in page
    assert f"?dip={occasion('quan-doi').pk}&amp;ngay=2024-12-22" in ideas


def test_writing_begins_from_the_plan(editor, newsroom):
    planned = make_planned(newsroom)
    page = f"/noi-dung/ke-hoach/{planned.pk}/"

    assert "Bắt đầu viết" in editor.get(page).text
    answer = editor.post(f"{page}viet/")

    planned.refresh_from_db()
    assert answer["Location"] == f"/bai/{planned.story_id}/sua/"
    assert "Mở bài" in editor.get(page).text
    assert "Đang viết" in editor.get("/noi-dung/").text


@pytest.mark.promise("N7")
def test_what_appeared_says_where_it_counts(editor, newsroom):
    load_catalogue()
    plan = make_adopted_plan(newsroom.authority.district, newsroom.authority.drafter)
    task = make_adopted_task(plan, newsroom.centre)
    story = make_written(newsroom, task=task)
    page = f"/noi-dung/ke-hoach/{story.planned.pk}/"
    assert "nhật ký tự ghi một hoạt động" in editor.get(page).text

    agree(newsroom, send(newsroom, story))
    publication = publish_story(story=story, by=newsroom.editor)

    assert f'href="/n/{publication.activity_id}' in editor.get(page).text
    assert publication.activity.task == task


def test_the_calendar_asks_the_same_for_any_number(editor, newsroom, count_queries):
    def queries_after(number):
        for at in range(number):
            make_planned(newsroom, title=f"Bài {at}", writer=newsroom.writer)
        return count_queries(editor, "/noi-dung/")

    assert queries_after(1) == queries_after(3) <= 30


def test_the_calendar_says_when_reports_are_due(client):
    season = make_season()
    client.force_login(season.drafter)
    due = season.round.due_on.isoformat()

    for view in ("tuan", "danh-sach", "thang"):
        assert "Hạn báo cáo năm 2024" in client.get(f"/noi-dung/?xem={view}&tuan={due}").text


def test_each_room_of_the_newsroom_leads_to_the_others(editor):
    rooms = ["/noi-dung/", "/bai/", "/kiem-tra/", "/anh/", "/thuat-ngu/", "/noi-dung/tai-khoan/"]

    for room in rooms:
        page = editor.get(room).text
        assert [one for one in rooms if f'<a href="{one}"' not in page] == []
        assert f'<a href="{room}" aria-current="page">' in page
