"""Words of a document as a finding quotes them."""

MOST_QUOTED = 24  # letters


def ending(words: str) -> str:
    """The last whole words, enough to see how they end.

    >>> ending("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015.")
    '…ngày 19 tháng 6 năm 2015.'
    """
    if len(words) <= MOST_QUOTED:
        return words
    start = words.rfind(" ", 0, len(words) - MOST_QUOTED + 1) + 1
    return f"…{words[start:]}"
