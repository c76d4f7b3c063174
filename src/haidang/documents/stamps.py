"""Secrecy stamps in what people type or name: refused like a stamped file, before it is stored."""

import json
from collections.abc import Iterator

from haidang.errors import Incomplete, Issue
from haidang.text.understanding.secrecy import secrecy_mark
from haidang.text.understanding.secrecy.names import secrecy_mark_of_name


def about_words(words: str, field: str) -> list[Issue]:
    """A secrecy stamp in words that would be stored (Luật Bảo vệ bí mật nhà nước 117/2025/QH15)."""
    return [_stamped(field)] if secrecy_mark(words) else []


def refuse_stamped(**typed: str) -> None:
    """Refuse with Incomplete words with a secrecy stamp, by field, as they were typed.

    A stamp is known by standing on a line of its own: this comes before lines are joined.
    """
    if issues := [row for field, words in typed.items() for row in about_words(words, field)]:
        raise Incomplete(issues)


def about_file_name(name: str, field: str) -> list[Issue]:
    """A secrecy stamp in the name of a file, which would be stored with it."""
    return [_stamped(field)] if secrecy_mark_of_name(name) else []


def words_in(source: str) -> Iterator[str]:
    """Every string of a document as it is stored; nothing where it is no such document."""
    try:
        left = [json.loads(source)] if source else []
    except ValueError:
        left = [source]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict | list):
            left += list(one.values()) if isinstance(one, dict) else one


def _stamped(field: str) -> Issue:
    return Issue(
        "secrecy_mark",
        "Nội dung mang dấu chỉ độ mật nên không được ghi ở đây. "
        "Dùng đường văn bản giấy hoặc mạng LAN độc lập.",
        field,
    )
