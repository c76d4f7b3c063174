"""What a file is, told by its content, never by its name; and the reader for it."""

import re

from haidang.text.blocks import Source
from haidang.text.reading.plain import read_plain
from haidang.text.reading.progress import Progress
from haidang.text.reading.unreadable import Unreadable

MAX_BYTES = 50 * 1024 * 1024
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_HTML = re.compile(
    rb"(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|meta)\b"
)


def source_of(data: bytes, progress: Progress | None = None) -> Source:
    """Read the bytes of a file into text. Refuses what is no document, with a stable code."""
    if not data:
        raise Unreadable("empty", "Tệp rỗng.")
    if len(data) > MAX_BYTES:
        raise Unreadable("too-large", "Tệp quá lớn (trên 50 MB).")
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise Unreadable("picture", "Tệp là hình ảnh, không phải văn bản.")
    if data.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        from haidang.text.reading.pdf import read_pdf  # loads pdfium only for a pdf

        return read_pdf(data, progress)
    if data.startswith(b"PK\x03\x04"):
        from haidang.text.reading.docx import read_docx  # loads lxml only for a docx

        return read_docx(data)
    return _read_other(data)


def _read_other(data: bytes) -> Source:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable("password", "Tệp được bảo vệ bằng mật khẩu.")
        raise Unreadable("old-word", "Tệp .doc kiểu cũ: hãy lưu lại thành .docx.")
    if data.startswith(b"{\\rtf"):
        raise Unreadable("rtf", "Tệp .rtf: hãy lưu lại thành .docx.")
    if data.startswith((b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise Unreadable("archive", "Tệp nén, không phải văn bản.")
    if _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        from haidang.text.reading.html import read_html  # loads lxml only for a page

        return read_html(data)
    return read_plain(data)
