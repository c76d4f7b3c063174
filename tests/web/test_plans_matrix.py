"""The matrix and the page of a task: states follow from what was logged and sent."""

import datetime as dt
import io

import openpyxl
import pytest

from haidang import clock
from haidang.orgs.commands import add_group
from haidang.orgs.models import UnitKind
from haidang.plans.enums import Part
from haidang.plans.models import Task
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Round
from haidang.reporting.standing import Known, standing_of
from tests.makers import make_authority
from tests.makers.activities import make_activity
from tests.makers.plans import PLAN, make_adopted, make_plan
from tests.makers.reporting import make_season, make_sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def plan(authority):
    return make_adopted(authority)


def task_of(plan, label):
    return plan.tasks.get(label=label)


def log(authority, plan, label, at=0, **fields):
    return make_activity(
        authority.communes[at], authority.reporters[at], task=task_of(plan, label), **fields
    )


def states(page, label):
    rows = [row for _, rows in page.context["grid"].sections for row in rows]
    (row,) = [row for row in rows if row.task.label == label]
    return [cell.state for cell in row.cells]


@pytest.mark.parametrize(
    ("due_on", "part", "count", "report", "state"),
    [
        (None, Part.DOES, 0, None, "none"),
        (None, Part.DOES, 3, None, "run"),
        (dt.date(2024, 11, 29), Part.DOES, 0, None, "none"),
        (dt.date(2024, 11, 29), Part.DOES, 1, None, "ok"),
        (dt.date(2024, 11, 24), Part.DOES, 0, None, "late"),
        (dt.date(2024, 11, 25), Part.DOES, 0, None, "none"),
        (dt.date(2024, 11, 24), Part.COORDINATE, 0, None, "none"),
        (dt.date(2024, 11, 24), Part.DOES, 2, ReportStatus.DRAFT, "late"),
        (dt.date(2024, 11, 24), Part.DOES, 0, ReportStatus.SUBMITTED, "run"),
        (dt.date(2024, 11, 24), Part.DOES, 0, ReportStatus.ACCEPTED, "ok"),
        (dt.date(2024, 11, 29), Part.DOES, 2, ReportStatus.NOT_STARTED, "none"),
        (dt.date(2024, 11, 29), Part.DOES, 0, ReportStatus.RETURNED, "run"),
    ],
)
def test_a_state_follows_from_day_part_log_and_report(due_on, part, count, report, state):
    known = Known(count, report)
    assert standing_of(Task(due_on=due_on), 2024, part, known, clock.today()) == state


def test_work_without_a_day_is_done_when_its_year_is_over():
    assert standing_of(Task(), 2023, Part.DOES, Known(1), clock.today()) == "ok"


def test_the_matrix_without_a_plan_points_to_the_plans(drafter):
    assert "Chưa có nhiệm vụ" in drafter.get("/nhiem-vu/").text


def test_the_matrix_shows_each_unit_in_each_task(drafter, authority, plan):
    log(authority, plan, "III.2.a")

    page = drafter.get("/nhiem-vu/")

    grid = page.context["grid"]
    assert grid.columns == [authority.office, *authority.communes]
    assert grid.heads == [("Cơ quan", 1), ("Xa", 3)]
    assert [title for title, _ in grid.sections] == [
        "II. Phương hướng nhiệm vụ",
        "III. Tổ chức thực hiện",
    ]
    assert states(page, "III.2.a") == ["", "run", "none", "none"]
    assert dict(grid.legend) == {"none": 9, "run": 1, "changed": 1}
    assert (
        "UBND xã Thử 1: đang thực hiện; chưa thực hiện → đang thực hiện, thêm 1 hoạt động"
        in page.text
    )
    assert "<b>29/11</b> · 4 ngày" in page.text


@pytest.mark.promise("N6")
def test_the_matrix_says_of_a_direction_that_nobody_carries_it(drafter, plan):
    page = drafter.get("/nhiem-vu/")

    assert "Chưa đơn vị nào nhận 2 phương hướng: II.1, II.2." in page.text
    assert page.text.count('colspan="4">Chưa đơn vị nào nhận</td>') == 2


