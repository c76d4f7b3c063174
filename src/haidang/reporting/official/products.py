"""The annex of products: what was written, printed and put on the air, from the log.

Bounded: an annex of thousands of lines is read by nobody. So of each unit the newest of each kind
are named, its title and a note say so, and the rest are counted: who gets the report has no log to
look them up in.
"""

import datetime as dt
import re
from collections.abc import Iterator

from haidang.reporting.numerals import write_number
from haidang.reporting.official.saying import as_written
from haidang.reporting.sheet import Content, Sheet
from haidang.text.blocks import Block, Paragraph, Table

MOST_PRODUCTS = 45  # four pages
MINUTES = "Thời lượng (phút)"
# The head of each column, and its share of the page; one that is empty throughout is left out.
COLUMNS = (
    ("STT", 2),
    ("Tên tin, bài, chương trình", 18),
    ("Thể loại", 7),
    ("Kênh", 10),
    ("Ngôn ngữ", 7),
    ("Ngày đăng, phát", 6),
    (MINUTES, 5),
    ("Đường dẫn", 14),
    ("Đơn vị", 8),
)
LONGEST_LINE = 30  # of an address, which has no blanks to break at


def product_blocks(sheet: Sheet) -> Iterator[Block]:
    """The table of products, and how many are not in it."""
    products = sheet.content["products"]
    rows = [_row(at, row) for at, row in enumerate(products["rows"], 1)]
    kept = [at for at in range(len(COLUMNS)) if any(row[at] for row in rows)]
    names = tuple(COLUMNS[at][0] for at in kept)
    yield Table(
        columns=names,
        rows=tuple(tuple(row[at] for at in kept) for row in rows),
        numeric=frozenset(at for at, name in enumerate(names) if name == MINUTES),
        widths=tuple(COLUMNS[at][1] for at in kept),
    )
    if left := left_of(sheet):
        yield Paragraph(
            f"Ghi chú: trong tổng số {write_number(left + len(rows))} tin, bài, chương trình, Phụ "
            f"lục nêu {write_number(len(rows))} mục {chosen_words(sheet)}."
        )


def left_of(sheet: Sheet) -> int:
    """How many products are counted and not named."""
    products = sheet.content["products"]
    return max(0, int(products["count"]) - len(products["rows"]))


def chosen_words(sheet: Sheet) -> str:
    """Which of the products are named, in words; what was frozen before named the newest of all."""
    by_unit = sheet.content["products"].get("by_unit")
    return "gần nhất của từng đơn vị, từng thể loại" if by_unit else "gần nhất"


def _row(at: int, row: Content) -> tuple[str, ...]:
    return (
        str(at),
        as_written(row["title"]),
        row["kind"],
        row["channel"],
        row["language"],
        f"{dt.date.fromisoformat(row['on']):%d/%m/%Y}",
        write_number(row["minutes"]) if row["minutes"] else "",
        _broken(row["link"]),
        row["unit"],
    )


def _broken(link: str) -> str:
    r"""An address over several lines, cut where it has a sign.

    >>> _broken("https://travinh.gov.vn/tin-tuc/ngu-dan-vuon-khoi-bam-bien")
    'travinh.gov.vn/tin-tuc/ngu-\ndan-vuon-khoi-bam-bien'
    """
    pieces = re.findall(r"[^/\-?&=._]+[/\-?&=._]*|[/\-?&=._]+", re.sub(r"^https?://", "", link))
    lines = [""]
    for piece in pieces:
        for part in (piece[at : at + LONGEST_LINE] for at in range(0, len(piece), LONGEST_LINE)):
            if len(lines[-1]) + len(part) > LONGEST_LINE:
                lines.append("")
            lines[-1] += part
    return "\n".join(lines)
