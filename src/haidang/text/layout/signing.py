"""Who may sign and how it is written: marks of authority, deputies, ranks (Điều 13; mục II.7)."""

import re

# On behalf of a body; acting head; a deputy for the head; by order; by written authorisation
MARKS = {"TM": "thay mặt", "Q": "quyền", "KT": "ký thay", "TL": "thừa lệnh", "TUQ": "thừa ủy quyền"}
DEPUTIES = re.compile(
    r"\bPHÓ\b|\bTHỨ TRƯỞNG\b|\bỦY VIÊN\b|\bUỶ VIÊN\b|\bHIỆU PHÓ\b|\bPHỤ TRÁCH\b|\bQUYỀN\b"
)
# Bodies that one head leads, who signs in his own name; "TM." is for those that decide together
ONE_HEADED = re.compile(
    r"(?:SỞ|PHÒNG|VĂN PHÒNG|TRUNG TÂM|TRƯỜNG|CỤC|CHI CỤC|VỤ|THANH TRA|ĐÀI|TRẠM|CÔNG AN)\b"
)
# Academic titles and honours are not written before the name
RANKS = re.compile(r"(?:(?:GS|PGS|TSKH|TS|ThS|Ths|BS|KS|CN|NGND|NGƯT|NSND|NSƯT)\b[.,\s]*)+")


def is_deputy(head: str, deputy: str) -> bool:
    """Whether a title may sign for that of the head.

    >>> is_deputy("CHỦ TỊCH", "PHÓ CHỦ TỊCH"), is_deputy("CHỦ TỊCH", "PHÓ GIÁM ĐỐC")
    (True, False)
    """
    if not DEPUTIES.search(deputy):
        return False
    own = deputy.partition("PHÓ ")[2]
    return not own or bool(set(own.split()) & set(head.split()))
