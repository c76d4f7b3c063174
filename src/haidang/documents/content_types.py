"""What kind of file some bytes are, told by the bytes and never by a name."""

import re

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "application/vnd.oasis.opendocument.text"
BEGINNINGS = {
    b"PK\x03\x04": WORD,
    b"\xd0\xcf\x11\xe0": "application/msword",
    b"{\\rtf": "application/rtf",
}
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)


def content_type_of(content: bytes) -> str:
    """The media type of a document file, plain text where it is nothing else.

    >>> content_type_of(b"%PDF-1.7"), content_type_of("Kế hoạch".encode())
    ('application/pdf', 'text/plain')
    """
    start = content[:4096]
    if b"%PDF-" in start[:1024] or start.startswith(b"%PDF"):
        return "application/pdf"
    if start.startswith(b"PK\x03\x04") and TEXT.encode() in start[:200]:
        return TEXT
    known = (kind for mark, kind in BEGINNINGS.items() if start.startswith(mark))
    return next(known, _of_letters(start))


def _of_letters(start: bytes) -> str:
    if _PAGE.match(start.removeprefix(b"\xef\xbb\xbf")):
        return "text/html"
    if b"multipart/related" in start.lower() and b"mime-version:" in start.lower():
        return "multipart/related"
    return "text/plain"
