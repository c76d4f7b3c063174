"""Clarifications: the 24 hours, statements and never persons, and the mark-up of a finding."""

import datetime as dt

import pytest

from haidang.newsroom.clarifying import (
    claim_review,
    first_statement,
    persons_in,
    warnings_about_persons,
)
from haidang.newsroom.commands.clearing import clear_story
from haidang.newsroom.enums import Finding, Reason, Step, StoryKind
from haidang.newsroom.models import Story, StorySource
from haidang.newsroom.queries.clarifications import awaited_clarifications
from tests.makers.publishing import make_clarification, make_newsroom

pytestmark = pytest.mark.django_db
KNOWN = dt.datetime(2024, 11, 25, 8, 0, tzinfo=dt.UTC)


def clarification(**facts):
    facts = {"kind": StoryKind.CLARIFICATION, "claim_at": KNOWN, "title": "Về tin đồn"} | facts
    return Story(**facts)


@pytest.mark.parametrize(
    ("hours", "made", "late"),
    [(23, None, False), (25, None, True), (30, 20, False), (30, 26, True)],
)
def test_the_first_statement_is_due_a_day_after_the_claim_was_known(hours, made, late):
    made_at = KNOWN + dt.timedelta(hours=made) if made else None

    first = first_statement(clarification(), made_at)

    assert first.due == KNOWN + dt.timedelta(hours=24)
    assert first.is_late(KNOWN + dt.timedelta(hours=hours)) is late
    assert first.left(KNOWN) == dt.timedelta(hours=24)


def test_other_stories_and_unknown_times_have_none():
    assert first_statement(clarification(kind=StoryKind.NEWS), None) is None
    assert first_statement(clarification(claim_at=None), None) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Theo ông Nguyễn Văn Tám thì bờ kè vỡ", ["ông Nguyễn Văn Tám"]),
        ("tài khoản haicang99 viết", ["tài khoản haicang99"]),
        ("đăng ở facebook.com/ai.do", ["facebook.com/ai.do"]),
        ("gọi 0912345678", ["0912345678"]),
        ("xem @ai.do.day", ["@ai.do.day"]),
        ("Bờ kè Mỹ Long bị vỡ, nước vào nhà dân", []),
        ("Lễ hội Nghinh Ông bị hủy", []),
        ("đăng trong một nhóm Zalo của người bán hàng", []),
    ],
)
def test_words_that_point_at_somebody_are_found(words, found):
    assert persons_in(words) == found


def test_a_clarification_that_points_at_somebody_is_warned_of_by_field():
    story = clarification(claim="Ông Trần Văn A nói cảng đóng cửa")

    assert [(row.name, row.field) for row in warnings_about_persons(story)] == [
        ("names_person", "claim")
    ]
    assert list(warnings_about_persons(clarification(kind=StoryKind.NEWS, claim="Ông Trần"))) == []


@pytest.mark.parametrize("finding", [*Finding, ""])
def test_the_mark_up_rates_the_claim_and_names_nobody(finding, monkeypatch):
    story = clarification(claim="Cảng cá đóng cửa", finding=finding, answered_by="UBND huyện")
    monkeypatch.setattr(Story, "language", "en")

    made = claim_review(story, address="https://x.vn/en/", publisher="x", on=dt.date(2024, 11, 26))

    rating = made["reviewRating"]
    assert ("ratingValue" in rating) == (finding not in {Finding.UNDER_REVIEW, ""})
    assert rating.get("ratingValue", 1) in range(1, 6)
    assert made["author"]["name"] == "UBND huyện"
    assert "author" not in made["itemReviewed"]
    assert made["claimReviewed"] == "Cảng cá đóng cửa"


def test_a_clarification_that_two_talk_about_is_awaited_by_nobody_else():
    newsroom = make_newsroom()
    story = make_clarification(newsroom, KNOWN)
    newsroom.edit(story, sources=[StorySource(words="Ban Quản lý cảng cá")])
    submission = newsroom.submit(story)
    clear_story(submission=submission, step=Step.EDITOR, agrees=True, by=newsroom.editor)
    people = (newsroom.editor, newsroom.writer)
    assert [len(awaited_clarifications(who, KNOWN)) for who in people] == [1, 1]

    k4 = {"agrees": False, "reason": Reason.IN_PERSON, "by": newsroom.officer}
    clear_story(submission=submission, step=Step.CONFIDENTIALITY, **k4)

    assert [len(awaited_clarifications(who, KNOWN)) for who in people] == [0, 1]
