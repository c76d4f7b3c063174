"""The screens of goals: set, cut from a plan's target, compared, opened to their entries."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from haidang.activities.commands import load_catalogue
from haidang.activities.models import Goal, Indicator
from haidang.orgs.enums import Role
from haidang.plans.models import Target
from haidang.web.views.goals import listing
from tests.makers import make_authority, make_user
from tests.makers.activities import make_activity, make_adopted_plan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
MONDAY = dt.date(2024, 11, 25)


@pytest.fixture
def town():
    load_catalogue()
    return make_authority(communes=3)


@pytest.fixture
def office(client, town):
    client.force_login(town.drafter)
    return client


def field(code="3.1"):
    return f"quantity_{Indicator.objects.get(code=code).pk}"


def line(page, start):
    return next(row for row in page.context["lines"] if row.label.startswith(start))


def make_target(town, **fields):
    plan = make_adopted_plan(town.district, town.drafter)
    facts = {"text": "150 buổi tuyên truyền", "quantity": Decimal(150), "measure": "buổi"}
    return Target.objects.create(plan=plan, start=0, end=8, **facts | fields)


def test_the_sums_of_one_unit_are_not_taken_for_those_of_all(office, town):
    for unit, reporter in zip(town.communes, town.reporters, strict=True):
        make_activity(unit, reporter, quantities={"sessions": 1, "attendances": 85})
    one = f"/chi-tieu/?nam=2024&don-vi={town.communes[0].pk}"

    done = [line(office.get(path), "3.2").reached.done for path in (one, "/chi-tieu/?nam=2024")]

    assert done == [85, 255]


def test_goals_are_set_in_numbers_as_people_write_them(office, town):
    path = f"/chi-tieu/dat/?don-vi={town.communes[0].pk}&nam=2024"
    assert "ô để trống là chưa đặt" in office.get(path).text

    answer = office.post(path, {field("3.1"): "1.200", field("1.2"): "12,5", field("3.2"): ""})

    assert answer.status_code == 302
    assert {(row.indicator.code, row.quantity) for row in Goal.objects.all()} == {
        ("3.1", Decimal(1200)),
        ("1.2", Decimal("12.5")),
    }
    again = office.get(path).text
    assert 'value="1.200"' in again
    assert 'value="12,5"' in again


def test_an_empty_box_takes_a_goal_away_and_what_is_wrong_stays_on_the_form(office, town):
    path = f"/chi-tieu/dat/?don-vi={town.communes[0].pk}&nam=2024"
    office.post(path, {field(): "12"})

    refused = office.post(path, {field(): "mười hai"})
    too_much = office.post(path, {field(): "9.000.000.000"})

    assert refused.status_code == too_much.status_code == 422
    assert "Ghi một số" in refused.text
    assert "mười hai" in refused.text
    assert "từ 0 đến" in too_much.text
    office.post(path, {field(): ""})
    assert not Goal.objects.exists()


def test_goals_stand_by_group_with_what_was_done_the_year_before_and_this(office, town):
    unit = town.communes[0]
    for on in (MONDAY, MONDAY, MONDAY.replace(year=2023)):
        make_activity(unit, town.reporters[0], on=on)

    page = office.get(f"/chi-tieu/dat/?don-vi={unit.pk}&nam=2024")
    whole = office.get("/chi-tieu/dat/?nam=2024").text

    assert "Năm 2023 đã làm 1; năm 2024 đã làm 2." in page.text
    groups = page.context["form"].groups
    assert sum(map(len, groups.values())) == len(page.context["form"].fields)
    assert all(page.text.count(f'<h2 class="above">{name}</h2>') == 1 for name in groups)
    assert "năm 2024 đã làm" not in whole


def test_a_commune_sees_what_its_superior_set_and_sets_the_rest(client, town):
    unit = town.communes[0]
    client.force_login(town.drafter)
    client.post(f"/chi-tieu/dat/?don-vi={unit.pk}&nam=2024&quy=2", {field(): "100"})
    client.force_login(make_user(Role.LEADER, unit=unit))
    path = f"/chi-tieu/dat/?don-vi={unit.pk}&nam=2024"

    answer = client.post(path, {field(): "1", field("3.2"): "5"})

    assert answer.status_code == 302
    assert f"Do {town.district} đặt." in client.get(path).text
    said = Goal.objects.values_list("indicator__code", "quarter", "quantity").order_by("pk")
    assert list(said) == [("3.1", 2, 100), ("3.2", None, 5)]


def test_the_page_says_which_days_it_counts_and_how_many_units_it_leaves_out(
    office, town, monkeypatch
):
    whole = office.get("/chi-tieu/").text
    monkeypatch.setattr(listing, "A_PAGE", 2)

    cut = office.get("/chi-tieu/").text

    assert "từ 1/1 đến 31/12; báo cáo năm tính từ 15/12" in whole
    assert "không hiện" not in whole
    assert "2 đơn vị đầu, còn 1 đơn vị không hiện" in cut


def test_planned_stands_beside_done_and_what_is_not_set_is_not_nought(office, town):
    one, two, _ = town.communes
    office.post(f"/chi-tieu/dat/?don-vi={one.pk}&nam=2024", {field(): "4"})
    make_activity(one, town.reporters[0], on=MONDAY, together=[two])
    make_activity(two, town.reporters[1], on=MONDAY)

    page = office.get("/chi-tieu/")
    by_unit = office.get("/chi-tieu/?chi-tieu=3.1")

    assert line(page, "3.1").reached.percent == 50
    assert line(page, "1.1").reached.planned is None
    assert "chưa đặt" in page.text
    assert page.context["reading"].startswith("0/1 chỉ tiêu đã đạt mức; thấp nhất là 3.1")
    assert by_unit.context["lines"][0].label == "UBND xã Thử 1"
    assert [row.reached.done for row in by_unit.context["lines"]] == [1, 2, 0]
    assert by_unit.context["chart"] == [("UBND xã Thử 1", 25, 100)]


def test_every_number_opens_to_its_entries(office, town):
    make_activity(town.communes[0], town.reporters[0], on=MONDAY, kind="radio",
                  quantities={"sessions": 2, "minutes": 45})  # fmt: skip

    number = line(office.get("/chi-tieu/"), "1.2")
    opened = office.get(number.url)

    assert number.reached.done == opened.context["total"] == Decimal("0.75")
    assert [row.added for row in opened.context["rows"]] == [45]
    assert "45 phút" in opened.text
    assert "chia cho 60" in opened.text
    assert office.get("/chi-tieu/so/1.2/?tu=x&den=y&don-vi=999").status_code == 200
    assert office.get("/chi-tieu/so/9.9/").status_code == 404


def test_many_entries_come_in_pages(office, town):
    for _ in range(51):
        make_activity(town.communes[0], town.reporters[0], on=MONDAY)

    first, second = office.get("/chi-tieu/so/3.1/"), office.get("/chi-tieu/so/3.1/?trang=2")

    assert (len(first.context["rows"]), len(second.context["rows"])) == (50, 1)
    assert "trang=2" in first.text


def test_a_unit_sees_itself_alone_and_sets_nothing(client, town):
    make_activity(town.communes[1], town.reporters[1], on=MONDAY)
    client.force_login(town.reporters[0])

    page = client.get("/chi-tieu/")

    assert line(page, "3.1").reached.done == 0
    assert page.context["units"] == []
    assert "/chi-tieu/dat/" not in page.text
    assert client.get("/chi-tieu/dat/").status_code == 403
    assert client.get(f"/chi-tieu/chia/{make_target(town).pk}/").status_code in {403, 404}
    assert client.get("/mot-trang/con-so/").status_code == 403


def test_a_target_is_shown_in_parts_before_it_is_cut(office, town):
    target = make_target(town)
    path = f"/chi-tieu/chia/{target.pk}/"
    assert "150 buổi tuyên truyền" in office.get("/chi-tieu/").text
    chosen = {
        "indicator": Indicator.objects.get(code="3.1").pk,
        "units": [unit.pk for unit in town.communes],
        "how": "evenly",
    }
    assert office.get(path).status_code == 200

    shown = office.post(path, chosen)
    assert [part for _, part in shown.context["parts"]] == [50, 50, 50]
    assert not Goal.objects.exists()
    done = office.post(path, chosen | {"done": "1"})

    assert done.url == "/chi-tieu/?chi-tieu=3.1&nam=2024"
    assert sum(goal.quantity for goal in Goal.objects.filter(target=target)) == 150
    assert "đã chia cho 3 đơn vị" in office.get("/chi-tieu/").text


def test_a_target_is_cut_by_what_was_done_the_year_before(office, town):
    for unit, reporter, times in zip(town.communes, town.reporters, (2, 1, 0), strict=True):
        for _ in range(times):
            make_activity(unit, reporter, on=dt.date(2023, 5, 5))
    chosen = {
        "indicator": Indicator.objects.get(code="3.1").pk,
        "units": [unit.pk for unit in town.communes],
        "how": "as-done",
    }

    shown = office.post(f"/chi-tieu/chia/{make_target(town).pk}/", chosen)

    assert [part for _, part in shown.context["parts"]] == [100, 50, 0]


def test_a_share_in_per_cent_is_not_cut(office, town):
    target = make_target(town, measure="%")
    chosen = {
        "indicator": Indicator.objects.get(code="3.1").pk,
        "units": [town.communes[0].pk],
        "how": "evenly",
    }

    answer = office.post(f"/chi-tieu/chia/{target.pk}/", chosen)

    assert answer.status_code == 422
    assert "không chia ra được" in answer.text


def test_the_sheet_holds_the_same_numbers_and_leaves_empty_what_is_not_set(office, town):
    office.post(f"/chi-tieu/dat/?don-vi={town.communes[0].pk}&nam=2024", {field(): "4"})
    make_activity(town.communes[0], town.reporters[0], on=MONDAY)

    answer = office.get("/chi-tieu/xlsx/?nam=2024&quy=4&chi-tieu=3.1")
    sheet = load_workbook(io.BytesIO(office.get("/chi-tieu/xlsx/").content)).active
    rows = {row[0]: row[1:] for row in sheet.iter_rows(min_row=3, values_only=True)}

    assert answer.status_code == 200
    assert rows["3.1 Số buổi"] == ("buổi", 4, 1, 25)
    assert rows["1.1 Buổi phát thanh"] == ("buổi", None, 0, None)


def test_a_quarter_and_a_strange_address_are_answered(office, town):
    page = office.get("/chi-tieu/?nam=2024&quy=3")

    assert "quý III năm 2024" in page.context["title"]
    for query in ("nam=x", "quy=9", "don-vi=0", "don-vi=abc", "nam=1"):
        assert office.get(f"/chi-tieu/?{query}").status_code == 200
    assert office.get("/chi-tieu/?chi-tieu=khong").status_code == 404


def test_goals_take_the_same_queries_for_any_number(office, town, count_queries):
    make_activity(town.communes[0], town.reporters[0], on=MONDAY)
    one = [count_queries(office, path) for path in ("/chi-tieu/", "/chi-tieu/?chi-tieu=3.1")]
    for unit, reporter in zip(town.communes, town.reporters, strict=True):
        make_activity(unit, reporter, on=MONDAY)
        office.post(f"/chi-tieu/dat/?don-vi={unit.pk}&nam=2024", {field(): "4"})
        make_target(town)

    paths = ("/chi-tieu/", "/chi-tieu/?chi-tieu=3.1")
    assert [count_queries(office, path) for path in paths] == one
