"""Boxes 7, 9b and 12: recipients on the left, who signs on the right."""

import re

from haidang.text.checking.naming.named import named
from haidang.text.checking.passages import Box, Passage
from haidang.text.layout import boxes
from haidang.text.understanding.paper.signers import AUTHORITY, POSTS, is_name
from haidang.text.understanding.words.letters import compiled, is_capitals

RECIPIENTS = re.compile(r"N[ơƠ][iI]\s+nh[ậẬ]n\b", re.IGNORECASE)
FILED = compiled(r"[-–+•]?\s*L[ưu]u\b")


def name_tail(passages: list[Passage]) -> list[Box]:
    """The boxes of the closing part."""
    heads = (at for at, passage in enumerate(passages) if RECIPIENTS.match(passage.plain))
    at = next(heads, None)
    if at is None:
        return _signing(passages)
    head = passages[at]
    others = passages[:at]
    found = [named(boxes.RECIPIENTS_HEAD, head)]
    filed = False
    for passage in passages[at + 1 :]:
        words = passage.plain
        if passage.cell != head.cell or _signs(words):
            others.append(passage)
        elif filed:
            if words.startswith(("-", "–")):
                found.append(named(boxes.RECIPIENT, passage))
            elif len(words) < 40:
                found.append(named(boxes.DRAFTER, passage))
        else:
            found.append(named(boxes.RECIPIENT, passage))
            filed = bool(FILED.match(words)) and words.endswith(".")
    return found + _signing(others)


def _signs(words: str) -> bool:
    return AUTHORITY.fullmatch(words) is not None


def _signing(passages: list[Passage]) -> list[Box]:
    found: list[Box] = []
    for passage in passages:
        words = passage.plain
        post = bool(found) and words.upper() in POSTS
        if post or ((is_capitals(words) or _signs(words.upper())) and not is_name(words)):
            found.append(named(boxes.AUTHORITY, passage))
        elif found and is_name(words):
            found.append(named(boxes.SIGNER, passage))
    return found
