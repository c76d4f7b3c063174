"""Which body issued a document: from the header's lines, else from the sentence that opens it."""

import re

from haidang.text.understanding.words.letters import is_capitals

_BODY = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|HĐND|HỘI ĐỒNG|BỘ|SỞ|BAN|TỔNG CỤC|CHI CỤC|CỤC|VỤ|VĂN PHÒNG|"
    r"PHÒNG(?!,| CHỐNG| NGỪA| CHÁY)|"
    r"TRUNG TÂM|TRƯỜNG|"
    r"CÔNG AN|CÔNG ĐOÀN|TẬP ĐOÀN|BỆNH VIỆN|THƯ VIỆN|BẢO TÀNG|KIỂM TOÁN|QUÂN KHU|HẠT|ĐỘI|"
    r"ĐẠI HỌC|CHI NHÁNH|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG) ĐOÀN|"
    r"NHÀ (?:VĂN HÓA|VĂN HOÁ|XUẤT BẢN|THIẾU NHI)|"
    r"ĐOÀN|HỘI|HIỆP HỘI|LIÊN|THANH TRA|ĐÀI|BÁO(?! CÁO)|VIỆN|HỌC VIỆN|CHÍNH PHỦ|THỦ TƯỚNG|"
    r"QUỐC HỘI|TỔ|TIỂU BAN|"
    r"ĐẢNG|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|CHI BỘ|TỔNG CÔNG TY|CÔNG TY|MẶT TRẬN|MTTQ|"
    r"NGÂN HÀNG|KHO BẠC|"
    r"THUẾ|HẢI QUAN|TÒA ÁN|TOÀ ÁN|CHỦ TỊCH|BẢO HIỂM|ĐỒN|TRẠM|BCH|BỘ CHỈ HUY|ĐIỆN LỰC|BƯU ĐIỆN)\b"
)
_KINDS_ALONE = frozenset(
    "ỦY BAN|UỶ BAN|THỦ TƯỚNG|VĂN PHÒNG|THANH TRA|TỔNG CỤC|CHI CỤC|CỤC|VỤ|BAN|HỘI ĐỒNG|TRUNG TÂM|"
    "TRƯỜNG|ĐOÀN|SỞ|BỘ|PHÒNG|VIỆN|HỘI|BAN QUẢN LÝ|BAN CHỈ ĐẠO|ỦY BAN THƯỜNG VỤ|BAN CHẤP HÀNH|"
    "LIÊN ĐOÀN|LIÊN HIỆP|LIÊN MINH|TỔNG LIÊN ĐOÀN|BỘ CHỈ HUY|BỘ TƯ LỆNH|BAN CHỈ HUY|CÔNG TY".split(
        "|"
    )
)
_WAITS = re.compile(r"(?: VÀ|,| [-–]|ỦY|UỶ| CỦA)$")
# Places whose names begin as bodies' do.
_PLACES = re.compile(r"(?:HỘI AN|HỘI NINH|TRẠM TẤU|VỤ BẢN|BÁO ĐÁP|BAN MÊ)\b")
_GOES_ON = re.compile(
    r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)\b(?! (?:ỦY|UỶ|ĐOÀN))"
)
_ENACTS = (
    r"(?:xây dựng|ban hành|triển khai|đề ra|lập|thông báo|báo cáo|kính trình|đề nghị|yêu cầu|"
    r"hướng dẫn|tổ chức|"
    r"công bố|công khai|kính mời|trân trọng|có ý kiến)"
)
_OPENING = re.compile(
    rf"(?:^|[.;,]\s+)(?P<body>(?:Ủy ban|Uỷ ban|UBND|Sở|Phòng|Ban|Bộ|Hội|Đảng ủy|Công an|"
    rf"Trung tâm|Cục|Chi cục|Trường)"
    rf"\b[^.;:]{{0,90}}?)\s+{_ENACTS}\b"
)


def issuer_of_lines(lines: list[str]) -> tuple[str | None, str | None]:
    """Superior and issuer from the left column; a UBND, ministry or Thủ tướng has no superior.

    >>> issuer_of_lines(["UBND TỈNH X", "SỞ TƯ PHÁP"])
    ('UBND TỈNH X', 'SỞ TƯ PHÁP')
    """
    bodies: list[str] = []
    for words in lines:
        words = words.strip("#|-– ")
        if not is_capitals(words) or len(words) < 3:
            if bodies:
                break
            continue
        if not bodies and not _BODY.match(words):
            continue
        starts_body = _BODY.match(words) and not (_GOES_ON.match(words) or _PLACES.match(words))
        if not bodies or (starts_body and not _unfinished(bodies[-1])):
            bodies.append(words)
        else:
            bodies[-1] += " " + words
    if not bodies:
        return None, None
    return (bodies[-2] if len(bodies) > 1 else None), bodies[-1]


def _unfinished(words: str) -> bool:
    """Whether a name goes on below: a kind of body alone, or one that waits for its place."""
    return words in _KINDS_ALONE or _WAITS.search(words) is not None


def issuer_of_opening(text: str) -> str | None:
    """The body that "xây dựng Kế hoạch …" in the opening, as written there."""
    found = _OPENING.search(text)
    return found["body"].strip() if found else None
