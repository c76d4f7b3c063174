"""The named types of administrative documents (Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III)."""

import re

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
LAWS = {"LT": "Luật", "NĐ": "Nghị định", "TT": "Thông tư"}  # above the decree
LETTER = "Công văn"  # has no abbreviation: its symbol names the body and the unit or field
_NAMES = sorted({*ABBREVIATIONS.values(), *LAWS.values(), "Thư công"}, key=len, reverse=True)
TYPE_LINE = re.compile(
    rf"({'|'.join(name.upper() for name in _NAMES)})(?:\s+(?:HỌP|LÀM VIỆC|HỘI NGHỊ|CUỘC HỌP))?\s*:?"
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
    """The type that a line names in capitals: "KẾ HOẠCH", "GIẤY MỜI HỌP"."""
    found = TYPE_LINE.fullmatch(words.strip())
    return found.group(1).capitalize() if found else None


def type_of_symbol(symbol: str) -> str | None:
    """The type that a symbol begins or ends with: "KH-UBND", "CTr/TU". None for a công văn."""
    return (ABBREVIATIONS | LAWS).get(re.split(r"[-/\s]", symbol)[0])
