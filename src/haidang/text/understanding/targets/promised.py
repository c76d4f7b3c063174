"""Targets (chỉ tiêu): quantities that a plan promises, each with what it measures and by when.

Not what a report says was done, not the money of budgets, not dates, numbers of documents or
durations. A sentence of a section of targets may state one without more ado; elsewhere it must
promise.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from haidang.text.blocks import Bound, Certainty, Target
from haidang.text.understanding.paper.kinds import Kind
from haidang.text.understanding.targets.measures import is_money
from haidang.text.understanding.targets.quantities import Quantity, quantities_in
from haidang.text.understanding.targets.scopes import (
    change_in,
    end_of_whole,
    measure_after,
    scope_of,
)
from haidang.text.understanding.words.folded import Folded

_NUMBERS = (
    r"ngày|tháng|năm|quý|tuần|số|điều|khoản|điểm|mục|phần|chương|phụ lục|biểu|mẫu|bảng|thứ|"
    r"nghị quyết|nghị định|thông tư|quyết định|kế hoạch|chỉ thị|kết luận|luật|công văn|đề án|"
    r"chương trình|dự án|hội nghị|đại hội|khóa|khoá|nhiệm kỳ|giai đoạn|thời kỳ|cấp|cấp độ|mức độ|"
    r"mức|loại|hạng|lớp|khối|tổ|nhóm|đợt|ấp|thôn|khóm|khu phố|phường|quận|quốc lộ|đường|tỉnh lộ|"
    r"lúc|thế kỷ|phiên bản|bậc|trang|tập|đến|covid|sars-cov"
)
_NUMBERED = re.compile(rf"(?:{_NUMBERS})\s*[-:]?\s*$", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:đã|hiện nay|hiện có|hiện đạt|hiện tại|vừa qua|so với cùng kỳ|kết quả đạt được|chưa đạt|"
    r"không đạt|mới đạt|trong đó hiện)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(r"\b(?:phấn đấu|chỉ tiêu|mục tiêu|quyết tâm)\b", re.IGNORECASE)
_REACH = re.compile(
    r"\b(?:đạt|đạt tỷ lệ|đạt mức|hoàn thành|duy trì|lên|xuống|còn|bảo đảm|đảm bảo|có|cho)\s+"
    r"(?:được\s+)?$",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"\b(?:kinh phí|dự toán|ngân sách (?:nhà nước )?(?:cấp|hỗ trợ|bố trí|tỉnh|huyện|xã)|chi cho|"
    r"nguồn vốn|vốn đầu tư|mức chi|định mức|hỗ trợ|trị giá|tổng mức|mức phạt)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:đối với|trường hợp|nếu|khi|nơi)\b[^.;:,]*$", re.IGNORECASE)
_BASE = re.compile(r"\b(?:so với|so)\b.{0,30}$", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+(20\d\d)(?!\d)|\b20\d\d\s*[-–]\s*(20\d\d)(?!\d)|/(20\d\d)(?!\d)")
_NO_TARGETS = frozenset({Kind.RESULTS, Kind.FORM, Kind.REQUESTS})
_WORKING = frozenset({Kind.DIRECTION, Kind.TASK, Kind.TARGET})
_PLANNED = _WORKING | {Kind.PURPOSE, Kind.REQUIREMENT, Kind.PURPOSE_AND_REQUIREMENT}
_YEARS = range(1900, 2101)
_FIGURE = re.compile(r"\d")
_SIGNS_OF_PROMISE = (
    "%", "phần trăm", "phấn đấu", "chỉ tiêu", "mục tiêu", "quyết tâm", "nhất", "tối thiểu",
    "không dưới", "không ít", "không thấp", "≥", ">", "trở lên", "từ ", "/", "mỗi", "một",
)  # fmt: skip
_SHORT = 40
_REACH_BACK = 300  # letters: what stands further before a number says nothing of it


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a sentence before it is read: its section's kind, its year, the document.

    `is_report` is true in documents that tell what was done or said.
    """

    kind: Kind | None
    year: int | None = None
    is_report: bool = False


def is_target(words: str) -> bool:
    """Whether the words state a share or a quantity to be reached.

    >>> is_target("100% các xã có đài truyền thanh"), is_target("Nâng cao chất lượng")
    (True, False)
    """
    return any(
        quantity.measure == "%" or quantity.is_bounded or quantity.measure
        for quantity in quantities_in(words, 0, len(words))
        if not _is_number_of_something(words, quantity)
    )


def targets_in(folded: Folded, start: int, end: int, frame: Frame) -> list[Target]:
    """The targets of one sentence, in its order; each has a stretch of the sentence to itself."""
    if frame.kind in _NO_TARGETS or (frame.is_report and frame.kind not in _WORKING):
        return []
    text = folded.text
    if not _may_promise(text[start:end].lower(), frame):
        return []
    kept = [
        (quantity, certainty)
        for quantity in _measured(text, start, end)
        if (certainty := _certainty(text, start, quantity, frame))
    ]
    stretches = _stretches(text, start, end, [quantity for quantity, _ in kept])
    return [
        _target(folded, stretch, quantity, certainty, frame)
        for (quantity, certainty), stretch in zip(kept, stretches, strict=True)
    ]


