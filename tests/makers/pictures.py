"""Pictures for tests: drawn here, so that they are nobody's."""

import io

from PIL import Image, ImageDraw

from haidang.newsroom.commands.pictures import add_picture
from haidang.newsroom.enums import Consent
from haidang.newsroom.picture_facts import PictureFacts

RIGHTS = "Hình vẽ của Hải Đăng"


def drawn(kind="JPEG", size=(1600, 1000), sun=(1200, 300), **saving):
    """The bytes of a picture of sea and sun."""
    image = Image.new("RGB", size, "#cfe4f7")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, size[1] * 2 // 3, *size), fill="#1f5fa8")
    x, y = sun[0] * size[0] // 1600, sun[1] * size[1] // 1000
    draw.ellipse(
        (x - size[0] // 10, y - size[0] // 10, x + size[0] // 10, y + size[0] // 10), "#f5b942"
    )
    return encoded(image, kind, **saving)


def encoded(image, kind="JPEG", **saving):
    buffer = io.BytesIO()
    image.save(buffer, kind, **saving)
    return buffer.getvalue()


def noise(size=(1600, 1200)):
    """The bytes of what no codec makes small."""
    return encoded(Image.effect_noise(size, 90).convert("RGB"), quality=90)


def make_picture(unit, by, content=None, **facts):
    """Add a picture to a unit's library."""
    said = {"rights": RIGHTS, "alt": "Mặt trời trên biển", "consent": Consent.NOBODY} | facts
    return add_picture(
        unit=unit, content=content or drawn(), name="bien.jpg", facts=PictureFacts(**said), by=by
    )
