"""The picture that goes with a link to a story, drawn by us: title, place and host."""

import json
from functools import cache
from pathlib import Path

import typst

from haidang.text.writing.pdf.letters import FONTS

CARD = (Path(__file__).parent / "card.typ").read_bytes()
POINTS_TO_PIXELS = 144  # 600 by 315 points are 1,200 by 630 pixels, as social pages show them
SIZES = ((40, 40.0), (80, 34.0), (130, 28.0))  # letters of a title, size of its type
SMALLEST, LONGEST = 23.0, 200


# Not by the writer of documents: a change there would be another layout of all that was issued.
@cache
def _faces() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def drawn_card(*, title: str, place: str, host: str, language: str) -> bytes:
    """The card as PNG, 1,200 by 630 pixels; a title that is too long for it is cut at a word."""
    shown = title if len(title) <= LONGEST else f"{title[:LONGEST].rsplit(' ', 1)[0]}…"
    size = next((size for letters, size in SIZES if len(shown) <= letters), SMALLEST)
    told = {"title": shown, "place": place, "host": host, "language": language, "size": size}
    return typst.compile(
        CARD,
        format="png",
        ppi=POINTS_TO_PIXELS,
        font_paths=_faces(),
        ignore_system_fonts=True,
        sys_inputs={"card": json.dumps(told)},
    )
