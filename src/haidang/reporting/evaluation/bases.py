"""What a proposal of commendation rests on: the law of the day, and what was asked and reported."""

import datetime as dt

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


def bases_of(day: dt.date, asked_by: str, about: str) -> tuple[str, ...]:
    """The bases in the order of their weight; `asked_by` is the document that asked, if any."""
    decrees = [words for since, words in DECREES if since <= day]
    own = [f"Căn cứ {asked_by}"] if asked_by else []
    return (LAW, *decrees[-1:], *own, f"Căn cứ kết quả {about}")
