"""What stands behind one cell of the matrix: activities, report, remarks."""

import pytest

from haidang.reporting.models import Round
from tests.makers.plans import make_adopted
from tests.makers.reporting import make_season, make_sent
from tests.web.test_plans_matrix import log, task_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def plan(authority):
    return make_adopted(authority)


def test_a_cell_opens_to_its_evidence(client, authority, plan):
    done = log(authority, plan, "III.2.b", title="Gửi bản giấy")
    path = f"/nv/{task_of(plan, 'III.2.b').pk}/don-vi/{authority.communes[0].pk}"
    client.force_login(authority.reporters[0])

    page = client.get(path)

    assert (page.context["cell"].state, f"/n/{done.pk}" in page.text) == ("ok", True)
    assert "?nhiem-vu=" in page.text
    client.force_login(authority.drafter)
    empty = path.rsplit("/", 1)[0] + f"/{authority.communes[1].pk}"
    assert "Chưa ghi hoạt động nào" in client.get(empty).text
    client.force_login(authority.reporters[1])
    assert client.get(path).status_code == 404


def test_a_cell_shows_its_report_and_what_was_remarked(client):
    season = make_season(communes=1)
    plan = make_adopted(season.authority)
    Round.objects.update(task=task_of(plan, "III.2.b"))
    report = make_sent(season, season.reports[0])
    client.force_login(season.drafter)

    page = client.get(f"/nv/{task_of(plan, 'III.2.b').pk}/don-vi/{report.unit_id}")

    assert [row.pk for row in page.context["reports"]] == [report.pk]
    assert "Báo cáo được yêu cầu" in page.text
    trace = client.get(f"/nv/{task_of(plan, 'III.2.b').pk}")
    assert "1/1 đã gửi, 0 đã tiếp nhận" in trace.text
