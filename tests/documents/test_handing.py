"""Handing incoming documents over, and what of ours came of them."""

import datetime as dt

import pytest

from haidang.documents import commands
from haidang.documents.models import Arrival
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.models import Entry
from tests.makers import make_authority
from tests.makers.documents import MONDAY, make_arrival, make_bureau, make_draft

pytestmark = pytest.mark.django_db
FRIDAY = dt.date(2024, 11, 29)


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


def test_hand_over_says_to_whom_and_by_when(bureau):
    arrival = make_arrival(bureau)

    commands.hand_over(
        arrival=arrival, to=bureau.office, person=bureau.drafter, due_on=FRIDAY, by=bureau.leader
    )

    arrival.refresh_from_db()
    assert (arrival.handed_to, arrival.handed_to_person) == (bureau.office, bureau.drafter)
    assert (arrival.due_on, arrival.handed_by) == (FRIDAY, bureau.leader)


def test_hand_over_again_to_a_commune_lets_it_see_the_document(bureau):
    arrival = make_arrival(bureau)
    assert arrival not in Arrival.objects.visible_to(bureau.stranger)
    commands.hand_over(arrival=arrival, to=bureau.office, by=bureau.clerk)

    commands.hand_over(arrival=arrival, to=bureau.stranger.unit, by=bureau.clerk)

    assert arrival in Arrival.objects.visible_to(bureau.stranger)
    assert Entry.objects.filter(event="hand_over").count() == 2


def test_hand_over_refuses_others(bureau):
    for person in (bureau.drafter, bureau.stranger, bureau.auditor, bureau.head):
        with pytest.raises(NotAllowed):
            commands.hand_over(arrival=make_arrival(bureau), to=bureau.office, by=person)


def test_hand_over_refuses_elsewhere_and_a_day_that_is_past(bureau):
    stranger = make_authority(1).reporters[0]

    with pytest.raises(Incomplete) as refusal:
        commands.hand_over(
            arrival=make_arrival(bureau),
            to=stranger.unit,
            person=bureau.drafter,
            due_on=dt.date(2024, 11, 22),
            by=bureau.clerk,
        )

    assert [issue.field for issue in refusal.value.issues] == ["to", "person", "due_on"]


def test_answer_arrival_links_once_what_came_of_it(bureau):
    arrival, edition = make_arrival(bureau), make_draft(bureau).edition

    first, second = (
        commands.answer_arrival(arrival=arrival, edition=edition, by=bureau.drafter)
        for _ in range(2)
    )

    assert first == second
    assert str(first) == "số đến 1/2024 → …/BC-UBND"
    assert Entry.objects.filter(event="answer_arrival").count() == 1


def test_answer_arrival_refuses_others_and_what_they_cannot_see(bureau):
    arrival, edition = make_arrival(bureau), make_draft(bureau).edition
    elsewhere = make_bureau()

    for person in (bureau.leader, bureau.stranger, elsewhere.drafter):
        with pytest.raises(NotAllowed):
            commands.answer_arrival(arrival=arrival, edition=edition, by=person)
    with pytest.raises(NotAllowed):
        commands.answer_arrival(
            arrival=arrival, edition=make_draft(elsewhere).edition, by=elsewhere.drafter
        )
    assert not Arrival.objects.visible_to(bureau.stranger).exists()
