from hypothesis import given
from hypothesis import strategies as st

from haidang.web import charts
from haidang.web.templatetags.charts import stack_chart

VALUES = st.lists(st.integers(0, 10**6), max_size=20)


def share(percent):
    return float(percent.removesuffix("%"))


@given(VALUES)
def test_bars_are_as_long_as_their_values_and_leave_room_for_the_label(values):
    bars = charts.bars([("xã", value) for value in values])

    assert [bar.value for bar in bars] == values
    assert all(share(bar.width) <= charts.ROOM_FOR_LABELS for bar in bars)
    assert not any(values) or max(share(bar.width) for bar in bars) == charts.ROOM_FOR_LABELS


def test_a_bar_carries_the_mark_of_the_year_before():
    now, fewer, unknown = charts.bars([("A", 50, 25), ("B", 25, 100), ("C", 10, None)])

    assert (now.width, now.mark_at, now.text_at) == ("42.00%", "21.00%", "42.00%")
    assert (fewer.width, fewer.mark_at, fewer.text_at) == ("21.00%", "84.00%", "84.00%")
    assert (unknown.previous, unknown.mark_at) == (None, None)


@given(VALUES)
def test_pieces_stand_side_by_side_and_fill_the_bar(values):
    pieces = charts.pieces([("phần", "c1", value) for value in values])

    ends = [share(piece.x) + share(piece.width) for piece in pieces]
    assert all(
        abs(share(after.x) - end) < 0.1 for after, end in zip(pieces[1:], ends, strict=False)
    )
    assert not any(values) or abs(ends[-1] - 100) < 0.1


def test_bars_of_amounts_are_as_long_as_their_sums_and_shares_fill_theirs():
    rows, keys = [("1", [2, 2]), ("2", [1, 0])], [("tiếng Việt", "c1"), ("tiếng Khmer", "c2")]

    def lengths(most):
        drawn = stack_chart(rows, keys, "Giờ", "", most)["rows"]
        return [round(sum(share(piece.width) for piece in pieces)) for _, pieces, _, _ in drawn]

    assert lengths(4) == [100, 25]
    assert lengths(None) == [100, 100]


def test_pieces_of_a_larger_whole_leave_the_rest_empty():
    (piece,) = charts.pieces([("đạt", "c1", 9)], total=12)

    assert (piece.x, piece.width) == ("0.00%", "75.00%")


def test_columns_stand_on_the_line_and_the_tallest_two_carry_their_value():
    columns = charts.columns([("1", 0), ("2", 100), ("3", 50), ("4", 25)], height=80)

    assert [(c.y, c.height, c.is_tall) for c in columns] == [
        ("80.0", "0.0", False),
        ("0.0", "80.0", True),
        ("40.0", "40.0", True),
        ("60.0", "20.0", False),
    ]
    assert columns[0].middle == "12.50%"


def test_columns_of_nothing_are_none():
    assert charts.columns([], height=80) == []
    assert [c.is_tall for c in charts.columns([("1", 0)], height=80)] == [False]


def test_lines_share_one_scale_with_a_round_top():
    drawn = charts.lines([10, 20], [0, 10, 40], height=100)

    assert drawn["steps"] == [(0, "100.0"), (20, "50.0"), (40, "0.0")]
    assert drawn["now"] == [charts.Segment("16.67%", "75.0", "50.00%", "50.0")]
    assert drawn["before"][-1] == charts.Segment("50.00%", "75.0", "83.33%", "0.0")
    assert drawn["rows"] == [(1, 10, 0), (2, 20, 10), (3, None, 40)]
    assert drawn["last"] == 20


def test_lines_of_nothing_are_empty():
    drawn = charts.lines([], [], height=100)

    assert (drawn["now"], drawn["before"], drawn["last"]) == ([], [], None)


@given(st.integers(1, 10**9))
def test_the_top_of_a_scale_is_at_least_the_value_and_halves_evenly(value):
    top = charts.round_top(value)

    assert value <= top <= 10 * value
    assert top % 2 == 0 or top == 1
