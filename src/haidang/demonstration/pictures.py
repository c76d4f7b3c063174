"""Drawings that stand where a photo would be: sea, sun and a boat, with the word "mô phỏng"."""

import io
from functools import cache

from PIL import Image, ImageDraw

VARIANTS = 8


@cache
def drawing(variant: int) -> bytes:
    """Return a JPEG drawing; there are VARIANTS of them."""
    shift = variant % VARIANTS
    image = Image.new("RGB", (640, 480), (156, 196, 230))
    pen = ImageDraw.Draw(image)
    sun = 120 + 50 * shift
    pen.ellipse((sun, 90, sun + 90, 180), fill=(242, 177, 52))
    pen.rectangle((0, 260, 640, 480), fill=(25, 103, 170))
    pen.polygon(
        [(0, 300), (160, 270), (330, 310), (500, 275), (640, 305), (640, 480), (0, 480)],
        fill=(11, 79, 138),
    )
    left = 430 - 45 * shift
    pen.polygon(
        [(left, 250), (left + 170, 250), (left + 135, 300), (left + 30, 300)], fill=(6, 47, 84)
    )
    pen.rectangle((left + 70, 205, left + 120, 250), fill=(250, 246, 235))
    pen.text((16, 452), "Anh mo phong / Simulated picture", fill=(255, 255, 255))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=82)
    return buffer.getvalue()
