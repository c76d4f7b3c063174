"""The file that a command is given: refused by its name, opened within bounds, no secret taken."""

import sys
from collections.abc import Sequence
from pathlib import Path

from haidang.text.reading import secrecy_mark_of_name
from haidang.text.reading.bounds import MAX_BYTES, bytes_of, refuse_too_large
from haidang.text.reading.unreadable import Unreadable


def piped_in(files: Sequence[str]) -> bytes:
    """What is piped in where one of the files is "-", one letter more than is taken."""
    return sys.stdin.buffer.read(MAX_BYTES + 1) if "-" in files else b""


def opened(file: str, piped: bytes) -> bytes:
    """The bytes of a file, or what is piped in for "-".

    Refuses with Unreadable what has the name of a secret, before it is opened, what is not there,
    and what is too large.
    """
    if mark := secrecy_mark_of_name(file):
        raise secret(mark)
    try:
        data = piped if file == "-" else bytes_of(Path(file))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Unreadable("not-found", f"Không mở được tệp: {reason}.") from error
    refuse_too_large(len(data))
    return data


def secret(mark: str) -> Unreadable:
    """The refusal that Luật Bảo vệ bí mật nhà nước 117/2025/QH15 asks for."""
    return Unreadable("secret", f"Văn bản mang dấu độ mật “{mark}”: Hải Đăng không nhận.")
