"""Rules for hours on their screen: read by all, kept by the highest administrator, with history."""

import datetime as dt

import pytest
from django.urls import reverse

from haidang.broadcast.models import HoursRule
from haidang.orgs.enums import Role
from tests.makers.broadcast import make_station
from tests.makers.orgs import make_unit, make_user

pytestmark = pytest.mark.django_db
TYPED = {"name": "Nông thôn", "most_minutes_a_time": "45", "not_before": "5h00", "source": "QĐ 1"}


@pytest.fixture
def keeper(client):
    """The browser of the administrator of the highest authority."""
    client.force_login(make_user(Role.ADMINISTRATOR, unit=make_unit(), post="Quản trị"))
    return client


def test_hours_rules_are_written_changed_and_told(keeper):
    page = reverse("hours-rules")
    assert page in keeper.get(reverse("stations")).text
    assert keeper.post(page, TYPED)["Location"] == page
    row = HoursRule.objects.get()
    assert (row.most_minutes_a_time, row.not_before) == (45, dt.time(5))
    assert row.most_times_a_day is None
    assert "nhiều nhất mỗi buổi: 45 phút · không trước: 5h00" in keeper.get(page).text
    one = reverse("hours-rule", args=[row.pk])
    assert 'value="05:00"' in keeper.get(one).text
    keeper.post(one, TYPED | {"most_minutes_a_time": "30", "not_before": ""})
    shown = keeper.get(one).text
    assert "<b>nhiều nhất mỗi buổi</b>: 45 phút → 30 phút" in shown
    assert "<b>không trước</b>: 5h00 → bỏ trống" in shown
    assert "Quản trị" in shown


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Ghi tên quy định"),
        ({"name": "Đô thị"}, "Đã có quy định tên này"),
        ({"not_before": "25h"}, "Ghi giờ và phút"),
        ({"not_after": "4:00"}, "Giờ sớm nhất phải trước giờ muộn nhất."),
        ({"most_days_a_week": "8"}, "Một tuần có 7 ngày."),
        ({"most_minutes_a_time": "99999"}, "1440"),
    ],
)
def test_hours_rules_say_beside_the_field_what_is_wrong(keeper, wrong, said):
    other = HoursRule.objects.create(name="Đô thị")

    answer = keeper.post(reverse("hours-rules"), TYPED | wrong)

    assert (answer.status_code, said in answer.text) == (422, True)
    assert 'value="QĐ 1"' in answer.text
    assert list(HoursRule.objects.all()) == [other]


def test_hours_rules_that_the_product_brings_are_taken_once(keeper):
    assert "Thêm 3 quy định tham khảo" in keeper.get(reverse("hours-rules")).text
    keeper.post(reverse("bring-hours-rules"))
    assert HoursRule.objects.count() == 3
    assert reverse("bring-hours-rules") not in keeper.get(reverse("hours-rules")).text


def test_hours_rules_are_only_read_by_others(client):
    station = make_station(rule=HoursRule.objects.create(name="Nông thôn", most_days_a_week=5))
    client.force_login(make_user(Role.EDITOR, unit=station.unit))
    page, one = reverse("hours-rules"), reverse("hours-rule", args=[station.rule_id])

    assert "1 đài áp dụng" in client.get(page).text
    assert "Nhiều nhất mỗi tuần" in client.get(one).text
    for address in (page, one):
        assert 'name="most_days_a_week"' not in client.get(address).text
        assert client.post(address, TYPED).status_code == 403
    assert client.post(reverse("bring-hours-rules")).status_code == 403
    assert HoursRule.objects.get().name == "Nông thôn"


def test_hours_rules_ask_as_often_however_many_there_are(keeper, count_queries):
    page = reverse("hours-rules")
    make_station(rule=HoursRule.objects.create(name="Một"))
    one = count_queries(keeper, page)
    for name in ("Hai", "Ba"):
        HoursRule.objects.create(name=name)
    assert count_queries(keeper, page) == one
