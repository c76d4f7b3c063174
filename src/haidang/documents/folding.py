"""How words are kept to be found without marks, on either database."""

from haidang.orgs.naming import bare


def folded(*words: str) -> str:
    """Words without marks and in small letters, as a register is searched.

    >>> folded("Báo cáo", "Đối ngoại")
    'bao cao doi ngoai'
    """
    return " ".join(bare(" ".join(words)).casefold().split())
