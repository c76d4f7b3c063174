"""Numbers as Vietnamese officials write them: 1.032 and 12,5. Values in, values out.

What can only be an English 1,234.5 is read as such. A figure that could be read in two ways is
refused with words, never guessed.
"""

import re
from decimal import Decimal

WRITTEN = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?", re.ASCII)
ENGLISH = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?", re.ASCII)
IN_TWO_WAYS = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
LARGEST = Decimal("999999999999.99")
SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?:\D|$))", re.ASCII)


def read_number(text: str) -> Decimal:
    """Read a number as typed; ValueError carries the sentence to show.

    >>> read_number("1.032"), read_number("12,5"), read_number("1,032.5")
    (Decimal('1032'), Decimal('12.5'), Decimal('1032.5'))
    """
    typed = SPACES.sub("", text.strip())
    if typed.startswith(("-", "−")):
        raise ValueError("không được là số âm")
    if match := WRITTEN.fullmatch(typed):
        whole, part = match.group(1).replace(".", ""), match.group(2) or ""
    elif match := _english(typed):
        whole, part = match.group(1).replace(",", ""), match.group(2) or ""
    else:
        raise ValueError(_advice(typed))
    if len(part) > 2:
        raise ValueError(_too_fine(typed))
    number = Decimal(f"{whole}.{part or 0}")
    if number > LARGEST:
        raise ValueError("lớn quá mức có thể, hãy xem lại")
    return shortest(number)


def other_reading(text: str) -> Decimal | None:
    """The fraction that an English hand means by 1.234, which here is read as 1234.

    >>> other_reading("1.234"), other_reading("1.234,5")
    (Decimal('1.234'), None)
    """
    typed = text.strip()
    return Decimal(typed) if IN_TWO_WAYS.fullmatch(typed) else None


def _english(typed: str) -> re.Match[str] | None:
    # 1,234 alone may be one and a quarter, or a thousand: only what has one reading is taken.
    one_reading = typed.count(",") > 1 or "." in typed
    return ENGLISH.fullmatch(typed) if one_reading else None


def _too_fine(typed: str) -> str:
    whole, _, part = typed.rpartition(",")
    if len(part) == 3 and "." not in whole:
        return f"đọc được hai cách: ghi {whole}.{part} nếu là số nghìn, {whole},{part[:2]} nếu lẻ"
    return "ghi nhiều nhất hai chữ số sau dấu phẩy, ví dụ 12,5"


def _advice(typed: str) -> str:
    if re.fullmatch(r"[0-9.,]+", typed):
        return "ghi dấu chấm giữa hàng nghìn và dấu phẩy trước phần lẻ, ví dụ 1.032 hoặc 12,5"
    return "phải là số, ví dụ 85"


def shortest(number: Decimal) -> Decimal:
    """The same number without idle zeros, and without an exponent."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()


def write_number(number: Decimal | int) -> str:
    """Write a number with dots between thousands and a decimal comma.

    >>> write_number(Decimal("1032.50"))
    '1.032,5'
    """
    return f"{shortest(Decimal(number)):,f}".translate({ord(","): ".", ord("."): ","})


def write_difference(number: Decimal) -> str:
    """Write a difference with its sign: +8, −3."""
    return f"{'+' if number > 0 else '−'}{write_number(abs(number))}"
