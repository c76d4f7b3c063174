"""Draws stamps as rubber leaves them: letters in a double frame, turned, worn, in red."""

import io
import random
from base64 import b64encode
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from tests.text.files import docx, p
from tests.text.scans import DOTS, FACE, drawn

RED, BLACK = (210, 30, 40), (0, 0, 0)
BOLD = FACE.replace("Regular", "Bold")
PLAN = [
    (90, 800, "UBND XÃ BÌNH AN"),
    (300, 800, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (90, 760, "Số: 12/KH-UBND"),
    (250, 700, "KẾ HOẠCH"),
    (180, 680, "Tuyên truyền biển, đảo năm 2026"),
    *((70, 640 - 18 * line, "Tuyên truyền ngắn gọn, dễ hiểu, phù hợp") for line in range(8)),
]


def stamp(words, dots=300, turned=0, ink=RED, worn=False):
    """A stamp on nothing."""
    size = round(14 * dots / 72)
    face = ImageFont.truetype(Path("/") / BOLD, size)
    left, top, right, bottom = face.getbbox(words)
    room, line = round(size * 0.55), max(1, size // 14)
    made = Image.new("RGBA", (right - left + 2 * room, bottom - top + 2 * room), (255, 255, 255, 0))
    pen = ImageDraw.Draw(made)
    for edge in (line, 3 * line):
        sides = (edge, edge, made.width - 1 - edge, made.height - 1 - edge)
        pen.rectangle(sides, outline=(*ink, 255), width=line)
    pen.text((room - left, room - top), words, (*ink, 255), face)
    made = made.rotate(turned, expand=True, resample=Image.Resampling.BICUBIC)
    if worn:
        grains = random.Random(len(words)).choices(range(256), k=made.width * made.height)
        holes = Image.frombytes("L", made.size, bytes(grains)).point(
            lambda v: 255 if v > 90 else 60
        )
        made.putalpha(ImageChops.multiply(made.getchannel("A"), holes))
    return made


def on_white(picture):
    made = Image.new("RGB", picture.size, "white")
    made.paste(picture, (0, 0), picture)
    return made


def page_with(mark, x, y):
    """A page of a plan with a stamp put on it."""
    page = drawn(PLAN)
    page.paste(mark, (x * DOTS // 72, (842 - y) * DOTS // 72), mark)
    return page


def file_of(picture, kind="PNG"):
    made = io.BytesIO()
    picture.save(made, kind)
    return made.getvalue()


def docx_with(*pictures):
    """A .docx with these files as its pictures."""
    from tests.text.secrecy_files import packed

    body = p("KẾ HOẠCH") + p("Tuyên truyền biển, đảo")
    return packed(
        docx(body), {f"word/media/{n}.png": picture for n, picture in enumerate(pictures)}
    )


def html_with(picture):
    return b'<html><img src="data:image/png;base64,%b"><p>a</p></html>' % b64encode(picture)
