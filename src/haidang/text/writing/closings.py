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

CLOSING_SHARES_MM = (75, 90)
SIGNERS_SHARES_MM = (82, 83)


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


def closing_items(document: Document) -> list[Columns]:
    """Nơi nhận on the left, the signature on the right (boxes 7, 9b and 12).

    Where others sign beside it, Nơi nhận stands below them (Phụ lục III, mẫu 1.9).
    """
    left, signs = tuple(recipient_block(document)), tuple(signature_lines(document.signature))
    if not document.cosigners:
        return [Columns("closing", ((left, signs),), CLOSING_SHARES_MM)]
    first, *others = (tuple(signature_lines(signer)) for signer in document.cosigners)
    pairs = [(one, two) for one, two in zip(others[::2], [*others[1::2], ()], strict=False)]
    rows = ((first, signs), *pairs)
    signers = Columns("signers", rows, SIGNERS_SHARES_MM)
    return [signers, Columns("closing", ((left, ()),), CLOSING_SHARES_MM)] if left else [signers]


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
