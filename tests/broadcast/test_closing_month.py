"""The log of a month, drawn up for signing (promise N22)."""

import datetime as dt
from uuid import uuid4

import pytest

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.broadcast.commands import close_month, tick
from haidang.broadcast.models import MonthLog
from haidang.broadcast.queries.month import hours_by_month, log_of_month
from haidang.errors import NotAllowed, WrongState
from haidang.orgs.enums import Role
from tests.makers.airing import MONDAY, a_part, a_release, a_station
from tests.makers.orgs import make_unit, make_user

pytestmark = pytest.mark.django_db
NOVEMBER = dt.date(2026, 11, 1)


@pytest.fixture
def month():
    load_catalogue(by=None)
    station = a_station()
    slot = station.slots.get(name="Sáng")
    tuesday = MONDAY + dt.timedelta(days=1)
    parts = [
        a_part(slot, number=1),
        a_part(slot, number=2, after=900, language="km"),
        a_part(slot, tuesday, number=3),
    ]
    a_release(station, parts)
    person = make_user(Role.REPORTER, unit=station.unit)
    for on, missed in ((MONDAY, ""), (tuesday, "power")):
        with clock.as_if(clock.at(on, 12)):
            tick(id=uuid4(), station=station, slot=slot, on=on, by=person, missed=missed)
    with clock.as_if(clock.at(dt.date(2026, 12, 1), 8)):
        yield station, slot, person


@pytest.mark.promise("N22")
def test_close_month_draws_up_a_report_to_be_signed(month):
    station, _, person = month

    log = close_month(station=station, first=NOVEMBER, by=person)

    text = log.edition.revisions.get().text
    assert log.edition.document.unit == station.unit
    assert "Nhật ký phát sóng tháng 11 năm 2026 của Trạm Truyền thanh xã" in text
    assert "Lý do không phát: mất điện 1." in text
    assert log.sha256 in text
    assert log.content["states"]["aired"] == 2
    assert log.content["seconds"] == {"km": 900, "vi": 900}


def test_close_month_again_is_the_same_document_until_a_later_word(month):
    station, slot, person = month
    first = close_month(station=station, first=NOVEMBER, by=person)
    assert close_month(station=station, first=NOVEMBER, by=person) == first

    tick(id=uuid4(), station=station, slot=slot, on=MONDAY, by=person, missed="fault")
    later = close_month(station=station, first=NOVEMBER, by=person)

    assert later.sha256 != first.sha256
    assert list(MonthLog.objects.values_list("pk", flat=True)) == [later.pk, first.pk]


def test_close_month_refuses_a_month_that_goes_on_and_strangers(month):
    station, _, person = month

    with pytest.raises(WrongState):
        close_month(station=station, first=dt.date(2026, 12, 1), by=person)
    for other in (make_user(Role.REPORTER, unit=make_unit("xã Khác")), make_user()):
        with pytest.raises(NotAllowed):
            close_month(station=station, first=NOVEMBER, by=other)


def test_every_row_of_a_month_is_counted_once(month):
    station, *_ = month

    content = log_of_month(station, NOVEMBER)

    assert sum(content["states"].values()) == content["planned"]
    assert len(content["rows"]) == content["planned"] + content["unplanned"]


def test_hours_by_month_are_those_of_reports(month):
    station, *_ = month

    assert hours_by_month(station.unit, 2026) == {11: {"km": 0.25, "vi": 0.25}}