def test_work_for_an_unowned_direction_shows_all_the_same(drafter, authority, plan):
    log(authority, plan, "II.1")

    page = drafter.get("/nhiem-vu/")

    assert states(page, "II.1") == ["", "run", "", ""]
    assert ">Chưa giao</span></th>" in page.text


def test_a_report_that_was_asked_for_gives_the_state(client):
    season = make_season(communes=2)
    plan = make_adopted(season.authority)
    Round.objects.update(task=task_of(plan, "III.2.b"))
    make_sent(season, season.reports[0])
    client.force_login(season.drafter)

    page = client.get("/nhiem-vu/")

    assert states(page, "III.2.b") == ["", "run", "none"]
    assert page.context["grid"].legend["changed"] == 1


def test_the_matrix_keeps_one_unit_or_what_is_late(drafter, authority, plan, settings):
    settings.AS_OF = dt.date(2024, 12, 2)
    log(authority, plan, "III.2.b", on=dt.date(2024, 11, 20))

    one = drafter.get("/nhiem-vu/", {"don-vi": authority.communes[1].pk})
    late = drafter.get("/nhiem-vu/", {"qua-han": 1})

    assert one.context["grid"].columns == [authority.communes[1]]
    labels = [row.task.label for _, rows in one.context["grid"].sections for row in rows]
    assert labels == ["III.1.a", "III.2.a", "III.2.b"]
    shown = [row.task.label for _, rows in late.context["grid"].sections for row in rows]
    assert shown == ["III.2.b"]
    assert states(late, "III.2.b") == ["", "ok", "late", "late"]


def test_the_matrix_shows_the_plan_that_was_asked_for(drafter, authority, plan):
    other = make_adopted(authority, text=PLAN.replace("năm 2024", "năm 2023"))

    page = drafter.get("/nhiem-vu/", {"ke-hoach": other.pk})

    assert '<body class="wide">' in page.text  # a sheet of A3
    assert drafter.get("/nhiem-vu/").context["plan"] == plan
    assert page.context["plan"] == other
    assert f'<option value="{other.pk}" selected>' in page.text
    assert f'<option value="{plan.pk}">' in page.text


def test_a_commune_sees_itself_alone_and_strangers_nothing(client, authority, plan):
    client.force_login(authority.reporters[1])
    assert client.get("/nhiem-vu/").context["grid"].columns == [authority.communes[1]]

    assert "Chưa giao" in client.get("/nhiem-vu/").text

    client.force_login(authority.auditor)
    assert len(client.get("/nhiem-vu/").context["grid"].columns) == 4

    client.force_login(make_authority(communes=1).drafter)
    assert "Chưa có nhiệm vụ" in client.get("/nhiem-vu/").text


def test_the_matrix_takes_the_same_queries_for_more_activities(
    drafter, authority, plan, count_queries
):
    log(authority, plan, "III.2.a")
    for_one = count_queries(drafter, "/nhiem-vu/")
    for at in (0, 1, 2):
        log(authority, plan, "III.2.b", at)

    assert count_queries(drafter, "/nhiem-vu/") == for_one


def test_the_page_of_a_task_traces_it_from_words_to_work(drafter, authority, plan):
    done = log(authority, plan, "III.2.b", title="Gửi bản giấy")
    task = task_of(plan, "III.2.b")

    page = drafter.get(f"/nv/{task.pk}")

    assert "“Gửi báo cáo kết quả về Ủy ban nhân dân huyện trước ngày 30 tháng 11.”" in page.text
    assert [(row.unit, row.state, row.activities) for row in page.context["rows"]] == [
        (authority.communes[0], "ok", 1),
        (authority.communes[1], "none", 0),
        (authority.communes[2], "none", 0),
    ]
    assert f"/n/{done.pk}" in page.text
    assert "Chuyên viên, Phòng Văn hóa và Thông tin huyện xác nhận" in page.text


