"""Drawings for stories of the demonstration, in the colours of the portal; no photo, no person."""

import io
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw

WIDTH, HEIGHT, FINE = 1200, 675, 2  # drawn larger by FINE, so that edges come out smooth
NIGHT, DEEP, SEA, LIGHT, SKY = "#04203a", "#0b4f8a", "#1967aa", "#5a97c9", "#c8dff2"
LAMP, GLOW, SAND, WHITE, RED, GREEN = (
    "#f2b134",
    "#fad68a",
    "#f0dfba",
    "#f5f8fb",
    "#b3151c",
    "#8fb08c",
)
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing, and its words in Vietnamese and English."""

    draw: Callable[["Pen"], None]
    alt: str
    caption: str
    english_alt: str
    english_caption: str


class Pen:
    """Draws in the measure of the finished picture."""

    def __init__(self, image: Image.Image) -> None:
        self._pen = ImageDraw.Draw(image)

    def shape(self, points: Sequence[Point], fill: str) -> None:
        """Fill a shape."""
        self._pen.polygon([(x * FINE, y * FINE) for x, y in points], fill=fill)

    def box(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        """Fill a rectangle."""
        self.shape([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def disc(self, x: float, y: float, radius: float, fill: str, flat: float = 1) -> None:
        """Fill a circle, or an ellipse that is lower than wide."""
        low = radius * flat
        corners = [(x - radius) * FINE, (y - low) * FINE, (x + radius) * FINE, (y + low) * FINE]
        self._pen.ellipse(corners, fill=fill)

    def line(self, start: Point, end: Point, fill: str, width: float) -> None:
        """Draw a straight line."""
        ends = [(x * FINE, y * FINE) for x, y in (start, end)]
        self._pen.line(ends, fill=fill, width=round(width * FINE))

    def waves(self, top: float, fill: str, swell: float, step: int = 200) -> None:
        """Fill all below a line of waves."""
        crest = [
            (x, top + swell * math.sin(2 * math.pi * x / step)) for x in range(0, WIDTH + 8, 8)
        ]
        self.shape([(0, HEIGHT), *crest, (WIDTH, HEIGHT)], fill)


def _boat(pen: Pen, left: float, water: float, size: float, flag: str) -> None:
    def at(x: float, y: float) -> Point:
        return left + x * size, water + y * size

    pen.line(at(200, -30), at(200, -190), NIGHT, 5 * size)
    pen.shape([at(203, -190), at(270, -170), at(203, -150)], flag)
    pen.box(*at(90, -110), *at(180, -20), WHITE)
    pen.box(*at(80, -122), *at(190, -106), RED)
    pen.box(*at(104, -88), *at(128, -64), DEEP)
    pen.box(*at(142, -88), *at(166, -64), DEEP)
    pen.shape([at(0, -40), at(70, -22), at(220, -22), at(320, -60), at(280, 40), at(50, 40)], NIGHT)
    pen.shape(
        [at(8, -32), at(72, -14), at(222, -14), at(314, -46), at(316, -54), at(220, -24)], LAMP
    )
    pen.disc(*at(52, 2), 9 * size, WHITE)
    pen.disc(*at(52, 2), 4 * size, NIGHT)


def _boats(pen: Pen) -> None:
    pen.box(0, 0, WIDTH, HEIGHT, SKY)
    pen.disc(880, 230, 110, GLOW)
    pen.box(0, 350, WIDTH, HEIGHT, LIGHT)
    pen.waves(390, SEA, 8)
    _boat(pen, 190, 420, 1.35, LAMP)
    pen.waves(490, DEEP, 10)
    _boat(pen, 800, 520, 0.8, RED)
    pen.waves(590, NIGHT, 10)


def _turbine(pen: Pen, x: float, foot: float, size: float) -> None:
    hub = (x, foot - 190 * size)
    pen.line((x, foot), hub, WHITE, 9 * size)
    for across, up in ((96, -6), (-44, -84), (-52, 78)):
        pen.line(hub, (x + across * size, hub[1] + up * size), WHITE, 8 * size)
    pen.disc(*hub, 10 * size, LAMP)


def _ponds(pen: Pen) -> None:
    pen.box(0, 0, WIDTH, 260, SKY)
    pen.box(0, 260, WIDTH, 330, "#f6ecd2")
    pen.disc(900, 330, 90, GLOW)
    pen.box(0, 310, WIDTH, 350, SEA)
    pen.box(0, 350, WIDTH, 372, GREEN)
    pen.box(0, 372, WIDTH, HEIGHT, SAND)
    for x, size in ((220, 1.15), (480, 0.8), (680, 0.6)):
        _turbine(pen, x, 352, size)
    for row, (top, bottom, fill) in enumerate(
        ((384, 430, LIGHT), (446, 530, SEA), (548, 660, DEEP))
    ):
        width = 250 + 60 * row
        for at in range(-1, WIDTH // width + 2):
            left = at * width + 40 * row
            pen.shape(
                [
                    (left + 16, top),
                    (left + width - 14, top),
                    (left + width, bottom),
                    (left, bottom),
                ],
                fill,
            )
            pen.disc(left + width / 2, (top + bottom) / 2, 12 + 6 * row, WHITE, 0.4)


def _lighthouse(pen: Pen) -> None:
    pen.box(0, 0, WIDTH, HEIGHT, DEEP)
    for strip, fill in enumerate(("#06294a", "#073056", "#083862", "#093f6d", "#0a4679")):
        pen.box(0, strip * 60, WIDTH, strip * 60 + 60, fill)
    pen.shape([(850, 176), (850, 200), (0, 330), (0, 60)], "#3d6f9c")
    pen.disc(420, 420, 100, GLOW)
    pen.box(0, 420, WIDTH, HEIGHT, SEA)
    pen.waves(470, DEEP, 8)
    pen.shape([(740, 600), (820, 500), (960, 470), (1200, 540), (1200, 675), (740, 675)], NIGHT)
    pen.shape([(815, 220), (885, 220), (905, 500), (795, 500)], WHITE)
    pen.shape([(808, 300), (892, 300), (898, 390), (802, 390)], RED)
    pen.box(800, 206, 900, 222, NIGHT)
    pen.box(822, 160, 878, 206, LAMP)
    pen.shape([(812, 162), (850, 110), (888, 162)], NIGHT)
    pen.waves(610, NIGHT, 8)


SCENES = {
    "boats": Scene(
        _boats,
        "Tranh vẽ hai chiếc ghe treo cờ đi trên biển lúc mặt trời mọc.",
        "Ghe ra biển lúc sáng sớm.",
        "A drawing of two boats with flags on the sea at sunrise.",
        "Boats putting out to sea in the early morning.",
    ),
    "ponds": Scene(
        _ponds,
        "Tranh vẽ ao nuôi ven biển, ba trụ điện gió và mặt trời mọc.",
        "Ao, gió và biển: bờ biển lúc sáng sớm.",
        "A drawing of ponds by the sea, three wind turbines and the rising sun.",
        "Ponds, wind and sea: the coast at first light.",
    ),
    "lighthouse": Scene(
        _lighthouse,
        "Tranh vẽ ngọn hải đăng chiếu sáng trên biển.",
        "Hải đăng bên bờ biển.",
        "A drawing of a lighthouse shining over the sea.",
        "A lighthouse on the coast.",
    ),
}


@cache
def drawn(name: str) -> bytes:
    """Return a drawing as a PNG."""
    image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE))
    SCENES[name].draw(Pen(image))
    buffer = io.BytesIO()
    image.reduce(FINE).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()
