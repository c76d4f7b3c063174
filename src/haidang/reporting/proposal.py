"""A proposal (Tờ trình) with annexes: words and tables in, an official document out.

Number, day and name are left open. What it proposes, and with what evidence, its caller says.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from haidang.documents.letterhead import letterhead_of
from haidang.orgs.models import Unit
from haidang.reporting.official.signing import signature_of
from haidang.text.blocks import Appendix, Block, Document, Paragraph
from haidang.text.layout.kinds import kind_of
from haidang.text.reading.numbering import roman

KIND = "TỜ TRÌNH"
ATTACHED = "(Kèm theo Tờ trình của {})"


def proposal_of(
    *,
    unit: Unit,
    subject: str,
    addressees: Sequence[str],
    words: Sequence[str | Block],
    annexes: Sequence[tuple[str, tuple[Block, ...]]],
    day: dt.date,
    authority: Sequence[str] = (),
    signer: str = "",
    bases: Sequence[str] = (),
) -> Document:
    """A proposal of a unit, by its bases. `words` are its body.

    `annexes` are titles with their blocks, numbered where several. The last of the words is closed
    as the decree asks. Its signature is the usual one of the unit, unless the lines above it are
    given.
    """
    kind = kind_of(KIND)
    assert kind is not None  # one of the 29 types of the decree
    named = {"document_type": KIND, "title": subject, "date": f"{day:%Y-%m}"}
    return Document(
        header=replace(letterhead_of(unit, kind), **named),
        addressees=tuple(addressees),
        legal_bases=tuple(bases),
        blocks=tuple(
            Paragraph(one) if isinstance(one, str) else one for one in _with_mention(words, annexes)
        ),
        recipients=("Lưu: VT",),
        signature=signature_of(unit.name, authority, signer),
        appendices=tuple(
            _annex(unit, title, blocks, label)
            for label, (title, blocks) in zip(_labels(len(annexes)), annexes, strict=True)
        ),
    )


def _with_mention(words: Sequence[str | Block], annexes: Sequence[object]) -> list[str | Block]:
    """The words, with a sentence before the last that leads to the annexes (mục III.1)."""
    labels = _labels(len(annexes))
    said = (one if isinstance(one, str) else getattr(one, "text", "") for one in words)
    if not labels or any("Phụ lục" in text for text in said):
        return list(words)
    return [*words[:-1], f"Chi tiết tại {', '.join(labels)} kèm theo Tờ trình.", *words[-1:]]


def _labels(count: int) -> list[str]:
    if count == 1:
        return ["Phụ lục"]
    return [f"Phụ lục {roman(at).upper()}" for at in range(1, count + 1)]


def _annex(unit: Unit, title: str, blocks: tuple[Block, ...], label: str) -> Appendix:
    return Appendix(label, title.upper(), ATTACHED.format(unit.name), blocks, landscape=True)
