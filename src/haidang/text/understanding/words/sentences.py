"""Where sentences begin within a paragraph."""

from haidang.text.understanding.words.letters import compiled

# It begins with the stop itself, which is looked for faster than what must stand before it.
_STOP = compiled(r"[.?!…](?<=[^\s.].)(?:(?<=\.)\.\.)?(?:[”\"')\]]|\./\.?){0,4}\s+(?=[“\"'(]?[A-Z])")
# A stop after these belongs to the abbreviation: "TP. Hồ Chí Minh", "TS. …", "KT. CHỦ TỊCH".
_ABBREVIATED = compiled(
    r"(?:^|[\s(])(?:TP|Tp|TX|TS|ThS|GS|PGS|Ông|Bà|Số|KT|TM|TL|TUQ|Q|P|Q|tr|St|Dr|[A-Z])\.$"
)


def sentence_starts(text: str) -> list[int]:
    """The offsets at which sentences begin; the first is 0.

    >>> sentence_starts("Làm ngay. Báo cáo TP. Huế. Xong.")
    [0, 10, 27]
    """
    starts = [0]
    for stop in _STOP.finditer(text):
        if not _ABBREVIATED.search(text[max(starts[-1], stop.start() - 6) : stop.start() + 1]):
            starts.append(stop.end())
    return starts
