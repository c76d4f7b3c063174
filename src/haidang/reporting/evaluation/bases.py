"""What a proposal of commendation rests on: the law, and what was asked and reported.

Which laws serve is the authority's to say. What is proposed here was written down without the
official texts at hand, so it is marked until a person has looked at it and keeps it.
"""

import datetime as dt
from collections.abc import Sequence

from haidang.activities.facts import one_line
from haidang.documents.stamps import about_words
from haidang.errors import Issue

OPENING, MARK = "Căn cứ ", "(cần kiểm tra)"
MOST, LONGEST = 20, 400
LAW = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
DECREE_2023 = (
    "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết "
    "thi hành một số điều của Luật Thi đua, khen thưởng"
)
DECREE_2025 = (
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân "
    "cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành "
    "một số điều của Luật Thi đua, khen thưởng"
)
# The decree that serves from a day on.
DECREES = ((dt.date(2024, 1, 1), DECREE_2023), (dt.date(2025, 7, 1), DECREE_2025))


def proposed_bases(day: dt.date) -> tuple[str, ...]:
    """The law and the decree that are taken to serve on a day, for a person to look at."""
    decrees = [words for since, words in DECREES if since <= day]
    return (LAW, *decrees[-1:])


def bases_of(
    kept: Sequence[str] | None, day: dt.date, asked_by: str, about: str
) -> tuple[str, ...]:
    """The bases in the order of their weight; `asked_by` is the document that asked, if any.

    Where nobody kept any, the proposed ones, each with its mark.
    """
    laws = kept or [f"{words} {MARK}" for words in proposed_bases(day)]
    own = [f"{OPENING}{asked_by}"] if asked_by else []
    return (*laws, *own, f"{OPENING}kết quả {about}")


def lines_of(typed: str) -> list[str]:
    """What was typed as bases, one a line, without the mark and the punctuation of a document."""
    rows = (one_line(row).replace(MARK, "").strip(" ;.") for row in typed.splitlines())
    return [row for row in rows if row]


def before_keeping(words: Sequence[str]) -> list[Issue]:
    """What keeps bases from being kept: none, too many, too long, or one that opens otherwise."""
    issues = [issue for row in words for issue in about_words(row, "words")]
    if not words:
        issues.append(Issue("no_bases", "Ghi ít nhất một căn cứ.", "words"))
    if len(words) > MOST:
        issues.append(Issue("many_bases", f"Nhiều nhất {MOST} căn cứ.", "words"))
    for at, row in enumerate(words, 1):
        if not row.startswith(OPENING):
            issues.append(Issue("opening", f"Dòng {at} phải mở đầu bằng “Căn cứ”.", "words"))
        if len(row) > LONGEST:
            issues.append(Issue("long", f"Dòng {at} dài quá {LONGEST} ký tự.", "words"))
    return issues
