"""The pages before the public: what each act does, what was typed is kept, copies, posts."""

import datetime as dt

import pytest

from haidang import clock
from haidang.newsroom.clarifying import FIRST_STATEMENT
from haidang.newsroom.commands.publishing import correct_story
from haidang.newsroom.commands.sharing import record_post
from haidang.newsroom.models import Copy, OfficialAccount, Publication, Schedule, Story
from haidang.newsroom.queries.clarifications import awaited_clarifications
from tests.makers.publishing import make_clarification, make_newsroom

pytestmark = pytest.mark.django_db
TOMORROW = {"hour": "7h30", "is_embargo": "on"}


@pytest.fixture
def newsroom():
    return make_newsroom()


@pytest.fixture
def desk(client, newsroom):
    client.force_login(newsroom.editor)
    return client


def at(story, page=""):
    return f"/bai/{story.pk}/{page}"


def words(answer):
    return " ".join(answer.content.decode().split())


def day(ahead=1):
    on = clock.today() + dt.timedelta(days=ahead)
    return {"day_day": on.day, "day_month": on.month, "day_year": on.year}


def test_a_cleared_story_offers_to_be_shown_now_or_at_a_time(desk, newsroom):
    page = words(desk.get(at(newsroom.cleared())))

    assert ("Đăng ngay" in page, "Hẹn giờ" in page) == (True, True)
    assert "Rút bài" not in page


def test_to_publish_is_asked_once_and_leads_back_to_the_story(desk, newsroom):
    story = newsroom.cleared()
    asked = words(desk.get(at(story, "dang/")))
    assert f"http://127.0.0.1:8000/vi/tin/{story.slug}/" in asked
    assert not Publication.objects.exists()

    page = words(desk.post(at(story, "dang/"), follow=True))

    assert "Đã đăng. Minh chứng và nhật ký đã tự ghi." in page
    assert "Đang hiện" in page
    assert Publication.objects.get().page_id[:12] in page


def test_a_time_is_typed_as_people_type_it(desk, newsroom):
    story = newsroom.cleared()

    page = words(desk.post(at(story, "hen/"), TOMORROW | day(), follow=True))

    schedule = Schedule.objects.get()
    assert schedule.at == clock.at(clock.today() + dt.timedelta(days=1), 7, 30)
    assert schedule.is_embargo
    assert "Đã hẹn giờ đăng." in page
    assert 'value="07:30"' in words(desk.get(at(story, "hen/")))
    desk.post(at(story, "bo-hen/"))
    assert not Schedule.objects.exists()


@pytest.mark.parametrize(
    "typed", [TOMORROW | {"hour": "sáng"}, TOMORROW | {"day_day": "40"}, {"hour": "7:00"}]
)
def test_a_time_that_is_none_keeps_what_was_typed(desk, newsroom, typed):
    answer = desk.post(at(newsroom.cleared(), "hen/"), day() | typed)

    assert answer.status_code == 422 or Schedule.objects.exists()
    assert typed["hour"] in words(answer) or Schedule.objects.exists()


def test_yesterday_is_refused_on_the_form(desk, newsroom):
    answer = desk.post(at(newsroom.cleared(), "hen/"), TOMORROW | day(-1))

    assert answer.status_code == 422
    assert "Chọn giờ chưa qua" in words(answer)


def test_a_correction_asks_for_words_and_leads_to_the_copies(desk, newsroom):
    story = newsroom.mended(newsroom.published())
    assert "Đính chính" in words(desk.get(at(story)))
    assert desk.post(at(story, "dinh-chinh/"), {"notice": " "}).status_code == 422

    page = words(desk.post(at(story, "dinh-chinh/"), {"notice": "Đã sửa tên."}, follow=True))

    assert "“Đã sửa tên.”" in page
    assert "Các bản sao" in page


def test_a_story_is_withdrawn_with_words(desk, newsroom):
    story = newsroom.published()

    page = words(desk.post(at(story, "rut/"), {"notice": "Lịch đổi."}, follow=True))

    assert "Đã rút" in page
    assert not Story.objects.get(pk=story.pk).live


def test_a_leader_orders_an_emergency_and_an_editor_does_not(client, newsroom):
    story = newsroom.story()
    newsroom.submit(story)
    client.force_login(newsroom.editor)
    assert client.get(at(story, "dang-khan/")).status_code == 403
    client.force_login(newsroom.leader)
    assert "Đăng khẩn" in words(client.get(at(story)))

    page = words(client.post(at(story, "dang-khan/"), follow=True))

    assert "Quá hạn thì tự rút" in page