def test_the_page_of_a_task_is_the_unit_s_own(client, authority, plan):
    task = task_of(plan, "III.2.b")
    log(authority, plan, "III.2.b", title="Của xã khác")
    client.force_login(authority.reporters[1])

    page = client.get(f"/nv/{task.pk}")

    assert [row.unit for row in page.context["rows"]] == [authority.communes[1]]
    assert "Của xã khác" not in page.text
    assert f"?nhiem-vu={task.pk}" in page.text


def test_tasks_of_others_and_dropped_ones_do_not_exist(client, authority, plan):
    client.force_login(authority.drafter)
    assert client.get(f"/nv/{task_of(plan, 'III.3.a').pk}").status_code == 404

    client.force_login(make_authority(communes=1).drafter)
    assert client.get(f"/nv/{task_of(plan, 'III.2.b').pk}").status_code == 404


def test_the_page_of_a_task_takes_the_same_queries_for_more_activities(
    drafter, authority, plan, count_queries
):
    path = f"/nv/{task_of(plan, 'III.2.b').pk}"
    log(authority, plan, "III.2.b")
    for_one = count_queries(drafter, path)
    for at in (1, 2):
        log(authority, plan, "III.2.b", at)

    assert count_queries(drafter, path) == for_one


@pytest.mark.promise("N6")
def test_assign_direction_from_the_page_of_a_task(client, authority, plan):
    client.force_login(authority.leader)
    task = task_of(plan, "II.1")

    assert "Giao phương hướng này" in client.get(f"/nv/{task.pk}").text
    assert client.post(f"/nv/{task.pk}/giao/", {"owner": ""}).status_code == 422
    page = client.post(f"/nv/{task.pk}/giao/", {"owner": f"u{authority.office.pk}"}, follow=True)

    assert "Đã giao II.1" in page.text
    assert [row.unit for row in page.context["rows"]] == [authority.office]
    assert "Giao phương hướng này" not in page.text


def test_assign_direction_is_the_leader_s(drafter, authority, plan):
    task = task_of(plan, "II.1")

    assert "Giao phương hướng này" not in drafter.get(f"/nv/{task.pk}").text
    answer = drafter.post(f"/nv/{task.pk}/giao/", {"owner": f"u{authority.office.pk}"})
    assert answer.status_code == 403


def test_a_plan_in_review_has_no_matrix(drafter, authority):
    make_plan(authority)

    assert "Chưa có nhiệm vụ" in drafter.get("/nhiem-vu/").text


def test_the_matrix_tells_what_moved_since_a_day_with_the_state_as_it_stood(
    client, authority, plan, settings
):
    log(authority, plan, "III.2.b")
    settings.AS_OF = dt.date(2024, 12, 2)
    client.force_login(authority.drafter)
    log(authority, plan, "III.2.b", 1, on=dt.date(2024, 11, 28))

    week = client.get("/nhiem-vu/")
    moved = {(row.task.label, cell.unit.pk): cell.moved for row, cell in week.context["grid"].moves}
    assert moved == {
        ("III.2.b", authority.communes[0].pk): "chưa thực hiện → hoàn thành, thêm 1 hoạt động",
        ("III.2.b", authority.communes[1].pk): "chưa thực hiện → hoàn thành, thêm 1 hoạt động",
        ("III.2.b", authority.communes[2].pk): "chưa thực hiện → quá hạn",
    }
    chosen = {"tu": "ngay", "ngay_day": "30", "ngay_month": "11", "ngay_year": "2024"}
    later = client.get("/nhiem-vu/", chosen)
    assert [cell.unit for _, cell in later.context["grid"].moves] == [authority.communes[1]]
    assert "quá hạn → hoàn thành" in later.text
    assert "Thay đổi từ ngày 30/11/2024" in later.text


