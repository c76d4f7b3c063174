"""All documents that a text cites, first and later citations joined (NĐ 30/2020, Phụ lục I, II.6).

The first citation is whole; a later one is short: "Nghị định số 30/2020/NĐ-CP", "Kế hoạch số 12",
"Nghị định 30", a law by its name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from haidang.text.blocks import Citation, Header, LegalBasis, Reference
from haidang.text.understanding.boxes.bases import LAWS, Cited, citations_in
from haidang.text.understanding.boxes.cited import Entry, Register, Taken
from haidang.text.understanding.times.dates import FULL
from haidang.text.understanding.words.folded import Folded
from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.types import CITED

_CODE = re.compile(r"(?P<number>\d[\d.]*[a-z]?)(?:/(?P<year>\d{4}))?[-–/ ](?P<symbol>\D.*)")
_SHORT = compiled(
    rf"(?<!\w)(?P<kind>{CITED})\s+(?P<said>số\s*:?\s*)?(?P<number>\d{{1,5}}[a-z]?)"
    r"(?:/(?P<year>\d{4}))?(?![\w/-]|\.\d|\s*(?:năm|tháng|ngày|tuần|%))"
)
_LAW = compiled(
    r"(?<!\w)(?P<title>(?P<kind>Luật|Bộ luật|Pháp lệnh)\s+[A-Z][^;,.()\d]{2,100}?)"
    r"(?=\s+năm\s+\d{4}|\s+ngày\s+\d)"
)
_DATE = compiled(r"\s*,?\s*ngày\s*" + FULL)
_SUBJECT = compiled(
    r"\s*,?\s*(?P<subject>(?:về|Về|V/v|quy định|Quy định|ban hành|Ban hành|phê duyệt|sửa đổi|"
    r"hướng dẫn|triển khai|thực hiện)\s[^;.()]{3,300}?)"
    r"(?=\s*(?:[;.()]|$|,\s(?:[ỦU]y ban|UBND|Sở|Phòng|Ban|Chủ tịch|Trung tâm|Đảng [ủu]y|Công an|"
    r"Bộ|Văn phòng)\b))"
)
_ISSUER_ENDS = re.compile(r"\s+(?:để|nhằm|theo|trong|tại|và\s+các|được)\s")
_FIGURE = re.compile(r"\d")
_OF_A_LAW = re.compile("|".join(LAWS))


def references_of(
    paragraphs: Sequence[Folded], opening: int, header: Header
) -> tuple[Reference, ...]:
    """All documents cited in the paragraphs of a text, of which the first `opening` open it."""
    register = Register()
    taken: list[Taken] = []
    for order, folded in enumerate(paragraphs):
        found = list(_whole_in(folded.text, header)) if _FIGURE.search(folded.text) else []
        for cited in found:
            reference = _reference(folded.text, cited, is_basis=order < opening)
            register.add(reference, Citation(*folded.span(cited.start, cited.end)))
        taken.append(Taken(found))
    names = register.names()
    for folded, cited_here in zip(paragraphs, taken, strict=True):
        _join_short(register, folded, cited_here)
        _join_named(names, folded, cited_here)
    return tuple(
        replace(entry.reference, citations=tuple(sorted(entry.places, key=lambda at: at.start)))
        for entry in register.entries
    )


def _whole_in(text: str, header: Header) -> Iterator[Cited]:
    found = [cited for cited in citations_in(text) if not _is_itself(cited, header)]
    yield from found
    if _OF_A_LAW.search(text):
        yield from _laws_in(text, Taken(found))


def _laws_in(text: str, taken: Taken) -> list[Cited]:
    """Laws that are cited by name and year, outside the citations known already."""
    return [
        Cited(*law.span(), LegalBasis(law["kind"], None, title=law["title"]))
        for law in _LAW.finditer(text)
        if not taken.holds(*law.span()) and " số " not in law["title"]
    ]


def _reference(text: str, cited: Cited, *, is_basis: bool) -> Reference:
    basis = cited.basis
    parts = _CODE.fullmatch(basis.number) if basis.number else None
    return Reference(
        kind=basis.kind,
        code=basis.number,
        number=parts["number"] if parts else None,
        symbol=parts["symbol"] if parts else None,
        date=basis.date,
        issuer=_ISSUER_ENDS.split(basis.issuer)[0] if basis.issuer else None,
        title=basis.title if (basis.title or basis.kind) != basis.kind else _subject(text, cited),
        is_basis=is_basis,
    )


def _subject(text: str, cited: Cited) -> str | None:
    """What the document is about, where the citation goes on to say it."""
    dated = _DATE.match(text, cited.end)
    at = dated.end() if dated else cited.end
    issuer = cited.basis.issuer
    if issuer and (named := text.find(issuer, at, at + len(issuer) + 40)) >= 0:
        at = named + len(issuer)
    found = _SUBJECT.match(text, at)
    return found["subject"].strip() if found else None


def _join_short(register: Register, folded: Folded, taken: Taken) -> None:
    """Add the short citations of a paragraph to the documents that they mean."""
    for short in _SHORT.finditer(folded.text) if _FIGURE.search(folded.text) else ():
        if taken.holds(*short.span()):
            continue
        place = Citation(*folded.span(*short.span()), is_whole=False)
        if entry := register.meant(short["kind"], short["number"], short["year"]):
            entry.places.append(place)
        elif short["said"]:  # without "số" a number may count: "Chương trình 10 điểm"
            code = "/".join(filter(None, (short["number"], short["year"])))
            register.add(Reference(short["kind"], code, short["number"]), place)


def _join_named(names: dict[str, Entry], folded: Folded, taken: Taken) -> None:
    text = folded.text
    if not names or not _OF_A_LAW.search(text):
        return
    longest_first = sorted(names, key=len, reverse=True)
    for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", text):
        if not taken.holds(*found.span()):
            place = Citation(*folded.span(*found.span()), is_whole=False)
            names[found.group()].places.append(place)


def _is_itself(cited: Cited, header: Header) -> bool:
    """An appendix names the document that it belongs to."""
    own = f"{header.number}/{header.symbol}" if header.number and header.symbol else None
    return own is not None and cited.basis.number == own
