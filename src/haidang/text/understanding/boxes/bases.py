"""Legal bases: the documents that the opening cites (Căn cứ, Thực hiện, Xét, Theo …), each once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from haidang.text.blocks import LegalBasis
from haidang.text.understanding.boxes.preamble import is_list_of_bases
from haidang.text.understanding.paper.paragraphs import Paragraph
from haidang.text.understanding.times.dates import FULL, iso_of
from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.types import CITED, LETTER, type_of_symbol

_OPENS = compiled(
    r"(?:Căn cứ|(?:Tiếp tục )?[Tt]hực hiện|Thi hành|Chấp hành|Triển khai|Xét|Theo|Trên cơ sở|"
    r"Tiếp theo|Để|Nhằm|Hưởng ứng|Sau khi|Phúc đáp|Trả lời|Quán triệt|Vận dụng|Đáp ứng|"
    r"[^.;:]{0,80}\bnhận được|Ngày\s[^,.;]{3,40},\s[^.;:]{3,120}?\s(?:có|ban hành|gửi))\b"
)
_SYMBOL = (
    # 99/KH-UBND, 32/2024/NĐ-CP, 30c/NQ-CP, 102/2025/NQLT/UBTVQH15-CP
    r"(?:\d[\d.]*[a-z]?\s*(?:/\s*\d{4}\s*)?/\s*[A-Z][\w.]+(?:\s*[-–&]+\s*[A-Z][\w.]*|/[A-Z][\w.]+)*"
    # 14-KH/TU, 298 KH/TWĐTN
    r"|\d[\d.]*[a-z]?(?:\s*[-–]\s*|\s)[A-Z]\w*\s*/\s*[A-Z]\w*(?:\s*[-–]\s*[A-Z]\w*)*)"
)
_NUMBERED = compiled(rf"(?<![\w/.:-])(?P<number>{_SYMBOL})")
_KIND = compiled(rf"(?<!\w)(?P<kind>{CITED})(?!\w)")
_ANY_KIND = compiled(_KIND.pattern, re.IGNORECASE)
LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_BEFORE = compiled(r"(?<!\w)(?:[sS]ố\s*:?\s*|[A-Z]\w+\s+|[a-z]\w*\s+)$")
_FORM = compiled(r"(?:[Mm]ẫu|[Bb]iểu|[Pp]hụ lục|[Pp]hiếu)(?:\s+số)?\s*$")
_REACH = 220  # letters from the kind of a document to its number
_NAMED_LAW = compiled(
    r"(?:Căn cứ|;)\s*(?P<kind>Bộ luật|Luật|Pháp lệnh)\s+(?P<title>[^;]{5,200}?)\s+(?:ngày\s+"
    + FULL
    + r"|năm\s+\d{4})(?=\s*[;.,]|$)"
)
_DATE_AFTER = compiled(r"\s*,?\s*ngày\s*" + FULL)
# A comma inside a body's name: "Bộ Văn hóa, Thể thao và Du lịch", "Bộ trưởng, Chủ nhiệm".
_GOES_ON = (
    r"(?:Thể thao|Thông tin|Du lịch|Gia đình|[Cc]hống|Chủ nhiệm|Trưởng [Bb]an|[Kk]hen thưởng|"
    r"Bảo trợ|[Tt]ìm kiếm|[Cc]ứu (?:nạn|hộ)|[Cc]hữa cháy|Truyền thông|Hạ tầng|Môi trường|"
    r"(?:khoa học|công nghệ|đổi mới|chuyển đổi|cải cách|thương mại|an toàn|du lịch|hải đảo)\b)"
)
_ISSUER_AFTER = compiled(
    r"[^;.]{0,24}?\s*của\s+(?P<issuer>[A-Z][^;.]{0,200}?)"
    r"(?=\s+(?:về|[Tt]hực hiện|quy định|ban hành|"
    r"sửa đổi|hướng dẫn|phê duyệt|triển khai|thực hiện|"
    r"giao|công bố|và\s+(?:Kế hoạch|Chương trình|Nghị|Quyết|Chỉ|Kết luận|Thông|Luật)|V/v|"
    r"Quy định|Về|Ban hành|tại|trên địa bàn)\b|,(?!\s+" + _GOES_ON + r")|[;.(“\"]|\s+tại|$)"
)
_OF_A_FIRM = compiled(r"(?:Công ty|Doanh nghiệp|Danh nghiệp|Chi nhánh|Hợp tác xã)\b[^;]{0,140}$")


def bases_of(opening: Sequence[Paragraph]) -> tuple[LegalBasis, ...]:
    """All documents cited in the paragraphs that open the text."""
    found: dict[str, LegalBasis] = {}
    listed = False
    for paragraph in opening:
        listed = (listed and bool(paragraph.marker.end)) or is_list_of_bases(paragraph.words)
        if not listed and not is_basis(paragraph.words):
            continue
        for cited in citations_in(paragraph.words):
            found.setdefault(cited.basis.number or cited.basis.title or "", cited.basis)
    return tuple(found.values())


def is_basis(text: str) -> bool:
    """Whether a sentence or paragraph opens as a basis and cites something."""
    return bool(_OPENS.match(text)) and bool(
        _NUMBERED.search(text) or re.search(r"(?:Luật|Pháp lệnh)\s", text)
    )


@dataclass(frozen=True, slots=True)
class Cited:
    """A document cited in a text, from the name of its kind to its number, or to the law's date."""

    start: int
    end: int
    basis: LegalBasis


