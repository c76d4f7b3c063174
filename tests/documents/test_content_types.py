"""What kind of file some bytes are."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.documents.content_types import TEXT, WORD, content_type_of

KINDS = {
    "application/pdf",
    "application/msword",
    "application/rtf",
    "text/html",
    "multipart/related",
    "text/plain",
    TEXT,
    WORD,
}


def packed(first, words):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(first, words)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\r\n junk %PDF-1.4", "application/pdf"),
        (packed("mimetype", TEXT), TEXT),
        (packed("[Content_Types].xml", "<Types/>"), WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
        (b"{\\rtf1\\ansi}", "application/rtf"),
        (b"\xef\xbb\xbf <!DOCTYPE html><html>", "text/html"),
        (b"<!-- Word --><HTML>", "text/html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; x", "multipart/related"),
        ("Gửi kèm multipart/related".encode(), "text/plain"),
        ("KẾ HOẠCH <html>".encode(), "text/plain"),
        (b"", "text/plain"),
    ],
)
def test_content_type_of_is_told_by_the_bytes(content, kind):
    assert content_type_of(content) == kind


@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind(content):
    assert content_type_of(content) in KINDS
