"""Targets (chỉ tiêu): sentences that promise a quantity."""

import re

_QUANTITY = re.compile(
    r"(?:ít nhất|tối thiểu|trên|đạt|từ|phấn đấu|≥|>)\s*(?:khoảng\s+)?\d[\d.,]*\s*(?:%|\w)|"
    r"\d[\d.,]*\s*%|100\s*%",
    re.IGNORECASE,
)


def is_target(words: str) -> bool:
    """Whether the words state a share or a quantity to be reached.

    >>> is_target("100% các xã có đài truyền thanh"), is_target("Nâng cao chất lượng")
    (True, False)
    """
    return _QUANTITY.search(words) is not None
