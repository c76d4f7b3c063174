"""Opening a signed PDF for its signatures: what is broken, encrypted or none is named."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from haidang.documents.signatures.beginning import refuse_no_pdf
from haidang.text.reading.unreadable import Unreadable

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
def opened(data: bytes) -> Iterator[tuple[PdfFileReader, bool]]:
    """A reader of the file, and whether the file keeps to the rules of PDF.

    Raises Unreadable for what is no PDF, broken or encrypted.
    """
    refuse_no_pdf(data)
    try:
        reader, is_strict = _reader(data)
        if reader.encrypted:
            raise Unreadable("encrypted", "Tệp PDF có mật khẩu nên không kiểm tra được chữ ký.")
        yield reader, is_strict
    except MALFORMED as error:
        raise Unreadable("broken-pdf", "Tệp PDF bị hỏng nên không kiểm tra được chữ ký.") from error


def _reader(data: bytes) -> tuple[PdfFileReader, bool]:
    # Office programs write two tables of contents at once (hybrid), which the strict reader
    # refuses. What it tolerates is told with the result.
    try:
        strict = PdfFileReader(BytesIO(data))
        if not strict.xrefs.hybrid_xrefs_present:
            _ = strict.root
            return strict, True
    except MALFORMED:
        pass
    return PdfFileReader(BytesIO(data), strict=False), False
