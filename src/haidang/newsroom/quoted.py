"""Vietnamese words in a text of another language, marked so that they are read aloud as such."""

import re
from html import unescape

from django.utils.html import strip_tags

from haidang.newsroom.scripts import is_vietnamese

MARK = '<span lang="vi">{}</span>'
TAG = re.compile(r"(<[^>]*>)")
QUOTE = re.compile(r"“[^“”]+”|«[^«»]+»|&quot;.+?&quot;|\"[^\"]+\"")
BLOCK = re.compile(r"<blockquote>(.*?)</blockquote>", re.DOTALL)


def quotes_marked(body: str, language: str) -> str:
    """The HTML of a story with its Vietnamese quotations marked; a Vietnamese one as it is.

    >>> quotes_marked("<p>They call it “nghề muối ba đời”.</p>", "en")
    '<p>They call it <span lang="vi">“nghề muối ba đời”</span>.</p>'
    """
    if language == "vi":
        return body
    return BLOCK.sub(_block, "".join(_marked(part) for part in TAG.split(body)))


def _marked(part: str) -> str:
    return part if part.startswith("<") else QUOTE.sub(_quote, part)


def _quote(found: re.Match[str]) -> str:
    words = found.group()
    return MARK.format(words) if is_vietnamese(unescape(words)) else words


def _block(found: re.Match[str]) -> str:
    words = found.group()
    is_quoted = is_vietnamese(unescape(strip_tags(words)))
    return words.replace("<blockquote>", '<blockquote lang="vi">', 1) if is_quoted else words
