"""A portal as files that any host can serve, equal to what the portal itself answers.

It goes from link to link as a reader does, and sees what a stranger is shown. A page of a list,
`?trang=2`, becomes a folder of its own, for a host that keeps files knows no questions; searching
and saying what one thinks of a page stay with the portal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from django.contrib.staticfiles import finders

from haidang.documents.storage import write_whole
from haidang.newsroom.seen import NotShown, as_seen

STARTS = ("/vi/", "/en/", "/km/", "/sitemap.xml", "/robots.txt")
LINKS = re.compile(
    r"""(?:href|src|content)="((?:/|\?|https?:)[^"]+)"|srcset="([^"]+)"|url\(["']?([^"')]+)["']?\)"""
)
PLACES = re.compile(r"<loc>([^<]+)</loc>")
LEAF = re.compile(r"trang=(\d+)")
TURNED = re.compile(r'href="\?trang=(\d+)"')
STATIC = "/static/"
STAYS = ("/tim/", "/danh-gia/")
OURS = ("/vi/", "/en/", "/km/", "/hinh/", "/tep-bai/", STATIC, "/sitemap", "/robots.txt")


@dataclass
class Exported:
    """What was written, in the order it was met, and what a link led to that is not there."""

    written: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def export_portal(home: str, folder: Path) -> Exported:
    """Write every public address below `home` (`https://…`, without a path) into a folder.

    Refuses with NotStored where the disk is full. What stood in the folder before stays, unless a
    file of the same name is written.
    """
    done = Exported()
    left, met = list(STARTS), set(STARTS)
    while left:
        path = left.pop(0)
        content = _content(home, path) if is_within(path) else None
        if content is None:
            done.missing.append(path)
            continue
        write_whole(folder / place_of(path), written(path, content))
        done.written.append(path)
        for link in sorted(set(_links(home, path, content)) - met):
            met.add(link)
            left.append(link)
    return done


def _content(home: str, path: str) -> bytes | None:
    # What no reader changes may stand in the code itself, where nothing was collected to be served.
    own = finders.find(path.removeprefix(STATIC)) if path.startswith(STATIC) else None
    try:
        return Path(own).read_bytes() if own else as_seen(f"{home}{path}")
    except NotShown:
        return None


def is_within(path: str) -> bool:
    """Whether the file of an address stands in the folder: a link may say `..` in other letters.

    >>> is_within("/tep-bai/0f/%2e%2e")
    False
    """
    return ".." not in Path(place_of(path)).parts


def place_of(path: str) -> str:
    """The file that an address becomes.

    >>> place_of("/vi/tin/?trang=2")
    'vi/tin/trang-2/index.html'
    """
    parts = urlsplit(path)
    leaf = LEAF.fullmatch(parts.query)
    name = unquote(parts.path).lstrip("/") + (f"trang-{leaf[1]}/" if leaf else "")
    return f"{name}index.html" if name.endswith("/") else name


def written(path: str, content: bytes) -> bytes:
    """The bytes of an address as a file: what turns to another page of a list leads to its folder.

    All else is as it is served.
    """
    base = urlsplit(path).path
    if not base.endswith("/"):
        return content
    turned = TURNED.sub(lambda found: f'href="{base}trang-{found[1]}/"', content.decode())
    return turned.encode()


def _links(home: str, path: str, content: bytes) -> Iterator[str]:
    if not path.endswith(("/", ".css", ".xml")) and "?" not in path:
        return
    words = content.decode()
    found = [part for links in LINKS.findall(words) for part in links if part]
    for asked in [*found, *PLACES.findall(words)]:
        for one in asked.split(", "):
            link = urljoin(f"{home}{path}", one.split(" ")[0].replace("&amp;", "&"))
            if link.startswith(f"{home}/"):
                yield from _ours(link.removeprefix(home))


def _ours(link: str) -> Iterator[str]:
    parts = urlsplit(link)
    is_leaf = not parts.query or LEAF.fullmatch(parts.query)
    if parts.path.startswith(OURS) and is_leaf and not parts.path.endswith(STAYS):
        yield parts.path + (f"?{parts.query}" if parts.query else "")
