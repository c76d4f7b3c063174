"""A task that comes back is due in each of its periods, by what the log says."""

import datetime as dt

import pytest

from haidang.plans.enums import Part
from haidang.plans.models import Assignment
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
MONTHLY = {"every": "month", "interval": 1, "times": 1, "days": [[None, 20]], "is_before": False}


@pytest.fixture
def town():
    return make_authority(communes=1)


def monthly(town, **rhythm):
    plan = make_adopted_plan(town.district, town.drafter)
    fields = {"title": "Phát thanh Luật Biên phòng", "rhythm": MONTHLY | rhythm}
    return make_adopted_task(plan, town.communes[0], **fields)


def log(town, task, *months, day=5):
    for month in months:
        on = dt.date(2024, month, day)
        make_activity(town.communes[0], town.reporters[0], task=task, on=on)


def rows(client, town):
    client.force_login(town.reporters[0])
    groups = client.get("/viec/").context["groups"]
    return {g.title: [(row.title, row.word, row.why) for row in g.rows] for g in groups}


def test_a_month_without_an_entry_is_overdue(client, town):
    task = monthly(town)
    log(town, task, *range(1, 11))

    found = rows(client, town)

    late = ("Phát thanh Luật Biên phòng, tháng 11", "Quá hạn 5 ngày")
    assert found["Quá hạn"] == [(*late, "Hạn 20/11 · chưa ghi · III.1 · Thực hiện")]
    assert "Sắp tới" not in found  # December is not pressed on top of November


def test_months_missed_before_are_named(client, town):
    log(town, monthly(town), 1, 2, 3, 4, 5)

    (row,) = rows(client, town)["Quá hạn"]

    assert row[0] == "Phát thanh Luật Biên phòng, tháng 11"
    assert row[2].endswith("còn thiếu tháng 10, tháng 9, tháng 8 và 2 kỳ nữa")


def test_who_only_helps_is_never_late_with_a_month(client, town):
    task = monthly(town)
    log(town, task, *range(1, 10))
    Assignment.objects.filter(task=task).update(part=Part.COORDINATE)

    found = rows(client, town)

    assert "Quá hạn" not in found
    (row,) = found["Sắp tới"]
    assert row[:2] == ("Phát thanh Luật Biên phòng, tháng 12", "Chưa thực hiện")
    assert " · Phối hợp" in row[2]


def test_what_was_logged_after_the_day_still_counts_for_its_month(client, town):
    task = monthly(town)
    log(town, task, *range(1, 11))
    log(town, task, 11, day=24)

    found = rows(client, town)

    assert "Quá hạn" not in found
    assert found["Sắp tới"][0][:2] == ("Phát thanh Luật Biên phòng, tháng 12", "Chưa thực hiện")


def test_a_period_that_is_due_this_week_waits_there_until_it_is_logged(client, town):
    task = monthly(town, days=[[None, 28]])
    log(town, task, *range(1, 11))

    assert rows(client, town)["Đến hạn tuần này"][0][:2] == (
        "Phát thanh Luật Biên phòng, tháng 11",
        "Sắp đến hạn",
    )

    log(town, task, 11)

    found = rows(client, town)
    assert "Đến hạn tuần này" not in found
    assert found["Việc thường xuyên"][0][:2] == ("Phát thanh Luật Biên phòng", "Đã ghi tháng 11")


def test_twice_a_quarter_says_how_often_it_was_done(client, town):
    task = monthly(town, every="quarter", times=2, days=[])
    log(town, task, 1, 2, 4, 5, 7, 8, 10)

    assert rows(client, town)["Sắp tới"][0][2].startswith("đã ghi 1/2 · III.1 · Thực hiện")

    log(town, task, 11)

    assert rows(client, town)["Việc thường xuyên"][0][1] == "Đã ghi quý IV"


def test_a_rhythm_without_a_period_is_a_steady_task(client, town):
    monthly(town, every=None, days=[])

    assert list(rows(client, town)) == ["Việc thường xuyên"]


def test_once_a_year_by_a_day_is_that_day(client, town):
    plan = make_adopted_plan(town.district, town.drafter)
    yearly = MONTHLY | {"every": "year", "days": [[11, 20]]}
    make_adopted_task(plan, town.communes[0], rhythm=yearly, due_on=dt.date(2024, 11, 20))

    assert rows(client, town)["Quá hạn"][0][:2] == ("Phát thanh", "Quá hạn 5 ngày")


def test_periods_cost_no_further_question(client, town, count_queries):
    client.force_login(town.reporters[0])
    log(town, monthly(town), 1)
    one = count_queries(client, "/viec/")
    for _ in range(2):
        log(town, monthly(town), 1, 2)

    assert count_queries(client, "/viec/") == one