@pytest.mark.parametrize("page", ["dang/", "hen/", "dinh-chinh/", "rut/", "dang-khan/", "chia-se/"])
def test_the_pages_are_closed_to_others(client, newsroom, page):
    story = newsroom.published()
    client.force_login(newsroom.auditor)

    assert client.get(at(story, page)).status_code == 403


def test_words_for_each_network_are_ready_and_posts_are_written_back(desk, newsroom):
    story = newsroom.published()
    page = words(desk.get(at(story, "chia-se/")))
    assert page.count('data-copy-from="#loi-') == 3
    assert f"/vi/the/{story.pk}.png" in page

    refused = desk.post(at(story, "chia-se/"), {"network": "zalo", "address": "zalo.me/1"})
    assert refused.status_code == 422
    assert "https://" in words(refused)
    typed = {"network": "zalo", "address": "https://zalo.me/1"}
    assert "https://zalo.me/1" in words(desk.post(at(story, "chia-se/"), typed, follow=True))
    assert Copy.objects.count() == 1


def test_only_what_is_shown_is_shared(desk, newsroom):
    assert desk.get(at(newsroom.cleared(), "chia-se/")).status_code == 409


def test_copies_are_listed_and_settled_by_hand(desk, newsroom):
    story = newsroom.published()
    record_post(story=story, network="zalo", address="https://zalo.me/1", by=newsroom.editor)
    correct_story(story=newsroom.mended(story), notice="Đã sửa.", by=newsroom.editor)
    page = words(desk.get(at(story, "ban-sao/")))
    assert page.count("Không thu hồi được") == 2

    page = words(desk.post(at(story, f"ban-sao/{Copy.objects.get().pk}/"), follow=True))

    assert page.count("Không thu hồi được") == 1
    desk.post(at(story, f"ban-sao/{Copy.objects.get().pk}/"), {"con-sai": "1"})
    assert Copy.objects.get().state == "cannot_recall"
    assert desk.get(at(story, "ban-sao/999/")).status_code == 302
    assert "Bài chưa đăng lần nào" in words(desk.get(at(newsroom.story("Nháp"), "ban-sao/")))


def test_the_administrator_keeps_the_official_accounts(client, newsroom):
    client.force_login(newsroom.administrator)
    typed = {"network": "facebook", "name": "Trang huyện", "address": "https://fb.com/h"}

    assert "Facebook: Trang huyện" in words(client.post("/noi-dung/tai-khoan/", typed, follow=True))
    assert client.post("/noi-dung/tai-khoan/", typed | {"address": "x"}).status_code == 422
    pk = OfficialAccount.objects.get().pk
    page = words(client.post(f"/noi-dung/tai-khoan/{pk}/bo/", follow=True))
    assert "Không dùng nữa" in page
    client.force_login(newsroom.editor)
    assert "Thêm vào danh sách" not in words(client.get("/noi-dung/tai-khoan/"))


def test_the_administrator_comes_to_the_portals_from_every_room_of_the_desk(client, newsroom):
    rooms = ["/bai/", "/kiem-tra/", "/anh/", "/thuat-ngu/", "/noi-dung/tai-khoan/", "/noi-dung/"]
    client.force_login(newsroom.administrator)

    assert [room for room in rooms if 'href="/noi-dung/cong/"' not in words(client.get(room))] == []
    here = words(client.get("/noi-dung/cong/"))
    assert '<a href="/noi-dung/cong/" aria-current="page">' in here
    assert 'href="/noi-dung/" aria-current="page"' in here.partition("<main")[0]
    client.force_login(newsroom.editor)
    assert [room for room in rooms if "/noi-dung/cong/" in words(client.get(room))] == []


def test_a_clarification_counts_down_and_points_out_whom_it_names(desk, newsroom):
    now = clock.now()
    story = make_clarification(newsroom, now - dt.timedelta(hours=20), claim="Ông Trần Tám nói vậy")

    (awaited,) = awaited_clarifications(newsroom.editor, now)
    assert (awaited.hours, awaited.words, awaited.is_late) == (4, "còn 4 giờ", False)
    later = now + dt.timedelta(hours=6)
    assert awaited_clarifications(newsroom.editor, later)[0].words == "quá 2 giờ"
    assert awaited.first.due == story.claim_at + FIRST_STATEMENT
    page = words(desk.get(at(story)))
    assert "“Ông Trần Tám” có vẻ chỉ một người" in page
    assert "Phát ngôn đầu tiên chậm nhất" in page


def test_the_panel_asks_as_much_for_one_publication_as_for_three(
    desk, newsroom, django_assert_max_num_queries
):
    story = newsroom.published()
    for number in range(2):
        newsroom.mended(story, title=f"Lần {number}")
        correct_story(story=story, notice="Đã sửa.", by=newsroom.editor)

    with django_assert_max_num_queries(90):
        desk.get(at(story))
