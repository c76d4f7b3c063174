"""How much a file may hold: so much that no official document comes near it."""

from pathlib import Path

from haidang.text.reading.unreadable import Unreadable

MAX_BYTES = 50 * 1024 * 1024
MAX_LETTERS = 2_000_000  # a thousand pages


def bytes_of(file: Path) -> bytes:
    """The bytes of a file. Raises OSError, and Unreadable for one that is too large to take in."""
    with file.open("rb") as opened:
        data = opened.read(MAX_BYTES + 1)
    refuse_too_large(len(data))
    return data


def refuse_too_large(size: int) -> None:
    """Raise Unreadable for so many bytes."""
    if size > MAX_BYTES:
        raise Unreadable("too-large", f"Tệp quá lớn (trên {MAX_BYTES >> 20} MB).")


def refuse_too_long(letters: int) -> None:
    """Raise Unreadable for so many letters: before the rest of a file is unpacked or copied."""
    if letters > MAX_LETTERS:
        raise Unreadable("too-long", "Văn bản quá dài (trên 2 triệu chữ). Hãy tách ra.")
