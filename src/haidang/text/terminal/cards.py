"""Duties in a terminal: a card for each, with who, with whom, until when and how sure."""

import textwrap
from collections.abc import Iterator

from haidang.text.blocks import Anchor, Certainty, Deadline, Duty, Reading
from haidang.text.terminal.screen import Screen, clip, day
from haidang.text.understanding.words.folded import plain

_CERTAIN = {Certainty.HIGH: "■■■ chắc", Certainty.LOW: "■□□ chưa chắc"}
_AGAINST = {
    Anchor.PLAN_YEAR: " (năm của kế hoạch)",
    Anchor.SIGNING_YEAR: " (năm ký)",
    Anchor.SIGNING_DAY: " (tính từ ngày ký)",
}
_FRAME = "38;5;25"


def cards(reading: Reading, screen: Screen) -> Iterator[str]:
    """How many duties there are, then each of them."""
    if not reading.duties:
        return
    owned = sum(1 for duty in reading.duties if duty.unit)
    ownerless = len(reading.duties) - owned
    more = f", {ownerless} phương hướng chưa có đơn vị" if ownerless else ""
    yield ""
    yield screen.paint("1", clip(f"{owned} nhiệm vụ{more}", screen.width))
    for duty in reading.duties:
        yield from _card(duty, screen)


def _card(duty: Duty, screen: Screen) -> Iterator[str]:
    certain = _CERTAIN[duty.certainty]
    label = clip(duty.label, screen.width - len(certain) - 8)
    rule = "─" * max(screen.width - len(label) - len(certain) - 6, 0)
    side = screen.paint(_FRAME, "│")
    yield screen.paint(_FRAME, f"╭ {label} {rule} {certain} ╮")
    for line in textwrap.wrap(plain(duty.text), screen.width - 4, max_lines=3, placeholder=" …"):
        yield f"{side} {line}"
    for name, words in _told(duty):
        for line in Screen(screen.width - 2, screen.colour).row(name, words):
            yield f"{side} {line}"
    yield screen.paint(_FRAME, f"╰{'─' * (screen.width - 2)}╯")


def _told(duty: Duty) -> Iterator[tuple[str, str]]:
    yield "Đơn vị", duty.unit or "— chưa có ai nhận —"
    if duty.lead:
        yield ("Vai trò", "chủ trì") if duty.lead == duty.unit else ("Chủ trì", duty.lead)
    if duty.coordinate:
        yield "Phối hợp", "; ".join(duty.coordinate)
    if duty.deadline:
        yield "Hạn", _limit(duty.deadline)
    if duty.recurrence:
        yield "Lặp lại", plain(duty.recurrence)


def _limit(deadline: Deadline) -> str:
    phrase = f"“{plain(deadline.phrase)}”"
    if deadline.due_on is None:
        return phrase + _window(deadline)
    other = f", hoặc {day(deadline.or_on)}" if deadline.or_on else ""
    return f"{phrase} → chậm nhất {day(deadline.due_on)}{_against(deadline)}{other}"


def _window(deadline: Deadline) -> str:
    """A vague limit has no last day, only a time that it names."""
    if deadline.from_on and deadline.until_on:
        return f" → khoảng {day(deadline.from_on)} – {day(deadline.until_on)}"
    return f" → từ {day(deadline.from_on)}" if deadline.from_on else ""


def _against(deadline: Deadline) -> str:
    return _AGAINST.get(deadline.counted_from, "") if deadline.counted_from else ""
