"""What a newcomer finds of the newsroom: stories in every state, cleared as the law asks."""

import datetime as dt

import pytest

from haidang.activities.models import Activity
from haidang.newsroom import gate
from haidang.newsroom.enums import Act, Consent, Section, State, StoryKind
from haidang.newsroom.models import Picture, PlannedStory, Publication, Story
from haidang.newsroom.queries.calendar import cards_between
from haidang.newsroom.queries.ideas import coming_days
from haidang.newsroom.queries.states import states_of
from haidang.orgs.models import User

pytestmark = pytest.mark.usefixtures("accounts")
MONDAY = dt.date(2024, 11, 25)


def test_stories_stand_in_every_state_of_their_way():
    states = states_of(Story.objects.all())

    missing = set(State) - set(states.values())
    assert missing == {State.SENT_BACK, State.WITHDRAWN}
    assert sum(state == State.LIVE for state in states.values()) >= 14


@pytest.mark.promise("N18")
def test_what_is_live_was_cleared_by_two_who_did_not_write_it():
    for story in Story.objects.filter(live=True):
        assert gate.is_public(story), story.title
        put = gate.standing(story.publications.first().submission)
        people = {decision.by for decision in put.decisions}
        assert people == set(
            User.objects.filter(username__in=["bientap", "baomat"]).values_list("pk", flat=True)
        )


@pytest.mark.promise("N7")
def test_what_appeared_was_counted_by_itself_and_is_marked_as_simulated():
    counted = Publication.objects.filter(act=Act.PUBLISHED).exclude(story__kind=StoryKind.FIXED)
    entries = Activity.objects.filter(pk__in=counted.values("activity"))

    assert entries.count() == counted.count() == 14
    assert {entry.task.label for entry in entries.select_related("task")} == {"III.2.a"}
    assert all(entry.is_simulated for entry in entries)


def test_one_was_corrected_and_one_answers_a_claim_within_a_day():
    corrected = Publication.objects.get(act=Act.CORRECTED)
    answer = Story.objects.get(kind=StoryKind.CLARIFICATION)

    assert "22 tháng 12, không phải 21 tháng 12" in corrected.notice
    assert "Ngày 22 tháng 12" in corrected.story.body
    assert answer.publications.get().at - answer.claim_at < dt.timedelta(hours=24)


def test_pictures_are_drawn_and_say_so():
    pictures = list(Picture.objects.all())

    assert len(pictures) == 3
    assert {picture.consent for picture in pictures} == {Consent.NOBODY}
    assert all("minh họa" in picture.rights and picture.description for picture in pictures)


def test_nothing_is_written_in_khmer_that_nobody_signed_off():
    languages = {story.language for story in Story.objects.select_related("locale")}

    assert languages == {"vi", "en"}
    about = Story.objects.filter(kind=StoryKind.FIXED)
    assert {story.get_parent().specific.key for story in about} == {Section.ABOUT}


def test_the_week_is_planned_and_days_to_come_have_stories():
    editor = User.objects.get(username="bientap")
    cards = cards_between(editor, MONDAY, MONDAY + dt.timedelta(6))
    coming = {one.day.occasion.key: one.stories for one in coming_days(editor.unit, MONDAY)}

    assert len(cards) == 11
    assert sum(card.state == State.AT_CONFIDENTIALITY for card in cards) == 2
    assert [card.planned.title for card in cards if card.lacks_writer] == [
        "Tiềm năng, thế mạnh của huyện: mời gọi đầu tư"
    ]
    assert (coming["quan-doi"], coming["tet-nguyen-dan"], coming["bien-phong-toan-dan"]) == (
        2,
        3,
        0,
    )
    assert not PlannedStory.objects.filter(is_dropped=True).exists()
