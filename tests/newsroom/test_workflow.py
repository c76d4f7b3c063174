"""Every state that any acts of any people can lead a story to, walked through (promise N18).

The acts are the functions that the commands ask; beside each state stands what really was said and
written, and the public is held against that, not against what the gate believes.
"""

from collections import deque
from contextlib import suppress
from dataclasses import dataclass, replace

import pytest

from haidang.errors import Refused
from haidang.newsroom import workflow
from haidang.newsroom.enums import State, Step
from haidang.newsroom.workflow import Decision, Put

pytestmark = pytest.mark.promise("N18")

# One who writes; one who also edits; one with both posts; an officer outside; a leader.
WRITES = {1, 2}
POSTS = {2: {Step.EDITOR}, 3: {Step.EDITOR, Step.CONFIDENTIALITY}, 4: {Step.CONFIDENTIALITY}}
LEADERS = {5}
PEOPLE = sorted({*WRITES, *POSTS, *LEADERS})
WORDS, SENT, SHOWN = 2, 3, 2  # how often each may happen


@dataclass(frozen=True)
class World:
    """A story: what the gate knows of it, and what really happened."""

    words: int = 1  # the newest revision
    put: Put | None = None
    put_words: int = 0
    live: int = 0  # the submission by which the public sees it
    live_put: Put | None = None
    # The truth, which no function of the gate reads or writes.
    wrote: frozenset = frozenset({(1, 1)})  # (revision, person) since the last publication
    sent: int = 0  # submissions
    said: frozenset = frozenset()  # (submission, step, person, agreed)
    hands: frozenset = frozenset()  # who had a hand in what was sent last
    live_hands: frozenset = frozenset()
    ordered: int = 0  # the submission under an order whose time is not over
    times_shown: int = 0


def edit(world, person):
    put = world.put and replace(world.put, is_newest=False)
    words = world.words + 1
    return replace(world, words=words, wrote=world.wrote | {(words, person)}, put=put)


def submit(world, person):
    if workflow.waits_for(world.put) or workflow.may_appear(world.put):
        raise workflow.WrongState("")
    hands = frozenset(who for _, who in world.wrote) | {person}
    said = frozenset(one for one in world.said if one[0] == world.live)
    put, sent = Put(authors=hands), world.sent + 1
    return replace(world, put=put, put_words=world.words, hands=hands, said=said, sent=sent)


def decide(world, person, step, agrees):
    put = workflow.decide(world.put, Decision(step, person, agrees, "" if agrees else "K1"))
    said = world.said | {(world.sent, step, person, agrees)}
    ordered = 0 if world.ordered == world.sent and not agrees else world.ordered
    return shown_with(replace(world, put=put, said=said, ordered=ordered))


def recall(world, person):
    return shown_with(replace(world, put=workflow.recall(world.put)))


def order(world, person):
    if world.live:
        raise workflow.WrongState("")
    put = workflow.order(world.put)
    return show(replace(world, put=put, ordered=world.sent))


def show(world, person=None):
    if not workflow.may_appear(world.put) or world.live == world.sent:
        raise workflow.WrongState("")
    return replace(
        world,
        live=world.sent,
        live_put=world.put,
        live_hands=world.hands,
        wrote=frozenset(one for one in world.wrote if one[0] > world.put_words),
        said=frozenset(one for one in world.said if one[0] == world.sent),
        ordered=world.ordered if world.ordered == world.sent else 0,
        times_shown=world.times_shown + 1,
    )


def withdraw(world, person):
    spent = replace(world.put, is_spent=world.sent == world.live, is_urgent=False)
    said = frozenset(one for one in world.said if one[0] == world.sent)
    return replace(
        world, live=0, live_put=None, live_hands=frozenset(), put=spent, said=said, ordered=0
    )


def time_passes(world, person):
    """The order's day is over; the job that takes the story away may be late."""
    put = world.put and replace(world.put, is_urgent=False)
    live_put = world.live_put and replace(world.live_put, is_urgent=False)
    return replace(world, put=put, live_put=live_put, ordered=0)


