"""Telephone numbers: digit by digit, with a rest between their parts."""

import re

from haidang.broadcast.speaking.numbers import one_by_one

PHONE = r"\(?\+?\d[\d.\s()-]{5,16}\d"
_PARTS = re.compile(r"\d+")
_CALLED = re.compile(r"(?:điện thoại|đ/c liên hệ|ĐT|SĐT|hotline|đường dây nóng|số máy|gọi|số)\W*$")
_SHORT = {"111", "112", "113", "114", "115", "1022", "1900", "1800"}


def phone(written: str, before: str) -> str | None:
    """A telephone number in words; None where it is none."""
    parts = _PARTS.findall(written)
    digits = "".join(parts)
    is_abroad = written.lstrip("(").startswith("+84")
    is_free = digits[:4] in {"1900", "1800"} and 8 <= len(digits) <= 10
    if not (is_abroad or is_free or (digits.startswith("0") and 10 <= len(digits) <= 11)):
        return None
    if "\n" in written:
        return None
    parts = parts if len(parts) > 1 else [digits[:4], digits[4:7], digits[7:]]
    head = "cộng " if is_abroad else ""
    return head + ", ".join(one_by_one(part) for part in parts if part)


def short_number(written: str, before: str) -> str | None:
    """113 and its like, where somebody is told to call it."""
    is_called = _CALLED.search(before[-24:])
    return one_by_one(written) if written in _SHORT and is_called else None
