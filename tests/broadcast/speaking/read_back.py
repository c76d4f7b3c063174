"""Reads Vietnamese numbers back from words, written apart from what says them."""

DIGITS = {w: n for n, w in enumerate("không một hai ba bốn năm sáu bảy tám chín".split())}
DIGITS |= {"mốt": 1, "tư": 4, "lăm": 5}
SIZES = {"nghìn": 10**3, "triệu": 10**6}


def number(words):
    """The number that words say."""
    if "tỷ" in words.split():
        head, _, tail = words.rpartition(" tỷ")
        return number(head) * 10**9 + (number(tail.strip()) if tail.strip() else 0)
    total = group = ones = 0
    for word in words.split():
        if word in SIZES:
            total, group, ones = total + (group + ones) * SIZES[word], 0, 0
        elif word == "trăm":
            group, ones = ones * 100, 0
        elif word == "mươi":
            group, ones = group + ones * 10, 0
        elif word == "mười":
            group, ones = group + 10, 0
        elif word != "linh":
            ones = DIGITS[word]
    return total + group + ones
