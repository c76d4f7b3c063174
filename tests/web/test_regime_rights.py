"""An administrator of a unit that reports reads the regime of the authority above, no more."""

import pytest

from haidang.orgs.enums import Role
from tests.makers import make_user
from tests.makers.regimes import make_office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def test_who_reports_is_offered_no_change_of_the_regime_and_none_is_taken(client):
    office = make_office()
    regime = office.make()
    commune = office.authority.communes[0]
    client.force_login(make_user(Role.ADMINISTRATOR, unit=commune, post="Quản trị xã"))
    at = f"/che-do/{regime.pk}/"

    page = client.get(at)
    said = client.post(f"{at}thoi-dung/", {"reason": "thử"})
    read = client.get(f"{at}bieu-mau/")
    form = client.get(f"{at}sua/")

    assert page.status_code == 200
    assert "Thôi dùng" not in page.text
    assert not page.context["may_outline"]
    assert [answer.status_code for answer in (said, read, form)] == [403, 403, 403]
    regime.refresh_from_db()
    assert not regime.is_retired


def test_a_form_of_endless_sections_is_read_only_so_far(client):
    office = make_office()
    regime = office.make(outline=False)
    client.force_login(office.administrator)
    data = {
        "sections": "9" * 5000,
        "s0-take": "on",
        "s0-kind": "prose",
        "s0-title": "Mục lạ",
        "s0-lines": "999999999",
    }

    assert client.post(f"/che-do/{regime.pk}/bieu-mau/", data).status_code == 422
    data["sections"] = "999999999"
    assert client.post(f"/che-do/{regime.pk}/bieu-mau/", data).status_code == 302
    assert [section.title for section in regime.sections.all()] == ["Mục lạ"]
