"""The way of a story to the public, as rules without a database (promise N18).

The commands ask these functions and nothing else whether an act may be done; the proof walks
through every state that they can lead to. An act gives the next state, or refuses.
"""

from dataclasses import dataclass, replace

from haidang.errors import NotAllowed, WrongState
from haidang.newsroom.enums import Reason, State, Step

ORDER = (Step.EDITOR, Step.CONFIDENTIALITY)


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person said of a submission at one step."""

    step: Step
    by: int
    agrees: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """A submission as the gate sees it."""

    authors: frozenset[int] = frozenset()  # whoever wrote since the last publication, or sent it
    decisions: tuple[Decision, ...] = ()
    is_newest: bool = True  # nobody wrote on since it was sent
    is_recalled: bool = False
    is_spent: bool = False  # the story was withdrawn since
    is_urgent: bool = False  # a leader's order to publish holds, and its time is not over


def decision_at(put: Put, step: Step) -> Decision | None:
    """What was said at a step."""
    return next((made for made in put.decisions if made.step == step), None)


def refusal(put: Put) -> Decision | None:
    """The decision by which it may not appear."""
    return next((made for made in put.decisions if not made.agrees), None)


def is_cleared(put: Put) -> bool:
    """Whether both agreed: two people, neither of whom wrote it."""
    people = {made.by for made in put.decisions if made.agrees}
    steps = {made.step for made in put.decisions if made.agrees}
    return (
        refusal(put) is None
        and steps == set(ORDER)
        and len(people) == len(ORDER)
        and people.isdisjoint(put.authors)
    )


def holds(put: Put) -> bool:
    """Whether what was said of it still counts: any edit, recall or withdrawal voids it all."""
    return put.is_newest and not (put.is_recalled or put.is_spent or refusal(put))


def may_appear(put: Put | None) -> bool:
    """Whether the words that were sent may be put before the public now."""
    return put is not None and holds(put) and (is_cleared(put) or put.is_urgent)


def may_stay(put: Put | None) -> bool:
    """Whether what stands before the public by it may go on standing there."""
    return put is not None and not refusal(put) and (is_cleared(put) or put.is_urgent)


def waits_for(put: Put | None) -> Step | None:
    """The step whose people have to decide next."""
    if put is None or not holds(put):
        return None
    return next((step for step in ORDER if decision_at(put, step) is None), None)


def decide(put: Put, decision: Decision) -> Put:
    """The submission with one more decision.

    Refuses with WrongState what was written on, recalled, sent back or decided at this step, and a
    step before its turn; with NotAllowed an author, and who decided at the other step.
    """
    if not put.is_newest:
        raise WrongState("Bài đã được sửa sau khi gửi duyệt, nên không còn là bản này.")
    if waits_for(put) is None:
        raise WrongState("Bài này không còn chờ quyết định: xem lại danh sách.")
    if waits_for(put) != decision.step:
        raise WrongState("Bài này đang chờ quyết định của bước khác.")
    if decision.by in put.authors:
        raise NotAllowed("Người viết không tự duyệt bài của mình.")
    if any(made.by == decision.by for made in put.decisions):
        raise NotAllowed("Một người không quyết định ở cả hai bước.")
    ends = decision_ends_emergency(put, decision)
    return replace(put, decisions=(*put.decisions, decision), is_urgent=put.is_urgent and not ends)


def decision_ends_emergency(put: Put, decision: Decision) -> bool:
    """Whether a leader's order has done its time: both agreed, or one did not."""
    return not decision.agrees or decision.step == ORDER[-1]


def recall(put: Put) -> Put:
    """The submission taken back. Refuses with WrongState one that no longer counts or is shown."""
    if not holds(put):
        raise WrongState("Bài này không còn chờ duyệt, nên không rút lại được.")
    if put.is_urgent:
        raise WrongState("Bài đang đăng khẩn: muốn dừng thì rút bài khỏi cổng.")
    return replace(put, is_recalled=True)


def order(put: Put) -> Put:
    """The submission under a leader's order to publish before it is cleared.

    Refuses with WrongState what no longer counts, and what is cleared anyway.
    """
    if not holds(put):
        raise WrongState("Người viết phải gửi duyệt bản mới nhất trước khi đăng khẩn.")
    if is_cleared(put):
        raise WrongState("Bài đã được duyệt: đăng theo cách thường.")
    return replace(put, is_urgent=True)


def state_of(
    put: Put | None, *, is_live: bool, is_withdrawn: bool = False, is_scheduled: bool = False
) -> State:
    """Where a story stands: what the public sees, then what is being decided."""
    if is_live:
        return State.LIVE
    if put is not None and put.is_newest and not put.is_spent and refusal(put):
        return State.SENT_BACK
    if waits_for(put):
        return State(f"at_{waits_for(put)}")
    if may_appear(put):
        return State.SCHEDULED if is_scheduled else State.CLEARED
    return State.WITHDRAWN if is_withdrawn else State.DRAFT


def hides(put: Put | None) -> bool:
    """Whether nobody but its author and the one who refused it may see the story (K4)."""
    refused = refusal(put) if put is not None else None
    return refused is not None and refused.reason == Reason.IN_PERSON
