"""What a translator typed for a segment, as it is kept."""

import unicodedata

from haidang.activities.facts import CONTROL, one_line
from haidang.newsroom.inline_marks import to_segment


def segment_typed(words: str, original: str) -> str:
    """Typed words as a segment, on one line unless the original has several.

    The zero-width spaces that part Khmer words stay where they were typed.
    """
    if "<br" not in original:
        return to_segment(one_line(words), original)
    lines = CONTROL.sub("", unicodedata.normalize("NFC", words)).strip().splitlines()
    return to_segment("\n".join(" ".join(line.split()) for line in lines), original)
