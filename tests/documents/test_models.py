"""What the database itself refuses, and who sees which rows of the registers."""

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from haidang import clock
from haidang.documents import commands
from haidang.documents.enums import NumberStatus, StepStatus
from haidang.documents.models import Arrival, Document, Number, Series, Slip, Step
from haidang.documents.queries import slips_waiting_for, step_due
from haidang.orgs.models import User
from tests.makers.documents import MONDAY, make_arrival, make_bureau, make_draft, make_issued

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


@pytest.fixture
def number(bureau):
    return commands.reserve_number(unit=bureau.district, document_type="Báo cáo", by=bureau.clerk)


@pytest.mark.parametrize(
    "change",
    [
        {"status": NumberStatus.USED},
        {"status": NumberStatus.CANCELLED},
        {"reason": "Thôi"},
        {"issued_on": MONDAY},
    ],
)
def test_a_number_says_for_what_when_why_and_by_whom(number, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Number.objects.filter(pk=number.pk).update(**change)


def test_a_number_is_there_once_and_is_never_removed(bureau, number):
    with pytest.raises(IntegrityError), transaction.atomic():
        Number.objects.create(
            series=number.series, value=1, reserved_at=clock.now(), reserved_by=bureau.clerk
        )
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Number.objects.filter(pk=number.pk).delete()


def test_a_series_counts_from_where_it_begins(number):
    empty = Series.objects.create(unit=number.series.unit, year=2020, code="BC")
    with pytest.raises(IntegrityError), transaction.atomic():
        Series.objects.filter(pk=empty.pk).update(begins_at=9)


def test_a_slip_is_open_once_and_closed_with_a_time(bureau):
    slip = commands.submit_for_signature(edition=make_draft(bureau).edition, by=bureau.drafter)

    with pytest.raises(IntegrityError), transaction.atomic():
        Slip.objects.create(revision=slip.revision, opened_at=clock.now(), opened_by=bureau.drafter)
    with pytest.raises(IntegrityError), transaction.atomic():
        Slip.objects.filter(pk=slip.pk).update(closed_at=clock.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.filter(slip=slip).update(status=StepStatus.AGREED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.filter(pk=step_due(slip).pk).update(
            status=StepStatus.SENT_BACK, at=clock.now(), by=bureau.head
        )


def test_an_arrival_keeps_its_number_day_and_file(bureau):
    arrival = make_arrival(bureau)

    for change in ({"number": 9}, {"arrived_on": dt.date(2024, 1, 1)}, {"year": 2023}):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            Arrival.objects.filter(pk=arrival.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        Arrival.objects.filter(pk=arrival.pk).update(handed_at=clock.now())


def test_registers_are_seen_by_their_authority_and_the_auditor(bureau):
    arrival, issue = make_arrival(bureau), make_issued(bureau)
    nobody = User.objects.create(username="khong-don-vi")
    elsewhere = make_bureau()

    def sees(person):
        return (
            arrival in Arrival.objects.visible_to(person),
            issue.number in Number.objects.visible_to(person),
        )

    seen = [sees(one) for one in (bureau.drafter, bureau.auditor, elsewhere.clerk, nobody)]

    assert seen == [(True, True), (True, True), (False, False), (False, False)]
    assert not Document.objects.visible_to(nobody).exists()
    assert not slips_waiting_for(nobody).exists()


def test_words_that_rows_say_of_themselves(bureau, number):
    arrival = make_arrival(bureau)
    slip = commands.submit_for_signature(edition=make_draft(bureau).edition, by=bureau.drafter)

    assert [str(one) for one in (number, number.series, arrival, step_due(slip))] == [
        "01",
        "BC, năm 2024",
        "số đến 1/2024",
        "1. Lãnh đạo đơn vị soạn thảo",
    ]
