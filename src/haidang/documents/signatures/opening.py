"""Opening a signed PDF for its signatures: what is broken, encrypted or none is named."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from haidang.documents.signatures.beginning import refuse_no_pdf
from haidang.text.reading.unreadable import Unreadable

BROKEN = "broken-pdf"
# What pyHanko and asn1crypto raise on bytes that nobody's writer made.
MALFORMED = (
    PdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)


@contextmanager
def opened(data: bytes, *, is_strict: bool) -> Iterator[PdfFileReader]:
    """A reader of the file; a strict one takes nothing that strays from the rules of PDF.

    Raises Unreadable for what is no PDF, broken or encrypted.
    """
    refuse_no_pdf(data)
    try:
        reader = PdfFileReader(BytesIO(data), strict=is_strict)
        if reader.encrypted:
            raise Unreadable("encrypted", "Tệp PDF có mật khẩu nên không kiểm tra được chữ ký.")
        if is_strict and reader.xrefs.hybrid_xrefs_present:
            raise PdfError("two tables at once, as office programs write them")
        yield reader
    except MALFORMED as error:
        raise Unreadable(BROKEN, "Tệp PDF bị hỏng nên không kiểm tra được chữ ký.") from error
