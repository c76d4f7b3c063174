"""Sixteen people at once: a hundred numbers, no gap, no double; and a slip answered twice."""

import datetime as dt
import time
from threading import Event

import pytest
from django.db import connection, transaction

from haidang.documents import commands
from haidang.documents.enums import NumberStatus
from haidang.documents.models import Issue, Number, Series
from haidang.documents.queries import step_due
from haidang.errors import Refused
from haidang.ledger.queries import first_fault
from haidang.orgs.enums import Role
from tests.at_once import at_once
from tests.makers import make_user
from tests.makers.documents import MONDAY, make_agreed, make_arrival, make_bureau, make_draft

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 16


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


def test_a_hundred_numbers_taken_by_sixteen_people_have_no_gap_and_no_double(bureau):
    clerks = [make_user(Role.CLERK, unit=bureau.district, post="Văn thư") for _ in range(PEOPLE)]

    def take(clerk):
        for turn in range(7 if clerk.pk % PEOPLE < 4 else 6):
            number = commands.reserve_number(
                unit=bureau.district, document_type="Báo cáo", by=clerk
            )
            if turn % 3 == 0:
                commands.cancel_number(number=number, reason="Thôi", by=clerk)

    at_once(*[lambda clerk=clerk: take(clerk) for clerk in clerks])

    values = list(Number.objects.order_by("value").values_list("value", flat=True))
    assert values == list(range(1, len(values) + 1))
    assert (len(values), Series.objects.get().last) == (100, 100)
    assert Number.objects.filter(status=NumberStatus.CANCELLED).count() >= PEOPLE
    assert first_fault() is None


def test_issue_document_by_several_at_once_gives_each_its_own_number(bureau):
    editions = [make_agreed(bureau, subject=f"Việc {at}") for at in range(4)]

    answers = at_once(
        *[
            lambda edition=edition: commands.issue_document(edition=edition, by=bureau.clerk)
            for edition in editions
        ]
    )

    assert sorted(issue.number.value for issue in answers) == [1, 2, 3, 4]
    assert all(f"Số: {issue.number}" in issue.revision.text for issue in answers)


def test_issue_document_pressed_twice_at_once_is_one_issue(bureau):
    edition = make_agreed(bureau)

    answers = at_once(*[lambda: commands.issue_document(edition=edition, by=bureau.clerk)] * 2)

    assert sorted(isinstance(answer, Refused) for answer in answers) == [False, True]
    assert (Issue.objects.count(), Number.objects.count()) == (1, 1)


def test_agree_step_and_send_back_step_at_once_are_one_answer(bureau):
    slip = commands.submit_for_signature(edition=make_draft(bureau).edition, by=bureau.drafter)
    step = step_due(slip)

    answers = at_once(
        lambda: commands.agree_step(step=step, by=bureau.head),
        lambda: commands.send_back_step(step=step, remark="Sửa lại", by=bureau.head),
    )

    assert sorted(isinstance(answer, Refused) for answer in answers) == [False, True]


def test_agree_step_checks_the_file_in_no_transaction(bureau):
    slip = commands.submit_for_signature(edition=make_draft(bureau).edition, by=bureau.drafter)
    commands.agree_step(step=step_due(slip), by=bureau.head)
    held = []

    def watch(execute, sql, *rest):
        if "documents_storedfile" in sql:
            held.append(connection.in_atomic_block)
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        commands.agree_step(step=step_due(slip), by=bureau.clerk)

    assert held == [False]


def test_set_series_and_reserve_number_at_once_agree_on_the_series(bureau):
    is_set, wanted = Event(), {"unit": bureau.district, "by": bureau.administrator}

    @transaction.atomic
    def divide():
        commands.set_series(document_types=["Báo cáo"], code="CHUNG", **wanted)
        is_set.set()
        time.sleep(0.3)  # the other one asks for its number meanwhile

    def take():
        is_set.wait(120)
        return commands.reserve_number(
            unit=bureau.district, document_type="Báo cáo", by=bureau.clerk
        )

    _, number = at_once(divide, take)

    assert number.series.code == "CHUNG"


def test_arrivals_at_once_have_numbers_of_their_own(bureau):
    arrivals = at_once(*[lambda: make_arrival(bureau, dt.date(2024, 11, 25))] * 8)

    assert sorted(arrival.number for arrival in arrivals) == list(range(1, 9))
