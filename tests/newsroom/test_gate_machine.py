"""Anybody does anything in any order, by the real commands: the public gets what was cleared."""

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.errors import Refused
from haidang.newsroom import gate
from haidang.newsroom.commands.clearing import clear_story, recall_story, submit_story
from haidang.newsroom.commands.emergencies import publish_in_emergency
from haidang.newsroom.commands.publishing import correct_story, publish_story
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.enums import REASONS, Step
from haidang.newsroom.holding_still import held
from haidang.newsroom.models import Emergency, Publication, Story
from haidang.newsroom.queries.public import appearing
from tests.makers.newsroom import make_newsroom, rewrite, write_story

pytestmark = [pytest.mark.django_db, pytest.mark.promise("N18")]
PEOPLE = some.sampled_from(["author", "editor", "officer", "leader", "administrator", "auditor"])


@pytest.fixture
def room():
    load_catalogue()
    return make_newsroom()


class Desk(RuleBasedStateMachine):
    room = None

    def __init__(self):
        super().__init__()
        self.before = transaction.atomic()
        self.before.__enter__()
        self.story = write_story(self.room)

    def teardown(self):
        transaction.set_rollback(True)
        self.before.__exit__(None, None, None)

    def act(self, command, who, **given):
        with suppress(Refused), transaction.atomic():
            command(by=getattr(self.room, who), **given)

    @rule(who=some.sampled_from(["author", "editor"]), words=some.sampled_from("abc"))
    def edit(self, who, words):
        rewrite(held(self.story), getattr(self.room, who), standfirst=words)

    @rule(who=PEOPLE)
    def submit(self, who):
        self.act(submit_story, who, story=self.story, no_secret=True)

    @rule(who=PEOPLE)
    def recall(self, who):
        self.act(recall_story, who, story=self.story)

    @rule(who=PEOPLE, step=some.sampled_from(Step), agrees=some.booleans())
    def clear(self, who, step, agrees):
        if submission := self.story.submissions.order_by("-pk").first():
            reason = "" if agrees else REASONS[step][0]
            given = {"submission": submission, "step": step, "agrees": agrees}
            self.act(clear_story, who, **given, reason=reason)

    @rule()
    def both_agree(self):
        self.submit("author")
        self.clear("editor", Step.EDITOR, agrees=True)
        self.clear("officer", Step.CONFIDENTIALITY, agrees=True)

    @rule(who=PEOPLE, act=some.sampled_from([publish_story, publish_in_emergency]))
    def show(self, who, act):
        self.act(act, who, story=self.story)

    @rule(who=PEOPLE, act=some.sampled_from([correct_story, withdraw_story]))
    def change(self, who, act):
        self.act(act, who, story=self.story, notice="Đã sửa.")

    @invariant()
    def the_public_gets_what_was_cleared(self):
        story = Story.objects.get(pk=self.story.pk)
        assert gate.is_public(story) == appearing().filter(pk=story.pk).exists() == story.live
        if story.live:
            assert rightly_shown(story)


def rightly_shown(story):
    """What the rows say, read without the gate."""
    submission = Publication.objects.filter(story=story).latest("pk").submission
    said = list(submission.clearances.all())
    if any(not one.agrees for one in said):
        return False
    orders = Emergency.objects.filter(submission=submission, ended_at=None)
    both = {one.step for one in said} == set(Step) and len({one.by_id for one in said}) == 2
    wrote = submission.revision.user_id in {one.by_id for one in said}
    return (both and not wrote) or orders.filter(clear_by__gt=clock.now()).exists()


def test_any_acts_in_any_order(room):
    rounds = settings(max_examples=20, stateful_step_count=14, deadline=None)
    desk = type("Desk", (Desk,), {"room": room})
    run_state_machine_as_test(desk, settings=rounds)
