"""Compares a document with the layout of Nghị định 30/2020 and names each fault with its place.

What the layout is, `text.layout` says; here is only the comparing, and the mending of looks.
"""

from haidang.text.checking.finding import Finding, Flaw, Severity, finding_of, together
from haidang.text.checking.package import MAIN
from haidang.text.checking.paper import Paper, paper_of_docx
from haidang.text.checking.rules import RULES
from haidang.text.reading.unreadable import Unreadable

_LAST = {"cuối văn bản", "văn bản", "tệp"}

__all__ = [
    "Finding",
    "Paper",
    "Severity",
    "check",
    "findings_of",
    "flaws_of",
    "paper_of",
    "repaired",
]


def check(data: bytes) -> tuple[Finding, ...]:
    """What a .docx or PDF does not keep to, in the order of the text; nothing where all is well.

    Of a PDF only what its words, paper and fonts show. Refuses other files with Unreadable.
    """
    return findings_of(paper_of(data))


def paper_of(data: bytes) -> Paper:
    """A file taken apart for the rules. Refuses with Unreadable what is no .docx and no PDF."""
    if data.startswith(b"PK\x03\x04"):
        return paper_of_docx(data)
    if b"%PDF-" in data[:1024]:
        from haidang.text.checking.pdf import paper_of_pdf  # loads pdfium only for a pdf

        return paper_of_pdf(data)
    raise Unreadable("not-docx", "Chỉ kiểm tra được tệp .docx và .pdf.")


def findings_of(paper: Paper) -> tuple[Finding, ...]:
    """What the paper does not keep to; only advice where its words were read in a picture."""
    return tuple(map(finding_of, flaws_of(paper)))


def flaws_of(paper: Paper) -> list[Flaw]:
    """The findings before they are put in words, with the passages that they are about.

    Of words read in a picture nothing is missing for sure, and the rest is advice.
    """
    flaws = _flaws(paper)
    if not paper.is_recognised:
        return flaws
    return [flaw.as_advice() for flaw in flaws if not flaw.rule.endswith("-missing")]


def repaired(data: bytes) -> bytes:
    """The same .docx with every look mended that can be; its text stays as it is.

    Where nothing is to be mended the bytes come back unchanged. Refuses with Unreadable.
    """
    if not data.startswith(b"PK\x03\x04"):
        raise Unreadable("not-docx", "Không sửa được tệp PDF, chỉ sửa được .docx.")
    paper = paper_of_docx(data)
    flaws = _flaws(paper)
    changed = {part for flaw in flaws if flaw.mends for part in _parts_of(flaw)}
    for flaw in flaws:
        for mend in flaw.mends:
            mend()
    return paper.package.changed(changed) if paper.package and changed else data


def _parts_of(flaw: Flaw) -> set[str]:
    return {passage.part for passage in flaw.passages} or {MAIN}


def _flaws(paper: Paper) -> list[Flaw]:
    """All flaws in the order of the document; what concerns the whole of it stands around them."""
    flaws = together(flaw for rule in RULES for flaw in rule(paper))
    numbers = {passage: number for number, passage in enumerate(paper.passages)}

    def place(flaw: Flaw) -> int:
        if flaw.passages:
            return numbers.get(flaw.passages[0].whole, -1)
        return len(numbers) if flaw.place in _LAST else -1

    return sorted(flaws, key=place)
