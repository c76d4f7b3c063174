"""A reading shown in a terminal: facts, a bar of buckets, sentences, targets, duties as cards."""

import textwrap
from collections.abc import Iterator

from haidang.text.blocks import Reading, Section, Span
from haidang.text.terminal.buckets import LONGEST_NAME, NAMES, bar, chip, chip_width
from haidang.text.terminal.cards import cards
from haidang.text.terminal.goals import goals
from haidang.text.terminal.screen import Screen, clip, day
from haidang.text.understanding.words.folded import plain

__all__ = ["Screen", "shown"]


def shown(reading: Reading, name: str, screen: Screen) -> str:
    """The whole reading as lines of at most the screen's width."""
    lines = [
        *_title(reading, name, screen),
        *_facts(reading, screen),
        "",
        *bar(reading, screen),
        *_sentences(reading, screen),
        *goals(reading, screen),
        *cards(reading, screen),
        *_warnings(reading, screen),
    ]
    return "\n".join(lines) + "\n"


def _title(reading: Reading, name: str, screen: Screen) -> Iterator[str]:
    header = reading.header
    number = f"{header.number or '…'}/{header.symbol}" if header.symbol else ""
    kind = " ".join(part for part in (header.document_type or "Văn bản", number) if part)
    yield screen.paint("2", clip(name, screen.width))
    yield screen.paint("1", clip(kind, screen.width))
    if header.title:
        for line in textwrap.wrap(header.title, screen.width):
            yield screen.paint("1;38;5;25", line)
    yield screen.paint("2", "─" * screen.width)


def _facts(reading: Reading, screen: Screen) -> Iterator[str]:
    header, signature = reading.header, reading.signature
    where = ", ".join(part for part in (header.place, day(header.date)) if part)
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
            yield from screen.row(label, words)


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
    yield screen.paint("1", clip("  " * max(section.level - 1, 0) + words, screen.width))


def _sentence(reading: Reading, span: Span, number: int, screen: Screen) -> str:
    words = plain(reading.text[span.start : span.end])
    padding = " " * (LONGEST_NAME - len(NAMES[span.bucket]))
    used = 6 + chip_width(span.bucket, screen) + len(padding)
    begin = f"{screen.paint('2', f'{number:3}')} {chip(span.bucket, screen)}{padding}"
    return f"{begin} {clip(words, screen.width - used)}"


def _warnings(reading: Reading, screen: Screen) -> Iterator[str]:
    for warning in reading.warnings:
        yield ""
        yield from (
            screen.paint("38;5;130", line) for line in textwrap.wrap(f"! {warning}", screen.width)
        )
