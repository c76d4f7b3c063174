"""Draws a page of a pdf for the eyes of a person, as it stands, with its seals and signatures."""

import io

import pypdfium2

from haidang.text.reading.unreadable import Unreadable

_MOST_DOTS = 6_000_000  # a poster is drawn coarser than it was asked for
_QUALITY = 60


def drawn_page(data: bytes, number: int, width: int) -> bytes:
    """The page of this number, from 1, so many dots wide, as WebP.

    Refuses with Unreadable what is no pdf, or has no such page.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
        if not 1 <= number <= len(document):
            raise Unreadable("no-page", "Tệp không có trang này.")
        page = document[number - 1]
        across, down = page.get_size()
        scale = min(width / max(across, 1.0), (_MOST_DOTS / max(across * down, 1.0)) ** 0.5)
        picture = page.render(scale=scale, may_draw_forms=True).to_pil()
    except pypdfium2.PdfiumError as error:
        raise Unreadable("broken", "Tệp PDF hỏng, không vẽ được trang.") from error
    made = io.BytesIO()
    picture.save(made, "WEBP", quality=_QUALITY, method=2)
    return made.getvalue()
