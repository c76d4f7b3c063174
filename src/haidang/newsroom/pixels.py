"""What is taken for a picture of the library, made anew; and what makes two pictures alike."""

import io
from itertools import pairwise

from PIL import Image

from haidang.activities.photos import BROKEN, NotAPhoto, kind_of, remade

SIDE = 2400  # twice what a page shows, so that a part cut out of it is still sharp
QUALITY = 88
ALIKE = 8  # bits of 64 that may differ: another size, another quality, a little lighter
STILL = {"PNG", "WEBP"}  # kinds that may move; of a phone's photo with depth the first is taken
OTHERS = {
    b"<svg": "SVG là bản vẽ có thể mang mã chạy được nên không nhận. Xuất ra PNG rồi thêm lại.",
    b"<!doctype html": "Đây là trang web (HTML), không phải ảnh. Tải ảnh về máy rồi thêm tệp ảnh.",
    b"<html": "Đây là trang web (HTML), không phải ảnh. Tải ảnh về máy rồi thêm tệp ảnh.",
    b"GIF8": "Ảnh GIF, ảnh động chưa nhận được. Lưu thành PNG hoặc JPEG rồi thêm lại.",
    b"%PDF": "Đây là tệp PDF, không phải ảnh. Kèm vào bài ở mục tệp kèm.",
}


def taken(content: bytes) -> bytes:
    """The pixels of a picture as a fresh JPEG, without position, device, comments or hidden parts.

    Raises NotAPhoto, in words, for drawings with programs, pages, moving pictures, broken ones,
    and those of too many points.
    """
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, words in OTHERS.items():
        if start.startswith(mark.lower()) or (start.startswith(b"<?xml") and mark in start):
            raise NotAPhoto(words)
    if kind_of(content) in STILL:
        _refuse_moving(content)
    return remade(content, side=SIDE, quality=QUALITY)


def _refuse_moving(content: bytes) -> None:
    try:
        with Image.open(io.BytesIO(content), formats=sorted(STILL)) as picture:
            moves = getattr(picture, "is_animated", False)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, *BROKEN):
        return  # `remade` says what is wrong with it
    if moves:
        raise NotAPhoto("Ảnh động chưa nhận được. Lưu một hình thành PNG hoặc JPEG rồi thêm lại.")


def likeness(content: bytes) -> str:
    """A mark of 64 bits that stays nearly the same when size, quality or light change.

    Each bit says whether a field of a grid of 9 × 8 is lighter than the one on its left.
    """
    with Image.open(io.BytesIO(content)) as picture:
        grid = picture.convert("L").resize((9, 8), Image.Resampling.LANCZOS)
    fields = list(grid.tobytes())
    rows = [fields[row * 9 : row * 9 + 9] for row in range(8)]
    bits = [right > left for row in rows for left, right in pairwise(row)]
    return f"{int(''.join('01'[bit] for bit in bits), 2):016x}"


def are_alike(one: str, other: str) -> bool:
    """Whether two marks differ so little that a person should look; blank is like nothing."""
    if not one or not other:
        return False
    return (int(one, 16) ^ int(other, 16)).bit_count() <= ALIKE
