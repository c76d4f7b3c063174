"""Names as they are written in text, out of the capitals of a letterhead (NĐ 30/2020, Phụ lục II).

"ỦY BAN NHÂN DÂN HUYỆN CẦU NGANG" becomes "Ủy ban nhân dân huyện Cầu Ngang". Where a word is not
known and stands in no name of a place, nothing is guessed: the capitals stay for the clerk.
"""

import re
from collections.abc import Iterable

from haidang.orgs.models import Unit
from haidang.orgs.naming import name_key

_AREAS = ("tỉnh", "huyện", "xã", "phường", "quận", "thị trấn", "thị xã", "thành phố")
_BODIES = (
    "Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Ủy ban Mặt trận Tổ quốc Việt Nam|"
    "Ủy ban Mặt trận Tổ quốc|Văn phòng|Trung tâm|Chi cục|Cục|Sở|Bộ|Phòng|Ban Chỉ đạo|Ban|Công an|"
    "Thanh tra|Chính phủ|Tỉnh ủy|Huyện ủy|Đảng ủy|Trường"
)
_FIELDS = (
    "Thông tin|Truyền thông|Tài chính|Nội vụ|Tư pháp|Xây dựng|Y tế|Công Thương|Khoa học|Công nghệ|"
    "Giáo dục|Đào tạo|Văn hóa|Văn hoá|Thể thao|Du lịch|Nông nghiệp|Phát triển nông thôn|"
    "Tài nguyên|Môi trường|Ngoại vụ|Ngoại giao|Đối ngoại|Dân tộc|Tôn giáo|Kế hoạch|Đầu tư|"
    "Lao động|Thương binh|Xã hội|Giao thông vận tải|Quốc phòng|Kinh tế|Hạ tầng|Tuyên giáo"
)
_POSTS = (
    "Chủ tịch|Giám đốc|Tổng Giám đốc|Trưởng phòng|Trưởng ban|Chánh Văn phòng|Chánh Thanh tra|"
    "Bí thư|Bộ trưởng|Thứ trưởng|Thủ tướng|Cục trưởng|Chi cục trưởng|Hiệu trưởng|Phó|Quyền"
)
_SMALL = ("và", "của", "-", "–", ",")
_KNOWN = {
    tuple(one.casefold().split()): one
    for one in (*_BODIES.split("|"), *_FIELDS.split("|"), *_POSTS.split("|"), *_AREAS, *_SMALL)
}
_LONGEST = max(map(len, _KNOWN))


def in_text(name: str) -> str:
    """A name of a body or a post as it is written in text; what has small letters stays.

    >>> in_text("ỦY BAN NHÂN DÂN HUYỆN CẦU NGANG"), in_text("PHÓ CHỦ TỊCH")
    ('Ủy ban nhân dân huyện Cầu Ngang', 'Phó Chủ tịch')
    """
    if not name.isupper() or (len(name.split()) < 2 and name.casefold() not in _POSTS.casefold()):
        return name
    said = " ".join(_pieces(re.findall(r"[^\s,]+|,", name.casefold())) or [name])
    said = said.replace(" ,", ",")
    return said[:1].upper() + said[1:]


def of_known_unit(name: str) -> str:
    """The name of the unit that is meant, as it is kept; of another body, as `in_text` has it."""
    if not name.isupper():
        return name
    key = name_key(name)
    names = Unit.objects.order_by("pk").values_list("name", flat=True)
    return next((one for one in names if name_key(one) == key), None) or in_text(name)


def _pieces(words: list[str]) -> list[str]:
    """The words with their capitals; none where one of them cannot be decided."""
    pieces: list[str] = []
    is_place = False
    while words:
        known = _known(words, _AREAS if is_place else None)
        if known:
            is_place = known in _AREAS
            words = words[len(known.split()) :]
        elif is_place and words[0] != ",":
            known, words = words[0][:1].upper() + words[0][1:], words[1:]
        elif words[0] == ",":
            known, is_place, words = ",", False, words[1:]
        else:
            return []
        pieces.append(known)
    return pieces


def _known(words: list[str], among: Iterable[str] | None) -> str | None:
    """The longest known phrase that the words begin with."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        found = _KNOWN.get(tuple(words[:length]))
        if found and (among is None or found in among):
            return found
    return None
