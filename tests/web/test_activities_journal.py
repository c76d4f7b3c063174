import datetime as dt

import pytest

from haidang import clock
from haidang.activities.commands import attach_photo, load_catalogue
from tests.makers import make_authority, make_user
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    load_catalogue()
    return make_authority(communes=2)


def titles(response):
    return [entry.title for _, entries in response.context["months"] for entry in entries]


def log(town, at, title, **fields):
    return make_activity(town.communes[at], town.reporters[at], title=title, **fields)


def test_journal_groups_by_month_and_adds_up(client, town, settings):
    settings.AS_OF = dt.date(2024, 11, 25)
    log(town, 0, "mới", kind="radio", quantities={"sessions": 2, "minutes": 30})
    log(town, 0, "cũ", on=dt.date(2024, 9, 2), quantities={"sessions": 1, "attendances": 1200})
    log(town, 1, "của xã khác")
    client.force_login(town.reporters[0])

    page = client.get("/nhat-ky/")

    months = [(month, [e.title for e in entries]) for month, entries in page.context["months"]]
    assert months == [("Tháng 11/2024", ["mới"]), ("Tháng 9/2024", ["cũ"])]
    assert page.context["totals"] == [
        ("Số buổi", "buổi", 3),
        ("Tổng thời lượng", "phút", 30),
        ("Số lượt người", "lượt người", 1200),
    ]
    assert "1.200" in page.text
    assert 'name="unit"' not in page.text


def test_journal_filters(client, town, settings):
    settings.AS_OF = dt.date(2024, 11, 25)  # what is some weeks ago is this year's too
    plan = make_adopted_plan(town.district, town.drafter)
    task = make_adopted_task(plan, town.communes[0])
    long_ago = clock.today() - dt.timedelta(days=20)
    with_photo = log(town, 0, "có ảnh", kind="radio")
    attach_photo(activity=with_photo, content=make_photo(), name="a.jpg", by=town.reporters[0])
    log(town, 0, "có nhiệm vụ", task=task, on=long_ago)
    log(town, 1, "xã kia")
    client.force_login(town.drafter)

    def found(**query):
        return titles(client.get("/nhat-ky/", query))

    assert len(found()) == 3
    assert found(kind="radio") == found(photo="on") == ["có ảnh"]
    assert found(task=task.pk) == found(until=str(long_ago)) == ["có nhiệm vụ"]
    assert found(unit=town.communes[1].pk) == ["xã kia"]
    assert found(since=str(clock.today()), unit=town.communes[0].pk) == ["có ảnh"]
    assert len(found(kind="khong-co", since="hôm qua")) == 3
    typed = f"{long_ago:%d/%m/%Y}"
    assert found(since=typed, until=typed, year=clock.today().year) == ["có nhiệm vụ"]
    assert "Không có hoạt động nào khớp" in client.get("/nhat-ky/?kind=overseas").text


def test_journal_filters_by_year_and_month(client, town):
    this, last = clock.today().year, clock.today().year - 1
    log(town, 0, "tháng Mười", on=dt.date(last, 10, 31))
    log(town, 0, "cuối năm", on=dt.date(last, 12, 31))
    log(town, 0, "đầu năm", on=dt.date(this, 1, 1))
    client.force_login(town.reporters[0])

    def found(**query):
        return titles(client.get("/nhat-ky/", query))

    assert found(year=last) == ["cuối năm", "tháng Mười"]
    assert found(year=this) == found(month=1) == ["đầu năm"]
    assert found(year=last, month=10) == ["tháng Mười"]
    assert len(found(year="1066", month="13")) == 3


def test_journal_has_pages_that_keep_the_filter(client, town):
    for n in range(51):
        log(town, 0, f"buổi {n}")
    client.force_login(town.reporters[0])

    first = client.get("/nhat-ky/?kind=talk")
    second = client.get("/nhat-ky/?kind=talk&trang=2")

    assert (len(titles(first)), len(titles(second))) == (50, 1)
    assert 'href="?kind=talk&amp;trang=2"' in first.text
    assert 'href="?kind=talk&amp;trang=1"' in second.text
    assert first.context["totals"][0] == ("Số buổi", "buổi", 51)


def test_journal_marks_simulated_entries(client, town):
    log(town, 0, "mô phỏng", is_simulated=True)
    client.force_login(town.reporters[0])

    page = client.get("/nhat-ky/").text
    assert "Mọi hoạt động dưới đây là số liệu mô phỏng." in page
    assert "Tuyên truyền trực tiếp · " not in page

    log(town, 0, "mô phỏng nữa", is_simulated=True)
    log(town, 0, "thật")
    page = client.get("/nhat-ky/").text
    assert "trừ những dòng ghi “không mô phỏng”" in page
    assert page.count(" · <b>không mô phỏng</b>") == 1

    for n in range(3):
        log(town, 0, f"thật {n}")
    assert client.get("/nhat-ky/").text.count("Tuyên truyền trực tiếp · số liệu mô phỏng") == 2


def test_empty_journal_says_what_to_do(client, town):
    client.force_login(town.reporters[0])

    page = client.get("/nhat-ky/").text

    assert "Chưa có hoạt động trong kỳ này" in page
    assert 'href="/ghi/"' in page


def test_journal_hides_the_button_from_who_only_reads(client, town):
    client.force_login(town.auditor)
    assert 'href="/ghi/"' not in client.get("/nhat-ky/").text

    client.force_login(make_user(unit=town.district))
    assert client.get("/nhat-ky/").status_code == 200


def test_journal_takes_the_same_queries_for_any_number(client, town, count_queries):
    client.force_login(town.reporters[0])

    def queries_after(rows):
        for n in range(rows):
            made = log(town, 0, f"buổi {n}")
            attach_photo(activity=made, content=make_photo(), name="a.jpg", by=town.reporters[0])
        return count_queries(client, "/nhat-ky/")

    assert queries_after(1) == queries_after(2) <= 22


def test_filter_offers_days_and_a_bounded_number_of_tasks(client, town, monkeypatch):
    monkeypatch.setattr("haidang.web.views.activities.journal.MOST_TASKS", 2)
    plan = make_adopted_plan(town.district, town.drafter)
    first, *_ = [make_adopted_task(plan, town.communes[0], start=n) for n in range(3)]
    last = make_adopted_task(plan, town.communes[0], start=5)
    client.force_login(town.reporters[0])

    page = client.get("/nhat-ky/")
    assert len(page.context["filter"].fields["task"].queryset) == 2
    assert ("Từ ngày" in page.text, page.text.count('name="since"')) == (True, 1)
    # One that an address names is offered beside them.
    named = client.get(f"/nhat-ky/?task={last.pk}").context["filter"].fields["task"].queryset
    assert list(named) == [first, *named[1:2], last]
