"""Vietnamese numbers in words: mốt, tư, lăm, linh, and the groups of three."""

UNITS = "không một hai ba bốn năm sáu bảy tám chín".split()
_GROUPS = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))
MOST = 10**15  # beyond it nobody follows by ear


def whole(number: int) -> str:
    """A whole number in words.

    >>> whole(15_000), whole(2024), whole(104)
    ('mười lăm nghìn', 'hai nghìn không trăm hai mươi tư', 'một trăm linh bốn')
    """
    if number < 0:
        return f"âm {whole(-number)}"
    if number == 0:
        return UNITS[0]
    words: list[str] = []
    for size, name in _GROUPS:
        count, number = divmod(number, size)
        if count:
            words += [_below_thousand(count, is_led=bool(words)) if count < 1000 else whole(count)]
            words.append(name)
    if number:
        words.append(_below_thousand(number, is_led=bool(words)))
    return " ".join(words)


def _below_thousand(number: int, *, is_led: bool) -> str:
    """One group; `is_led` where another stands before it: 005 is "không trăm linh năm" then."""
    hundreds, rest = divmod(number, 100)
    words = [f"{UNITS[hundreds]} trăm"] if hundreds or is_led else []
    if rest and words and rest < 10:
        words.append(f"linh {UNITS[rest]}")
    elif rest:
        words.append(_below_hundred(rest))
    return " ".join(words)


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return UNITS[ones]
    head = "mười" if tens == 1 else f"{UNITS[tens]} mươi"
    if ones == 0:
        return head
    return f"{head} {_last(tens, ones)}"


def _last(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    if tens > 1 and ones in (1, 4):
        return {1: "mốt", 4: "tư"}[ones]
    return UNITS[ones]


def fraction(digits: str) -> str:
    """What stands after the comma: 2 → hai, 25 → hai mươi lăm, 05 → không năm.

    >>> fraction("05"), fraction("25")
    ('không năm', 'hai mươi lăm')
    """
    bare = digits.lstrip("0")
    if len(bare) > 2:
        return one_by_one(digits)
    zeros = [UNITS[0]] * (len(digits) - len(bare))
    return " ".join([*zeros, *([whole(int(bare))] if bare else [])])


def decimal(before: str, after: str) -> str:
    """A number with a comma: 87,2 → tám mươi bảy phẩy hai."""
    return f"{whole(int(before))} phẩy {fraction(after)}"


def one_by_one(digits: str) -> str:
    """Digits one after the other, as telephone numbers are said."""
    return " ".join(UNITS[int(digit)] for digit in digits)


def ordinal(number: int) -> str:
    """What stands after "thứ": nhất, hai, ba, tư."""
    return {1: "nhất", 4: "tư"}.get(number, whole(number))


def month(number: int) -> str:
    """What stands after "tháng": the fourth is "tư"."""
    return "tư" if number == 4 else whole(number)
