"""A reading as a document to be written, and the words of its header that the writer makes anew."""

from dataclasses import dataclass, replace

from haidang.text.blocks import Document, Paragraph, Reading
from haidang.text.drafting.accounting import unsaid_lines
from haidang.text.drafting.annexes import appendices_of
from haidang.text.drafting.bodies import body_of
from haidang.text.drafting.headers import header_of, left_out_of, stamps_of
from haidang.text.drafting.paper import paper_of, safe
from haidang.text.drafting.tails import tail_of


@dataclass(frozen=True, slots=True)
class Draft:
    """The document, and what stood in the header and on the edges of pages and has no box."""

    document: Document
    left_out: tuple[str, ...] = ()


def draft_of(reading: Reading) -> Document:
    """The document that says what was read, every word of body, tail and appendices in order."""
    return drafted(reading).document


def drafted(reading: Reading) -> Draft:
    """The same, with the header's words that no box takes up: stamps, mottos of other bodies.

    What the account finds unsaid anywhere else stands below the signature.
    """
    paper = paper_of(reading)
    body, tail = body_of(reading, paper), tail_of(reading, paper)
    urgency, circulation = stamps_of(paper.zones.header)
    header = header_of(reading, paper)
    document = Document(
        header=header,
        blocks=body.blocks,
        recipients=reading.recipients,
        signature=tail.signature,
        addressees=reading.addressees,
        legal_bases=body.legal_bases,
        appendices=appendices_of(paper),
        drafter=tail.drafter,
        acting=body.acting,
        urgency=urgency,
        circulation=circulation,
        cosigners=tail.cosigners,
        below=(*tail.below, *paper.notes),
    )
    left_out = (*left_out_of(document, paper), *tail.left_out, *paper.between_lines())
    of_header, others = unsaid_lines(document, paper, left_out)
    below = (*document.below, *(Paragraph(safe(words)) for words in others))
    return Draft(replace(document, below=below), (*left_out, *of_header))
