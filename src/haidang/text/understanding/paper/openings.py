"""How the text below the header opens: to whom it goes, then a basis, a body or a first item."""

from collections.abc import Sequence

from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.words.letters import compiled

ADDRESS = compiled(r"(?:\S+\s+)?\s*K[íÍ][nN][hH] [gG][ửỬ][iI]\s*:?\s*")
# A công điện names its addressees after "điện:" (Nghị định 30/2020, Phụ lục III, mẫu 1.6).
TELEGRAM = compiled(r"[^.;:]{4,90}\s(?:điện|ĐIỆN)\s*:\s*")
FIRST_ITEM = compiled(
    r"(?:I|1|A|Điều 1|Phần I|Chương I|Phần thứ nhất)\s*[./:)]\s*\S|Điều 1\b|Chương I\b|"
    r"(?:I\s*[-–]|1[-–])\s*[A-Z]"
)
_BASIS = (
    r"Căn cứ|Thực hiện|Xét|Theo|Trên cơ sở|Tiếp theo|Tiếp tục|Để|Nhằm|Ngày|Sau khi|Qua|Hôm nay|"
    r"Tại|Trong|Thời gian|Triển khai|Hưởng ứng|Phúc đáp|Trả lời|Thi hành|Chấp hành|Nhân dịp|"
    r"Năm|Vừa qua|Hiện nay|Từ|Nhận được|Liên quan"
)
OPENING = compiled(
    rf"(?:[-+–]\s*)?(?:{_BASIS}|Kính gửi|[ỦU][yỷ] ban|UBND|Sở|Ban|Bộ|Phòng|Chủ tịch)\b"
)
_NO_ADDRESSEE = compiled(rf"(?:{_BASIS})\b")
_DASHED = ("-", "–", "•", "+")
_LONGEST = 130  # of one addressee's line
_SHORT = 60


def address_at(words: str) -> int | None:
    """Where the addressees begin in a line that calls them: "Kính gửi:", "… điện:"."""
    found = ADDRESS.match(words) or TELEGRAM.match(words)
    return found.end() if found else None


def goes_to_body(before: str, words: str) -> bool:
    """Whether the text opens on the line after an addressee named on the line of "Kính gửi"."""
    begin = address_at(before)
    return begin is not None and begin < len(before) and _NO_ADDRESSEE.match(words) is not None


def end_of_address(lines: Sequence[Line], start: int) -> int:
    """The line after the last addressee of the call in line `start`."""
    end = start + 1
    while end < len(lines) and _is_addressee(lines, start, end):
        end += 1
    return end


def _is_addressee(lines: Sequence[Line], start: int, index: int) -> bool:
    words, before = lines[index].words, lines[index - 1].words
    if words.startswith(_DASHED):
        return not _NO_ADDRESSEE.match(words.lstrip("-–•+ "))
    if before.endswith((".", "./.")) or FIRST_ITEM.match(words) or len(words) >= _LONGEST:
        return False
    if words[0].islower():
        return True
    if _NO_ADDRESSEE.match(words):
        return False
    bare = index == start + 1 and address_at(before) == len(before)
    if bare or before.endswith((";", ",", ":")):
        return not OPENING.match(words) or len(words) < 90
    goes_on = before.startswith(_DASHED) or index > start + 1
    return goes_on and lines[index].blanks == 0 and len(words) < _SHORT
