"""A page and its pictures in one file, as Word and browsers save it (.mht)."""

import email
import email.policy
import re

from haidang.text.blocks import Source
from haidang.text.reading.html import read_html
from haidang.text.reading.unreadable import Unreadable

_BEGINS = re.compile(rb"(?i)(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,12}")


def is_mht(data: bytes) -> bool:
    """Whether a file begins like a letter that holds several parts."""
    head = _BEGINS.match(data[:4096].removeprefix(b"\xef\xbb\xbf"))
    return head is not None and b"multipart/related" in head.group().lower()


def read_mht(data: bytes) -> Source:
    """Read the page of a .mht. Refuses one without a page."""
    letter = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in letter.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return read_html(page, part.get_content_charset())
    raise Unreadable("empty", "Tệp .mht không có trang nào.")
