"""Stamps found on a picture by their ink, set straight, without the frame around them (N19).

They are red, 20 to 40 mm wide and 8 mm high, in a double frame (Thông tư 24/2020/TT-BCA).
"""

from collections.abc import Iterator

from PIL import Image, ImageChops, ImageFilter, ImageOps

_Box = tuple[int, int, int, int]
_SMALL = 900  # dots of the side of a picture that is searched for ink
_RED = 45  # how much more red than green and blue
_SOME = 0.03  # share of dots in red of a red stamp
_COARSE = 4
_SPECK = 12  # less ink than this on a coarse dot is none
_MOST_PARTS = 400
_LEAST, _MOST_SHARE = 0.0004, 0.25  # of the picture, in area
_FLATTEST, _TALLEST = 12.0, 0.75  # width against height
_LETTERS = 120  # dots of height that are read best
_MARGIN = 30
_TURNS = range(-16, 17, 2)
_ROW, _COLUMN = 0.72, 0.85  # share of ink in a line of the frame
_DARK = 150


def red_parts(picture: Image.Image) -> Iterator[Image.Image]:
    """The parts of a picture in red ink that have the shape of a stamp, the largest first."""
    boxes = [box for box in red_boxes(picture) if _is_like_a_stamp(box, picture.size)]
    for left, top, right, bottom in sorted(boxes, key=_area, reverse=True):
        yield picture.crop((left, top, right, bottom))


def red_boxes(picture: Image.Image) -> Iterator[_Box]:
    """The boxes around what is red and hangs together, in dots, with a little room."""
    small = picture.convert("RGB")
    small.thumbnail((_SMALL, _SMALL))
    scale = _COARSE * picture.width / small.width
    for left, top, right, bottom in _parts(_redness(small)):
        yield (
            round(left * scale),
            round(top * scale),
            min(round(right * scale), picture.width),
            min(round(bottom * scale), picture.height),
        )


def is_blue(stamp: Image.Image) -> bool:
    """Whether its ink is that of a pen: a signature."""
    small = stamp.convert("RGB")
    small.thumbnail((200, 100))
    red, green, blue = small.split()
    more_blue = ImageChops.subtract(blue, ImageChops.lighter(red, green)).histogram()
    dark = small.convert("L").histogram()
    return sum(more_blue[_RED:]) > 0.4 * sum(dark[:_DARK]) > 0


def grey_of(stamp: Image.Image) -> Image.Image:
    """A stamp in grey, whatever the colour of its ink, upright and large enough to be read."""
    if "A" in stamp.getbands() or "transparency" in stamp.info:
        stamp = stamp.convert("RGBA")
        ground = Image.new("RGBA", stamp.size, "white")
        stamp = Image.alpha_composite(ground, stamp)
    grey = ImageOps.autocontrast(_ink_of(stamp.convert("RGB")), cutoff=1)
    size = _LETTERS / max(grey.height, 1)
    if not 0.7 < size < 1.4:
        wide = min(max(round(grey.width * size), 1), 12 * _LETTERS)
        grey = grey.resize((wide, _LETTERS), Image.Resampling.LANCZOS)
    return _straight(grey)


def _ink_of(stamp: Image.Image) -> Image.Image:
    """Its ink in grey: the red alone where there is some, for it may lie over printed words."""
    red, green, blue = stamp.split()
    more = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    if sum(more.histogram()[_RED:]) > _SOME * stamp.width * stamp.height:
        return ImageOps.invert(more)
    return ImageChops.darker(red, ImageChops.darker(green, blue))


def smooth(grey: Image.Image) -> Image.Image:
    """Without the grains of worn rubber."""
    return grey.filter(ImageFilter.GaussianBlur(1.5))


def without_frame(grey: Image.Image) -> Image.Image:
    """The part of a stamp within its frame, on white."""
    ink = grey.point(lambda light: 255 if light < _DARK else 0)
    rows = ink.resize((1, ink.height), Image.Resampling.BOX).tobytes()
    top, bottom = _within(rows, _ROW)
    columns = ink.crop((0, top, ink.width, bottom)).resize((ink.width, 1), Image.Resampling.BOX)
    left, right = _within(columns.tobytes(), _COLUMN)
    return ImageOps.expand(grey.crop((left, top, right, bottom)), _MARGIN, 255)


def _within(ink: bytes, line: float) -> tuple[int, int]:
    """The longest stretch between lines of a frame."""
    best, start = (0, len(ink)), 0
    length = 0
    for place, share in enumerate((*ink, 255)):
        if share > 255 * line:
            if place - start > length:
                best, length = (start, place), place - start
            start = place + 1
    return best


def _straight(grey: Image.Image) -> Image.Image:
    """Turned so that the rows of ink are as dense as can be."""
    thumb = ImageOps.invert(grey)
    thumb.thumbnail((240, 80))

    def density(turn: int) -> int:
        rows = thumb.rotate(turn, expand=True).resize((1, thumb.height), Image.Resampling.BOX)
        return sum(share * share for share in rows.tobytes())

    turn = max(_TURNS, key=lambda turn: (density(turn), -abs(turn)))
    return grey.rotate(turn, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)


def _redness(picture: Image.Image) -> Image.Image:
    red, green, blue = picture.split()
    more = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    ink = more.point(lambda share: 255 if share > _RED else 0)
    coarse = ink.reduce(_COARSE).point(lambda share: 255 if share > _SPECK else 0)
    return coarse.filter(ImageFilter.MaxFilter(3))  # letters and frame become one


def _parts(ink: Image.Image) -> Iterator[_Box]:
    """The boxes around what hangs together."""
    width, height = ink.size
    left = bytearray(ink.tobytes())
    for _ in range(_MOST_PARTS):
        start = left.find(b"\xff")
        if start < 0:
            return
        yield _taken(left, start, width, height)


def _taken(ink: bytearray, start: int, width: int, height: int) -> _Box:
    ink[start] = 0
    todo = [start]
    box = [width, height, 0, 0]
    while todo:
        y, x = divmod(todo.pop(), width)
        box = [min(box[0], x), min(box[1], y), max(box[2], x + 1), max(box[3], y + 1)]
        for near_x, near_y in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
            at = near_y * width + near_x
            if 0 <= near_x < width and 0 <= near_y < height and ink[at]:
                ink[at] = 0
                todo.append(at)
    return box[0], box[1], box[2], box[3]


def _area(box: _Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_like_a_stamp(box: _Box, size: tuple[int, int]) -> bool:
    shape = (box[2] - box[0]) / (box[3] - box[1])
    share = _area(box) / (size[0] * size[1])
    return _LEAST < share < _MOST_SHARE and _TALLEST < shape < _FLATTEST
