"""What a file is, told by its content, never by its name; and the reader for it."""

import re

from haidang.text.blocks import Source
from haidang.text.reading.bounds import refuse_too_large, refuse_too_long
from haidang.text.reading.plain import read_plain
from haidang.text.reading.progress import Progress
from haidang.text.reading.unreadable import Unreadable

_OLE = b"\xd0\xcf\x11\xe0"
_ODT = b"application/vnd.oasis.opendocument.text"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_HTML = re.compile(  # a page, or a part of one
    rb"(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title"
    rb"|style|article|section|main|div|p|table|h[1-6]|ol|ul|center|font|span)\b[^<]*>"
)


def source_of(data: bytes, progress: Progress | None = None) -> Source:
    """Read the bytes of a file into text. Refuses what is no document, with a stable code."""
    source = _source_of(data, progress)
    refuse_too_long(len(source.text))
    return source


def _source_of(data: bytes, progress: Progress | None) -> Source:
    if not data:
        raise Unreadable("empty", "Tệp rỗng.")
    refuse_too_large(len(data))
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise Unreadable("picture", "Tệp là hình ảnh, không phải văn bản.")
    if data.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        from haidang.text.reading.pdf import read_pdf  # loads pdfium only for a pdf

        return read_pdf(data, progress)
    if data.startswith(b"PK\x03\x04"):
        return _read_zip(data)
    return _read_other(data)


def _read_zip(data: bytes) -> Source:
    if _ODT in data[:200]:
        if _is_locked_odt(data):
            raise Unreadable("password", "Tệp được bảo vệ bằng mật khẩu.")
        return _read_converted(data, "odt")
    from haidang.text.reading.docx import read_docx  # loads lxml only for a docx

    return read_docx(data)


def _read_converted(data: bytes, ending: str) -> Source:
    from haidang.text.reading.libreoffice import read_converted  # it reads .docx with lxml

    return read_converted(data, ending)


def _read_other(data: bytes) -> Source:
    if data.startswith(_OLE):
        return _read_old_office(data)
    if data.startswith(b"{\\rtf"):
        return _read_converted(data, "rtf")
    if data.startswith((b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise Unreadable("archive", "Tệp nén, không phải văn bản.")
    if _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        from haidang.text.reading.html import read_html  # loads lxml only for a page

        return read_html(data)
    if b"multipart/related" in data[:4096].lower():
        from haidang.text.reading.mht import is_mht, read_mht  # loads lxml only for a page

        if is_mht(data):
            return read_mht(data)
    return read_plain(data)


def _read_old_office(data: bytes) -> Source:
    if "EncryptedPackage".encode("utf-16-le") in data or _is_locked_doc(data):
        raise Unreadable("password", "Tệp được bảo vệ bằng mật khẩu.")
    if "WordDocument".encode("utf-16-le") not in data:
        raise Unreadable("not-text", "Tệp không phải là văn bản Word.")
    return _read_converted(data, "doc")


def _is_locked_doc(data: bytes) -> bool:
    """Word's own mark of a locked document, where its first sector stands as Word writes it."""
    return data[512:514] == b"\xec\xa5" and bool(data[523:524]) and bool(data[523] & 1)


def _is_locked_odt(data: bytes) -> bool:
    from haidang.text.reading.package import manifest_of  # loads lxml only for a package

    return b"encryption-data" in manifest_of(data)
