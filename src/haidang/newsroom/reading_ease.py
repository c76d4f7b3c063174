"""How easily a story is read, told as hints: sentences, paragraphs, length for each channel.

In Vietnamese and English blanks part syllables or words, so both are counted as words here;
Khmer writes none between its words, and is counted by letters alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from haidang.newsroom.enums import Channel
from haidang.newsroom.pasted import Block, read

LONG_SENTENCE, LONG_PARAGRAPH = 40, 120  # words
SHORT_STANDFIRST, LONG_STANDFIRST, LONG_TITLE = 15, 60, 18  # words
BY_THE_MINUTE = 150  # words that an announcer reads
LONG_ON_AIR, LONG_FOR_A_POST, LONG_ON_A_BOARD = 4, 2_000, 300  # minutes, letters, words
_SENTENCE = re.compile(r"(?<=[.!?…:])[”\"’)]*\s+|\n|(?<=។)")


@dataclass(frozen=True, slots=True)
class Ease:
    """What was counted, and what would make it easier to read."""

    words: int
    minutes: int
    longest: int
    mean: int
    hints: tuple[str, ...]


def ease_of(
    title: str, standfirst: str, body: str, *, language: str = "vi", channels: Iterable[str] = ()
) -> Ease:
    """Count a story, its body as HTML. Hints only: nothing is kept from being sent by them."""
    blocks = read(body).blocks
    paragraphs = [_words(part) for block in blocks for part in _parts(block)]
    sentences = [row for text in paragraphs for row in _SENTENCE.split(text) if row.strip()]
    lengths = [len(row.split()) for row in sentences]
    words = sum(len(text.split()) for text in paragraphs)
    hints = [] if language == "km" else list(_about(title, standfirst, paragraphs, sentences))
    if words > LONG_PARAGRAPH * 4 and not any(block.kind in {"h2", "h3"} for block in blocks):
        hints.append("Bài dài mà chưa có đề mục. Thêm vài dòng “## Đề mục”.")
    hints += _for_channels(channels, words, sum(map(len, paragraphs)))
    mean = round(sum(lengths) / len(lengths)) if lengths else 0
    minutes = max(1, round(words / 200)) if words else 0
    return Ease(words, minutes, max(lengths, default=0), mean, tuple(hints))


def _parts(block: Block) -> list[str]:
    return ["".join(run.text for run in part) for part in block.parts]


def _words(text: str) -> str:
    return text.replace("\u200b", "")


def _about(
    title: str, standfirst: str, paragraphs: list[str], sentences: list[str]
) -> Iterator[str]:
    if len(title.split()) > LONG_TITLE:
        yield f"Tên bài có {len(title.split())} chữ; dưới {LONG_TITLE} chữ thì dễ nhớ hơn."
    lead = len(standfirst.split())
    if not lead:
        yield "Chưa có sapo: một, hai câu nói điều chính của bài."
    elif not SHORT_STANDFIRST <= lead <= LONG_STANDFIRST:
        yield f"Sapo có {lead} chữ; nên từ {SHORT_STANDFIRST} đến {LONG_STANDFIRST} chữ."
    long = [row for row in sentences if len(row.split()) > LONG_SENTENCE]
    if long:
        start = " ".join(long[0].split()[:8])
        yield f"{len(long)} câu dài quá {LONG_SENTENCE} chữ, câu đầu: “{start}…”. Tách ra."
    heavy = [text for text in paragraphs if len(text.split()) > LONG_PARAGRAPH]
    if heavy:
        yield f"{len(heavy)} đoạn dài quá {LONG_PARAGRAPH} chữ. Chia đoạn cho dễ đọc."


def _for_channels(channels: Iterable[str], words: int, letters: int) -> Iterator[str]:
    chosen = set(channels)
    minutes = round(words / BY_THE_MINUTE)
    if Channel.RADIO in chosen and minutes > LONG_ON_AIR:
        yield f"Đọc trên loa khoảng {minutes} phút; nên không quá {LONG_ON_AIR} phút."
    if Channel.SOCIAL in chosen and letters > LONG_FOR_A_POST:
        yield "Bài dài cho mạng xã hội: người đọc sẽ thấy sapo và đường dẫn."
    if Channel.BOARD in chosen and words > LONG_ON_A_BOARD:
        yield f"Bảng tin hợp với bài dưới {LONG_ON_A_BOARD} chữ; bài này có {words} chữ."
