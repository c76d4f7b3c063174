"""Numbers as they are written in Vietnam: 15.000, 87,2 and what could be either."""

import re

from haidang.broadcast.speaking.numbers import MOST, decimal, one_by_one, whole

FIGURE = r"\d+(?:[.,]\d+)*"
_WHOLE = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DECIMAL = re.compile(r"(\d+|\d{1,3}(?:\.\d{3})+),(\d+)")
_LONGEST = 6  # digits without dots: longer ones may be numbers of accounts, of telephones


def figure(written: str, *, is_counted: bool = False) -> str | None:
    """A number in words, None where it could be read in two ways: 4.5, 1,234, 0012.

    `is_counted` where a unit follows, so that a long row of digits is an amount.
    """
    if written.isdigit():
        return _digits(written, is_counted)
    if _WHOLE.fullmatch(written) and not written.startswith("0"):
        return _small(int(written.replace(".", "")))
    found = _DECIMAL.fullmatch(written)
    if found is None:
        return None
    before, after = found[1].replace(".", ""), found[2]
    # Three digits after a comma are thousands in English: 1,234. Not where nothing is before it.
    if (len(after) == 3 and before != "0" and "." not in found[1]) or int(before) >= MOST:
        return None
    if len(before) > 1 and before.startswith("0"):
        return None
    return decimal(before, after)


def _digits(written: str, is_counted: bool) -> str | None:
    if written.startswith("0") and len(written) > 2:
        return one_by_one(written) if len(written) == 3 else None
    if len(written) > _LONGEST and not is_counted:
        return None
    return _small(int(written))


def _small(number: int) -> str | None:
    return whole(number) if number < MOST else None
