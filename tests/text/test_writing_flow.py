"""The space between lines is the greater of what both want, as in Word and LibreOffice."""

import pytest

from haidang.text.blocks import Table
from haidang.text.layout.body import BODY, HEADING_1, TABLE_TEXT
from haidang.text.layout.boxes import ADDRESSEE, SUBJECT
from haidang.text.layout.page import SINGLE_LINE, Page
from haidang.text.writing.flow import AFTER_GRID_PT, gap_between, gaps_of
from haidang.text.writing.grids import grid_of
from haidang.text.writing.lines import line_of

BETWEEN_ROWS = 14 * SINGLE_LINE * 0.2  # of lines that are 1.2 apart
BODY_LINE, HEADING = line_of(BODY, "một"), line_of(HEADING_1, "hai")
GRID = grid_of(Table(("A",), (("b",),)), Page())


@pytest.mark.parametrize(
    ("item", "below", "space"),
    [
        (BODY_LINE, BODY_LINE, 6 + BETWEEN_ROWS),
        (BODY_LINE, HEADING, 6 + BETWEEN_ROWS),  # not 6 and 6
        (line_of(SUBJECT, "ba", ruled=True), line_of(ADDRESSEE, "bốn"), 12),
        (line_of(SUBJECT, "ba"), line_of(ADDRESSEE, "bốn"), 12),
        (line_of(TABLE_TEXT, "năm"), line_of(TABLE_TEXT, "sáu"), 1),
        (GRID, BODY_LINE, AFTER_GRID_PT),
        (GRID, HEADING, AFTER_GRID_PT + 6),
        (HEADING, GRID, 6 + BETWEEN_ROWS),
    ],
)
def test_the_greater_space_counts(item, below, space):
    assert gap_between(item, below) == pytest.approx(space, abs=0.001)


def test_below_the_last_is_its_own_space():
    assert gaps_of([]) == []
    assert gaps_of([HEADING, BODY_LINE])[1] == pytest.approx(6 + BETWEEN_ROWS, abs=0.001)
