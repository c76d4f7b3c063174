"""Where a stretch of text stands on its page: one place a line, its box as shares of the page."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from haidang.text import Unreadable, contract, read
from haidang.text.reading import read_source
from tests.text.files import cell, docx, p, pdf, table
from tests.text.scans import drawn, needs_scans, scanned

LINES = [(60, 780, "UBND TINH X"), (300, 780, "CONG HOA"), (60, 742, "Giao So A")]


def boxes(source):
    return [
        (source.text[place.start : place.end], place.page, place.box) for place in source.places
    ]


def about(*box):
    return pytest.approx(box, abs=0.004)


def turned(quarter, matrix):
    """The same page set on its side on the paper and shown upright, as printers do it."""
    size = "[0 0 842 595]" if quarter in (90, 270) else "[0 0 595 842]"
    at = lambda x, y: "{} {} {} {} {} {} Tm".format(*matrix(x, y))  # noqa: E731
    return pdf(LINES, paper=f"/Rotate {quarter}/MediaBox{size}", at=at)


def test_a_line_of_a_page_has_a_box():
    source = read_source(pdf(LINES, [(119, 421, "x" * 20)]))

    assert boxes(source) == [
        ("UBND TINH X" + " " * 29 + "CONG HOA", 1, about(0.1008, 0.0641, 0.5849, 0.0766)),
        ("Giao So A", 1, about(0.1008, 0.1093, 0.1916, 0.1217)),
        ("x" * 20, 2, about(0.2, 0.4905, 0.4017, 0.503)),
    ]
    assert [place.where for place in source.places] == ["trang 1", "trang 1", "trang 2"]


def test_what_is_cut_off_the_paper_moves_the_box():
    cropped = pdf(LINES, paper="/MediaBox[0 0 595 842]/CropBox[60 0 595 800]")

    (_, _, (left, top, _, _)), _ = boxes(read_source(cropped))

    assert (left, top) == (0.0, pytest.approx(12 / 800, abs=0.004))


@pytest.mark.parametrize(
    ("quarter", "matrix"),
    [
        (90, lambda x, y: (0, 1, -1, 0, 842 - y, x)),
        (180, lambda x, y: (-1, 0, 0, -1, 595 - x, 842 - y)),
        (270, lambda x, y: (0, -1, 1, 0, y, 595 - x)),
    ],
)
def test_a_page_that_lies_on_its_side_is_read_as_it_is_shown(quarter, matrix):
    upright, side = read_source(pdf(LINES)), read_source(turned(quarter, matrix))

    assert side.text.split() == upright.text.split()
    for (_, _, there), (_, _, here) in zip(boxes(side), boxes(upright), strict=True):
        assert there == pytest.approx(here, abs=0.01)


@needs_scans
def test_a_line_that_was_recognised_has_a_box_too():
    (place,) = read_source(scanned(drawn([(119, 421, "Giao Phòng Kế hoạch rà soát")]))).places

    assert place.is_recognised
    assert place.box[:2] == pytest.approx((0.2, 0.485), abs=0.01)
    assert place.box[3] == pytest.approx(0.5, abs=0.01)


def test_boxes_never_leave_the_page():
    outside = [(560, 838, "x" * 30), (1, 1, "ygj")]

    for _, _, box in boxes(read_source(pdf(outside))):
        assert all(0 <= side <= 1 for side in box)
        assert box[0] <= box[2]
        assert box[1] <= box[3]


def test_paragraphs_have_cells_and_no_page():
    source = read_source(docx(p("KẾ HOẠCH") + table([cell(p("1"))])))

    assert [(place.where, place.cell, place.page, place.box) for place in source.places] == [
        ("đoạn 1", None, None, None),
        ("bảng 1, hàng 1, ô 1", (1, 1, 1), None, None),
    ]


def test_a_task_tells_where_it_stands():
    page = [
        (60, 780, "KE HOACH"),
        (60, 740, "1. Giao Sở A rà soát danh sách các xã và"),
        (60, 728, "báo cáo trước ngày 20/02/2026."),
    ]

    (of_page,) = contract(read(pdf(page)), "x")["tasks"]
    (of_row,) = contract(read(docx(p("KẾ HOẠCH") + p("1. Giao Sở A rà soát."))), "x")["tasks"]

    assert [place["box"][1] for place in of_page["places"]] == pytest.approx(
        [0.111, 0.126], abs=0.002
    )
    assert {(place["where"], place["page"]) for place in of_page["places"]} == {("trang 1", 1)}
    assert of_row["places"] == [{"where": "đoạn 2", "page": None, "box": None}]


@given(st.lists(st.text("ab \n", max_size=9), min_size=1), st.integers(0, 60), st.integers(0, 60))
def test_the_places_of_a_stretch_are_those_it_touches(lines, start, length):
    try:
        reading = read("\n".join(lines).encode())
    except Unreadable:
        assume(False)
    end = start + length

    assert reading.places_between(start, end) == tuple(
        place for place in reading.places if place.start < end and start < place.end
    )
