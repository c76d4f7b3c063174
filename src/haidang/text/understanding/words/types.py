"""The named types of administrative documents (Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III)."""

import re

from haidang.text.understanding.words.letters import compiled

ABBREVIATIONS = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "KL": "Kết luận",  # of the Party, not of the decree
}
ABOVE_THE_DECREE = {"LT": "Luật", "NĐ": "Nghị định", "TT": "Thông tư"}
LETTER = "Công văn"  # has no abbreviation: its symbol names the body and the unit or field
_UNABBREVIATED = ("Thư công", "Thông tri", "Thư mời", "Lời kêu gọi", "Thư ngỏ", "Phiếu trình")
_NAMES = sorted(
    {*ABBREVIATIONS.values(), *ABOVE_THE_DECREE.values(), *_UNABBREVIATED}, key=len, reverse=True
)
# What may follow the name on its line: what is met for, who issues together, what it is made for.
_QUALIFIED = (
    r"(?:HỌP|LÀM VIỆC|HỘI NGHỊ|CUỘC HỌP|LIÊN TỊCH|LIÊN NGÀNH|PHỐI HỢP|HÀNH ĐỘNG|KẾT LUẬN|"
    r"CÔNG TÁC|TỔNG KẾT|SƠ KẾT|KHẨN|HỎA TỐC|CHỦ TRƯƠNG)"
)
_CAPITALS = "|".join(name.upper() for name in _NAMES)
TYPE_LINE = re.compile(rf"({_CAPITALS})(?:\s+{_QUALIFIED})?\s*:?")
# The title begins beside the type: in small letters, or with what titles begin with.
_BESIDE = compiled(
    rf"(?P<type>{_CAPITALS})(?:\s+{_QUALIFIED})?\s+"
    r"(?P<title>(?:[A-Z][a-z]+\s+[a-z]|V/v|VỀ (?:VIỆC )?|CỦA ).*)"
)
# A type may be qualified as the office pleases: "BÁO CÁO NHANH", "BIÊN BẢN KIỂM TRA".
_FREELY = compiled(
    r"(?P<type>BÁO CÁO|KẾ HOẠCH|THÔNG BÁO|TỜ TRÌNH|BIÊN BẢN|GIẤY MỜI|CÔNG ĐIỆN|HƯỚNG DẪN|"
    r"PHƯƠNG ÁN|CHỈ THỊ)(?:\s+(?!SỐ\b)[A-Z]+){1,4}\s*:?"
)
# What a citation may be called, the law above the decree included.
CITED = "|".join(
    [
        r"Hiến pháp|Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị định|Thông tư liên tịch|Thông tư",
        r"Chương trình hành động|Công văn|Văn bản|Điều lệ|Kết luận",
        *_NAMES,
    ]
)


def type_of_line(words: str) -> str | None:
    """The type that a line names in capitals: "KẾ HOẠCH", "GIẤY MỜI HỌP", "KẾ HOẠCH Tổ chức …"."""
    words = words.strip()
    found = TYPE_LINE.fullmatch(words) or _BESIDE.fullmatch(words) or _FREELY.fullmatch(words)
    return found.group(1).capitalize() if found else None


def title_beside_type(words: str) -> str | None:
    """The title that begins on the line of the type, None where the type stands alone.

    >>> title_beside_type("KẾ HOẠCH Tổ chức hội thi"), title_beside_type("KẾ HOẠCH")
    ('Tổ chức hội thi', None)
    """
    found = _BESIDE.fullmatch(words.strip())
    return found["title"] if found else None


def type_of_symbol(symbol: str) -> str | None:
    """The type that a symbol begins or ends with: "KH-UBND", "CTr/TU". None for a công văn."""
    code = re.split(r"[-/\s]", symbol)[0]
    known = ABBREVIATIONS | ABOVE_THE_DECREE
    return known.get(code) or known.get(re.sub(r"(?:LT|PH|LN)$", "", code))  # issued together