def test_the_state_of_a_report_as_it_stood_is_told_by_the_ledger(client, settings):
    season = make_season(communes=2)
    plan = make_adopted(season.authority)
    Round.objects.update(task=task_of(plan, "III.2.b"))
    make_sent(season, season.reports[0])
    settings.AS_OF = dt.date(2024, 11, 26)
    client.force_login(season.drafter)

    today = client.get("/nhiem-vu/", {"tu": "ngay", **days("26/11/2024")})
    before = client.get("/nhiem-vu/", {"tu": "hom-qua"})

    assert [cell.moved for _, cell in today.context["grid"].moves] == []
    assert [cell.moved for _, cell in before.context["grid"].moves] == [
        "chưa thực hiện → đang thực hiện"
    ]


def days(text):
    return dict(zip(("ngay_day", "ngay_month", "ngay_year"), text.split("/"), strict=True))


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ({"tim": "phat thanh"}, ["III.1.a"]),
        ({"tim": "BIỂN đảo"}, ["II.1"]),
        ({"muc": "II"}, ["II.1", "II.2"]),
        ({"trang-thai": "run"}, ["III.2.a"]),
        ({"cua-toi": "1"}, ["III.1.a"]),
        ({"muc": "X", "tu": "bao-gio", "don-vi": "0", "trang": "x"}, None),
        ({"tim": "không có việc này"}, []),
    ],
)
def test_the_matrix_is_narrowed_by_place_words_state_and_unit(
    drafter, authority, plan, asked, labels
):
    log(authority, plan, "III.2.a")

    page = drafter.get("/nhiem-vu/", asked)

    every = ["II.1", "II.2", "III.1.a", "III.2.a", "III.2.b"]
    assert [row.task.label for row in page.context["grid"].rows] == (
        every if labels is None else labels
    )
    assert ("Không có nhiệm vụ nào khớp" in page.text) == (labels == [])


def test_columns_are_paged_and_units_sought_by_name_where_there_are_many(
    drafter, authority, plan, monkeypatch
):
    monkeypatch.setattr("haidang.web.views.plans.matrix.COLUMNS", 2)
    monkeypatch.setattr("haidang.web.views.plans.carriers.MANY", 3)

    first = drafter.get("/nhiem-vu/")
    second = drafter.get("/nhiem-vu/", {"trang": 2, "ten": "thu"})
    named = drafter.get("/nhiem-vu/", {"ten": "xa thu 2"})

    assert first.context["grid"].columns == [authority.office, authority.communes[0]]
    assert "Đơn vị 1–2 trong 4" in first.text
    assert second.context["grid"].columns == [authority.communes[2]]
    assert named.context["grid"].columns == [authority.communes[1]]
    assert [key for key, _ in first.context["form"].fields["don-vi"].choices] == [""]


def test_a_group_of_units_is_chosen_by_its_kinds(drafter, authority, plan):
    kinds = [UnitKind.objects.get(code="phong")]
    group = add_group(name="Các phòng", parent=authority.district, kinds=kinds, by=None)

    page = drafter.get("/nhiem-vu/", {"nhom": group.pk, "an-xong": "1"})

    assert page.context["grid"].columns == [authority.office]


def test_the_sheet_says_what_the_page_says(drafter, authority, plan):
    log(authority, plan, "III.2.a")

    answer = drafter.get("/nhiem-vu/xlsx/", {"muc": "III"})

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert "Kế hoạch 7/KH-UBND, năm 2024; số liệu lúc" in rows[1][0]
    assert "Bộ lọc: Mục: III. Tổ chức thực hiện" in rows[2][0]
    units = [authority.office, *authority.communes]
    assert rows[3] == ["Mục", "Nhiệm vụ", "Hạn hoàn thành", *map(str, units), "Có minh chứng"]
    assert rows[4][1] == "III. Tổ chức thực hiện"
    assert rows[6][3:] == [
        None,
        "đang thực hiện (chưa thực hiện → đang thực hiện, thêm 1 hoạt động)",
        "chưa thực hiện",
        "chưa thực hiện",
        "1/3",
    ]
    assert (sheet.page_setup.paperSize, sheet.print_title_rows) == (8, "$4:$4")


def test_without_a_plan_there_is_no_sheet(drafter):
    assert drafter.get("/nhiem-vu/xlsx/").status_code == 404