def shown_with(world):
    """What stands before the public by a submission goes on with what is said of it."""
    return replace(world, live_put=world.put) if world.live == world.sent else world


def acts(world):
    """Everything that anybody may try now."""
    for person in PEOPLE:
        if person in WRITES:
            if world.words < WORDS:
                yield edit, (person,)
            if world.sent < SENT:
                yield submit, (person,)
            yield recall, (person,)
        for step in POSTS.get(person, ()):
            yield decide, (person, step, True)
            yield decide, (person, step, False)
        if person in LEADERS and world.times_shown < SHOWN:
            yield order, (person,)
    if world.times_shown < SHOWN:
        yield show, (None,)
    if world.live:
        yield withdraw, (None,)
    yield time_passes, (None,)


def successors(world):
    for act, given in acts(world):
        if world.put is None and act in {decide, recall, order}:
            continue
        with suppress(Refused):
            yield act.__name__, act(world, *given)


def visible(world):
    return world.live and workflow.may_stay(world.live_put)


def rightly_visible(world):
    """Whether two people without a hand in it agreed to what is seen, or an order holds."""
    said = {one for one in world.said if one[0] == world.live}
    if any(not agreed for *_, agreed in said):
        return False
    agreed = {step: who for _, step, who, _ in said}
    both = set(agreed) == set(Step) and len(set(agreed.values())) == len(Step)
    alone = set(agreed.values()).isdisjoint(world.live_hands)
    return (both and alone) or world.ordered == world.live


def walk(start):
    seen, queue, names = {start}, deque([start]), set()
    while queue:
        world = queue.popleft()
        for name, after in successors(world):
            names.add(name)
            if after not in seen:
                seen.add(after)
                queue.append(after)
    return seen, names


@pytest.fixture(scope="module")
def walked():
    return walk(World())


def test_no_path_leads_to_the_public_without_both_or_an_open_order(walked):
    worlds, _ = walked

    wrong = [world for world in worlds if visible(world) and not rightly_visible(world)]

    assert wrong == []


def test_the_walk_comes_through_everything(walked):
    worlds, names = walked
    states = {
        workflow.state_of(world.put, is_live=bool(world.live), is_withdrawn=not world.live)
        for world in worlds
    }

    assert names == {"edit", "submit", "recall", "decide", "order", "show", "withdraw"} | {
        "time_passes"
    }
    assert states >= {State.AT_EDITOR, State.AT_CONFIDENTIALITY, State.SENT_BACK, State.CLEARED}
    assert State.LIVE in states
    assert any(visible(world) and world.ordered for world in worlds)
    assert any(visible(world) and not world.ordered for world in worlds)
    assert len(worlds) > 10_000


def test_what_is_refused_or_out_of_time_is_seen_by_nobody(walked):
    worlds, _ = walked
    late = [world for world in worlds if world.live and not visible(world)]

    assert late  # the job was late, and the page did not wait for it


@pytest.mark.parametrize(
    "broken",
    [
        lambda put: put is not None,
        lambda put: put is not None and len(put.decisions) == len(Step),
        lambda put: put is not None and workflow.decision_at(put, Step.CONFIDENTIALITY) is not None,
    ],
)
def test_the_walk_finds_a_gate_that_is_open(monkeypatch, broken):
    monkeypatch.setattr(workflow, "may_appear", broken)
    monkeypatch.setattr(workflow, "may_stay", broken)

    worlds, _ = walk(World())

    assert any(visible(world) and not rightly_visible(world) for world in worlds)


def test_the_walk_finds_an_author_who_clears(monkeypatch):
    right = workflow.decide

    def as_anybody(put, said):
        decided = right(replace(put, authors=frozenset()), said)
        return replace(decided, authors=frozenset())

    monkeypatch.setattr(workflow, "decide", as_anybody)

    worlds, _ = walk(World())

    assert any(visible(world) and not rightly_visible(world) for world in worlds)
