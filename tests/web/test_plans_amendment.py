"""The screens of an amendment: the file, the comparison, the answers, a plan as of any day."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang.activities.commands import load_catalogue
from haidang.activities.models import Expectation
from haidang.chasing.models import Notice
from haidang.plans import commands, queries
from haidang.plans.enums import Amended, How, PlanStatus, TaskStatus
from haidang.plans.models import AmendedItem, Asked, Plan
from tests.makers import make_authority
from tests.makers.activities import make_activity
from tests.makers.plans import AMENDED, make_adopted, make_amended, make_amendment, make_plan
from tests.plans.test_amending import PARTIAL, make_partial

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 6, 30)
GIVEN = {"answer_by_day": "30", "answer_by_month": "6", "answer_by_year": "2024"}


@pytest.fixture(autouse=True)
def june(settings):
    settings.AS_OF = dt.date(2024, 6, 10)


@pytest.fixture
def old(authority):
    return make_adopted(authority)


def file_of(text):
    return SimpleUploadedFile("sua-doi.txt", text.encode())


def here(plan):
    return f"/ke-hoach/{plan.pk}/sua-doi/"


@pytest.mark.promise("N5")
def test_an_amending_document_is_read_in_and_compared(drafter, old):
    assert "chưa được sửa đổi" in drafter.get(here(old)).text

    page = drafter.post(f"{here(old)}doc/", {"file": file_of(AMENDED), "way": "whole"}, follow=True)

    plan = Plan.objects.get(amends=old)
    assert page.redirect_chain == [(here(plan), 302)]
    groups = {
        str(kind): [row.item.task.label for row in rows] for kind, rows in page.context["groups"]
    }
    assert groups == {
        "changed": ["III.2.a", "III.2.b"],
        "added": ["III.2.c"],
        "removed": [],
        "same": ["II.1", "II.2", "III.1.a"],
    }
    assert "<ins>12 buổi </ins>" in page.text
    assert "Hạn: 29/11/2024 → 14/11/2024" in page.text
    assert "Đang so sánh" in drafter.get(here(old)).text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"way": "whole"}, "Chọn tệp của văn bản"),
        ({"file": file_of(" "), "way": "some"}, "Tệp"),
        ({"file": file_of(AMENDED)}, "bắt buộc"),
    ],
)
def test_what_cannot_be_compared_says_so(drafter, old, sent, words):
    page = drafter.post(f"{here(old)}doc/", sent)

    assert page.status_code == 422
    assert words in page.text


def test_a_plan_in_review_may_be_taken_as_the_amendment(drafter, authority, old):
    plan = make_plan(authority, text=AMENDED)
    page = drafter.get(here(old))
    assert f'<option value="{plan.pk}">' in page.text

    assert drafter.post(f"{here(old)}chon/", {"plan": "0", "way": "whole"}).status_code == 422
    drafter.post(f"{here(old)}chon/", {"plan": plan.pk, "way": "some"})
    assert queries.comparison_of(Plan.objects.get(amends=old).amendment)
    again = drafter.post(f"{here(plan)}chon/", follow=True)

    assert "Đã so sánh lại" in again.text
    assert again.context["amendment"].is_partial


@pytest.mark.promise("N5")
def test_match_items_corrects_what_the_reader_matched(drafter, authority, old):
    plan = make_amendment(authority, old)
    before, after = old.tasks.get(label="III.2.a"), plan.tasks.get(label="III.2.c")
    path = f"{here(plan)}muc/{before.pk}/"
    form = drafter.get(path).context["form"]

    page = drafter.post(
        path, {"becomes": f"t{after.pk}", "seen": form.initial["seen"]}, follow=True
    )

    assert f"Đã ghép mục {before.label}" in page.text
    assert AmendedItem.objects.get(before=before).after == after
    late = drafter.post(path, {"becomes": "removed", "seen": form.initial["seen"]})
    assert late.status_code == 409
    assert drafter.post(path, {"becomes": "x"}).status_code == 422
    drafter.post(path, {"becomes": "removed"})
    assert AmendedItem.objects.get(before=before).kind == Amended.REMOVED


def test_a_sentence_may_be_said_to_change_an_item(drafter, authority, old):
    plan = make_plan(authority, text=PARTIAL)
    commands.begin_amendment(plan=plan, amends=old, is_partial=True, by=authority.drafter)
    before = old.tasks.get(label="III.2.a")
    path = f"{here(plan)}muc/{before.pk}/"
    (key,) = [
        key
        for key, row in drafter.get(path).context["form"].sentences.items()
        if "mười hai" in plan.revision.text[row.start : row.end]
    ] or [f"t{plan.tasks.get().pk}"]

    drafter.post(path, {"becomes": key})

    assert AmendedItem.objects.get(before=before).after.text.startswith("Điểm a khoản 2")


@pytest.mark.promise("N5")
def test_adopt_amendment_asks_for_the_day_and_shows_who_is_silent(drafter, authority, old):
    plan = make_amendment(authority, old)

    lacking = drafter.post(f"{here(plan)}ap-dung/", {})
    assert (lacking.status_code, "chậm nhất ngày nào" in lacking.text) == (422, True)
    page = drafter.post(f"{here(plan)}ap-dung/", GIVEN, follow=True)

    assert "<b>0/9</b> câu trả lời" in page.text
    assert [unit.pk for unit in page.context["units"]] == [u.pk for u in authority.communes]
    old.refresh_from_db()
    assert old.status == PlanStatus.REPLACED
    earlier = drafter.get(f"/ke-hoach/{old.pk}/").text
    assert "có hiệu lực đến hết ngày 02/06/2024" in earlier
    assert f'thay thế bởi <a href="/ke-hoach/{plan.pk}/">' in earlier
    assert f"đã được thay thế bởi {plan}" in drafter.get("/ke-hoach/").text
    assert set(Notice.objects.values_list("unit", flat=True)) == {
        unit.pk for unit in authority.communes
    }
    assert "đơn vị trả lời 3 mục đã đổi, chậm nhất ngày 30/06/2024" in Notice.objects.first().words


def test_adopt_amendment_says_what_still_waits(drafter, authority, old):
    plan = make_plan(authority, text=AMENDED)
    commands.begin_amendment(plan=plan, amends=old, by=authority.drafter)

    page = drafter.post(f"{here(plan)}ap-dung/", GIVEN)

    assert page.status_code == 422
    waiting = plan.tasks.get(label="III.2.a")
    (said,) = [url for words, url in page.context["issues"] if "nhiệm vụ chờ xem" in words]
    assert said == f"/ke-hoach/{plan.pk}/?viec={waiting.pk}"  # the unchanged ones do not wait
    assert said in drafter.get(here(plan)).text
    assert page.context["past"] == []


def test_a_changed_day_that_has_passed_is_warned_of(drafter, authority, old):
    plan = make_amendment(authority, old, text=AMENDED.replace("15 tháng 11", "15 tháng 5"))

    page = drafter.get(here(plan))

    assert [task.label for task in page.context["past"]] == ["III.2.b"]
    assert "III.2.b (14/05/2024)" in page.text


@pytest.mark.promise("N5")
def test_a_commune_answers_item_by_item(client, authority, old):
    plan = make_amended(authority, old, answer_by=DAY)
    client.force_login(authority.reporters[0])
    asked = queries.unanswered(authority.communes[0]).first()
    path = f"{here(plan)}tra-loi/{asked.pk}/"
    page = client.get(here(plan))
    assert [row.item.task.label for row, *_ in page.context["answers"]] == [
        "III.2.a",
        "III.2.b",
        "III.2.c",
    ]
    assert ("Trả lời của các đơn vị" in page.text, "Cả bản sửa đổi" in page.text) == (False, True)

    said = {f"a{asked.pk}-how": "waived", f"a{asked.pk}-seen": "0"}
    lacking = client.post(path, said)
    assert (lacking.status_code, "Nêu lý do" in lacking.text) == (422, True)
    page = client.post(path, said | {f"a{asked.pk}-words": "Xã chưa có đài."}, follow=True)

    assert "Đã trả lời mục III.2.a" in page.text
    assert "“Xã chưa có đài.”" in page.text
    late = client.post(path, {f"a{asked.pk}-how": "taken_up", f"a{asked.pk}-seen": "0"})
    assert (late.status_code, "Bạn vừa sửa ở trang khác" in late.text) == (409, True)
    assert client.post(path, {f"a{asked.pk}-how": ""}).status_code == 422


def test_a_unit_sees_its_own_answers_and_the_office_all(client, authority, old):
    plan = make_amended(authority, old, answer_by=DAY)
    for asked in queries.unanswered(authority.communes[1]):
        commands.answer_amendment(asked=asked, how=How.TAKEN_UP, by=authority.reporters[1])
    other = f"{here(plan)}?don-vi={authority.communes[1].pk}"

    client.force_login(authority.reporters[0])
    assert client.get(other).context["unit"] is None
    client.force_login(authority.leader)
    page = client.get(other)

    assert page.context["unit"] == authority.communes[1]
    assert ("Đã trả lời đủ" in page.text, "Trả lời lại" in page.text) == (True, False)
    client.force_login(make_authority(communes=1).drafter)
    assert client.get(here(plan)).status_code == 404


def test_an_amendment_takes_the_same_queries_for_more_answers(
    client, authority, old, count_queries
):
    plan = make_amended(authority, old, answer_by=DAY)
    client.force_login(authority.drafter)
    for_none = count_queries(client, here(plan))
    for asked in list(queries.unanswered(plan=plan))[:5]:
        reporter = next(r for r in authority.reporters if r.unit == asked.unit)
        commands.answer_amendment(asked=asked, how=How.TAKEN_UP, by=reporter)

    assert count_queries(client, here(plan)) == for_none


@pytest.mark.promise("N5")
def test_a_plan_prints_as_of_any_day(drafter, authority, old):
    part = make_partial(authority, old)
    plan = make_amended(authority, old, answer_by=DAY)
    path = f"/ke-hoach/{plan.pk}/hieu-luc/"

    now = drafter.get(path)
    may = drafter.get(path, {"ngay_day": "5", "ngay_month": "5", "ngay_year": "2024"})
    early = drafter.get(path, {"ngay_day": "5", "ngay_month": "1", "ngay_year": "2024"})

    assert (now.context["version"], may.context["version"]) == (plan, old)
    assert {task.plan for task, _ in may.context["rows"]} == {old, part}
    assert {task.plan for task, _ in early.context["rows"]} == {old}
    assert "bản có hiệu lực đến hết ngày 02/06/2024" in may.text
    boxes = 'name="ngay_month" value="6"'
    assert (boxes in now.text, boxes in may.text) == (True, False)
    assert ("<ins>" in now.text, "<ins>" in early.text) == (True, False)
    assert f"theo {part}" in may.text
    bad = drafter.get(path, {"ngay_day": "31", "ngay_month": "2", "ngay_year": "2024"})
    assert "không có trong lịch" in bad.text


def test_the_matrix_and_the_log_follow_what_goes_on(client, authority, old):
    first = old.tasks.get(label="III.2.a")
    activity = make_activity(authority.communes[0], authority.reporters[0], task=first)
    plan = make_amended(authority, old, answer_by=DAY)
    task = plan.tasks.get(label="III.2.a")
    client.force_login(authority.drafter)

    grid = client.get("/nhiem-vu/").context["grid"]
    (cell,) = [c for row in grid.rows if row.task == task for c in row.cells if c.count]
    assert (cell.unit, cell.state) == (authority.communes[0], "run")
    assert f"/n/{activity.pk}" in client.get(f"/nv/{task.pk}/don-vi/{cell.unit.pk}").text
    assert f"/n/{activity.pk}" in client.get(f"/nv/{task.pk}").text
    assert Asked.objects.count() == 9
    assert {t.status for t in old.tasks.exclude(status="refused")} == {TaskStatus.REPLACED}


@pytest.mark.promise("N5")
def test_a_detailed_plan_of_the_old_version_shows_what_changed_under_it(client, authority, old):
    unit, by = authority.communes[0], authority.reporters[0]
    commands.start_detailed_plan(unit=unit, plan=old, by=by)
    plan = make_amended(authority, old, answer_by=DAY)
    client.force_login(by)

    page = client.get(f"/ke-hoach/{old.pk}/cu-the/")

    assert "Kế hoạch cấp trên đã sửa 2 mục" in page.text
    assert [item.amendment.plan for item in page.context["amended"]] == [plan, plan]
    assert f"đã được thay thế bởi {plan}" in page.text
    task = old.tasks.get(label="II.1")
    said = {"how": "taken_up", "seen": "0"}
    late = client.post(f"/ke-hoach/{old.pk}/cu-the/muc/{task.pk}/", said)
    assert "hãy trả lời ở kế hoạch mới" in late.text
    assert (page.context["form"], page.context["is_open"]) == (None, False)
    now = client.get(f"/ke-hoach/{plan.pk}/cu-the/")
    assert f'href="/ke-hoach/{old.pk}/cu-the/"' in now.text
    client.force_login(authority.reporters[1])
    there = client.get(f"/ke-hoach/{old.pk}/cu-the/")
    assert (there.status_code, there.url) == (302, f"/ke-hoach/{plan.pk}/cu-the/")


def test_what_measures_a_task_is_said_of_the_one_that_goes_on(drafter, authority, old):
    load_catalogue()
    plan = make_amended(authority, old, answer_by=DAY)
    first, task = (one.tasks.get(label="III.2.a") for one in (old, plan))

    there = drafter.get(f"/nv/{first.pk}/cach-do/")
    drafter.post(f"/nv/{first.pk}/cach-do/", {"kinds": ["radio"]})

    assert (there.status_code, there.url) == (302, f"/nv/{task.pk}/cach-do/")
    assert Expectation.objects.get().task == task


def test_a_unit_does_not_read_what_another_answered(client):
    town = make_authority()
    plan = make_amended(town, make_adopted(town), answer_by=DAY)
    asked = Asked.objects.filter(unit=town.communes[0]).first()
    commands.answer_amendment(
        asked=asked, how=How.WAIVED, words="Xã không có biển", by=town.reporters[0]
    )
    client.force_login(town.reporters[1])

    page = client.post(f"{here(plan)}tra-loi/{asked.pk}/", {})

    assert page.status_code == 404
    assert "không có biển" not in page.text


def test_the_matrix_opens_on_the_plan_and_not_on_what_changes_an_item_of_it(
    drafter, authority, old
):
    partial = make_partial(authority, old)

    assert drafter.get("/nhiem-vu/").context["plan"] == old
    assert drafter.get("/nhiem-vu/", {"ke-hoach": partial.pk}).context["plan"] == partial
