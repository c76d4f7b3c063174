"""A short name for a task, made from its own words. A person may write a better one."""

import re
from collections.abc import Iterable

LONGEST = 110
_OPENING = re.compile(
    r"^(?:căn cứ (?:vào )?(?:chức năng,\s*)?nhiệm vụ[^,]*,\s*"
    r"|(?:đồng thời|ngoài ra|tiếp tục)\s*,\s*)",
    re.IGNORECASE,
)
_WITH = r"(?:chủ trì\s*,?\s*)?(?:chủ động\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+"


def short_title(text: str, coordinate: Iterable[str] = ()) -> str:
    """The task in one line: without who it is done with, up to the first stop.

    >>> short_title("Phối hợp với Sở Tài chính lập dự toán; báo cáo.", ["Sở Tài chính"])
    'Lập dự toán'
    """
    line = " ".join(text.replace("**", "").split())
    line = _OPENING.sub("", line)
    for phrase in coordinate:
        together = re.compile(
            _WITH + re.escape(" ".join(phrase.split())) + r"\s*,?\s*", re.IGNORECASE
        )
        rest = together.sub("", line, count=1) if together.match(line) else line
        line = rest if len(rest.split()) > 2 else line
    line = re.split(r"[.;:](?:\s|$)|\.\.\.|…", line, maxsplit=1)[0].strip(" ,./-–")
    line = _cut(line) or " ".join(text.split())[:LONGEST]
    return line[:1].upper() + line[1:]


def _cut(line: str) -> str:
    if len(line) <= LONGEST:
        return line
    kept = line[:LONGEST].rsplit(" ", 1)[0]
    at_comma = kept.rfind(",")
    return kept[:at_comma].rstrip() if at_comma > LONGEST // 2 else f"{kept.rstrip(',')}…"
