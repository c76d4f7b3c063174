"""The fixed words and the punctuation of an official document; rules of wording, not of type."""

import re
from collections.abc import Sequence

NATIONAL_NAME_TEXT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO_TEXT = "Độc lập - Tự do - Hạnh phúc"
BLANK = " " * 6  # room that the clerk fills in by hand
CLOSING = "./."
FILED = "Lưu: VT"
# Box 14: symbol, day, hour and zone (mục II.8), "99/KH-UBND, 12/10/2023; 09:30:00; +07:00"
STAMP_TEXT = re.compile(r"\d*/\S+[,;]? .*\d.*[+-]\d\d:\d\d")
AS_ADDRESSED = "Như trên"
# Order of points a), b), …: the Vietnamese alphabet as the decree's own lists run
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
ENDS = re.compile(r"^[\s-]+|[\s;.,]+$")

DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?", re.ASCII
)


class DateError(ValueError):
    """A date that is neither a year, a month nor a day in ISO form."""


def number_line(number: str | None, symbol: str | None) -> str:
    """Box 3; a number under 10 has a leading zero (NĐ 30/2020, Phụ lục I, mục II.3).

    Example: `number_line("5", "BC-UBND")` is "Số: 05/BC-UBND".
    """
    digits = (number or "").strip()
    shown = digits.zfill(2) if digits.isdecimal() else digits
    return f"Số: {shown or BLANK}/{symbol or ''}" if symbol else f"Số: {shown or BLANK}"


def place_date_line(place: str | None, date: str | None) -> str:
    """Box 4; a leading zero only for days under 10 and months 1 and 2 (Phụ lục I, mục II.4).

    What the ISO date leaves out stays blank. Refuses other forms with DateError.
    """
    match = DATE.fullmatch(date) if date else None
    if date and not match:
        raise DateError(f"Ngày “{date}” không đọc được.")
    year, month, day = match.group("year", "month", "day") if match else (None, None, None)
    if month and int(month) > 2:
        month = month.lstrip("0")
    words = f"ngày {day or BLANK} tháng {month or BLANK} năm {year or BLANK}".rstrip(" ")
    return f"{place}, {words}" if place else words


def without_end(item: str) -> str:
    """An item of a list without its dash and its closing mark."""
    return ENDS.sub("", item)


def punctuated(items: Sequence[str]) -> list[str]:
    """Items each ending ";", the last "." (Phụ lục I, mục II.6 for bases, II.9 for recipients)."""
    bare = [text for item in items if (text := without_end(item))]
    return [f"{item};" for item in bare[:-1]] + [f"{item}." for item in bare[-1:]]


def recipient_lines(recipients: Sequence[str], *, addressed: bool) -> list[str]:
    """Box 9b: "- Như trên;" first where there is a Kính gửi, "- Lưu: VT…." last (mục II.9.b).

    An office that begins its list otherwise ("- Như kính gửi;") has said it.
    """
    bare = [text for item in recipients if (text := without_end(item))]
    filed = [item for item in bare if item.startswith("Lưu")] or [FILED]
    others = [item for item in bare if not item.startswith("Lưu")]
    if addressed and not (others and others[0].startswith("Như ")) and AS_ADDRESSED not in others:
        others.insert(0, AS_ADDRESSED)
    return [f"- {item}" for item in punctuated(others + filed)]


def closing_for(text: str) -> tuple[str, str]:
    """The text without its full stop, and the "./." that is to follow; none where it is there.

    Example: `closing_for("theo quy định.")` is ("theo quy định", "./.").
    """
    bare = text.rstrip()
    if bare.endswith(CLOSING):
        return bare, ""
    if bare.endswith(("...", "..")):
        return bare, CLOSING
    return (bare[:-1].rstrip() if bare.endswith((".", ";", ",")) else bare), CLOSING