def citations_in(text: str) -> list[Cited]:
    """All documents that a text cites by their number, and the laws that it rests on by name."""
    found: list[Cited] = []
    begin = 0
    for cited in _NUMBERED.finditer(text):
        if _is_citation(text, cited.start()):
            begin = max(begin, text.rfind(";", begin, cited.start()), cited.start() - _REACH)
            found.append(_cited(text, begin, cited))
        begin = cited.end()
    named = [
        Cited(law.start("kind"), law.end(), _named(law))
        for law in _NAMED_LAW.finditer(text)
        if not _has_number(law)
    ]
    return sorted([*found, *named], key=lambda cited: cited.end)


def _is_citation(text: str, at: int) -> bool:
    """Not the letter of a firm, nor the number of a form."""
    before = text[max(0, at - 200) : at]
    return (
        bool(_BEFORE.search(before)) and not _OF_A_FIRM.search(before) and not _FORM.search(before)
    )


def _has_number(law: re.Match[str]) -> bool:
    return re.search(r"\bsố\s*:?\s*\d", law["title"]) is not None


def _named(law: re.Match[str]) -> LegalBasis:
    date = iso_of(law) if law["y1"] or law["y2"] else None
    return LegalBasis(law["kind"], None, date, None, f"{law['kind']} {law['title']}".strip())


def _cited(text: str, begin: int, cited: re.Match[str]) -> Cited:
    at = cited.end()
    number = re.sub(r"\s*([-–/])\s*", r"\1", cited["number"]).strip(".")
    dated = _DATE_AFTER.match(text, at)
    issued = _ISSUER_AFTER.match(text, dated.end() if dated else at)
    start, kind, title = _kind_before(text, begin, cited.start(), number)
    basis = LegalBasis(
        kind,
        number,
        iso_of(dated) if dated else None,
        issued["issuer"].strip() if issued else None,
        title,
    )
    return Cited(start, at, basis)


def _kind_before(text: str, begin: int, at: int, number: str) -> tuple[int, str, str | None]:
    """Where the kind of document is named before its number, that kind, and a law's whole name."""
    kinds = list(_KIND.finditer(text, begin, at)) or list(_ANY_KIND.finditer(text, begin, at))
    if not kinds:
        return at, type_of_symbol(re.sub(r"^[\d./\s-]+", "", number)) or LETTER, None
    kind = kinds[-1]["kind"][:1].upper() + kinds[-1]["kind"][1:]
    if kind not in LAWS:
        return kinds[-1].start(), kind, None
    first = next(found for found in kinds if found["kind"] in LAWS or found is kinds[-1])
    return first.start(), kind, re.sub(r"\s*[sS]ố\s*:?\s*$", "", text[first.start() : at]).strip()