def _may_promise(small: str, frame: Frame) -> bool:
    """Whether it is worth looking: most sentences have no number, and most numbers no promise."""
    counts = _FIGURE.search(small) or "một" in small or "hai" in small
    return bool(counts) and (
        frame.kind is Kind.TARGET or any(word in small for word in _SIGNS_OF_PROMISE)
    )


def _measured(text: str, start: int, end: int) -> Iterator[Quantity]:
    for quantity in quantities_in(text, start, end):
        is_year = quantity.number in _YEARS and not quantity.is_bounded
        if quantity.measure is None and not is_year:
            quantity = replace(quantity, measure=measure_after(text, quantity.end, end))
        yield quantity


def _certainty(text: str, start: int, quantity: Quantity, frame: Frame) -> Certainty | None:
    """How sure it is that the quantity is a target; None where it is none."""
    before = text[max(start, quantity.start - _REACH_BACK) : quantity.start]
    if quantity.measure is None or _is_number_of_something(text, quantity):
        return None
    if any(pattern.search(before) for pattern in (_DONE, _BASE, _CONDITION)):
        return None
    if is_money(quantity.measure) and (frame.kind is Kind.FUNDING or _BUDGET.search(before)):
        return None
    if frame.kind is Kind.TARGET or _PROMISE.search(before):
        return Certainty.LOW if quantity.is_doubtful else Certainty.HIGH
    return Certainty.LOW if _promises(before, quantity, frame) else None


def _promises(before: str, quantity: Quantity, frame: Frame) -> bool:
    if frame.kind not in _PLANNED:
        return False
    if quantity.measure == "%":
        begins = len(before.strip(" -+•*–.)")) <= len("a")
        return begins or bool(_REACH.search(before)) or quantity.is_bounded
    at_least = quantity.is_bounded and quantity.bound is Bound.AT_LEAST
    rate = quantity.measure is not None and "/" in quantity.measure
    return frame.kind in _WORKING and (at_least or rate)


def _is_number_of_something(text: str, quantity: Quantity) -> bool:
    """Whether the number names something and counts nothing: "Quý 4", "Nghị quyết 57"."""
    if quantity.measure == "%":
        return False
    before = text[max(0, quantity.start - 20) : quantity.start]
    return quantity.at == quantity.start and _NUMBERED.search(before) is not None


def _stretches(
    text: str, start: int, end: int, quantities: Sequence[Quantity]
) -> list[tuple[int, int]]:
    """The sentence shared out at the commas between numbers; numbers without one share theirs."""
    cuts = [start]
    for before, quantity in pairwise(quantities):
        whole = end_of_whole(text, before, quantity.start)
        cut = max(text.rfind(mark, whole, quantity.start) for mark in ",;:")
        near = quantity.start - cuts[-1] < _REACH_BACK
        cuts.append(cut + 1 if cut >= 0 else cuts[-1] if near else quantity.start)
    ends = [next((cut for cut in cuts if cut > begin), end) for begin in cuts]
    return list(zip(cuts, ends, strict=True))[: len(quantities)]


def _target(
    folded: Folded, stretch: tuple[int, int], quantity: Quantity, certainty: Certainty, frame: Frame
) -> Target:
    text = folded.text
    words = text[slice(*stretch)]
    begin = stretch[0] + len(words) - len(words.lstrip(" ,;:-+•"))
    words = text[begin : stretch[1]].strip(" ,;:") or text[quantity.start : quantity.end].strip()
    begin = text.index(words, min(begin, quantity.start))
    change = change_in(text[max(stretch[0], quantity.start - _REACH_BACK) : quantity.start])
    return Target(
        words,
        *folded.span(begin, begin + len(words)),
        quantity=quantity.number * (change or 1),
        upper=quantity.upper * (change or 1) if quantity.upper is not None else None,
        measure=quantity.measure,
        bound=Bound.CHANGE if change else quantity.bound,
        scope=scope_of(text, stretch, quantity, is_change=bool(change)),
        year=_year(text, stretch, quantity) or frame.year,
        certainty=certainty,
    )


def _year(text: str, stretch: tuple[int, int], quantity: Quantity) -> int | None:
    """The last year that the words near a number name and do not compare with."""
    first = max(stretch[0], quantity.start - _REACH_BACK)
    found = None
    for year in _YEAR.finditer(text, first, min(stretch[1], quantity.end + _REACH_BACK)):
        if not _BASE.search(text[max(first, year.start() - _SHORT) : year.start()]):
            found = int(next(filter(None, year.groups())))
    return found
