"""Box 6, the body: headings, paragraphs and tables; then appendices and the page number."""

import re

from haidang.text.layout.component import ANNEX, Align, Component
from haidang.text.layout.page import FIRST_LINE_MM, NUMBER_ARTICLE, PARAGRAPH_GAP_PT

BODY_ARTICLE = f"{ANNEX}, mục II.6"
APPENDIX_ARTICLE = f"{ANNEX}, mục III.1"
# The decree is silent on type inside tables; practice goes below 13 where columns are many.
TABLE_ARTICLE = f"{ANNEX}, mục II.6 và mục I.2"
CENTRE = Align.CENTRE
JUSTIFY = Align.JUSTIFY
INDENT = FIRST_LINE_MM
GAP = PARAGRAPH_GAP_PT

BASIS = Component(
    "basis", "Căn cứ ban hành", "6", BODY_ARTICLE, 14, (13, 14),
    italic=True, align=JUSTIFY, after=GAP, line=1.2, first_line=INDENT,
)  # fmt: skip
BODY = Component(
    "body", "Nội dung", "6", BODY_ARTICLE, 14, (13, 14),
    align=JUSTIFY, after=GAP, line=1.2, first_line=INDENT,
)  # fmt: skip

# Phần, Chương with a roman number; Mục, Tiểu mục with an Arabic one: own centred lines
PART = Component(
    "part", "Phần, Chương", "6", BODY_ARTICLE, 14, (13, 14),
    bold=True, align=CENTRE, before=GAP, keep_next=True, outline=1,
)  # fmt: skip
PART_TITLE = Component(
    "part-title", "Tên phần, chương", "6", BODY_ARTICLE, 14, (13, 14),
    bold=True, upper=True, align=CENTRE, after=GAP, keep_next=True,
)  # fmt: skip
DIVISION = Component(
    "division", "Mục, Tiểu mục", "6", BODY_ARTICLE, 14, (13, 14),
    bold=True, align=CENTRE, before=GAP, keep_next=True, outline=2,
)  # fmt: skip
DIVISION_TITLE = Component(
    "division-title", "Tên mục, tiểu mục", "6", BODY_ARTICLE, 14, (13, 14),
    bold=True, upper=True, align=CENTRE, after=GAP, keep_next=True,
)  # fmt: skip
ARTICLE = Component(
    "article", "Điều", "6", BODY_ARTICLE, 14, (13, 14),
    bold=True, align=JUSTIFY, before=GAP, after=GAP, line=1.2, first_line=INDENT,
    keep_next=True, outline=3,
)  # fmt: skip

# Scheme 2, for plans and reports: "I. TITLE", "1. Title", "a) title"
HEADING_1 = Component(
    "heading-1", "heading 1", "6", BODY_ARTICLE, 14, (13, 14),
    bold=True, upper=True, align=JUSTIFY, before=GAP, after=GAP, line=1.2, first_line=INDENT,
    keep_next=True, outline=1,
)  # fmt: skip
HEADING_2 = Component(
    "heading-2", "heading 2", "6", BODY_ARTICLE, 14, (13, 14),
    bold=True, align=JUSTIFY, after=GAP, line=1.2, first_line=INDENT, keep_next=True, outline=2,
)  # fmt: skip
HEADING_3 = Component(
    "heading-3", "heading 3", "6", BODY_ARTICLE, 14, (13, 14),
    align=JUSTIFY, after=GAP, line=1.2, first_line=INDENT, keep_next=True, outline=3,
)  # fmt: skip

TABLE_HEAD = Component(
    "table-head", "Đầu bảng", "6", TABLE_ARTICLE, 13, (9, 14),
    bold=True, align=CENTRE, before=1, after=1,
)  # fmt: skip
TABLE_TEXT = Component("table-text", "Ô bảng", "6", TABLE_ARTICLE, 13, (9, 14), before=1, after=1)
TABLE_ORDINAL = Component(
    "table-ordinal", "Ô thứ tự trong bảng", "6", TABLE_ARTICLE, 13, (9, 14),
    align=CENTRE, before=1, after=1,
)  # fmt: skip
TABLE_NUMBER = Component(
    "table-number", "Ô số trong bảng", "6", TABLE_ARTICLE, 13, (9, 14),
    align=Align.RIGHT, before=1, after=1,
)  # fmt: skip

APPENDIX_LABEL = Component(
    "appendix-label", "Phụ lục", "text", APPENDIX_ARTICLE, 14, (14, 14),
    bold=True, align=CENTRE, keep_next=True, outline=1,
)  # fmt: skip
APPENDIX_TITLE = Component(
    "appendix-title", "Tên phụ lục", "text", APPENDIX_ARTICLE, 14, (13, 14),
    bold=True, upper=True, align=CENTRE, keep_next=True,
)  # fmt: skip
ATTACHED_TO = Component(
    "attached-to", "Kèm theo văn bản", "text", APPENDIX_ARTICLE, 14, (13, 14),
    italic=True, align=CENTRE, after=12, keep_next=True,
)  # fmt: skip
PAGE_NUMBER = Component(
    "page-number", "Số trang", "page", NUMBER_ARTICLE, 14, (13, 14), align=CENTRE
)

HEADINGS = (HEADING_1, HEADING_2, HEADING_3)
# Below parts and divisions the title is a line of its own
TITLES = {PART.key: PART_TITLE, DIVISION.key: DIVISION_TITLE}
_WORDED = {"phần": PART, "chương": PART, "mục": DIVISION, "tiểu": DIVISION, "điều": ARTICLE}
_CAPITALS = re.compile(r"[A-Z]+")
BODY_PARTS = (
    BASIS, BODY, PART, PART_TITLE, DIVISION, DIVISION_TITLE, ARTICLE, *HEADINGS,
    TABLE_HEAD, TABLE_TEXT, TABLE_ORDINAL, TABLE_NUMBER,
    APPENDIX_LABEL, APPENDIX_TITLE, ATTACHED_TO, PAGE_NUMBER,
)  # fmt: skip


def heading_component(label: str, level: int) -> Component:
    """How a heading looks, by its label, or by its level where the label does not say (mục II.6).

    >>> heading_component("Chương II", 1).name, heading_component("IV", 2).name
    ('Phần, Chương', 'heading 1')
    """
    own = label.strip().rstrip(".)")
    if worded := _WORDED.get(own.partition(" ")[0].casefold()):
        return worded
    if not own:
        return PART_TITLE if level < 1 else HEADINGS[min(level, len(HEADINGS)) - 1]
    if _CAPITALS.fullmatch(own):
        return HEADING_1
    return HEADING_2 if own.isdecimal() else HEADING_3


def heading_label(label: str) -> str:
    """The label with the mark that closes it: "I.", "1.", "1.2.", "a)", "Điều 1."; "Chương I".

    >>> heading_label("CHƯƠNG I"), heading_label("đ"), heading_label("1.2")
    ('Chương I', 'đ)', '1.2.')
    """
    own = label.strip().rstrip(".)")
    word, _, rest = own.partition(" ")
    if word.casefold() in _WORDED:
        mark = "." if _WORDED[word.casefold()] is ARTICLE else ""
        return f"{word.capitalize()} {rest}{mark}".strip()
    return f"{own})" if own.islower() else f"{own}." if own else ""
