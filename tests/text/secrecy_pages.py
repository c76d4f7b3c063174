"""Pdf files whose stamp stands outside the lines of their pages."""

import codecs

_PAGE = (
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    "/Resources<</XObject<</I 6 0 R>>/Font<</F 5 0 R>>>>"
)
_TEXT = "BT /F 12 Tf 90 700 Td (KE HOACH tuyen truyen ve bien, dao que huong nam) Tj ET"
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _told(words):
    return "<" + (codecs.BOM_UTF16_BE + words.encode("utf-16-be")).hex() + ">"


def made(*more, page="", catalog="", trailer="", drawn=""):
    """A pdf of one page, with these objects from number 6 on."""
    content = _TEXT + drawn
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"{_PAGE}{page}>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        _FONT,
        *more,
    ]
    return _assembled(objects, trailer)


def _assembled(objects, trailer):
    whole, places = b"%PDF-1.7\n", []
    for number, row in enumerate(objects, start=1):
        places.append(len(whole))
        row = row if isinstance(row, bytes) else row.encode("latin-1")
        whole += b"%d 0 obj\n%b\nendobj\n" % (number, row)
    start = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer<</Root 1 0 R/Size {len(objects) + 1}{trailer}>>\nstartxref\n{start}\n%%EOF"
    return whole + end.encode("latin-1")


def remark(kind, words, name="Contents"):
    at = "/Rect[90 500 300 540]/F 4"
    return made(f"<</Type/Annot/Subtype/{kind}{at}/{name} {_told(words)}>>", page="/Annots[6 0 R]")


def put_on_the_page():
    """A stamp that a program for pdf put on the page: its letters are drawn by themselves."""
    drawn = "BT /F 24 Tf 5 5 Td (TUYET MAT) Tj ET"
    look = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 210 40]/Resources<</Font<</F 5 0 R>>>>"
        f"/Length {len(drawn)}>>stream\n{drawn}\nendstream"
    )
    annot = "<</Type/Annot/Subtype/Stamp/Rect[90 500 300 540]/F 4/AP<</N 7 0 R>>>>"
    return made(annot, look, page="/Annots[6 0 R]")


def xmp(words):
    told = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:title>{words}</dc:title></x:xmpmeta>"
    plain = told.encode()
    length = len(plain)
    return made(
        b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n%b\nendstream" % (length, plain),
        catalog="/Metadata 6 0 R",
    )


def bookmark(words):
    first = "<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>"
    entry = f"<</Title {_told(words)}/Parent 6 0 R/Dest[3 0 R/Fit]>>"
    return made(first, entry, catalog="/Outlines 6 0 R")


def stamped_pages():
    """Each by what bears the stamp."""
    return {
        "the title": made(f"<</Title {_told('MẬT')}>>", trailer="/Info 6 0 R"),
        "keywords": made(f"<</Keywords {_told('Tuyệt mật')}>>", trailer="/Info 6 0 R"),
        "a newer title": xmp("TỐI MẬT"),
        "a bookmark": bookmark("MẬT"),
        "a remark": remark("Text", "MẬT"),
        "words put on the page": remark("FreeText", "TỐI MẬT"),
        "the subject of a remark": remark("Stamp", "Tối mật", "Subj"),
        "a stamp put on the page": put_on_the_page(),
        "letters that are not inked": made(drawn=" BT 3 Tr /F 12 Tf 90 740 Td (TUYET MAT) Tj ET"),
    }


def innocent_pages():
    """Each by what speaks of secrets."""
    return {
        "the title": made(f"<</Title {_told('Bảo vệ bí mật nhà nước')}>>", trailer="/Info 6 0 R"),
        "a bookmark": bookmark("II. BẢO MẬT"),
        "a bookmark with half a letter": bookmark("abc").replace(b"feff0061", b"feffd800"),
        "a remark": remark("Text", "Xem lại độ mật"),
        "a newer title": xmp("Danh mục bí mật nhà nước độ Tối mật"),
        "a remark that is too long": remark("Text", "mật " * 2_000),
    }


def with_picture(picture, place=(90, 720)):
    """A pdf with text and a picture on it, 72 dots of it on 17 points."""
    dots = picture.convert("RGB").tobytes()
    head = (
        "<</Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8/Width {}/Height {}"
    )
    row = f"{head.format(*picture.size)}/Length {len(dots)}>>stream\n".encode()
    wide, high = (side * 72 / 300 for side in picture.size)
    drawn = f" q {wide} 0 0 {high} {place[0]} {place[1]} cm /I Do Q"
    return made(row + dots + b"\nendstream", drawn=drawn)
