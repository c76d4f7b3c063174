"""A reading shown in a terminal: facts, a bar of buckets, the sentences, the duties as cards."""

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from haidang.text.blocks import Bucket, Certainty, Duty, Reading, Section, Span
from haidang.text.understanding.folded import plain

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
_CERTAIN = {Certainty.HIGH: "■■■ chắc", Certainty.LOW: "■□□ chưa chắc"}
_LONGEST_CHIP = max(map(len, NAMES.values()))


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide the terminal is and whether it shows colours."""

    width: int = 80
    colour: bool = False

    def paint(self, code: str, words: str) -> str:
        """The words in a colour, where there are colours."""
        return f"\033[{code}m{words}\033[0m" if self.colour and words else words


def shown(reading: Reading, name: str, screen: Screen) -> str:
    """The whole reading as lines of at most the screen's width."""
    lines = [
        *_title(reading, name, screen),
        *_facts(reading, screen),
        "",
        *_bar(reading, screen),
        *_sentences(reading, screen),
        *_duties(reading, screen),
        *_warnings(reading, screen),
    ]
    return "\n".join(lines) + "\n"


def _title(reading: Reading, name: str, screen: Screen) -> Iterator[str]:
    header = reading.header
    number = f"{header.number or '…'}/{header.symbol}" if header.symbol else ""
    kind = " ".join(part for part in (header.document_type or "Văn bản", number) if part)
    yield screen.paint("2", _clip(name, screen.width))
    yield screen.paint("1", _clip(kind, screen.width))
    if header.title:
        for line in textwrap.wrap(header.title, screen.width):
            yield screen.paint("1;38;5;25", line)
    yield screen.paint("2", "─" * screen.width)


def _facts(reading: Reading, screen: Screen) -> Iterator[str]:
    header, signature = reading.header, reading.signature
    where = ", ".join(part for part in (header.place, _day(header.date)) if part)
    signer = " · ".join(
        part for part in (" / ".join(signature.authority), signature.title, signature.name) if part
    )
    bases = "; ".join(
        f"{basis.kind} {basis.number or basis.title or ''}".strip() for basis in reading.legal_bases
    )
    for label, words in (
        ("Cơ quan", header.issuer),
        ("Cấp trên", header.superior),
        ("Ban hành", where),
        ("Người ký", signer),
        ("Căn cứ", bases),
        ("Kính gửi", "; ".join(reading.addressees)),
        ("Nơi nhận", "; ".join(reading.recipients)),
        ("Năm kế hoạch", str(reading.year) if reading.year else None),
    ):
        if words:
            yield from _row(label, words, screen)


def _row(label: str, words: str, screen: Screen, indent: str = "") -> Iterator[str]:
    """A label and its words beside it, wrapped under themselves."""
    lines = textwrap.wrap(words, max(screen.width - len(indent) - 14, 20)) or [""]
    yield f"{indent}{screen.paint('2', label.ljust(13))} {lines[0]}"
    for line in lines[1:]:
        yield f"{indent}{' ' * 13} {line}"


def _bar(reading: Reading, screen: Screen) -> Iterator[str]:
    sentences = [span for span in reading.spans if span.sentence]
    if not sentences:
        return
    counts = Counter(span.bucket for span in sentences)
    clear = len(sentences) - counts[Bucket.UNRESOLVED]
    yield f"{screen.paint('1', f'{clear}/{len(sentences)}')} câu đã xếp"
    yield "".join(
        _stretch(bucket, width, screen) for bucket, width in _widths(counts, screen.width)
    )
    chips = [f"{_chip(bucket, screen)} {counts[bucket]}" for bucket in Bucket if counts[bucket]]
    yield from _flow(chips, screen)


def _stretch(bucket: Bucket, width: int, screen: Screen) -> str:
    return screen.paint(_BARS[bucket], "█" * width) if screen.colour else _SHADES[bucket] * width


def _widths(counts: Counter[Bucket], width: int) -> Iterator[tuple[Bucket, int]]:
    total, used, seen = sum(counts.values()), 0, 0
    for bucket in Bucket:
        seen += counts[bucket]
        end = round(width * seen / total)
        yield bucket, end - used
        used = end


def _chip(bucket: Bucket, screen: Screen) -> str:
    name = NAMES[bucket]
    if screen.colour:
        return screen.paint(_CHIPS[bucket], f" {name} ")
    return f"[{_SHADES[bucket]} {name}]"


