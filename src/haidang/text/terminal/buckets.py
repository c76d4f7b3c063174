"""Buckets in a terminal: their names, chips and the bar that shows how a text is shared out."""

from collections import Counter
from collections.abc import Iterator

from haidang.text.blocks import Bucket, Reading
from haidang.text.terminal.screen import Screen

NAMES = {
    Bucket.BASIS: "Căn cứ",
    Bucket.PURPOSE: "Mục đích",
    Bucket.REQUIREMENT: "Yêu cầu",
    Bucket.DIRECTION: "Phương hướng",
    Bucket.TASK: "Nhiệm vụ",
    Bucket.TARGET: "Chỉ tiêu",
    Bucket.FORMALITY: "Thủ tục",
    Bucket.UNRESOLVED: "Chưa rõ",
}
# Colours of the 256-colour palette: foreground on background, as the review screen has them.
_CHIPS = {
    Bucket.BASIS: "38;5;238;48;5;254",
    Bucket.PURPOSE: "38;5;22;48;5;194",
    Bucket.REQUIREMENT: "38;5;23;48;5;195",
    Bucket.DIRECTION: "38;5;54;48;5;189",
    Bucket.TASK: "38;5;231;48;5;25",
    Bucket.TARGET: "38;5;94;48;5;230",
    Bucket.FORMALITY: "38;5;240;48;5;253",
    Bucket.UNRESOLVED: "38;5;94;48;5;223",
}
_BARS = {
    Bucket.BASIS: "38;5;60",
    Bucket.PURPOSE: "38;5;28",
    Bucket.REQUIREMENT: "38;5;30",
    Bucket.DIRECTION: "38;5;61",
    Bucket.TASK: "38;5;25",
    Bucket.TARGET: "38;5;136",
    Bucket.FORMALITY: "38;5;246",
    Bucket.UNRESOLVED: "38;5;130",
}
# Without colour each bucket has a shade of its own.
_SHADES = dict(zip(Bucket, "=+~:#%.?", strict=True))
LONGEST_NAME = max(map(len, NAMES.values()))


def bar(reading: Reading, screen: Screen) -> Iterator[str]:
    """How many sentences are sorted, a bar of their buckets, and the count of each."""
    sentences = [span for span in reading.spans if span.sentence]
    if not sentences:
        return
    counts = Counter(span.bucket for span in sentences)
    clear = len(sentences) - counts[Bucket.UNRESOLVED]
    yield f"{screen.paint('1', f'{clear}/{len(sentences)}')} câu đã xếp"
    yield "".join(
        _stretch(bucket, width, screen) for bucket, width in _widths(counts, screen.width)
    )
    yield from _flow(counts, screen)


def _stretch(bucket: Bucket, width: int, screen: Screen) -> str:
    return screen.paint(_BARS[bucket], "█" * width) if screen.colour else _SHADES[bucket] * width


def _widths(counts: Counter[Bucket], width: int) -> Iterator[tuple[Bucket, int]]:
    total, used, seen = sum(counts.values()), 0, 0
    for bucket in Bucket:
        seen += counts[bucket]
        end = round(width * seen / total)
        yield bucket, end - used
        used = end


def chip(bucket: Bucket, screen: Screen) -> str:
    """The bucket's name on its colour; without colours, in brackets with its shade."""
    name = NAMES[bucket]
    if screen.colour:
        return screen.paint(_CHIPS[bucket], f" {name} ")
    return f"[{_SHADES[bucket]} {name}]"


def chip_width(bucket: Bucket, screen: Screen) -> int:
    """The columns that a chip takes, its colour codes not counted."""
    return len(NAMES[bucket]) + (2 if screen.colour else 4)


def _flow(counts: Counter[Bucket], screen: Screen) -> Iterator[str]:
    """The chips with their counts, as many on a line as fit."""
    line, length = "", 0
    for bucket in (bucket for bucket in Bucket if counts[bucket]):
        words = f"{chip(bucket, screen)} {counts[bucket]}  "
        size = chip_width(bucket, screen) + len(f" {counts[bucket]}  ")
        if line and length + size - 2 > screen.width:
            yield line.rstrip()
            line, length = "", 0
        line, length = line + words, length + size
    yield line.rstrip()
