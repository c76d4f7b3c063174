"""What ends a document: its closing mark, Nơi nhận, who signs, alone or side by side."""

from dataclasses import replace

from haidang.text.blocks import Document, Signature
from haidang.text.layout import boxes, wording
from haidang.text.layout.body import BODY
from haidang.text.layout.kinds import kind_of
from haidang.text.writing.bodies import BodyItem
from haidang.text.writing.grids import Grid
from haidang.text.writing.lines import Columns, Line, line_of
from haidang.text.writing.marks import Run, lines_of, without_tail

RECIPIENTS_SHARE = 75 / 165  # of the width of the text


def closed(items: list[BodyItem]) -> list[BodyItem]:
    """The body with "./." after its last words (every template of Phụ lục III ends so).

    Its last paragraph stays with the signature, which is not to stand on a page alone.
    """
    if not items:
        return items
    last = items[-1]
    if isinstance(last, Grid):
        return [*items, replace(line_of(BODY, wording.CLOSING), keep=True)]
    bare, closing = wording.closing_for(last.text)
    runs = without_tail(last.runs, len(last.text) - len(bare))
    runs += (Run(closing),) if closing else ()
    return [*items[:-1], replace(last, runs=runs, keep=True)]


def closing_items(document: Document, room: float) -> list[Columns]:
    """Nơi nhận on the left, the signature on the right (boxes 7, 9b and 12).

    Where others sign beside it, Nơi nhận stands below them (Phụ lục III, mẫu 1.9).
    """
    shares = (room * RECIPIENTS_SHARE, room * (1 - RECIPIENTS_SHARE))
    left = tuple(recipient_block(document))
    if document.cosigners:
        below = [Columns("closing", ((left, ()),), shares)] if left else []
        return [_signers(document, room), *below]
    signs = tuple(signature_lines(document.signature))
    return [Columns("closing", ((left, signs),), shares)]


def _signers(document: Document, room: float) -> Columns:
    """Two by two: the first beside the signature, those that follow below them."""
    first, *others = document.cosigners
    signed = [tuple(signature_lines(signer)) for signer in (first, document.signature, *others)]
    signed += [()] * (len(signed) % 2)
    *upper, last = zip(signed[::2], signed[1::2], strict=True)
    rows = tuple((_apart(one), _apart(two)) for one, two in upper)
    return Columns("signers", (*rows, last), (room / 2, room / 2))


def _apart(signed: tuple[Line, ...]) -> tuple[Line, ...]:
    """Room below a name, where somebody else signs under it."""
    return (*signed, line_of(boxes.DRAFTER, ""))


def recipient_block(document: Document) -> list[Line]:
    """Boxes 9b and 12; types whose templates have no recipients have them only where given."""
    kind = kind_of(document.header.document_type)
    given = [item for item in document.recipients if wording.without_end(item)]
    drafter = [line_of(boxes.DRAFTER, text) for text in lines_of(document.drafter or "") if text]
    if kind and not kind.has_recipients and not given:
        return drafter
    addressed = any(wording.without_end(item) for item in document.addressees)
    lines = wording.recipient_lines(given, addressed=addressed)
    head = line_of(boxes.RECIPIENTS_HEAD, "Nơi nhận:")
    return [head, *(line_of(boxes.RECIPIENT, text) for text in lines), *drafter]


def signature_lines(signature: Signature) -> list[Line]:
    """Box 7: authority, title, room for the signature and the seal, the name."""
    titles = [*signature.authority, *([signature.title] if signature.title else [])]
    lines = [line_of(boxes.AUTHORITY, title) for title in titles]
    return [*lines, line_of(boxes.SIGNER, signature.name or "")]