def _flow(chips: list[str], screen: Screen) -> Iterator[str]:
    line, length = "", 0
    for chip in chips:
        size = len(_bare(chip)) + 2
        if line and length + size > screen.width:
            yield line.rstrip()
            line, length = "", 0
        line, length = f"{line}{chip}  ", length + size
    if line:
        yield line.rstrip()


def _bare(words: str) -> str:
    while "\033[" in words:
        start = words.index("\033[")
        words = words[:start] + words[words.index("m", start) + 1 :]
    return words


def _sentences(reading: Reading, screen: Screen) -> Iterator[str]:
    sections = iter(sorted(reading.sections, key=lambda section: section.start))
    section = next(sections, None)
    number = 0
    yield ""
    for span in reading.spans:
        while section is not None and section.start < span.end:
            if section.title or section.label:
                yield from _heading(section, screen)
            section = next(sections, None)
        if span.sentence:
            number += 1
            yield _sentence(reading, span, number, screen)


def _heading(section: Section, screen: Screen) -> Iterator[str]:
    mark = "." if section.label and not section.label.startswith(("Điều", "P", "C", "M")) else ""
    words = f"{section.label}{mark} {plain(section.title or '')}".strip()
    yield screen.paint("1", _clip("  " * max(section.level - 1, 0) + words, screen.width))


def _sentence(reading: Reading, span: Span, number: int, screen: Screen) -> str:
    words = plain(reading.text[span.start : span.end])
    chip = _chip(span.bucket, screen)
    padding = " " * (_LONGEST_CHIP - len(NAMES[span.bucket]))
    used = 4 + len(_bare(chip)) + len(padding) + 2
    return f"{screen.paint('2', f'{number:3}')} {chip}{padding} {_clip(words, screen.width - used)}"


def _duties(reading: Reading, screen: Screen) -> Iterator[str]:
    if not reading.duties:
        return
    owned = sum(1 for duty in reading.duties if duty.unit)
    ownerless = len(reading.duties) - owned
    yield ""
    counts = f"{owned} nhiệm vụ" + (
        f", {ownerless} phương hướng chưa có đơn vị" if ownerless else ""
    )
    yield screen.paint("1", counts)
    for duty in reading.duties:
        yield from _card(duty, screen)


def _card(duty: Duty, screen: Screen) -> Iterator[str]:
    certain = _CERTAIN[duty.certainty]
    label = _clip(duty.label, screen.width - len(certain) - 8)
    rule = "─" * max(screen.width - len(label) - len(certain) - 6, 0)
    yield screen.paint("38;5;25", f"╭ {label} {rule} {certain} ╮")
    inner = Screen(screen.width - 2, screen.colour)
    for line in textwrap.wrap(plain(duty.text), screen.width - 4, max_lines=3, placeholder=" …"):
        yield f"{screen.paint('38;5;25', '│')} {line}"
    for label, words in _told(duty, screen):
        for line in _row(label, words, inner):
            yield f"{screen.paint('38;5;25', '│')} {line}"
    yield screen.paint("38;5;25", f"╰{'─' * (screen.width - 2)}╯")


def _told(duty: Duty, screen: Screen) -> Iterator[tuple[str, str]]:
    yield "Đơn vị", duty.unit or "— chưa có ai nhận —"
    if duty.lead and duty.lead != duty.unit:
        yield "Chủ trì", duty.lead
    elif duty.lead:
        yield "Vai trò", "chủ trì"
    if duty.coordinate:
        yield "Phối hợp", "; ".join(duty.coordinate)
    if duty.deadline:
        due = f" → chậm nhất {_day(duty.deadline.due_on)}" if duty.deadline.due_on else ""
        source = {"plan": " (năm của kế hoạch)", "signing": " (năm ký)"}.get(
            duty.deadline.year_from or "", ""
        )
        yield "Hạn", f"“{plain(duty.deadline.phrase)}”{due}{source}"
    if duty.recurrence:
        yield "Lặp lại", duty.recurrence


def _warnings(reading: Reading, screen: Screen) -> Iterator[str]:
    for warning in reading.warnings:
        yield ""
        yield from (
            screen.paint("38;5;130", line) for line in textwrap.wrap(f"! {warning}", screen.width)
        )


def _day(iso: str | None) -> str | None:
    return "/".join(reversed(iso.split("-"))) if iso else None


def _clip(words: str, width: int) -> str:
    return words if len(words) <= width else words[: max(width - 1, 0)].rstrip() + "…"
