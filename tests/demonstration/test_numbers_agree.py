"""One meaning of done and overdue: each screen of the demonstration counts the same parts."""

import pytest
from django.test import Client

from haidang.demonstration.figures import YEAR
from haidang.orgs.models import User
from haidang.plans.cascade import is_the_plan_itself
from haidang.plans.enums import DetailedStatus, PlanStatus
from haidang.plans.models import Detailed, Task
from haidang.reporting.queries.standing import parts_of

pytestmark = pytest.mark.usefixtures("accounts")


def opened(username, path, **asked):
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client.get(path, asked)


@pytest.fixture
def cells():
    """The cells of the matrix that something was given in, with their rows."""
    grid = opened("chuyenvien", "/nhiem-vu/").context["grid"]
    return [(row, cell) for row in grid.rows for cell in row.given]


def test_the_leader_counts_what_the_matrix_shows(cells):
    progress = opened("lanhdao", "/mot-trang/").context["glance"].progress

    assert progress == opened("chuyenvien", "/mot-trang/").context["glance"].progress
    assert progress.given == len(cells)
    assert progress.done == sum(cell.has_result for _, cell in cells)
    assert progress.late == sum(cell.state == "late" for _, cell in cells)
    rows = opened("chuyenvien", "/nhiem-vu/").context["grid"].rows
    assert progress.done == sum(row.shown_by for row in rows)


def test_the_number_of_what_is_overdue_opens_to_as_many_rows(cells):
    number = opened("lanhdao", "/mot-trang/").context["glance"].numbers[-1]

    rows = opened("lanhdao", number.url).context["page"].object_list

    late = {(row.task.pk, cell.unit.pk) for row, cell in cells if cell.state == "late"}
    assert number.value == len(rows) == len(late) > 0
    assert {(part.task_id, part.unit_id) for part in rows} == late


def test_units_are_chased_for_what_the_matrix_calls_overdue(cells):
    own = User.objects.get(username="chuyenvien").unit  # nobody chases himself
    chased = opened("chuyenvien", "/don-doc/", thieu="task").context["rows"]

    lacks = [one for row in chased for one in row.lacking.lacks if one.days_late]

    late = {(row.task.pk, cell.unit) for row, cell in cells if cell.state == "late"}
    assert {(one.ref, one.unit) for one in lacks} == {
        (pk, unit) for pk, unit in late if unit != own
    }


def test_the_legend_counts_the_signs_that_are_shown():
    grid = opened("chuyenvien", "/nhiem-vu/").context["grid"]

    shown = [cell.state for row in grid.rows for cell in row.cells if cell.state]
    assert {state: grid.legend[state] for state in set(shown)} == {
        state: shown.count(state) for state in set(shown)
    }
    assert grid.legend["changed"] == len(grid.moves)


def test_who_issued_the_plan_that_a_task_asks_for_has_done_it(cells):
    issued = set(
        Detailed.objects.filter(status=DetailedStatus.ISSUED).values_list("unit", flat=True)
    )

    of_plans = [(row, cell) for row, cell in cells if is_the_plan_itself(row.task)]

    assert {cell.unit.pk for _, cell in of_plans if cell.state == "ok"} == issued != set()


def test_the_week_s_list_presses_with_what_is_overdue_and_nothing_that_is_done():
    for username in YEAR:
        groups = opened(username, "/viec/").context["groups"]
        unit = User.objects.get(username=username).unit
        given = Task.objects.filter(assignments__unit=unit, plan__status=PlanStatus.ADOPTED)
        parts = parts_of(given.filter(plan__year=2024)).filter(unit=unit, state="late", report=None)
        late = {f"/nv/{part.task_id}" for part in parts if not is_the_plan_itself(part.task)}

        pressing = [row for group in groups if group.is_pressing for row in group.rows]

        dated = {row.url for row in pressing if row.word.startswith("Quá hạn")}
        assert late <= dated
        assert not any(row.word == "Tiếp nhận" for row in pressing)
