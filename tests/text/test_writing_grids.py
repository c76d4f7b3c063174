"""Tables planned to the page: no word is broken where there is room for it, nothing sticks out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.blocks import Table
from haidang.text.layout import Page
from haidang.text.layout.widths import width_mm
from haidang.text.writing.grids import PADDING_MM, grid_of
from tests.text.papers import figures_table

WORD = st.text("abcđêHM", max_size=9)


@given(
    st.integers(1, 12).flatmap(
        lambda wide: st.tuples(
            st.tuples(*[WORD] * wide), st.tuples(*[st.integers(0, 9)] * wide) | st.just(())
        )
    )
)
def test_a_grid_is_as_wide_as_the_text_and_each_word_fits(given_table):
    columns, widths = given_table

    grid = grid_of(Table(columns, (columns,), widths=widths), Page())

    if any(widths) or not widths:
        assert sum(grid.widths) == pytest.approx(165)
    if grid.size > 9:
        for word, width in zip(columns, grid.widths, strict=True):
            assert width_mm(word, grid.size, bold=True) + 2 * PADDING_MM <= width + 1e-6


def test_type_is_as_large_as_the_words_allow():
    assert grid_of(figures_table(), Page(landscape=True)).size == 12
    assert grid_of(figures_table(), Page()).size == 9
    assert grid_of(Table(("Tên", "Số"), ()), Page()).size == 13


@pytest.mark.parametrize(("rows", "size"), [(20, 13), (26, 11), (30, 13), (61, 13)])
def test_a_table_that_nearly_fits_on_a_page_is_set_smaller(rows, size):
    table = Table(("TT", "Tên"), tuple((str(n), "Việc") for n in range(rows)))

    assert grid_of(table, Page(landscape=True)).size == size


def test_a_table_that_fits_in_no_size_is_shared_out_by_need():
    grid = grid_of(Table(("x" * 80, "x" * 160), ()), Page())

    assert grid.size == 9
    assert sum(grid.widths) == pytest.approx(165)
    assert grid.widths[0] < grid.widths[1]


def test_columns_share_what_is_left_by_their_weights():
    assert grid_of(Table(("a", "b", "c"), (), widths=(1, 2, 2)), Page()).widths == (33, 66, 66)
    assert grid_of(Table(("a", "b"), ()), Page()).widths == (82.5, 82.5)
    assert grid_of(Table((), ()), Page()).widths == ()
