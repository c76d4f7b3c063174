"""Sittings of the log as a page shows them: each part with its state in words."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from haidang import clock
from haidang.broadcast.aired_sittings import AiredSitting, moment_of
from haidang.broadcast.enums import Airing, Missed
from haidang.broadcast.matching import Line, Outcome
from haidang.broadcast.planned import LeftOut
from haidang.broadcast.queries.veiled import VEILED, unseen_among
from haidang.orgs.models import User
from haidang.web.wording import number

LOOKS = {
    Airing.AIRED: ("ok", "Đã phát", ""),
    Airing.LATE: ("soon", "Phát muộn", ""),
    Airing.CUT: ("soon", "Phát thiếu", ""),
    Airing.MISSED: ("late", "Không phát", "x"),
    Airing.UNPLANNED: ("run", "Ngoài lịch", "radio"),
    Airing.WAITING: ("none", "Chưa tới giờ", ""),
    Airing.UNKNOWN: ("none", "Chưa có nhật ký", ""),
}
LEFT_OUT = ("none", "Không đưa vào lịch", "")


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One part, or one unplanned line: when, what, its look, and what there is to say of it."""

    at: dt.datetime
    part: str
    title: str
    language: str
    kind: str
    word: str
    sign: str
    told: str


@dataclass(frozen=True, slots=True)
class ShownSitting:
    """One sitting: its name and hours, its lines, and whether somebody may say a word on it."""

    sitting: AiredSitting
    lines: Sequence[ShownLine]
    is_open: bool  # nobody has said of all of it what became of it
    is_over: bool
    id: UUID

    @property
    def name(self) -> str:
        """Sáng, or what was aired outside the hours."""
        return self.sitting.slot.name if self.sitting.slot else "Ngoài khung giờ"

    @property
    def waits(self) -> bool:
        """Whether it is over and nobody has said what became of it."""
        return self.is_open and self.is_over and bool(self.sitting.outcomes)


def shown_sittings(sittings: Sequence[AiredSitting], user: User) -> list[ShownSitting]:
    """Sittings with their lines in the order in which they began, as a person may see them."""
    left = [one for sitting in sittings for one in sitting.left_out]
    unseen = unseen_among({one.bulletin for one in left if one.bulletin}, user)
    return [_shown(sitting, unseen) for sitting in sittings]


def length_words(seconds: float) -> str:
    """15 phút, 14 phút 30 giây, 40 giây."""
    minutes, left = divmod(round(seconds), 60)
    words = [f"{number(minutes)} phút"] if minutes else []
    return " ".join([*words, f"{left} giây"] if left or not minutes else words)


def _shown(sitting: AiredSitting, unseen: set[int]) -> ShownSitting:
    lines = [_part(one) for one in sitting.outcomes]
    lines += [_unplanned(one) for one in sitting.unplanned if one.seconds]
    lines += [_left_out(one, unseen) for one in sitting.left_out]
    states = {one.state for one in sitting.outcomes}
    return ShownSitting(
        sitting,
        sorted(lines, key=lambda line: line.at),
        bool(states & {Airing.UNKNOWN, Airing.WAITING}),
        sitting.ends_at <= clock.now(),
        uuid4(),
    )


def _part(one: Outcome) -> ShownLine:
    plan, (kind, word, sign) = one.planned, LOOKS[one.state]
    told = " · ".join(filter(None, _told(one)))
    return ShownLine(plan.starts_at, plan.part, plan.title, plan.language, kind, word, sign, told)


def _told(one: Outcome) -> Iterable[str]:
    if one.missed:
        yield str(Missed(one.missed).label)
    if one.state == Airing.CUT:
        yield f"{length_words(one.seconds)} trên {length_words(one.planned.expected)}"
    if one.is_aired and abs(one.late) > 5:
        yield f"{'muộn' if one.late > 0 else 'sớm'} {length_words(abs(one.late))}"
    if one.note and one.note != str(dict(Missed.choices).get(one.missed)):
        yield one.note
    if one.word:
        yield "máy phát ghi" if one.word[0].player is not None else "người trực ghi"
    if one.is_clock_wrong:
        yield "đồng hồ máy sai"
    if one.is_other_sound:
        yield "phát bản tiếng khác bản đã phát hành"
    if one.others:
        yield f"{len(one.others)} lời ghi trước vẫn lưu"


def _left_out(one: LeftOut, unseen: set[int]) -> ShownLine:
    title = VEILED if one.bulletin in unseen else one.title
    return ShownLine(one.starts_at, "", title, "", *LEFT_OUT, one.why)


def _unplanned(line: Line) -> ShownLine:
    told = " · ".join(filter(None, [length_words(line.seconds), line.note]))
    look = LOOKS[Airing.UNPLANNED]
    return ShownLine(moment_of(line), "", line.title, line.language, *look, told)
