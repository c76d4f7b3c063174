"""Who signs, as it is printed: authority lines, posts and names (Nghị định 30/2020, Điều 13)."""

from haidang.text.understanding.words.letters import compiled

# TM. and KT. of the decree; T/M and K/T of the Party; without a mark before capitals.
AUTHORITY = compiled(
    r"(?:(?:T\.?M|K\.?T|T\.?L|T\.?U\.?Q|[TK]/[MTL]|T/UQ|Q)\s*[./]\s*\S.*"
    r"|(?:TM|KT|TL|TUQ|[TK]/[MTL]|T/UQ)\s+[A-Z]{2}.*)"
)
SIGNED = compiled(r"\(?\s*(?:[Đđ]ã )?[Kk]ý\b.*")  # "(Đã ký)"
TITLE = compiled(
    r"(?:PHÓ |Q\. )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH|"
    r"VIỆN TRƯỞNG|CỤC TRƯỞNG|"
    r"CHI CỤC TRƯỞNG|VỤ TRƯỞNG|TỔNG CỤC TRƯỞNG|BÍ THƯ|THỦ TƯỚNG|HIỆU TRƯỞNG|HIỆU PHÓ|ĐỒN TRƯỞNG|"
    r"CHỈ HUY|TỔNG|"
    r"THỦ TRƯỞNG|CHỦ NHIỆM|TỔ TRƯỞNG|KẾ TOÁN|CÁN BỘ|CHUYÊN VIÊN|TƯ LỆNH|CHÍNH ỦY|CHÍNH TRỊ VIÊN|"
    r"THƯ KÝ|ỦY VIÊN|CHỦ TRÌ|CHỦ TỌA|CHỦ TOẠ|NGƯỜI|ĐẠI DIỆN|QUYỀN|THƯỜNG TRỰC|[A-Z]+ TRƯỞNG)\b"
    r"|PHÓ\b"
)
POSTS = (
    "CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|"
    "PHÓ CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG|PHÓ HIỆU TRƯỞNG|TRƯỞNG PHÒNG|PHÓ TRƯỞNG PHÒNG|"
    "THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BÍ THƯ|PHÓ BÍ THƯ|CHI CỤC TRƯỞNG|PHÓ CHI CỤC TRƯỞNG"
).split("|")
_BEFORE_NAME = (
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|(?:GS|PGS|TSKH|TS|T[Hh]\.?[Ss]|"
    r"[BD][Ss](?:\.?\s?CK\s?I{1,2})?|KTS|K[Ss]|C[Nn]|NG[ƯN]T|LS|CK\s?I{1,2})(?:\.|(?=[\s,])))"
)
_SYLLABLE = r"[A-Z][a-z]*(?:['’][A-Z]?[a-z]*)?"  # also "H'Yim", "Y"
NAME = compiled(rf"(?:{_BEFORE_NAME}[\s,]*)*(?:{_SYLLABLE}\s+){{1,5}}[A-Z][a-z’']+")
_SURNAMES = (
    "NGUYỄN TRẦN LÊ PHẠM HOÀNG HUỲNH PHAN VŨ VÕ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ ĐINH ĐÀO TRỊNH MAI "
    "TRƯƠNG LÂM CAO HÀ TẠ THÁI TÔ CHU LƯƠNG TRIỆU LƯU ĐOÀN VƯƠNG QUÁCH KIM THẠCH SƠN LÒ VI"
).split()
_MOST_SYLLABLES = 5


def is_name(words: str) -> bool:
    """Whether the words are a person's name, with or without a rank or a degree before it."""
    return NAME.fullmatch(words) is not None or _is_name_in_capitals(words)


def _is_name_in_capitals(words: str) -> bool:
    syllables = words.split()
    return 1 < len(syllables) <= _MOST_SYLLABLES and words.isupper() and syllables[0] in _SURNAMES
