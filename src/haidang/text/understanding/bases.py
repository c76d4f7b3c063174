"""Legal bases: the documents that the opening cites (Căn cứ, Thực hiện, Xét, Theo …), each once."""

import re
from collections.abc import Sequence

from haidang.text.blocks import LegalBasis
from haidang.text.understanding.dates import FULL, iso_of
from haidang.text.understanding.letters import compiled
from haidang.text.understanding.paragraphs import Paragraph
from haidang.text.understanding.types import CITED

_OPENS = compiled(
    r"(?:Căn cứ|Thực hiện|Triển khai|Xét|Theo|Trên cơ sở|Tiếp theo|Để|Nhằm|Hưởng ứng|Sau khi)\b"
)
_SYMBOL = (
    # 99/KH-UBND, 32/2024/NĐ-CP
    r"(?:\d[\d.]*\s*(?:/\s*\d{4}\s*)?/\s*[A-Z][\w.]*(?:\s*[-–&]+\s*[A-Z][\w.]*)*"
    r"|\d[\d.]*\s*[-–]\s*[A-Z]\w*\s*/\s*[A-Z]\w*(?:\s*[-–]\s*[A-Z]\w*)*)"  # 14-KH/TU
)
_CITATION = compiled(
    rf"(?<!\w)(?P<kind>{CITED})(?!\w)(?P<middle>[^.;()]{{0,160}}?)\s*(?:(?<=\s)số\s*:?\s*|"
    rf"(?<=\w)\s)(?P<number>{_SYMBOL})"
)
_NAMED_LAW = compiled(
    r"(?:Căn cứ|;)\s*(?P<kind>Bộ luật|Luật|Pháp lệnh)\s+(?P<title>[^;]{5,200}?)\s+(?:ngày\s+"
    + FULL
    + r"|năm\s+\d{4})(?=\s*[;.,]|$)"
)
_DATE_AFTER = compiled(r"\s*,?\s*ngày\s*" + FULL)
_ISSUER_AFTER = compiled(
    r"[^;.]{0,24}?\s*của\s+(?P<issuer>[A-Z][^;.]{0,200}?)"
    r"(?=\s+(?:về|[Tt]hực hiện|quy định|ban hành|"
    r"sửa đổi|hướng dẫn|phê duyệt|triển khai|thực hiện|"
    r"giao|công bố|và\s+(?:Kế hoạch|Chương trình|Nghị|Quyết|Chỉ|Kết luận|Thông|Luật)|V/v|"
    r"Quy định|Về|Ban hành|tại)\b|[,;.(“\"]|\s+tại|$)"
)
_OF_A_FIRM = compiled(r"(?:Công ty|Doanh nghiệp|Danh nghiệp|Chi nhánh|Hợp tác xã)\b[^;]{0,140}$")


def bases_of(opening: Sequence[Paragraph]) -> tuple[LegalBasis, ...]:
    """All documents cited in the paragraphs that open the text."""
    found: dict[str, LegalBasis] = {}
    for paragraph in opening:
        if not is_basis(paragraph.text):
            continue
        for basis in _cited(paragraph.text):
            found.setdefault(basis.number or basis.title or "", basis)
    return tuple(found.values())


def is_basis(text: str) -> bool:
    """Whether a sentence or paragraph opens as a basis and cites something."""
    return bool(_OPENS.match(text)) and bool(
        _CITATION.search(text) or re.search(r"(?:Luật|Pháp lệnh)\s", text)
    )


def _cited(text: str) -> list[LegalBasis]:
    found: list[tuple[int, LegalBasis]] = []
    for citation in _CITATION.finditer(text):
        if _OF_A_FIRM.search(
            text[max(0, citation.start() - 200) : citation.start()]
        ) or not _is_one_name(citation["middle"]):
            continue
        number = re.sub(r"\s*([-–/])\s*", r"\1", citation["number"]).strip(".")
        found.append((citation.start(), _basis(text, citation, number)))
    named = [
        (law.start("kind"), _named(law))
        for law in _NAMED_LAW.finditer(text)
        if not _has_number(law)
    ]
    return [basis for _, basis in sorted([*found, *named], key=lambda pair: pair[0])]


def _is_one_name(middle: str) -> bool:
    """Between the kind and its number stand at most the words of the document's own name."""
    return not re.search(
        r"(?<!\w)(?:Nghị định|Thông tư|Quyết định|Kế hoạch|Công văn|Chỉ thị)(?!\w)", middle
    ) and (len(middle.split()) <= 30)


def _has_number(law: re.Match[str]) -> bool:
    return re.search(r"\bsố\b", law["title"]) is not None


def _named(law: re.Match[str]) -> LegalBasis:
    date = iso_of(law) if law["y1"] or law["y2"] else None
    return LegalBasis(law["kind"], None, date, None, f"{law['kind']} {law['title']}".strip())


def _basis(text: str, citation: re.Match[str], number: str) -> LegalBasis:
    at = citation.end()
    dated = _DATE_AFTER.match(text, at)
    issued = _ISSUER_AFTER.match(text, dated.end() if dated else at)
    date = iso_of(dated) if dated else None
    kind = citation["kind"]
    title = (
        f"{kind}{citation['middle']}".strip() if kind in ("Luật", "Bộ luật", "Pháp lệnh") else None
    )
    return LegalBasis(kind, number, date, issued["issuer"].strip() if issued else None, title)
