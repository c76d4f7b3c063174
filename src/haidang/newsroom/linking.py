"""Addresses that a story may lead to: by their form alone; nothing is ever fetched."""

import re
from urllib.parse import parse_qs, parse_qsl, quote, urlencode, urlsplit, urlunsplit

MOST = 2000
SCHEMES = {"http", "https", "mailto", "tel"}
# What social networks put around and behind an address to follow its reader.
_WRAPPED = {"l.facebook.com", "lm.facebook.com", "l.messenger.com"}
_FOLLOWING = {"fbclid", "gclid", "zarsrc"}
_SAFE = "%/:=&?~#+!$,;'@-._"


def address_of(href: str) -> str:
    """An address that may stand in a story, without what follows its reader; else blank.

    >>> address_of("javascript:alert(1)"), address_of(" https://a.vn/x?fbclid=1 ")
    ('', 'https://a.vn/x')
    """
    href = re.sub(r"\s+", "", href)
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    if parts.netloc in _WRAPPED and (real := parse_qs(parts.query).get("u")):
        return address_of(real[0]) if urlsplit(real[0]).netloc not in _WRAPPED else ""
    if not _may_stand(parts.scheme, parts.netloc, href):
        return ""
    asked = parse_qsl(parts.query, keep_blank_values=True)
    if any(name in _FOLLOWING for name, _ in asked):
        kept = urlencode([(name, value) for name, value in asked if name not in _FOLLOWING])
        href = urlunsplit(parts._replace(query=kept))
    return quote(href, safe=_SAFE)[:MOST]


def _may_stand(scheme: str, host: str, href: str) -> bool:
    if scheme in {"http", "https"}:
        return "." in host or host.startswith("localhost")
    if scheme in {"mailto", "tel"}:
        return len(href) > len(scheme) + 1
    # An address of our own; two slashes would lead elsewhere.
    return not scheme and href.startswith("/") and href[1:2] not in {"/", "\\"}
