"""Links of a story that lead nowhere on our own portals; others are judged by their form alone."""

import re
from html import unescape
from urllib.parse import unquote, urlsplit

from wagtail.models import Page, Site

from haidang.newsroom.models import Story
from haidang.newsroom.queries.homes import portal_of

_HREF = re.compile(r'<a href="([^"]+)"')


def dead_links(story: Story) -> list[str]:
    """Addresses on the own portals under which no page is live. Nothing is fetched."""
    links = {unescape(href) for href in _HREF.findall(story.body)}
    portal = portal_of(story.unit)
    own = {site.hostname: site.root_page for site in Site.objects.select_related("root_page")}
    dead = []
    for link in sorted(links):
        parts = urlsplit(link)
        root = own.get(parts.hostname or "") if parts.netloc else portal
        if root is None or parts.scheme not in {"", "http", "https"}:
            continue
        path = unquote(parts.path).strip("/")
        if _is_page(path) and not _is_live(root.url_path, path):
            dead.append(link)
    return dead


def _is_page(path: str) -> bool:
    return path.partition("/")[0] in {"vi", "en", "km"}


def _is_live(root: str, path: str) -> bool:
    return bool(Page.objects.live().filter(url_path=f"{root}{path}/").exists())
