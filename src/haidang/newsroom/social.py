"""What a story says on pages of others: how long, how it is cut, and where the post is.

Nothing is sent anywhere and nothing is fetched: a person copies the words, or shares them by the
phone, and writes back the address of the post.
"""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Network:
    """A place for posts: its name, the most letters of a post, and how many are seen unopened."""

    name: str
    longest: int
    seen: int


# The lengths are those of 2026; what a network changes is changed here.
NETWORKS = {
    "facebook": Network("Facebook", longest=63_206, seen=477),
    "zalo": Network("Zalo", longest=2_000, seen=300),
    "youtube": Network("YouTube (mô tả)", longest=5_000, seen=157),
    "tiktok": Network("TikTok", longest=2_200, seen=90),
    "other": Network("Trang khác", longest=1_000, seen=280),
}
SHARED = ("facebook", "zalo", "youtube")  # for these the words are made ready
MORE = "…"
# The end of a sentence: a full stop, a question, an exclamation, the Khmer stop, then a blank.
SENTENCE_END = re.compile(r"(?<=[.!?។៕…])\s+")
# Between words, and at the zero-width spaces that part Khmer words.
WORD_END = re.compile("[\\s\u200b]+")
ROOM = 20  # letters left over for a network that counts signs beyond the base plane as two


def post_words(network: Network, *, title: str, lead: str, source: str, address: str) -> str:
    """The words of a post: as many whole sentences as are seen there, the source, the address.

    The title and the address are never cut where a post can hold them at all.
    """
    foot = f"{source}\n{address}" if source else address
    left = min(network.longest, max(network.seen, len(title))) - ROOM
    lead = shortened(lead, left - len(title) - 2)
    head = f"{title}\n\n{lead}" if lead else title
    head = shortened(head, network.longest - len(foot) - 2)
    return f"{head}\n\n{foot}"


def shortened(words: str, most: int) -> str:
    """Words of at most so many letters: whole sentences, else whole words and a sign of more.

    >>> shortened("Lễ hội mở ngày 10. Vào cửa tự do.", 20)
    'Lễ hội mở ngày 10.'
    >>> shortened("Lễ hội Nghinh Ông", 10)
    'Lễ hội…'
    """
    if len(words) <= most:
        return words
    if sentences := _pieces(words, SENTENCE_END, most):
        return sentences
    start = _pieces(words, WORD_END, most - len(MORE)) or _letters(words, most - len(MORE))
    return f"{start}{MORE}" if start else ""


def _pieces(words: str, end: re.Pattern[str], most: int) -> str:
    """The longest start of the words that stops where a piece ends."""
    stops = [found.start() for found in end.finditer(words) if found.start() <= most]
    return words[: stops[-1]].rstrip() if stops else ""


def _letters(words: str, most: int) -> str:
    """The longest start that parts no sign from the letter that it stands on."""
    stop = max(most, 0)
    while 0 < stop < len(words) and unicodedata.category(words[stop]).startswith("M"):
        stop -= 1
    return words[:stop]
