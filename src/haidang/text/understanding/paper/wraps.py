"""Where a line that was broken goes on: names, and words that wait for others."""

import re

from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.verbs import begins_with_verb

# Names that a hyphen joins ("Lao động - Thương binh"): broken before it, it is no bullet.
_JOINED = compiled(
    r"(?:lao động [-–] (?:thương binh|xã hội|việc làm)|thương binh [-–] xã hội|"
    r"văn h(?:óa|oá) [-–] (?:xã hội|thể thao|thông tin và)|chính trị [-–] xã hội|"
    r"kinh tế [-–] (?:xã hội|hạ tầng|ngân sách|kỹ thuật|tài chính)|"
    r"kế hoạch [-–] (?:tài chính|đầu tư|tổng hợp|nghiệp vụ)|tài chính [-–] (?:kế hoạch|kế toán)|"
    r"hành chính [-–] (?:tổng hợp|quản trị|tổ chức)|tổ chức [-–] (?:hành chính|cán bộ|kiểm tra)|"
    r"khoa học [-–] (?:kỹ thuật|công nghệ)|dân số [-–] kế hoạch|quốc phòng [-–] an ninh|"
    r"địa chính [-–] (?:xây dựng|nông nghiệp)|độc lập [-–] tự do|tự do [-–] hạnh phúc)\b",
    re.IGNORECASE,
)
_LONGEST_PART = 24  # letters of such a name on either side
# A line ends with one of these where its sentence or name does not.
_HANGS = compiled(
    r"(?:\b(?:Sở|Bộ|Ban|Phòng|[ỦU][yỷ] ban|Cục|Vụ|Hội|Trung tâm|Trường|Văn|Chánh|Giám|Thủ|Chủ|"
    r"Trưởng|Đảng|Đoàn|Đài|Báo|Luật|Nghị|Việt|Mặt trận|Quốc|Giao|Kho bạc|Công|"
    r"của|và|với|các|cho|tại|trên|số|giao|về|theo|là|do|từ|đến|năm|đoạn)|[^A-Za-z])$"
)
_PLACE = compiled(r"\b(?:huyện|tỉnh|xã|phường|thành phố|thị trấn|thị xã|quận|thôn|ấp)$")


def joins(before: str, words: str) -> bool:
    """Whether a hyphen at the start of a line stands within a name begun on the line before."""
    left = before[-_LONGEST_PART:]
    name = _JOINED.search(f"{left} {words[:_LONGEST_PART]}")
    return name is not None and name.start() < len(left)


def hangs(before: str, words: str) -> bool:
    """Whether a line waits for the next: for a name, or for what an article governs."""
    if _HANGS.search(before):
        return True
    return _PLACE.search(before) is not None and not begins_with_verb(words)
