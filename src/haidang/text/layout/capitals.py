"""Which words take a capital, as far as a pattern can tell (NĐ 30/2020, Phụ lục II).

Each rule finds words that are written otherwise; what no pattern can decide is left alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

CAPITALS_ARTICLE = "NĐ 30/2020, Phụ lục II"
_LARGE = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())
_WITHIN = "(?<=[a-zà-ỹđ,] )"  # inside of a sentence


@dataclass(frozen=True, slots=True)
class CapitalRule:
    """Words that a pattern finds, and how its group `word` is to be written.

    `is_plain` is false where only the sense can tell; then one may advise, no more.
    """

    wrong: re.Pattern[str]
    right: Callable[[str], str]
    is_plain: bool = True


def _begun(word: str) -> str:
    """The first letter large, the rest as it is."""
    return word[:1].upper() + word[1:]


def _as(right: str) -> Callable[[str], str]:
    return lambda _: right


def _rule(
    wrong: str, right: Callable[[str], str] = _begun, *, is_plain: bool = True
) -> CapitalRule:
    return CapitalRule(re.compile(wrong), right, is_plain)


# Mục III.1: the common noun of a place is small, but for a number and two great cities
_PLACES = (
    _rule(rf"{_WITHIN}(?P<word>Tỉnh|Huyện|Xã) (?=[{_LARGE}])", str.lower),
    _rule(r"\b(?P<word>quận|phường) (?=\d{1,2}(?:[,.;)]|$| (?!lần|năm|ngày|tháng|%)[a-zà-ỹđ]))"),
    _rule(r"\b(?P<word>thủ đô) (?=Hà Nội)"),
    _rule(r"\b(?P<word>thành phố) (?=Hồ Chí Minh)"),
)
# Mục IV: names of bodies
_BODIES = (
    _rule(
        r"(?!Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)"
        r"(?P<word>(?:Ủy|Uỷ|Hội) (?:[Bb]an|[Đđ]ồng) [Nn]hân [Dd]ân)",
        str.capitalize,
    ),
    _rule(
        r"(?<!cơ )(?<!trụ )(?<!công )(?<!hội )\b(?P<word>sở) (?=Tài chính|Nội vụ|Tư pháp|Xây dựng|"
        r"Y tế|Công [Tt]hương|Khoa học|Giáo dục|Văn hóa|Nông nghiệp|Ngoại vụ|Du lịch|Dân tộc)"
    ),
    _rule(
        r"(?<!cán )(?<!nội )(?<!toàn )(?<!tiến )(?<!đồng )\b(?P<word>bộ) (?=Tài chính|Nội vụ|"
        r"Tư pháp|Xây dựng|Y tế|Công [Tt]hương|Công an|Quốc phòng|Ngoại giao|Khoa học và|Giáo dục)"
    ),
)
# Mục V: what always has a capital. "nhân dân" in the name of a body is small.
_NOUNS = (
    _rule(
        r"(?<!\bban )(?<!đồng )(?<!\bán )(?<!sát )(?<!đội )(?<!\ban )(?<!ninh )(?<!thẩm )(?<!sĩ )"
        r"(?<!giáo )(?<!thuốc )(?<!dụng )(?<!trang )(?<!tranh )(?<!nghệ nhân )(?<!báo )(?<!chúng )"
        r"(?<!phòng )\b(?P<word>nhân dân)\b",
        _as("Nhân dân"),
        is_plain=False,
    ),
    _rule(
        r"(?:\bĐảng(?:,| và) (?:các )?)(?P<word>nhà nước)\b(?! ngoài)|\b(?:của|do) "
        r"(?P<other>nhà nước)\b(?= ta\b| và [Nn]hân dân|[.,;])",
        _as("Nhà nước"),
        is_plain=False,
    ),
    _rule(r"\b(?:ngày|lễ|mừng|dịp) (?:lễ )?(?P<word>quốc khánh)\b"),
    _rule(r"\b[Nn]gày (?P<word>quốc tế [Ll]ao động|Quốc tế lao động)\b", _as("Quốc tế Lao động")),
    _rule(r"\b[Tt]ết (?P<word>nguyên đán|Nguyên Đán)\b", _as("Nguyên đán")),
    _rule(r"\bCách mạng (?P<word>Tháng [Tt]ám|tháng tám)\b", _as("tháng Tám")),
    _rule(r"\b(?P<word>cách mạng) (?=tháng Tám\b)"),
)
# Mục V: days of the week in words; "lần thứ hai" counts and is none
_DAYS = (
    _rule(
        r"(?:(?<=\()|(?<=\bsáng )|(?<=\bchiều )|(?<=\bngày ))thứ (?P<word>hai|ba|tư|năm|sáu|bảy)\b"
        r"(?=\)|,? ngày|,? \d)"
    ),
    _rule(
        rf"(?:{_WITHIN}|(?<=\()|(?<=\d[,\s]))(?P<word>Thứ) (?=(?:Hai|Ba|Tư|Năm|Sáu|Bảy)\b)",
        str.lower,
    ),
)
# Mục V: names of documents, and references to their parts; khoản and điểm are small
_DOCUMENTS = (
    _rule(
        r"(?<!pháp )(?<!kỷ )(?<!dự )(?<!đạo )(?<!\bbộ )(?<!Bộ )(?<!định )\b(?P<word>luật) "
        rf"(?=[{_LARGE}][a-zà-ỹđ]+ (?!Việt Nam)[a-zà-ỹđ])"
    ),
    _rule(rf"\b(?P<word>(?:bộ|Bộ) (?:luật|Luật)) (?<!Bộ luật )(?=[{_LARGE}])", _as("Bộ luật")),
    _rule(
        r"\b(?P<word>quyết định|nghị định|nghị quyết|kế hoạch|chỉ thị|thông tư|công văn|báo cáo|"
        rf"thông báo|tờ trình|hướng dẫn) (?=số \d+(?:/\d{{4}})?/[{_LARGE}])"
    ),
    _rule(r"(?:[Kk]hoản \d+,? |tại |theo |[Đđ]iểm [a-zđ],? )(?P<word>điều|chương) (?=\d|[IVX]+\b)"),
    _rule(
        r"(?<=[a-zà-ỹđ,] )(?P<word>Khoản|Điểm)(?= (?:\d+|[a-zđ])\b,? (?:[Đđ]iều|[Kk]hoản)\b)",
        str.lower,
    ),
)
# Mục I: within a sentence or a heading these are no names
_HEADINGS = (
    _rule(
        r"(?<![^\W\d_] )(?P<word>(?:Yêu Cầu|Mục Đích|Nội Dung|Nhiệm Vụ|Giải Pháp|Kết Quả|Kiến Nghị|"
        r"Đề Xuất|Khó Khăn|Hạn Chế|Tồn Tại|Kinh Phí|Phương Hướng|Tổ Chức Thực Hiện|Thời Gian|"
        r"Địa Điểm|Thành Phần|Đối Tượng|Chỉ Tiêu)(?:, Yêu Cầu|, Nhiệm Vụ|, Giải Pháp)*)\b",
        str.capitalize,
        is_plain=False,
    ),
)
CAPITAL_RULES = (*_HEADINGS, *_PLACES, *_BODIES, *_NOUNS, *_DAYS, *_DOCUMENTS)
# Found quickly; most paragraphs have none of these words
ANY_WORD = re.compile(
    r"thứ |Thứ |điều |chương |Khoản |Điểm |Tỉnh |Huyện |Xã |quận \d|phường \d|thủ đô|thành phố Hồ|"
    r"[Nn]hân [Dd]ân|nhà nước|sở |bộ |Bộ L|[Qq]uốc khánh|[Qq]uốc tế|[Nn]guyên [Đđ]án|[Cc]ách mạng|"
    r"luật |[a-zà-ỹđ] số \d|\b[A-ZĐ][a-zà-ỹ]{1,4} [CĐDVPQNXTHK]"
)
