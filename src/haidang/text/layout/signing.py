"""Who may sign and how it is written: marks of authority, deputies, ranks (Điều 13; mục II.7)."""

import re

# On behalf of a body; acting head; a deputy for the head; by order; by written authorisation
MARKS = {"TM": "thay mặt", "Q": "quyền", "KT": "ký thay", "TL": "thừa lệnh", "TUQ": "thừa ủy quyền"}
DEPUTIES = re.compile(
    r"\bPHÓ\b|\bTHỨ TRƯỞNG\b|\bỦY VIÊN\b|\bUỶ VIÊN\b|\bHIỆU PHÓ\b|\bPHỤ TRÁCH\b|\bQUYỀN\b"
)
# Academic titles and honours are not written before the name
RANKS = re.compile(r"(?:(?:GS|PGS|TSKH|TS|ThS|Ths|BS|KS|CN|NGND|NGƯT|NSND|NSƯT)\b[.,\s]*)+")
