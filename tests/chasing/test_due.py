import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from haidang.chasing.queries.due import due_of
from haidang.plans.enums import Part
from haidang.plans.models import Plan, Task
from tests.makers import make_authority, make_unit, make_user
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.makers.cascade import make_cascade
from tests.makers.plans import PLAN, make_adopted, make_amended
from tests.makers.reporting import make_returned, make_sent

pytestmark = pytest.mark.django_db
FRIDAY = dt.date(2024, 11, 29)


def whats(person, day):
    return [(due.what, due.due_on) for due in due_of(person, day)]


def test_a_report_is_due_until_it_is_sent_and_again_when_it_is_returned(season, day):
    reporter, other = season.authority.reporters[:2]
    assert whats(reporter, day) == [("Gửi báo cáo năm 2024", FRIDAY)]

    report = season.report
    make_sent(season, report)
    assert whats(reporter, day) == []
    assert whats(other, day) == [("Gửi báo cáo năm 2024", FRIDAY)]


def test_a_returned_report_is_due_by_the_day_to_mend_it(season, day):
    make_returned(season, season.report)
    season.report.refresh_from_db()

    assert whats(season.reporter, day) == [("Bổ sung báo cáo năm 2024", season.report.mend_by)]


@pytest.fixture
def given_tasks(season):
    """A unit with tasks due at some days, and how it takes part in them."""
    plan = make_adopted_plan(season.authority.district, season.drafter)
    person = make_user(unit=make_unit("xã Khác", parent=season.authority.district))

    def give(due_on, title, part=Part.DOES):
        return make_adopted_task(
            plan, person.unit, title=title, text=title, due_on=due_on, part=part
        )

    return person, give


def test_tasks_are_due_while_nothing_is_logged_for_them(given_tasks, day):
    person, give = given_tasks
    give(dt.date(2024, 12, 25), "Hội thi")
    give(dt.date(2024, 11, 20), "Phát thanh")
    give(dt.date(2024, 12, 26), "Còn xa")
    give(dt.date(2024, 11, 28), "Chỉ phối hợp", Part.COORDINATE)
    give(None, "Thường xuyên")
    begun = give(dt.date(2024, 11, 27), "Đã làm")
    make_activity(person.unit, task=begun)

    assert whats(person, day) == [
        ("III.1 Phát thanh", dt.date(2024, 11, 20)),
        ("III.1 Hội thi", dt.date(2024, 12, 25)),
    ]


def test_what_was_done_together_with_another_unit_is_begun(given_tasks, day, season):
    person, give = given_tasks
    task = give(dt.date(2024, 11, 27), "Cùng làm")
    host = make_unit("xã Chủ", parent=season.authority.district)
    task.assignments.create(unit=host, part=Part.DOES)
    make_activity(host, task=task, together=[person.unit])

    assert whats(person, day) == []


def test_a_task_of_each_month_is_due_month_by_month(given_tasks, day):
    person, give = given_tasks
    monthly = give(None, "Phát thanh")
    rhythm = {"every": "month", "interval": 1, "times": 1}
    Task.objects.filter(pk=monthly.pk).update(rhythm=rhythm)
    Plan.objects.update(year=2024)
    helps = give(None, "Chỉ phối hợp", Part.COORDINATE)
    Task.objects.filter(pk=helps.pk).update(rhythm=rhythm)

    (missed, _), (next_, due_on) = whats(person, day)
    assert missed.startswith("III.1 Phát thanh, tháng 10")
    assert "còn thiếu" in missed
    assert (next_, due_on) == ("III.1 Phát thanh, tháng 11", dt.date(2024, 11, 30))

    make_activity(person.unit, task=monthly, on=day)
    assert [what for what, _ in whats(person, day)] == [missed]


def test_who_has_no_unit_has_nothing_due(season, day):
    person = season.reporter
    person.unit = None

    assert due_of(person, day) == []


def test_the_number_of_questions_does_not_grow_with_the_tasks(given_tasks, day):
    person, give = given_tasks
    give(dt.date(2024, 11, 28), "Một")
    with CaptureQueriesContext(connection) as for_one:
        due_of(person, day)
    for number in range(3):
        give(dt.date(2024, 11, 28), f"Việc {number}")

    with CaptureQueriesContext(connection) as for_four:
        assert len(due_of(person, day)) == 4

    assert len(for_four) == len(for_one)


@pytest.mark.parametrize(
    ("text", "also_a_task"),
    [
        ("Xây dựng kế hoạch chi tiết, tổ chức tuyên truyền", [("III.2.a", FRIDAY)]),
        ("Xây dựng kế hoạch chi tiết", []),
    ],
)
def test_a_plan_that_is_asked_for_is_due_by_its_day(day, text, also_a_task):
    asks = "Xây dựng kế hoạch chi tiết, tổ chức tuyên truyền thường xuyên."
    cascade = make_cascade(text=PLAN.replace(asks, f"{text} trước ngày 30 tháng 11."))

    dues = whats(cascade.officer, day)

    plan = ("Ban hành kế hoạch của đơn vị năm 2024 (5 mục chưa trả lời)", FRIDAY)
    assert plan in dues
    tasks = [(what.split()[0], due_on) for what, due_on in dues if what.startswith("III.2.a")]
    assert tasks == also_a_task


def test_changed_items_are_to_be_answered_by_their_day(day):
    authority = make_authority()
    old = make_adopted(authority)
    make_amended(authority, old, answer_by=FRIDAY)

    (due,) = [due for due in due_of(authority.reporters[0], day) if "sửa đổi" in due.what]

    assert (due.what, due.due_on) == ("Trả lời 3 mục của kế hoạch sửa đổi", FRIDAY)
    assert due.path == f"/ke-hoach/{old.amendments.get().pk}/sua-doi/"
