"""Makes scanned pages: words drawn as a picture, turned, stamped and signed, then put in a pdf."""

import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tests.system import needs, needs_tesseract

FACE = "usr/share/fonts/truetype/croscore/Tinos-Regular.ttf"
DOTS = 300
BLACK, RED, BLUE = (20, 20, 20), (220, 30, 40), (30, 40, 200)

needs_face = needs(FACE, "fonts-croscore")


def needs_scans(test):
    """A test that draws a page and has it recognised."""
    return needs_face(needs_tesseract(test))


def drawn(lines, turned=0.0, ink=(), stamped=()):
    """A picture of lines (from the left, from the foot, words; in points), and of ink over them."""
    page = Image.new("RGB", (595 * DOTS // 72, 842 * DOTS // 72), "white")
    pen = ImageDraw.Draw(page)
    face = ImageFont.truetype(Path("/") / FACE, 13 * DOTS // 72)
    for x, y, words in lines:
        pen.text((x * DOTS // 72, (842 - y) * DOTS // 72), words, BLACK, face, anchor="ls")
    for x, y, words in stamped:
        place = (x * DOTS // 72, (842 - y) * DOTS // 72)
        pen.text(place, words, RED, face, anchor="ls")
        pen.rectangle(
            pen.textbbox(place, words, face, anchor="ls", stroke_width=16), outline=RED, width=5
        )
    for (left, top, right, bottom), colour in ink:
        box = [side * DOTS // 72 for side in (left, 842 - top, right, 842 - bottom)]
        pen.ellipse(box, outline=colour, width=8)
    return page.rotate(turned, fillcolor="white")


def scanned(*pages):
    """A pdf that holds nothing but these pictures."""
    made = io.BytesIO()
    pages[0].save(made, "PDF", save_all=True, append_images=pages[1:], resolution=DOTS)
    return made.getvalue()
