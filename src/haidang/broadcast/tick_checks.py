"""What is wrong in a word on a sitting as it was given; each sentence says what to do."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from haidang import clock
from haidang.broadcast.enums import Missed
from haidang.broadcast.matching import Outcome
from haidang.errors import Issue


@dataclass(frozen=True, slots=True)
class Word:
    """What a person says of some parts of a sitting; of all where none is named."""

    parts: tuple[str, ...] = ()
    missed: str = ""
    note: str = ""
    seconds: int | None = None


def before_ticking(on: dt.date, chosen: Sequence[Outcome], word: Word) -> list[Issue]:
    """What a person must still say, or say otherwise."""
    if not chosen:
        words = "Buổi này không có trong lịch của đài. Mở lại nhật ký phát sóng rồi đánh dấu lại."
        return [Issue("no_sitting", words)]
    return [*_about_time(on, chosen, word), *_about_word(chosen, word)]


def _about_time(on: dt.date, chosen: Sequence[Outcome], word: Word) -> Iterator[Issue]:
    now, ends = clock.now(), max(one.planned.ends_at for one in chosen)
    begins = min(one.planned.starts_at for one in chosen)
    if on.year < now.year - 1:
        yield Issue("too_old", f"Chỉ ghi được buổi phát từ 01/01/{now.year - 1} đến nay.", "on")
    elif word.missed and begins > now:
        yield Issue("future", f"Buổi này {begins:%-Hh%M ngày %d/%m} mới tới, chưa ghi được.", "on")
    elif not word.missed and ends > now:
        yield Issue("future", f"Buổi này {ends:%-Hh%M ngày %d/%m} mới phát xong.", "on")


def _about_word(chosen: Sequence[Outcome], word: Word) -> Iterator[Issue]:
    if word.missed and word.missed not in Missed.values:
        yield Issue("reason", "Chọn lý do không phát, ví dụ mất điện.", "missed")
    if word.missed == Missed.OTHER and not word.note:
        yield Issue("no_note", "Ghi lý do vào ô ghi chú, ví dụ “đài tỉnh ngừng phát”.", "note")
    if any(line.player is not None for one in chosen for line in one.word) and not word.note:
        words = "Máy phát đã ghi buổi này. Ghi chú vì sao khác, ví dụ “loa hỏng, máy vẫn chạy”."
        yield Issue("against_player", words, "note")
    if word.seconds is None:
        return
    longest = max(one.planned.seconds for one in chosen)
    if len(chosen) > 1 or word.missed:
        yield Issue("seconds", "Chỉ ghi thời lượng thực phát cho một chương trình.", "minutes")
    elif not 0 < word.seconds <= longest:
        words = f"Thời lượng thực phát từ 1 đến {max(1, longest // 60)} phút."
        yield Issue("seconds", words, "minutes")
