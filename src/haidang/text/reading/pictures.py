"""The pages of a pdf as pictures, for those whose words can only be had by looking at them."""

from collections.abc import Iterator
from itertools import islice

import pypdfium2
from PIL import Image, ImageChops

from haidang.text.reading.picture import Picture

_DOTS = 300 / 72
_MOST_DOTS = 30_000_000  # three A4 pages at 300 dots an inch; a poster is drawn coarser
_FEW_LETTERS = 40  # a page with fewer has no layer of text
_STAMP_LETTERS = 600  # a page of pictures may bear the stamps of its signatures as text
_COVERED = 0.6
_SEEN = 0.02
_FEW_STROKES = 100
_MOST_OBJECTS = 50_000  # they are not looked at one by one
_DARK = 128
_BLACK = 0.35
_IMAGE = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE


def is_picture(page: pypdfium2.PdfPage, words: str) -> bool:
    """Whether a page is a picture: a photo over it, or drawn letters, and but a stamp's words."""
    letters = sum(letter.isalnum() for letter in words)
    if letters >= _STAMP_LETTERS or pypdfium2.raw.FPDFPage_CountObjects(page) > _MOST_OBJECTS:
        return letters < _FEW_LETTERS
    return _covered(page) > (_COVERED if letters >= _FEW_LETTERS else _SEEN) or (
        letters < _FEW_LETTERS and _strokes(page) > _FEW_STROKES
    )


def _strokes(page: pypdfium2.PdfPage) -> int:
    """How many shapes are drawn: some programs draw each letter instead of writing it."""
    shapes = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=3)
    return sum(1 for _ in islice(shapes, _FEW_STROKES + 1))


def _covered(page: pypdfium2.PdfPage) -> float:
    width, height = page.get_size()
    area: float = 0.0
    for image in page.get_objects(filter=[_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        area += max(right - left, 0.0) * max(top - bottom, 0.0)
    return area / max(float(width * height), 1.0)


def pictures_of(data: bytes, numbers: list[int]) -> Iterator[Picture]:
    """These pages, drawn one at a time in grey, without the stamps of digital signatures."""
    document = pypdfium2.PdfDocument(data)
    try:
        document.init_forms()
        for number in numbers:
            yield _drawn(document, number)
    finally:
        document.close()


def _drawn(document: pypdfium2.PdfDocument, number: int) -> Picture:
    page = document[number]
    if document.formenv:
        _drop_signatures(document, page)
        page.flatten()  # what else is filled in becomes part of the page ...
        page.close()
        page = document[number]  # ... when it is opened again
    width, height = page.get_size()
    scale = min(_DOTS, (_MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    drawn = page.render(scale=scale).to_pil()
    page.close()
    grey = without_ink(drawn)
    return Picture(b"P5 %d %d 255\n" % grey.size + grey.tobytes(), grey.height, scale)


def _drop_signatures(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    """A digital signature's stamp tells its own date and stands over the header's words."""
    raw = pypdfium2.raw
    for index in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        annot = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetFormFieldType(document.formenv, annot)
        raw.FPDFPage_CloseAnnot(annot)
        if kind == raw.FPDF_FORMFIELD_SIGNATURE:
            raw.FPDFPage_RemoveAnnot(page, index)


def without_ink(drawn: Image.Image) -> Image.Image:
    """The page in grey; below its top third the red of seals and the blue of pens are gone.

    They stand over the signer's title and name. The top third keeps every colour, for there a
    secrecy mark is stamped in red (NĐ 30/2020, Phụ lục I: ô số 10a) and the date filled in.
    """
    grey = drawn.convert("L")
    if len(drawn.getbands()) < 3:
        return grey
    below = (0, drawn.height // 3, drawn.width, drawn.height)
    plain = grey.copy()
    plain.paste(_lightest(drawn.crop(below)), below)
    return plain if _ink(plain) > _BLACK * _ink(grey) else grey  # the text may be in colour


def _lightest(drawn: Image.Image) -> Image.Image:
    red, green, blue = drawn.convert("RGB").split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _ink(grey: Image.Image) -> int:
    return sum(grey.histogram()[:_DARK])
