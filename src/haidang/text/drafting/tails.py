"""The tail of what was read: who signs, who drafted, and what else stands there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from haidang.text.blocks import Paragraph, Reading, Signature
from haidang.text.drafting.annexes import clerk_stamp
from haidang.text.drafting.paper import Paper, safe
from haidang.text.understanding.boxes.signature import signatures_of
from haidang.text.understanding.boxes.tails import tail_pieces
from haidang.text.understanding.paper.columns import Piece
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.paper.signers import AUTHORITY, SIGNED, TITLE, is_name
from haidang.text.understanding.words.letters import compiled

_HEAD = re.compile(r"N[ơƠ][iI]\s+nh[ậẬ]n\s*[:.]?", re.IGNORECASE)
_STAMP = re.compile(
    r"\S+@\S+|Ký bởi|Người ký|Thời gian ký|Signature|Digital|[+]07:00|Cơ quan:", re.IGNORECASE
)
_SIGN_HERE = re.compile(r"\(?\s*(?:[Kk]ý|[Cc]hữ ký)\b.*|\(?[Đđ]ã ký\)?.*")
_SIGNER = compiled(rf"Đại diện\b|{AUTHORITY.pattern}|{TITLE.pattern}")
_WORD = re.compile(r"\w+")
_LONGEST_SIGN = 40


@dataclass(slots=True)
class Tail:
    """Boxes 7 and 12 and what stands beside them; `left_out` are marks of having signed."""

    signature: Signature
    cosigners: tuple[Signature, ...] = ()
    drafter: str | None = None
    below: list[Paragraph] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def tail_of(reading: Reading, paper: Paper) -> Tail:
    """The signatures, the drafter's sign, and every other word as paragraphs below them."""
    lines = paper.zones.tail
    lines = lines[:-1] if paper.zones.annexes and clerk_stamp(lines) else lines
    first, *others = signers_of(lines) or [reading.signature]
    tail = Tail(others[0], (first, *others[1:])) if others else Tail(reading.signature)
    signs: list[str] = []
    for words in _unsaid(tail_pieces(lines), [*reading.recipients, *_signed(reading, tail)]):
        if _STAMP.search(words) or SIGNED.fullmatch(words) or _SIGN_HERE.fullmatch(words):
            tail.left_out.append(words)
        elif len(words) < _LONGEST_SIGN and not signs and reading.recipients:
            signs.append(words)
        else:
            tail.below.append(Paragraph(safe(words)))
    tail.drafter = signs[0] if signs else None
    return tail


def signers_of(lines: Sequence[Line]) -> list[Signature]:
    """Those who sign side by side, from left to right; in a table each has a cell."""
    if not all(line.cell for line in lines):
        return list(signatures_of(list(lines)))
    found = []
    for _, group in groupby(lines, key=lambda line: line.cell):
        words = [line.words for line in group]
        if _SIGNER.match(words[0]) and not _HEAD.match(words[0]):
            found.append(_signature(words))
    return found


def _signature(words: list[str]) -> Signature:
    name = words[-1] if is_name(words[-1]) else None
    titles = [line for line in words if line != name and not _SIGN_HERE.fullmatch(line)]
    return Signature(tuple(titles[:-1]), titles[-1] if titles else None, name)


def _signed(reading: Reading, tail: Tail) -> Iterator[str]:
    for signature in (reading.signature, tail.signature, *tail.cosigners):
        yield " ".join(filter(None, (*signature.authority, signature.title, signature.name)))


def _unsaid(pieces: Sequence[Piece], said: Sequence[str]) -> Iterator[str]:
    """The pieces that neither the recipients nor a signature say."""
    runs = [_run(words) for words in said]
    for piece in pieces:
        words = _HEAD.sub("", piece.words, count=1) if _HEAD.match(piece.words) else piece.words
        run = _run(words)
        if run.strip() and not any(run in each for each in runs):
            yield words.strip()


def _run(words: str) -> str:
    """The words alone, each between blanks, so that one run may be looked for in another."""
    return f" {' '.join(_WORD.findall(words.casefold()))} "
