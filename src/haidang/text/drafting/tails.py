"""The tail of what was read: who signs, who drafted, and what else stands there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from haidang.text.blocks import Paragraph, Reading, Signature
from haidang.text.drafting.paper import Paper, safe
from haidang.text.understanding.boxes.signature import signatures_of
from haidang.text.understanding.boxes.tails import tail_pieces
from haidang.text.understanding.paper.columns import Piece
from haidang.text.understanding.paper.signers import SIGNED

_HEAD = re.compile(r"N[ơƠ][iI]\s+nh[ậẬ]n\s*[:.]?", re.IGNORECASE)
_STAMP = re.compile(
    r"\S+@\S+|Ký bởi|Người ký|Thời gian ký|Signature|Digital|[+]07:00|Cơ quan:", re.IGNORECASE
)
_SIGN_HERE = re.compile(r"\(?\s*(?:[Kk]ý|[Cc]hữ ký)\b.*|\(?[Đđ]ã ký\)?.*")
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
    found = signatures_of(lines)
    others = tuple(one for one in found if one != reading.signature)
    tail = Tail(reading.signature, others if reading.signature in found else ())
    signs: list[str] = []
    for words in _unsaid(tail_pieces(lines), reading, tail.cosigners):
        if _STAMP.search(words) or SIGNED.fullmatch(words) or _SIGN_HERE.fullmatch(words):
            tail.left_out.append(words)
        elif len(words) < _LONGEST_SIGN and not signs and reading.recipients:
            signs.append(words)
        else:
            tail.below.append(Paragraph(safe(words)))
    tail.drafter = signs[0] if signs else None
    return tail


def _unsaid(
    pieces: Sequence[Piece], reading: Reading, cosigners: Sequence[Signature]
) -> Iterator[str]:
    """The pieces that neither the recipients nor a signature say."""
    said = [_run(words) for words in _said(reading, cosigners)]
    for piece in pieces:
        words = _HEAD.sub("", piece.words, count=1) if _HEAD.match(piece.words) else piece.words
        run = _run(words)
        if run.strip() and not any(run in each for each in said):
            yield words.strip()


def _said(reading: Reading, cosigners: Sequence[Signature]) -> Iterator[str]:
    yield from reading.recipients
    for signature in (reading.signature, *cosigners):
        yield " ".join(filter(None, (*signature.authority, signature.title, signature.name)))


def _run(words: str) -> str:
    """The words alone, each between blanks, so that one run may be looked for in another."""
    return f" {' '.join(_WORD.findall(words.casefold()))} "
