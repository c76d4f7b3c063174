"""Photos made anew: what a phone wrote beside the picture (position, device) does not survive.

The bytes that came in are never kept, so nothing hidden in them is either.
"""

import io
import struct

from PIL import Image, ImageOps

SIDE = 1280
QUALITY = 80
# What a camera gives is a JPEG that decodes at a fraction of its size; others decode whole.
MOST_PIXELS = {"JPEG": 64_000_000, "PNG": 24_000_000, "WEBP": 24_000_000}
SIGNATURES = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}
HEIF_BRANDS = {b"heic", b"heix", b"heif", b"mif1", b"msf1", b"hevc", b"avif"}
BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error)


class NotAPhoto(ValueError):
    """These bytes are no photo that can be kept; the message says so to the person."""


def remade(content: bytes, *, side: int = SIDE, quality: int = QUALITY) -> bytes:
    """Return a photo as a fresh JPEG, upright, at most `side` pixels a side, without metadata.

    Raises NotAPhoto for other kinds of file, broken pictures, and pictures of too many pixels.
    """
    kind = kind_of(content)
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as picture:
            _refuse_huge(picture, kind)
            picture.draft("RGB", (side, side))
            return _as_jpeg(picture, side, quality)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotAPhoto("Ảnh có quá nhiều điểm ảnh. Chụp lại ở cỡ nhỏ hơn.") from error
    except NotAPhoto:
        raise
    except BROKEN as error:
        raise NotAPhoto("Ảnh bị hỏng, không mở được. Chụp lại hoặc chọn ảnh khác.") from error


def kind_of(content: bytes) -> str:
    """Return JPEG, PNG or WEBP by the first bytes, whatever the name says; raises NotAPhoto."""
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    if content[4:8] == b"ftyp" and content[8:12] in HEIF_BRANDS:
        raise NotAPhoto(
            "Ảnh kiểu HEIC, AVIF chưa nhận được. "
            "Trong cài đặt máy ảnh, chọn “Tương thích nhất” (JPEG)."
        )
    raise NotAPhoto("Tệp này không phải ảnh JPEG, PNG hoặc WebP. Chọn ảnh khác.")


def _refuse_huge(picture: Image.Image, kind: str) -> None:
    # A progressive JPEG is held whole in memory, so it gets the lesser limit.
    whole = kind != "JPEG" or "progressive" in picture.info
    most = MOST_PIXELS["PNG" if whole else kind]
    if picture.width * picture.height > most:
        raise NotAPhoto(
            f"Ảnh {picture.width} × {picture.height} điểm là quá lớn "
            f"(tối đa {most // 1_000_000} triệu điểm). Chụp lại ở cỡ nhỏ hơn."
        )


def _as_jpeg(picture: Image.Image, side: int, quality: int) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((side, side), Image.Resampling.LANCZOS)
    # A new picture carries pixels only: no EXIF, no colour profile, no comment.
    clean = Image.new("RGB", upright.size, "white")
    if upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info:
        upright = upright.convert("RGBA")
        clean.paste(upright, mask=upright.getchannel("A"))
    else:
        clean.paste(upright.convert("RGB"))
    buffer = io.BytesIO()
    clean.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
    return buffer.getvalue()
